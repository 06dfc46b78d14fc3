/**
 * Selectors of the W3C model. Words are taken from quotations and positions, rectangles from media fragments; what
 * Fonds cannot follow (XPath, CSS, SVG, ranges of bytes) is left to those that stand beside it, or told.
 */
import type { Quote } from '../../contract/index.js';
import { at, each, type Faults, isObject, type JsonPlace, typesOf, words } from './json-place.js';
import type { ToldRegion } from './told.js';

export interface Selected {
  readonly quote: Quote | null;
  /** Code points, half-open. */
  readonly position: { readonly start: number; readonly end: number } | null;
  readonly pageIndex: number | null;
  readonly rectangle: Pick<ToldRegion, 'x' | 'y' | 'width' | 'height'> | null;
  /** Names of what was passed over. */
  readonly others: readonly string[];
}

/** What one selector says, with those that refine it. */
export function readSelectors(selectors: readonly JsonPlace[], faults: Faults): Selected {
  const found = { quote: null, position: null, pageIndex: null, rectangle: null, others: [] as string[] };
  const into: Mutable = found;
  const waiting = [...selectors];
  for (let place = waiting.shift(); place; place = waiting.shift()) {
    readOne(place, into, faults);
    waiting.push(...each(at(place, 'refinedBy')));
  }
  return into;
}

type Mutable = { -readonly [K in keyof Selected]: K extends 'others' ? string[] : Selected[K] };

function readOne(place: JsonPlace, into: Mutable, faults: Faults): void {
  if (typeof place.value === 'string') {
    into.others.push('a selector that is kept elsewhere');
    return;
  }
  if (!isObject(place.value)) {
    faults.add(place, 'a selector must be an object or an address.');
    return;
  }
  const types = typesOf(place);
  if (types.includes('TextQuoteSelector')) into.quote ??= readQuote(place, faults);
  else if (types.includes('TextPositionSelector')) into.position ??= readPosition(place, faults);
  else if (types.includes('FragmentSelector')) readFragment(place, into, faults);
  else if (types.includes('Choice')) for (const item of each(at(place, 'items'))) readOne(item, into, faults);
  else if (types.length === 0) faults.add(place, 'a selector must have a type.');
  else into.others.push(types.join(', '));
}

function readQuote(place: JsonPlace, faults: Faults): Quote | null {
  const exact = words(at(place, 'exact'));
  if (exact === undefined) {
    faults.add(at(place, 'exact'), 'a TextQuoteSelector must have the exact words, once, as a string.');
    return null;
  }
  return { exact, prefix: words(at(place, 'prefix')) ?? '', suffix: words(at(place, 'suffix')) ?? '' };
}

function readPosition(place: JsonPlace, faults: Faults): { start: number; end: number } | null {
  const [start, end] = (['start', 'end'] as const).map((key) => {
    const { value } = at(place, key);
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
    faults.add(at(place, key), `the ${key} of a TextPositionSelector must be a whole number that is not negative.`);
    return null;
  });
  if (start === null || end === null || start === undefined || end === undefined) return null;
  if (start > end) {
    faults.add(place, `a position cannot end (${end}) before it starts (${start}).`);
    return null;
  }
  return { start, end };
}

const PERCENT = /(?:^|&)xywh=percent:([\d.]+),([\d.]+),([\d.]+),([\d.]+)(?:&|$)/;

function readFragment(place: JsonPlace, into: Mutable, faults: Faults): void {
  const value = words(at(place, 'value'));
  if (value === undefined) {
    faults.add(at(place, 'value'), 'a FragmentSelector must have a value.');
    return;
  }
  readFragmentValue(value, into);
}

/** @param value what follows `#` in an address. */
export function readFragmentValue(value: string, into: Mutable): void {
  const [, page] = /(?:^|&)page=(\d{1,6})(?:&|$)/.exec(value) ?? [];
  // RFC 3778 counts pages from one.
  if (page !== undefined && Number(page) >= 1) into.pageIndex ??= Number(page) - 1;
  const [, ...sides] = PERCENT.exec(value) ?? [];
  const [x = Number.NaN, y = Number.NaN, width = Number.NaN, height = Number.NaN] = sides.map(
    (side) => Number(side) / 100,
  );
  if (sides.length === 4 && x + width <= 1.000001 && y + height <= 1.000001 && width > 0 && height > 0) {
    into.rectangle ??= { x, y, width: Math.min(width, 1 - x), height: Math.min(height, 1 - y) };
    return;
  }
  if (page === undefined || sides.length > 0) into.others.push(`the fragment “${value.slice(0, 80)}”`);
}
