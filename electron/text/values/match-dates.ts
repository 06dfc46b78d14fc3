/** Dates: `6 September 2000`, `27-28 October 1962`, `03/09/2000` (which is two), `the 1940s`, `XIX век`. */
import {
  centuryReading,
  dateReading,
  decadeReading,
  type NamedDay,
  seasonReading,
  weekdayReading,
  yearReading,
} from './date-readings.js';
import { romanValue } from './roman.js';
import type { TokenReader } from './token-reader.js';
import type { DateReading, ValueMatch } from './value.js';
import type { WordToken } from './value-tokens.js';
import type { ValueVocabulary } from './value-vocabulary.js';

/** A date as found; without readings when its parts make no day there is. */
interface DateMatch {
  readonly readings: readonly DateReading[];
  readonly next: number;
}

/** Of a century, which one letter may name. */
const ROMAN_ORDINAL = /^([IVX]+)(?:e|ème|eme|th|st|nd|rd)?$/;
const FIRST_YEAR = 1000;
const LAST_YEAR = 2199;
const distinct = (readings: readonly (DateReading | null)[]): DateReading[] => {
  const found = new Map<string, DateReading>();
  for (const reading of readings) if (reading) found.set(`${reading.from} ${reading.to} ${reading.precision}`, reading);
  return [...found.values()];
};

/** Whether a word may be the first of a date. */
export const opensDate = ({ key, written }: WordToken, vocabulary: ValueVocabulary): boolean =>
  vocabulary.named('months', key).length > 0 ||
  vocabulary.named('weekdays', key).length > 0 ||
  vocabulary.named('seasons', key).length > 0 ||
  vocabulary.has('century', key) ||
  ROMAN_ORDINAL.test(written);

/** @returns null when no date begins with that piece. */
export function dateAt(reader: TokenReader, at: number): ValueMatch | null {
  const found = weekdayAt(reader, at) ?? plainDateAt(reader, at);
  if (!found) return null;
  const end = chainEnd(reader, found.next);
  const [first, last] = [reader.pieceAt(at), reader.pieceAt(end - 1)];
  const readings = end === found.next ? found.readings : [];
  return { readings, range: [first?.start ?? 0, last?.end ?? 0], next: end };
}

/** Figures that a dash or a stroke ties to a date belong to it: `winter 1964/1965` is not the winter of 1964. */
function chainEnd(reader: TokenReader, at: number): number {
  let next = at;
  while (
    reader.isSign(next, '-', '/') &&
    reader.isGlued(next) &&
    reader.isGlued(next + 1) &&
    reader.number(next + 1)?.figures
  )
    next += 2;
  return next;
}

function plainDateAt(reader: TokenReader, at: number): DateMatch | null {
  return (
    figuresAt(reader, at) ??
    dayFirstAt(reader, at) ??
    monthFirstAt(reader, at) ??
    seasonAt(reader, at) ??
    centuryAt(reader, at) ??
    yearsAt(reader, at)
  );
}

/** `Wednesday, 6 September 2000`; alone where the name is long enough to be nothing else. */
function weekdayAt(reader: TokenReader, at: number): DateMatch | null {
  const name = reader.word(at);
  if (!name) return null;
  const weekdays = reader.vocabulary.named('weekdays', name.key);
  if (weekdays.length === 0) return null;
  let next = reader.afterPoint(at + 1);
  if (reader.isSign(next, ',')) next += 1;
  // `the`, `le`, `den`
  for (const from of [next, next + 1]) {
    if (from === next + 1 && !reader.word(next)) break;
    const date = dayFirstAt(reader, from) ?? monthFirstAt(reader, from) ?? figuresAt(reader, from);
    if (date) {
      const readings = date.readings.map((reading) => ({
        ...reading,
        weekday: weekdays.length === 1 ? (weekdays[0] ?? null) : null,
      }));
      return { ...date, readings };
    }
  }
  const isSure =
    name.key.length > 4 && (reader.vocabulary.language !== null || !reader.vocabulary.has('doubtful', name.key));
  return isSure ? { readings: weekdays.map(weekdayReading), next: at + 1 } : null;
}

const NUMERIC = /^(\d{1,4})([./])(\d{1,2})\2(\d{1,4})$/;

/** Dates in figures alone. */
function figuresAt(reader: TokenReader, at: number): DateMatch | null {
  const first = reader.number(at);
  if (!first?.figures) return null;
  const dotted = NUMERIC.exec(first.figures);
  if (dotted) {
    const [, a = '', , b = '', c = ''] = dotted;
    return numericDate(reader, at, [a, b, c], '.', reader.afterPoint(at + 1));
  }
  const isJoined = /^\d{1,4}$/.test(first.figures);
  const sign = reader.pieceAt(at + 1);
  if (!isJoined || sign?.type !== 'sign' || !['/', '-', '.'].includes(sign.key) || sign.gap !== 'none') return null;
  const [b, c] = [reader.number(at + 2), reader.number(at + 4)];
  const roman = b?.form === 'roman' ? String(reader.whole(at + 2)) : null;
  if (!b || !(b.figures ?? roman)) {
    const short = dottedTail(reader, at);
    return short;
  }
  const isSpaced = sign.key === '.';
  if (!reader.isSign(at + 3, sign.key, roman ? '-' : sign.key) || !reader.isGlued(at + 3))
    return dottedTail(reader, at);
  if (!isSpaced && !(reader.isGlued(at + 2) && reader.isGlued(at + 4))) return null;
  if (!c?.figures || !/^\d{1,4}$/.test(c.figures)) return null;
  return numericDate(reader, at, [first.figures, b.figures ?? roman ?? '', c.figures], roman ? '.' : sign.key, at + 5);
}

/** `6. 9.2000`, where the last two have run together. */
function dottedTail(reader: TokenReader, at: number): DateMatch | null {
  const [day, rest] = [reader.number(at)?.figures ?? '', reader.number(at + 2)?.figures ?? ''];
  const parts = /^(\d{1,2})\.(\d{4})$/.exec(rest);
  if (!reader.isSign(at + 1, '.') || !parts || day.length > 2) return null;
  return numericDate(reader, at, [day, parts[1] ?? '', parts[2] ?? ''], '.', at + 3);
}

function numericDate(
  reader: TokenReader,
  _at: number,
  [a, b, c]: readonly [string, string, string],
  sign: string,
  end: number,
): DateMatch | null {
  const next = reader.isWordOf('year', end) ? reader.afterPoint(end + 1) : behindPoint(reader, end);
  const numbers = [a, b, c].map(Number) as [number, number, number];
  if (b.length > 2) return null;
  if (a.length === 4) {
    return c.length > 2
      ? null
      : { readings: distinct([dateReading({ year: numbers[0], month: numbers[1], day: numbers[2] })]), next };
  }
  if (a.length > 2 || (c.length !== 2 && c.length !== 4)) return null;
  // A year of two figures may be of any century that archives have.
  const years = c.length === 4 ? [numbers[2]] : [1900, 1800, 2000].map((century) => century + numbers[2]);
  const byDay = years.map((year) => dateReading({ year, month: numbers[1], day: numbers[0] }));
  const byMonth = years.map((year) => dateReading({ year, month: numbers[0], day: numbers[1] }));
  if (sign === '.') return { readings: distinct(byDay), next };
  const isAmerican = reader.vocabulary.hint === 'en-us';
  return { readings: distinct(isAmerican ? [...byMonth, ...byDay] : [...byDay, ...byMonth]), next };
}

/** The point behind a year ends a sentence or marks an ordinal; it is not part of the date. */
const behindPoint = (reader: TokenReader, end: number): number =>
  reader.isSign(end - 1, '.') && reader.isGlued(end - 1) ? end - 1 : end;

interface DatePart {
  readonly value: number;
  readonly next: number;
}

function dayAt(reader: TokenReader, at: number): DatePart | null {
  const piece = reader.number(at);
  const day = piece && !piece.isArticle ? reader.whole(at) : null;
  if (!piece || day === null || day < 1 || day > 31 || piece.form === 'fraction' || piece.form === 'roman') return null;
  if (piece.figures !== null && piece.figures.length > 2) return null;
  return { value: day, next: reader.afterPoint(at + 1) };
}

interface MonthPart {
  readonly values: readonly number[];
  readonly next: number;
  readonly isDoubtful: boolean;
}

function monthAt(reader: TokenReader, at: number): MonthPart | null {
  const word = reader.word(at);
  if (!word || (word.gap === 'none' && reader.pieceAt(at - 1)?.type === 'number' && word.key.length < 3)) return null;
  const values = reader.vocabulary.named('months', word.key);
  if (values.length === 0) return null;
  const isDoubtful = reader.vocabulary.has('doubtfulMonths', word.key) || word.key.length < 3;
  // The point of an abbreviation; behind a full name it ends a sentence.
  const next = word.key.length <= 5 ? reader.afterPoint(at + 1) : at + 1;
  return { values, next, isDoubtful };
}

function yearAt(reader: TokenReader, at: number): DatePart | null {
  if (
    reader.isSign(at, "'", '\u2018') &&
    reader.isGlued(at + 1) &&
    /^\d\d$/.test(reader.number(at + 1)?.figures ?? '')
  ) {
    return { value: 1900 + (reader.whole(at + 1) ?? 0), next: at + 2 };
  }
  const piece = reader.number(at);
  const year = piece && reader.whole(at);
  if (
    !piece ||
    year === null ||
    year < FIRST_YEAR ||
    year > LAST_YEAR ||
    piece.form === 'fraction' ||
    piece.form === 'roman'
  )
    return null;
  if (piece.figures !== null && !/^\d{4}$/.test(piece.figures)) return null;
  if (reader.pieceAt(at + 1)?.type === 'word' && reader.isGlued(at + 1) && !reader.isWordOf('year', at + 1))
    return null;
  return { value: year, next: afterYearWord(reader, at + 1) };
}

/** Behind `г.`, `godine`, `r.` */
function afterYearWord(reader: TokenReader, at: number): number {
  const point = reader.afterPoint(at);
  if (reader.isWordOf('year', point)) {
    const isShort = (reader.word(point)?.key.length ?? 0) <= 3;
    return isShort ? reader.afterPoint(point + 1) : point + 1;
  }
  return at;
}

const afterWords = (reader: TokenReader, at: number): number => {
  let next = at;
  for (let count = 0; count < 2 && reader.isWordOf('of', next); count += 1) next += 1;
  return reader.isSign(next, "'") && next > at ? next + 1 : next;
};
const afterComma = (reader: TokenReader, at: number): number => (reader.isSign(at, ',') ? at + 1 : at);

/** Day, month, and a year perhaps; the first or the second of them a range. */
function dayFirstAt(reader: TokenReader, at: number): DateMatch | null {
  const day = dayAt(reader, at);
  if (!day) return null;
  const dash = afterDayDash(reader, day.next);
  const lastDay = dash === null ? null : dayAt(reader, dash);
  const lastNamed = lastDay ?? day;
  const month = monthAt(reader, afterWords(reader, lastNamed.next));
  if (!month) return null;
  const afterMonth = month.next;
  const dashed = lastDay ? null : reader.afterTo(afterMonth);
  const endDay = dashed === null ? null : dayAt(reader, dashed);
  const endMonth = endDay && monthAt(reader, afterWords(reader, endDay.next));
  const yearFrom = endMonth ? endMonth.next : afterMonth;
  const year = yearAfter(reader, yearFrom);
  if (!year && month.isDoubtful && reader.number(at)?.figures === null) return null;
  const next = year?.next ?? yearFrom;
  const value = year?.value ?? null;
  const readings = month.values.flatMap((first) =>
    (endMonth?.values ?? [first]).map((second) =>
      dateReading(
        { year: value, month: first, day: day.value },
        { year: value, month: second, day: endDay?.value ?? lastNamed.value },
      ),
    ),
  );
  // 27 October 1962 - 3 November 1962
  const full =
    !endMonth && !lastDay && year
      ? fullRange(reader, { year: value, month: month.values[0] ?? null, day: day.value }, year.next, dayFirstAt)
      : null;
  return full ?? { readings: distinct(readings), next };
}

/** Nights are named by two days: 6/7 September. */
const afterDayDash = (reader: TokenReader, at: number): number | null =>
  reader.isSign(at, '/') && reader.isGlued(at) && reader.isGlued(at + 1) ? at + 1 : reader.afterTo(at);

function yearAfter(reader: TokenReader, at: number): DatePart | null {
  return yearAt(reader, afterWords(reader, afterComma(reader, at)));
}

function fullRange(
  reader: TokenReader,
  from: NamedDay,
  at: number,
  parse: (reader: TokenReader, at: number) => DateMatch | null,
): DateMatch | null {
  const second = reader.afterTo(at);
  const date = second === null ? null : parse(reader, second);
  const [reading] = date?.readings ?? [];
  if (!date || !reading?.to || !/^\d/.test(reading.to) || reading.precision !== 'day') return null;
  const [year = 0, month = 0, day = 0] = reading.to.split('-').map(Number);
  return { readings: distinct([dateReading(from, { year, month, day })]), next: date.next };
}

/** Month, a day perhaps, and a year perhaps. */
function monthFirstAt(reader: TokenReader, at: number): DateMatch | null {
  const month = monthAt(reader, at);
  if (!month) return null;
  const named = (year: number | null, day: number | null, value: number): NamedDay => ({ year, month: value, day });
  const day = reader.pieceAt(month.next)?.type === 'number' ? dayAt(reader, month.next) : null;
  const piece = reader.number(month.next);
  if (day && piece && piece.form !== 'fraction' && !unitFollows(reader, day.next)) {
    const dash = afterDayDash(reader, day.next);
    const lastDay = dash === null ? null : dayAt(reader, dash);
    const lastMonth = dash === null || lastDay ? null : monthAt(reader, dash);
    const endDay = lastMonth && dayAt(reader, lastMonth.next);
    const yearFrom = endDay?.next ?? lastDay?.next ?? day.next;
    const year = yearAfter(reader, yearFrom);
    const isSentenceEnd = !year && reader.isSign(yearFrom - 1, '.');
    const readings = month.values.flatMap((first) =>
      (endDay && lastMonth ? lastMonth.values : [first]).map((second) =>
        dateReading(
          named(year?.value ?? null, day.value, first),
          named(year?.value ?? null, endDay?.value ?? lastDay?.value ?? day.value, second),
        ),
      ),
    );
    const full =
      year && !lastDay && !endDay
        ? fullRange(reader, named(year.value, day.value, month.values[0] ?? 0), year.next, monthFirstAt)
        : null;
    return full ?? { readings: distinct(readings), next: year?.next ?? (isSentenceEnd ? yearFrom - 1 : yearFrom) };
  }
  const dash = reader.afterTo(month.next);
  const lastMonth = dash === null ? null : monthAt(reader, dash);
  const yearFrom = lastMonth?.next ?? month.next;
  const year = yearAfter(reader, yearFrom);
  if (!year && month.isDoubtful) return null;
  const readings = month.values.flatMap((first) =>
    (lastMonth?.values ?? [first]).map((second) =>
      dateReading(named(year?.value ?? null, null, first), named(year?.value ?? null, null, second)),
    ),
  );
  const isSentenceEnd =
    !year &&
    reader.isSign(yearFrom - 1, '.') &&
    reader.word(yearFrom - 2) !== null &&
    (reader.word(yearFrom - 2)?.key.length ?? 0) > 4;
  return { readings: distinct(readings), next: year?.next ?? (isSentenceEnd ? yearFrom - 1 : yearFrom) };
}

/** `March 5 miles` is no date. */
function unitFollows(reader: TokenReader, at: number): boolean {
  const word = reader.word(at);
  return (
    word !== null &&
    reader.vocabulary.phrasesAt(word.key).length > 0 &&
    !reader.isWordOf('of', at) &&
    !reader.isWordOf('clock', at)
  );
}

/** `autumn of 1962`. */
function seasonAt(reader: TokenReader, at: number): DateMatch | null {
  const word = reader.word(at);
  const seasons = word ? reader.vocabulary.named('seasons', word.key) : [];
  if (seasons.length === 0) return null;
  const year = yearAfter(reader, at + 1);
  return year && { readings: distinct(seasons.map((season) => seasonReading(year.value, season))), next: year.next };
}

/** `the 19th century`, `XIX век`, `19. Jahrhundert`, `siècle XX`. */
function centuryAt(reader: TokenReader, at: number): DateMatch | null {
  const numberOf = (index: number): number | null => {
    const glued = ROMAN_ORDINAL.exec(reader.word(index)?.written ?? '');
    if (glued) return romanValue(glued[1] ?? '', 'asked');
    // Three centuries are no date; the point of `19. Jahrhundert` makes it one.
    const isPlace = ['ordinal', 'roman'].includes(reader.number(index)?.form ?? '') || reader.isSign(index + 1, '.');
    return isPlace ? reader.whole(index) : null;
  };
  const isCentury = (index: number) => reader.isWordOf('century', index) && (reader.word(index)?.key.length ?? 0) > 1;
  const behind = reader.afterPoint(at + 1);
  const [first, second] = [numberOf(at), isCentury(at) ? numberOf(at + 1) : null];
  if (first !== null && first >= 1 && first <= 21 && isCentury(behind))
    return { readings: [centuryReading(first)], next: behind + 1 };
  const isAfter = second !== null && second >= 1 && second <= 21 && reader.number(at + 1)?.form === 'roman';
  return isAfter ? { readings: [centuryReading(second)], next: at + 2 } : null;
}

/** Folded words, points left out. */
const ERAS: ReadonlySet<string> = new Set([
  'bc',
  'bce',
  'b c',
  'v chr',
  'v u z',
  'av j c',
  'a c',
  'p n e',
  'pr n e',
  'do n e',
  'pre n e',
]);

/** Years alone, where something says that they are: `in 1962`, `1962-63`, `the 1940s`, `год 1962`. */
function yearsAt(reader: TokenReader, at: number): DateMatch | null {
  const piece = reader.number(at);
  if (!piece) return null;
  const decade = decadeAt(reader, at);
  if (decade) return decade;
  const before = eraAt(reader, at);
  if (before) return before;
  const year = yearAt(reader, at);
  if (!year) return null;
  if (piece.form === 'year' && piece.figures === null)
    return { readings: distinct([yearReading(year.value)]), next: year.next };
  if (
    piece.figures !== null &&
    ((reader.isSign(at + 1, '-', '/') && reader.isGlued(at + 1)) || reader.isWordOf('to', at + 1))
  ) {
    const range = yearRange(reader, at, year.value);
    if (range) return range;
  }
  const hasWord = reader.pieceAt(year.next - 1) !== reader.pieceAt(at);
  const isAsked =
    reader.isWordOf('inYear', at - 1) ||
    (reader.isWordOf('of', at - 1) && reader.isWordOf('inYear', at - 2)) ||
    (reader.isSign(at - 1, "'") && reader.isWordOf('inYear', at - 2));
  if (!hasWord && (!isAsked || unitFollows(reader, at + 1) || reader.isSign(at + 1, '%'))) return null;
  if (piece.form === 'ordinal' && !hasWord) return null;
  return { readings: distinct([yearReading(year.value)]), next: year.next };
}

function yearRange(reader: TokenReader, at: number, from: number): DateMatch | null {
  const end = reader.number(at + 2);
  const figures = end?.figures ?? '';
  const isGlued = reader.isGlued(at + 1) && reader.isGlued(at + 2);
  if (!isGlued && !reader.isWordOf('to', at + 1)) return null;
  if (reader.isSign(at + 3, '-', '/') && reader.isGlued(at + 3)) return null;
  const to = /^\d\d$/.test(figures)
    ? from - (from % 100) + Number(figures)
    : /^\d{4}$/.test(figures)
      ? Number(figures)
      : null;
  if (to === null || (figures.length === 2 && !isGlued)) return null;
  // 2000-09 is a month to ISO 8601, and may be a range.
  const asMonth =
    figures.length === 2 && reader.isSign(at + 1, '-')
      ? dateReading({ year: from, month: Number(figures), day: null })
      : null;
  const asRange = to > from && to <= LAST_YEAR ? yearReading(from, to) : null;
  if (!asMonth && !asRange) return null;
  return {
    readings: distinct([Number(figures) === (from % 100) + 1 ? asRange : asMonth, asMonth, asRange]),
    next: afterYearWord(reader, at + 3),
  };
}

function decadeAt(reader: TokenReader, at: number): DateMatch | null {
  const piece = reader.number(at);
  const figures = piece?.figures ?? '';
  const isShort = reader.isSign(at - 1, "'", '\u2018') && reader.isGlued(at) && /^\d0$/.test(figures);
  if (!isShort && !/^\d{3}0$/.test(figures)) return null;
  const start = isShort ? 1900 + Number(figures) : Number(figures);
  const isApostrophe = reader.isSign(at + 1, "'") && reader.isGlued(at + 1);
  const joint =
    isApostrophe ||
    (reader.isSign(at + 1, '-') && reader.isGlued(at + 1)) ||
    (reader.isSign(at + 1, '.') && reader.isGlued(at + 1) && reader.isGlued(at + 2))
      ? at + 2
      : at + 1;
  const isEnding = reader.isWordOf('decadeEndings', joint) && reader.isGlued(joint);
  if (isEnding) {
    const hasWord = reader.isWordOf('year', joint + 1) || /^(?:jahre|jahren)$/.test(reader.word(joint + 1)?.key ?? '');
    return { readings: [decadeReading(start)], next: hasWord ? reader.afterPoint(joint + 2) : joint + 1 };
  }
  const isNamed = reader.isWordOf('decadeBefore', at - 1) && reader.word(at + 1)?.gap !== 'none';
  return isNamed ? { readings: [decadeReading(start)], next: at + 1 } : null;
}

/** `44 BC`, `44 v. Chr.`: the year 1 BC is the year 0. */
function eraAt(reader: TokenReader, at: number): DateMatch | null {
  const year = reader.whole(at);
  if (year === null || year < 1 || year > 9999) return null;
  const words: string[] = [];
  for (let next = at + 1; next < at + 8 && words.length < 3; next += 1) {
    const word = reader.word(next);
    if (!word && !reader.isSign(next, '.', '-')) break;
    if (word) words.push(word.key);
    if (word && ERAS.has(words.join(' ')))
      return { readings: distinct([yearReading(1 - year)]), next: reader.afterPoint(next + 1) };
  }
  return null;
}
