/**
 * Selectors of the W3C model. Words are taken from quotations and positions, rectangles from media fragments, each with
 * what refines it: a selector in `refinedBy` counts inside of the one it refines. What Fonds cannot follow (XPath, CSS,
 * SVG, ranges of bytes) is left to those that stand beside it, or reported.
 */
import type { QuoteSelector } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import type { ExchangeRegion } from '../exchange-model.js';
import { type Faults, isObject, itemsOf, type JsonNode, memberOf, stringOf, typesOf } from './json-node.js';

/** Code points, half-open. */
interface CodePointRange {
  readonly start: number;
  readonly end: number;
}

export interface ParsedSelectors {
  readonly quote: QuoteSelector | null;
  readonly position: CodePointRange | null;
  readonly pageIndex: number | null;
  readonly rectangle: Pick<ExchangeRegion, 'x' | 'y' | 'width' | 'height'> | null;
  /** Names of what was passed over. */
  readonly others: readonly string[];
}

/** What the refined selector chose: all of the text, words, a position, or something that Fonds cannot follow. */
type SelectorScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'quote'; readonly quote: QuoteSelector }
  | { readonly kind: 'position'; readonly position: CodePointRange };

type MutableSelectors = { -readonly [K in keyof ParsedSelectors]: K extends 'others' ? string[] : ParsedSelectors[K] };

const ALL: SelectorScope = { kind: 'all' };
const UNKNOWN: SelectorScope = { kind: 'unknown' };
/** A chain is as long as a person can make sense of. */
const DEEPEST = 20;

/** Selectors beside each other say the same place in several ways: the first of a kind counts. */
export function readSelectors(selectors: readonly JsonNode[], faults: Faults): ParsedSelectors {
  const into: MutableSelectors = { quote: null, position: null, pageIndex: null, rectangle: null, others: [] };
  for (const node of selectors) readOne(node, ALL, into, faults, 0);
  return into;
}

function readOne(node: JsonNode, within: SelectorScope, into: MutableSelectors, faults: Faults, depth: number): void {
  if (typeof node.value === 'string') {
    into.others.push(t('a selector that is kept elsewhere'));
    return;
  }
  if (!isObject(node.value)) {
    faults.add(node, t('a selector must be an object or an address.'));
    return;
  }
  const types = typesOf(node);
  if (types.includes('Choice')) {
    for (const item of itemsOf(memberOf(node, 'items'))) readOne(item, within, into, faults, depth);
    return;
  }
  if (types.length === 0) {
    faults.add(node, t('a selector must have a type.'));
    return;
  }
  const chosen = choose(node, types, within, into, faults);
  const inner = itemsOf(memberOf(node, 'refinedBy'));
  if (depth >= DEEPEST && inner.length > 0)
    into.others.push(t('selectors more than {DEEPEST} deep in each other', { DEEPEST }));
  else if (inner.length > 0) for (const one of inner) readOne(one, chosen, into, faults, depth + 1);
  else if (chosen.kind === 'quote') into.quote ??= chosen.quote;
  else if (chosen.kind === 'position') into.position ??= chosen.position;
}

function choose(
  node: JsonNode,
  types: readonly string[],
  within: SelectorScope,
  into: MutableSelectors,
  faults: Faults,
): SelectorScope {
  if (types.includes('TextQuoteSelector')) {
    const quote = readQuote(node, faults);
    return quote ? { kind: 'quote', quote: quoteWithin(quote, within) } : UNKNOWN;
  }
  if (types.includes('TextPositionSelector')) {
    return positionWithin(readPosition(node, faults), within, t('a TextPositionSelector'), into);
  }
  if (types.includes('RangeSelector')) return positionWithin(readRange(node), within, 'RangeSelector', into);
  if (types.includes('FragmentSelector')) return readFragment(node, within, into, faults);
  into.others.push(types.join(', '));
  return UNKNOWN;
}

/** Words in words: those around them in the quotation say which of several are meant. */
function quoteWithin(quote: QuoteSelector, within: SelectorScope): QuoteSelector {
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

function positionWithin(
  position: CodePointRange | null,
  within: SelectorScope,
  name: string,
  into: MutableSelectors,
): SelectorScope {
  if (position === null || within.kind === 'unknown') {
    into.others.push(within.kind === 'unknown' ? t('{name} inside of it', { name }) : name);
    return UNKNOWN;
  }
  if (within.kind === 'all') return { kind: 'position', position };
  const { start, end } = position;
  if (within.kind === 'position') {
    const from = within.position.start;
    if (from + end <= within.position.end)
      return { kind: 'position', position: { start: from + start, end: from + end } };
    into.others.push(t('{name} that goes past what it refines', { name }));
    return UNKNOWN;
  }
  const points = Array.from(within.quote.exact);
  if (end > points.length) {
    into.others.push(t('{name} that goes past what it refines', { name }));
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

function readQuote(node: JsonNode, faults: Faults): QuoteSelector | null {
  const exact = stringOf(memberOf(node, 'exact'));
  if (exact === undefined) {
    faults.add(memberOf(node, 'exact'), t('a TextQuoteSelector must have the exact words, once, as a string.'));
    return null;
  }
  return {
    exact,
    prefix: stringOf(memberOf(node, 'prefix')) ?? '',
    suffix: stringOf(memberOf(node, 'suffix')) ?? '',
  };
}

function readPosition(node: JsonNode, faults: Faults): CodePointRange | null {
  const [start, end] = (['start', 'end'] as const).map((key) => {
    const { value } = memberOf(node, key);
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
    faults.add(
      memberOf(node, key),
      t('the {key} of a TextPositionSelector must be a whole number that is not negative.', { key }),
    );
    return null;
  });
  if (start === null || end === null || start === undefined || end === undefined) return null;
  if (start > end) {
    faults.add(node, t('a position cannot end ({end}) before it starts ({start}).', { end, start }));
    return null;
  }
  return { start, end };
}

/** From where one position begins to where another does. @returns null for ranges between anything else. */
function readRange(node: JsonNode): CodePointRange | null {
  const [start, end] = (['startSelector', 'endSelector'] as const).map((key) => {
    const selector = memberOf(node, key);
    const { value } = memberOf(selector, 'start');
    const isPlain =
      typesOf(selector).includes('TextPositionSelector') && memberOf(selector, 'refinedBy').value === undefined;
    return isPlain && typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
  });
  return typeof start === 'number' && typeof end === 'number' && start <= end ? { start, end } : null;
}

const PERCENT = /(?:^|&)xywh=percent:([\d.]+),([\d.]+),([\d.]+),([\d.]+)(?:&|$)/;
/** Source: RFC 5147, section 2.2.1: positions between characters. */
const CHARACTERS = /^char=(\d{1,15}),(\d{1,15})(?:;.*)?$/;

function readFragment(node: JsonNode, within: SelectorScope, into: MutableSelectors, faults: Faults): SelectorScope {
  const value = stringOf(memberOf(node, 'value'));
  if (value === undefined) {
    faults.add(memberOf(node, 'value'), t('a FragmentSelector must have a value.'));
    return UNKNOWN;
  }
  const [, from, to] = CHARACTERS.exec(value) ?? [];
  if (from !== undefined && to !== undefined && Number(from) <= Number(to)) {
    return positionWithin(
      { start: Number(from), end: Number(to) },
      within,
      t('the fragment “{value}”', { value }),
      into,
    );
  }
  readFragmentValue(value, into);
  return UNKNOWN;
}

/** @param value what follows `#` in an address. */
export function readFragmentValue(value: string, into: MutableSelectors): void {
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
  if (page === undefined || sides.length > 0)
    into.others.push(t('the fragment “{value}”', { value: value.slice(0, 80) }));
}
