/**
 * Bars of a histogram of dates, by the day on which each begins. Pure. The unit is the finest that needs at most
 * sixty bars and that half of the dates are known to: bars of days over dates that only name a year would say what
 * nobody knows.
 */
import type { DateHistogram } from '../../contract/index.js';
import { NO_DAY } from './catalogue-columns.js';

const MAX_BINS = 60;
const DAY_MS = 86_400_000;
/** Days that stand for an open beginning or end. */
const FIRST_DAY = 101;
const LAST_DAY = 99_991_231;

const UNITS = ['day', 'month', 'year', 'decade'] as const;
type HistogramUnit = DateHistogram['unit'];

/**
 * @param mins first day of each date, YYYYMMDD; NO_DAY: undated. A date that is open at its beginning counts at its end.
 * @param maxs last day of each date.
 */
export function dateHistogram(mins: Int32Array, maxs: Int32Array): DateHistogram {
  const begins = new Int32Array(mins.length);
  const known = new Uint32Array(UNITS.length);
  let [dated, first, last] = [0, Number.POSITIVE_INFINITY, 0];
  for (let at = 0; at < mins.length; at++) {
    const [min, max] = [mins[at] ?? NO_DAY, maxs[at] ?? NO_DAY];
    const day = min === FIRST_DAY ? max : min;
    if (day === NO_DAY || day === LAST_DAY) continue;
    begins[dated++] = day;
    // An open date is not known to any unit.
    const precision = min === FIRST_DAY || max === LAST_DAY ? -1 : precisionOf(min, max);
    if (precision >= 0) known[precision] = (known[precision] ?? 0) + 1;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const undated = mins.length - dated;
  if (dated === 0) return { unit: 'year', bins: [], undated };
  const unit = chooseUnit(known, first, last);
  const counts = new Uint32Array(indexOf(last, unit) - indexOf(first, unit) + 1);
  const start = indexOf(first, unit);
  for (let at = 0; at < dated; at++) {
    const bin = indexOf(begins[at] ?? first, unit) - start;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { unit, bins: Array.from(counts, (count, at) => bin(start + at, unit, count)), undated };
}

function chooseUnit(known: Uint32Array, first: number, last: number): HistogramUnit {
  const half = known.reduce((sum, dates) => sum + dates, 0) / 2;
  let precise = 0;
  for (const [rank, unit] of UNITS.entries()) {
    precise += known[rank] ?? 0;
    if (precise >= half && (precise > 0 || unit === 'year') && indexOf(last, unit) - indexOf(first, unit) < MAX_BINS)
      return unit;
  }
  return 'decade';
}

/** Rank of the finest unit a date is known to. */
function precisionOf(min: number, max: number): number {
  if (min === max) return 0;
  if (yearMonth(min) === yearMonth(max)) return 1;
  return year(min) === year(max) ? 2 : 3;
}

const year = (day: number) => Math.floor(day / 10_000);
const yearMonth = (day: number) => Math.floor(day / 100);

/** Number of the bar a day lies in; neighbouring bars have neighbouring numbers. */
function indexOf(day: number, unit: HistogramUnit): number {
  switch (unit) {
    case 'day':
      return Math.round(utc(year(day), (yearMonth(day) % 100) - 1, day % 100) / DAY_MS);
    case 'month':
      return year(day) * 12 + (yearMonth(day) % 100) - 1;
    case 'year':
      return year(day);
    case 'decade':
      return Math.floor(year(day) / 10);
  }
}

function bin(index: number, unit: HistogramUnit, count: number): DateHistogram['bins'][number] {
  switch (unit) {
    case 'day': {
      const date = new Date(index * DAY_MS);
      const day = iso(date);
      return { from: day, to: day, label: `${date.getUTCDate()} ${monthName(date)} ${date.getUTCFullYear()}`, count };
    }
    case 'month': {
      const [of, month] = [Math.floor(index / 12), index % 12];
      const from = new Date(utc(of, month, 1));
      const to = new Date(utc(of, month + 1, 0));
      return { from: iso(from), to: iso(to), label: `${monthName(from)} ${of}`, count };
    }
    case 'year':
      return { from: `${padded(index)}-01-01`, to: `${padded(index)}-12-31`, label: String(index), count };
    case 'decade': {
      const from = index * 10;
      return { from: `${padded(from)}-01-01`, to: `${padded(from + 9)}-12-31`, label: `${from}s`, count };
    }
  }
}

/** Unlike `Date.UTC` this takes the years 0 to 99 as they are. */
const utc = (of: number, month: number, day: number) => new Date(0).setUTCFullYear(of, month, day);
const padded = (of: number) => String(of).padStart(4, '0');
const iso = (date: Date) => date.toISOString().slice(0, 10);
const months = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });
const monthName = (date: Date) => months.format(date);
