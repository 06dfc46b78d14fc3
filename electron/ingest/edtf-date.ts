/**
 * Dates as files give them, to EDTF. Accepts only forms that are surely valid (ISO 8601-2 level 0, and level 1 with a
 * qualifier or an unspecified year digit); anything else is left out rather than guessed.
 */

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?$/;
const DECADE = /^\d{3}X$|^\d{2}XX$/;

/** @returns the EDTF date, or null when the value is not surely one. A time of day is cut off. */
export function toEdtf(value: string): string | null {
  const date = value.trim().replace(/^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.*$/, '$1');
  const ends = date.split('/');
  if (ends.length > 2 || !ends.every(isDate)) return null;
  return date;
}

function isDate(date: string): boolean {
  if (DECADE.test(date)) return true;
  const match = DATE.exec(date);
  if (!match) return false;
  const [, year, month, day] = match;
  if (month === undefined) return true;
  if (Number(month) < 1 || Number(month) > 12) return false;
  if (day === undefined) return true;
  const lastDay = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate();
  return Number(day) >= 1 && Number(day) <= lastDay;
}
