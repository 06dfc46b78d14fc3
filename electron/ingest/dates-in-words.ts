/**
 * Finds dates as people write them (`6 Sep 2000`, `September 6th, 2000`, `21.dez.2018`, `2016年12月22日`) and gives them as
 * EDTF. Names of months come from CLDR. What may be read in two ways is given in both, and said to be unsure.
 */
import { toEdtf } from './edtf-date.js';

export interface FoundDate {
  /** EDTF, to the day or to the month. */
  readonly value: string;
  /** `[start, end)` in UTF-16 units of the text. */
  readonly start: number;
  readonly end: number;
  /** Of `03/09/2000` both readings are given, neither sure. */
  readonly isSure: boolean;
}

/** Only the beginning of a text is searched; a line that dates a page is short. */
const MAX_UNITS = 2_000;
const MIN_YEAR = 1400;
const MAX_YEAR = 2099;

const LANGUAGES =
  'en de fr es pt it nl ca ro pl cs sk sl hr bs sr-Latn sr-Cyrl mk bg ru uk be hu fi et lv lt sv da nb el tr sq'.split(
    ' ',
  );

// The year may be followed by the number of comments: pages glue their lines together.
const YEAR = '(?<year>1[4-9]\\d\\d|20\\d\\d)';
const DAY = '(?<![\\d.,:])(?<day>\\d{1,2})(?:st|nd|rd|th|er|[ºª])?';
const MONTH = '(?<month>\\p{L}[\\p{L}\\p{M}]{2,14})';
const OF = "(?:\\s+(?:de|del|of|d['’]))?";
const DAY_MONTH_YEAR = new RegExp(`${DAY}[.\\s/-]{0,3}${OF}\\s?${MONTH}[.,\\s/-]{0,3}${OF}\\s?${YEAR}`, 'gu');
const MONTH_DAY_YEAR = new RegExp(`${MONTH}\\.?\\s{1,3}(?<day>\\d{1,2})(?:st|nd|rd|th)?[,\\s]{1,3}${YEAR}`, 'gu');
const MONTH_YEAR = new RegExp(`${MONTH}\\.?,?${OF}\\s{1,3}${YEAR}(?!\\d)`, 'gu');
const YEAR_FIRST = /(?<!\d)(?<year>1[4-9]\d\d|20\d\d)(?<sign>[-/.])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})(?!\d)/gu;
const YEAR_LAST =
  /(?<![\d.])(?<first>\d{1,2})(?<sign>[./-])\s?(?<second>\d{1,2})\k<sign>\s?(?<year>1[4-9]\d\d|20\d\d)(?!\d)/gu;
const EAST_ASIAN = /(?<year>1[4-9]\d\d|20\d\d)\s?[年년]\s?(?<month>\d{1,2})\s?[月월]\s?(?<day>\d{1,2})\s?[日일]/gu;
const COMPACT = /^(?<year>1[4-9]\d\d|20\d\d)(?<month>\d\d)(?<day>\d\d)(?:T?\d{4,6}Z?)?$/u;

/**
 * @param language BCP 47 of the text, '' when not known: `listopad` is October in Croatian and November in Polish.
 * @returns the dates in the order of the text, none within another.
 */
export function findDates(text: string, language: string): FoundDate[] {
  const looked = text.slice(0, MAX_UNITS);
  const found: FoundDate[] = [];
  const ranges: { readonly start: number; readonly end: number }[] = [];
  const add = (match: RegExpExecArray, values: readonly (string | null)[]) => {
    const start = match.index;
    const end = start + match[0].length;
    if (ranges.some((other) => other.start < end && start < other.end)) return;
    // Also what is no day is no month: 31 February.
    ranges.push({ start, end });
    const valid = [...new Set(values.filter((value) => value !== null))];
    for (const value of valid) found.push({ value, start, end, isSure: valid.length === 1 });
  };
  for (const match of looked.matchAll(EAST_ASIAN)) add(match, [day(match.groups)]);
  for (const match of looked.matchAll(YEAR_FIRST)) add(match, [day(match.groups)]);
  for (const match of looked.matchAll(YEAR_LAST)) {
    const { year, first, second, sign } = match.groups ?? {};
    const dayFirst = day({ year, month: second, day: first });
    add(match, sign === '.' ? [dayFirst] : [dayFirst, day({ year, month: first, day: second })]);
  }
  for (const pattern of [DAY_MONTH_YEAR, MONTH_DAY_YEAR, MONTH_YEAR]) {
    for (const match of looked.matchAll(pattern)) {
      const { year = '', month: name = '', day: written } = match.groups ?? {};
      const month = monthOf(name, language);
      if (month === null) continue;
      add(match, [written === undefined ? `${year}-${two(month)}` : day({ year, month: String(month), day: written })]);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * A value that is nothing but a date, such as a `meta` element holds: EDTF, ISO 8601, `20000906`, RFC 5322, or in words.
 * @returns null when it is none, or may be two.
 */
export function dateOf(written: string, language: string): string | null {
  const value = written.trim();
  if (value === '' || value.length > 100) return null;
  const edtf = toEdtf(value.replaceAll('/', '-')) ?? day(COMPACT.exec(value)?.groups);
  if (edtf) return isPlausible(edtf) ? edtf : null;
  const [first, second] = findDates(value, language);
  return first && !second && first.isSure ? first.value : null;
}

/** Dates that programs write where they know none. */
const isPlausible = (edtf: string) => {
  const year = Number(edtf.slice(0, 4).replace(/X/g, '0'));
  return year >= MIN_YEAR && year <= MAX_YEAR && edtf !== '1970-01-01';
};

const two = (number: number | string) => String(number).padStart(2, '0');

interface DateParts {
  readonly year?: string | undefined;
  readonly month?: string | undefined;
  readonly day?: string | undefined;
}

/** @returns null when there is no such day. */
const day = (parts: DateParts | undefined): string | null =>
  parts?.year && parts.month && parts.day ? toEdtf(`${parts.year}-${two(parts.month)}-${two(parts.day)}`) : null;

const known = new Map<string, ReadonlyMap<string, number>>();

/** Names as they stand alone and beside a day (`январь`, `января`), long and short, without case and full stops. */
function monthsOf(language: string): ReadonlyMap<string, number> {
  let months = known.get(language);
  if (!months) {
    months = new Map(
      (['long', 'short'] as const).flatMap((month) =>
        [{ month }, { month, day: 'numeric' } as const].flatMap((options) => {
          const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC', calendar: 'gregory' });
          return Array.from({ length: 12 }, (_, index): [string, number] => {
            const parts = format.formatToParts(Date.UTC(2000, index, 1));
            return [keyOf(parts.find(({ type }) => type === 'month')?.value ?? ''), index + 1];
          });
        }),
      ),
    );
    known.set(language, months);
  }
  return months;
}

const keyOf = (name: string) => name.toLowerCase().replace(/\.$/, '').normalize('NFC');

/** @returns 1 to 12; null when it is no month, or not the same one in all languages that have it. */
function monthOf(name: string, language: string): number | null {
  const key = keyOf(name);
  const own = ownLanguage(language);
  const month = (own && monthsOf(own).get(key)) ?? monthsOf('en').get(key) ?? (key === 'sept' ? 9 : undefined);
  if (month) return month;
  const months = new Set(LANGUAGES.map((other) => monthsOf(other).get(key)).filter((month) => month !== undefined));
  const [only] = months;
  return months.size === 1 && only ? only : null;
}

/** Any language CLDR knows, even one that is not in the list. */
function ownLanguage(tag: string): string | null {
  if (tag === '') return null;
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag.replaceAll('_', '-'))[0] ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
