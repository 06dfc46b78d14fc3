/**
 * EDTF dates as CSL has them. CSL knows days, months, years, seasons, ranges and one mark of doubt, `circa`, for a date
 * that is about right. A date that is somebody's conclusion (`?`) is another thing and is marked beside CSL; what EDTF
 * knows beyond that becomes the narrowest of these that is still true.
 */
import { type EdtfTree, parse } from 'edtf';

/** Year, month from 1, day; a year of 0 at the end of a range leaves it open. */
type CslDateParts = readonly number[];

export interface CslDate {
  readonly 'date-parts'?: readonly CslDateParts[];
  /** 1 spring to 4 winter. */
  readonly season?: number;
  /** It is about right (EDTF `~`, `%`). */
  readonly circa?: true;
  /** It is somebody's conclusion (EDTF `?`, `%`), or one of several. CSL has no such field: see `forCiteproc`. */
  readonly uncertain?: true;
  /** Printed as it is. */
  readonly literal?: string;
  /** As it was described, where the fields above say less. Source: csl-data.json, `edtf`. */
  readonly edtf?: string;
}

export interface ReadDate {
  readonly date: CslDate;
  /** Whether a month is known, so that a full date says more than its year. */
  readonly precision: 'year' | 'finer';
}

interface DatePartsRange {
  readonly from: CslDateParts;
  readonly to: CslDateParts;
}

const QUARTERS_FROM = 33;
const THIRDS_FROM = 37;
const HALVES_FROM = 40;
const OPEN_END: CslDateParts = [0];
const MONTH_BITS = 48;
const DAY_BITS = 192;

const isTree = (value: unknown): value is EdtfTree => typeof value === 'object' && value !== null && 'type' in value;

/** Months of a quarter, a third or a half of a year. */
function months(year: number, code: number): DatePartsRange | null {
  const shapes = [
    [QUARTERS_FROM, 4, 3],
    [THIRDS_FROM, 3, 4],
    [HALVES_FROM, 2, 6],
  ] as const;
  for (const [from, count, length] of shapes) {
    const index = code - from;
    if (index >= 0 && index < count) {
      return { from: [year, index * length + 1], to: [year, (index + 1) * length] };
    }
  }
  return null;
}

/** Years that X stands for: `199X` is any of ten, `19XX` any of a hundred. */
function unspecifiedYears(year: number, bits: number): DatePartsRange | null {
  const width = { 8: 10, 12: 100, 14: 1_000 }[bits & 15];
  return width === undefined ? null : { from: [year], to: [year + width - 1] };
}

/** First and last of what the tree may mean. @returns null for what has no such, such as a season. */
function reach(tree: EdtfTree): DatePartsRange | null {
  const numbers = tree.values.filter((value) => typeof value === 'number');
  const [year = 0, month, day] = numbers;
  switch (tree.type) {
    case 'Date': {
      const bits = tree.unspecified ?? 0;
      const years = unspecifiedYears(year, bits);
      if (years) return years;
      const known = [
        year,
        ...(month === undefined || bits & MONTH_BITS ? [] : [month + 1]),
        ...(day === undefined || bits & (MONTH_BITS | DAY_BITS) ? [] : [day]),
      ];
      return { from: known, to: known };
    }
    case 'Year':
      return { from: [year], to: [year] };
    case 'Decade':
      return { from: [year * 10], to: [year * 10 + 9] };
    case 'Century':
      return { from: [year * 100], to: [year * 100 + 99] };
    case 'Season':
      return months(year, month ?? 0);
    case 'List':
    case 'Set': {
      const members = tree.values.flat().filter(isTree).map(reach);
      const [first, last] = [members[0], members.at(-1)];
      return first && last ? { from: first.from, to: last.to } : null;
    }
    case 'Interval': {
      const [lower, upper] = tree.values;
      const [first, last] = [isTree(lower) ? reach(lower) : null, isTree(upper) ? reach(upper) : null];
      if (!first || (isTree(upper) && !last)) return null;
      return { from: first.from, to: last?.to ?? OPEN_END };
    }
  }
}

/** @returns 1 to 4; EDTF says 21–24 without a hemisphere, 25–28 for the northern, 29–32 for the southern. */
function seasonOf(tree: EdtfTree): { year: number; season: number } | null {
  const [year, code] = tree.values;
  if (tree.type !== 'Season' || typeof year !== 'number' || typeof code !== 'number') return null;
  return code >= 21 && code <= 32 ? { year, season: ((code - 21) % 4) + 1 } : null;
}

interface DateDoubt {
  readonly circa?: true;
  readonly uncertain?: true;
}

/** Of the date or of either end. One of a set is uncertain. */
function doubtOf(tree: EdtfTree): DateDoubt {
  const parts: DateDoubt[] = [
    ...(tree.uncertain || tree.type === 'Set' ? [{ uncertain: true as const }] : []),
    ...(tree.approximate ? [{ circa: true as const }] : []),
    ...tree.values.filter(isTree).map(doubtOf),
  ];
  return Object.assign({}, ...parts);
}

const sameParts = (left: CslDateParts, right: CslDateParts): boolean => left.join('-') === right.join('-');

/**
 * @param text EDTF, or empty. @returns null when empty or not EDTF. An interval whose begin is open or unknown is kept
 * in digits (`–2000-09-22`), since CSL has no such range.
 */
export function readDate(text: string): ReadDate | null {
  if (text === '') return null;
  let tree: EdtfTree;
  try {
    tree = parse(text);
  } catch {
    return null;
  }
  const doubt = doubtOf(tree);
  const season = seasonOf(tree);
  if (season) {
    const date = { 'date-parts': [[season.year]], season: season.season, ...doubt };
    return { date: { ...date, edtf: text }, precision: 'finer' };
  }
  const found = reach(tree);
  if (!found) {
    const literal = text.replace(/^(?:\.\.)?\//, '–').replace(/\/(?:\.\.)?$/, '–');
    return { date: { literal: literal.replace('/', '–'), ...doubt, edtf: text }, precision: 'finer' };
  }
  const { from, to } = found;
  const parts = sameParts(from, to) ? [from] : [from, to];
  // One year of ten is no span of ten.
  const isOneOf = parts.length > 1 && tree.type === 'Date';
  const date: CslDate = { 'date-parts': parts, ...doubt, ...(isOneOf ? { uncertain: true } : {}) };
  return {
    date: text === plainEdtf(parts) ? date : { ...date, edtf: text },
    precision: from.length > 1 || to.length > 1 ? 'finer' : 'year',
  };
}

const plainEdtf = (parts: readonly CslDateParts[]): string =>
  parts.map((one) => one.map((number, index) => String(number).padStart(index === 0 ? 4 : 2, '0')).join('-')).join('/');

/** Without what citeproc does not know. Doubt that CSL lacks is drawn whole by us: the style's own would double it. */
export function forCiteproc({ uncertain, circa, edtf: _edtf, ...date }: CslDate): CslDate {
  return circa && !uncertain ? { ...date, circa } : date;
}
