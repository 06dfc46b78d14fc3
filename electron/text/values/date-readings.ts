/** Dates as first and last day, in the Gregorian calendar carried backwards. */
import type { DateReading } from './value.js';

/** A day, month or year as named. A part that is not named is null. */
export interface NamedDay {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

const two = (value: number) => String(value).padStart(2, '0');
const yearText = (year: number | null) =>
  year === null ? '-' : year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0');
const dayText = (year: number | null, month: number, day: number) => `${yearText(year)}-${two(month)}-${two(day)}`;

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lastDay = (year: number | null, month: number): number =>
  month === 2 ? (year === null || isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Whether there is such a day. */
export const isDay = ({ year, month, day }: NamedDay): boolean =>
  (month === null || (month >= 1 && month <= 12)) &&
  (day === null || (day >= 1 && month !== null && day <= lastDay(year, month)));

/** @returns null when there is no such date, or its end comes before its beginning. */
export function dateReading(from: NamedDay, to: NamedDay = from, weekday: number | null = null): DateReading | null {
  if (!isDay(from) || !isDay(to)) return null;
  const precision = from.day !== null ? 'day' : from.month !== null ? 'month' : 'year';
  const first = dayText(from.year, from.month ?? 1, from.day ?? 1);
  const toMonth = to.month ?? 12;
  const last = dayText(to.year, toMonth, to.day ?? lastDay(to.year, toMonth));
  const isInOrder =
    from.year === to.year || from.year === null || to.year === null ? first <= last : from.year < to.year;
  return isInOrder ? { kind: 'date', from: first, to: last, precision, weekday } : null;
}

export const yearReading = (from: number, to = from): DateReading | null =>
  dateReading({ year: from, month: null, day: null }, { year: to, month: null, day: null });

export const decadeReading = (year: number): DateReading => ({
  kind: 'date',
  from: dayText(year, 1, 1),
  to: dayText(year + 9, 12, 31),
  precision: 'decade',
  weekday: null,
});

/** The 19th century ends with the year 1900. */
export const centuryReading = (century: number): DateReading => ({
  kind: 'date',
  from: dayText(century * 100 - 99, 1, 1),
  to: dayText(century * 100, 12, 31),
  precision: 'century',
  weekday: null,
});

/**
 * Whole months, on the northern half of the earth. The winter of 1962 ends in 1963.
 * @param season 1 (spring) to 4 (winter).
 */
export function seasonReading(year: number, season: number): DateReading {
  const month = season * 3;
  const [endYear, endMonth] = season === 4 ? [year + 1, 2] : [year, month + 2];
  return {
    kind: 'date',
    from: dayText(year, month, 1),
    to: dayText(endYear, endMonth, lastDay(endYear, endMonth)),
    precision: 'season',
    weekday: null,
  };
}

export const weekdayReading = (weekday: number): DateReading => ({
  kind: 'date',
  from: null,
  to: null,
  precision: 'day',
  weekday,
});
