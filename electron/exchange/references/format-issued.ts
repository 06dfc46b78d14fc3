/** Dates of CSL in words, for programs that print what they are given. English, as all else that an exchange file says. */
import type { CslItem } from '../../notes/index.js';

type CslIssued = NonNullable<CslItem['issued']>;

/** From 1 on. */
export const SEASONS = ['Spring', 'Summer', 'Autumn', 'Winter'];

/** A day, a month or a year; years before 1 and open ends stay digits. */
function part([year = 0, month, day]: readonly number[]): string {
  if (year === 0) return '';
  if (month === undefined) return String(year);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day ?? 1);
  if (year < 0) return date.toISOString().slice(0, day === undefined ? 10 : 13);
  const form = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return date.toLocaleDateString('en-US', day === undefined ? form : { ...form, day: 'numeric' });
}

/** `[September 6, 2000?]`, `[ca. 1910?]`, `ca. 1910`. Source: Chicago Manual of Style 17, 14.145. */
export function formatIssued({ 'date-parts': parts, season, circa, uncertain, literal }: CslIssued): string {
  const dates = (parts ?? []).map(part);
  const when = [season === undefined ? '' : (SEASONS[season - 1] ?? ''), dates.join('–') || (literal ?? '')];
  const label = [circa ? 'ca.' : '', ...when].filter((word) => word !== '').join(' ');
  return uncertain ? `[${label}?]` : label;
}

/** The same of the years alone; '' when none is known. */
export function formatIssuedYear({ 'date-parts': parts = [], circa, uncertain }: CslIssued): string {
  const years = [...new Set(parts.map(([year = 0]) => year))];
  if (years.length === 0) return '';
  const doubt = { ...(circa ? { circa } : {}), ...(uncertain ? { uncertain } : {}) };
  return formatIssued({ 'date-parts': years.map((year) => [year]), ...doubt });
}
