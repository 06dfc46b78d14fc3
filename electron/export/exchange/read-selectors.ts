/**
 * Selectors of the W3C model. Words are taken from quotations and positions, rectangles from media fragments, each with
 * what refines it: a selector in `refinedBy` counts inside of the one it refines. What Fonds cannot follow (XPath, CSS,
 * SVG, ranges of bytes) is left to those that stand beside it, or told.
 */
import type { Quote } from '../../contract/index.js';
import { at, each, type Faults, isObject, type JsonPlace, typesOf, words } from './json-place.js';
import type { ToldRegion } from './told.js';

/** Code points, half-open. */
interface Position {
  readonly start: number;
  readonly end: number;
}

export interface Selected {
  readonly quote: Quote | null;
  readonly position: Position | null;
  readonly pageIndex: number | null;
  readonly rectangle: Pick<ToldRegion, 'x' | 'y' | 'width' | 'height'> | null;
  /** Names of what was passed over. */
  readonly others: readonly string[];
}

/** What the refined selector chose: all of the text, words, a position, or something that Fonds cannot follow. */
type Within =
  | { readonly kind: 'all' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'quote'; readonly quote: Quote }
  | { readonly kind: 'position'; readonly position: Position };

type Mutable = { -readonly [K in keyof Selected]: K extends 'others' ? string[] : Selected[K] };

const ALL: Within = { kind: 'all' };
const UNKNOWN: Within = { kind: 'unknown' };
/** A chain is as long as a person can make sense of. */
const DEEPEST = 20;

/** Selectors beside each other say the same place in several ways: the first of a kind counts. */
export function readSelectors(selectors: readonly JsonPlace[], faults: Faults): Selected {
  const into: Mutable = { quote: null, position: null, pageIndex: null, rectangle: null, others: [] };
  for (const place of selectors) readOne(place, ALL, into, faults, 0);
  return into;
}

function readOne(place: JsonPlace, within: Within, into: Mutable, faults: Faults, depth: number): void {
  if (typeof place.value === 'string') {
    into.others.push('a selector that is kept elsewhere');
    return;
  }
  if (!isObject(place.value)) {
    faults.add(place, 'a selector must be an object or an address.');
    return;
  }
  const types = typesOf(place);
  if (types.includes('Choice')) {
    for (const item of each(at(place, 'items'))) readOne(item, within, into, faults, depth);
    return;
  }
  if (types.length === 0) {
    faults.add(place, 'a selector must have a type.');
    return;
  }
  const chosen = choose(place, types, within, into, faults);
  const inner = each(at(place, 'refinedBy'));
  if (depth >= DEEPEST && inner.length > 0) into.others.push(`selectors more than ${DEEPEST} deep in each other`);
  else if (inner.length > 0) for (const one of inner) readOne(one, chosen, into, faults, depth + 1);
  else if (chosen.kind === 'quote') into.quote ??= chosen.quote;
  else if (chosen.kind === 'position') into.position ??= chosen.position;
}

function choose(place: JsonPlace, types: readonly string[], within: Within, into: Mutable, faults: Faults): Within {
  if (types.includes('TextQuoteSelector')) {
    const quote = readQuote(place, faults);
    return quote ? { kind: 'quote', quote: quoteWithin(quote, within) } : UNKNOWN;
  }
  if (types.includes('TextPositionSelector')) {
    return positionWithin(readPosition(place, faults), within, 'a TextPositionSelector', into);
  }
  if (types.includes('RangeSelector')) return positionWithin(readRange(place), within, 'RangeSelector', into);
  if (types.includes('FragmentSelector')) return readFragment(place, within, into, faults);
  into.others.push(types.join(', '));
  return UNKNOWN;
}

/** Words in words: those around them in the quotation say which of several are meant. */
function quoteWithin(quote: Quote, within: Within): Quote {
  if (within.kind !== 'quote') return quote;
  const { exact, prefix, suffix } = within.quote;
  const at = exact.indexOf(`${quote.prefix}${quote.exact}${quote.suffix}`);
  if (at < 0) return quote;
  const start = at + quote.prefix.length;
  return {
    exact: quote.exact,
    prefix: `${prefix}${exact.slice(0, start)}`,
    suffix: `${exact.slice(start + quote.exact.length)}${suffix}`,
  };
}

function positionWithin(position: Position | null, within: Within, name: string, into: Mutable): Within {
  if (position === null || within.kind === 'unknown') {
    into.others.push(within.kind === 'unknown' ? `${name} inside of it` : name);
    return UNKNOWN;
  }
  if (within.kind === 'all') return { kind: 'position', position };
  const { start, end } = position;
  if (within.kind === 'position') {
    const from = within.position.start;
    if (from + end <= within.position.end)
      return { kind: 'position', position: { start: from + start, end: from + end } };
    into.others.push(`${name} that goes past what it refines`);
    return UNKNOWN;
  }
  const points = Array.from(within.quote.exact);
  if (end > points.length) {
    into.others.push(`${name} that goes past what it refines`);
    return UNKNOWN;
  }
  const part = (from: number, to: number) => points.slice(from, to).join('');
  return {
    kind: 'quote',
    quote: {
      exact: part(start, end),
      prefix: within.quote.prefix + part(0, start),
      suffix: part(end, points.length) + within.quote.suffix,
    },
  };
}

function readQuote(place: JsonPlace, faults: Faults): Quote | null {
  const exact = words(at(place, 'exact'));
  if (exact === undefined) {
    faults.add(at(place, 'exact'), 'a TextQuoteSelector must have the exact words, once, as a string.');
    return null;
  }
  return { exact, prefix: words(at(place, 'prefix')) ?? '', suffix: words(at(place, 'suffix')) ?? '' };
}

function readPosition(place: JsonPlace, faults: Faults): Position | null {
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

/** From where one position begins to where another does. @returns null for ranges between anything else. */
function readRange(place: JsonPlace): Position | null {
  const [start, end] = (['startSelector', 'endSelector'] as const).map((key) => {
    const selector = at(place, key);
    const { value } = at(selector, 'start');
    const isPlain = typesOf(selector).includes('TextPositionSelector') && at(selector, 'refinedBy').value === undefined;
    return isPlain && typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
  });
  return typeof start === 'number' && typeof end === 'number' && start <= end ? { start, end } : null;
}

const PERCENT = /(?:^|&)xywh=percent:([\d.]+),([\d.]+),([\d.]+),([\d.]+)(?:&|$)/;
/** Source: RFC 5147, section 2.2.1: positions between characters. */
const CHARACTERS = /^char=(\d{1,15}),(\d{1,15})(?:;.*)?$/;

function readFragment(place: JsonPlace, within: Within, into: Mutable, faults: Faults): Within {
  const value = words(at(place, 'value'));
  if (value === undefined) {
    faults.add(at(place, 'value'), 'a FragmentSelector must have a value.');
    return UNKNOWN;
  }
  const [, from, to] = CHARACTERS.exec(value) ?? [];
  if (from !== undefined && to !== undefined && Number(from) <= Number(to)) {
    return positionWithin({ start: Number(from), end: Number(to) }, within, `the fragment “${value}”`, into);
  }
  readFragmentValue(value, into);
  return UNKNOWN;
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
