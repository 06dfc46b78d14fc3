/** Formats an EDTF date in plain words. An unknown form is returned as it stands: never a wrong date. */
import { t } from '../../electron/wording/index.js';

const MONTHS = [
  t('January'),
  t('February'),
  t('March'),
  t('April'),
  t('May'),
  t('June'),
  t('July'),
  t('August'),
  t('September'),
  t('October'),
  t('November'),
  t('December'),
];
const SHORT = [
  t('Jan'),
  t('Feb'),
  t('March'),
  t('April'),
  t('May'),
  t('June'),
  t('July'),
  t('Aug'),
  t('Sept'),
  t('Oct'),
  t('Nov'),
  t('Dec'),
];
const SEASONS: Readonly<Record<string, string>> = { '21': 'spring', '22': 'summer', '23': 'autumn', '24': 'winter' };
const DATE = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?([?~%])?$/;

export type DateStyle = 'short' | 'long';

/**
 * @param edtf a date of ISO 8601-2, levels 0 and 1: `2000-09-30`, `2000-09?`, `199X`, `2000-09-28/2000-10-02`.
 * @param style `short` for lists (30 Sept 2000), `long` for a sentence (30 September 2000).
 * @returns plain words; `edtf` itself when it is of a form not known here.
 */
export function formatDate(edtf: string, style: DateStyle = 'short'): string {
  const [first = '', second, ...rest] = edtf.trim().split('/');
  if (rest.length > 0) return edtf;
  if (second === undefined) return formatOne(first, style) ?? edtf;
  const from = formatOne(first, style);
  const until = formatOne(second, style);
  if (from !== null && until !== null) return `${from} – ${until}`;
  if (from !== null && second === '..') return t('from {from} on', { from });
  if (from !== null && second === '') return t('from {from}, end unknown', { from });
  if (until !== null && first === '..') return t('until {until}', { until });
  if (until !== null && first === '') return t('beginning unknown, until {until}', { until });
  return edtf;
}

function formatOne(date: string, style: DateStyle): string | null {
  const match = DATE.exec(date);
  if (!match) return null;
  const [, year = '', month, day, doubt] = match;
  const plain = formatParts(year, month, day, style);
  if (plain === null) return null;
  if (doubt === '?') return t('{plain}, uncertain', { plain });
  if (doubt === '~') return t('about {plain}', { plain });
  return doubt === '%' ? t('about {plain}, uncertain', { plain }) : plain;
}

function formatParts(
  year: string,
  month: string | undefined,
  day: string | undefined,
  style: DateStyle,
): string | null {
  const when = year.endsWith('XX')
    ? `${year.slice(0, 2)}00–${year.slice(0, 2)}99`
    : year.endsWith('X')
      ? `${year.slice(0, 3)}0s`
      : year;
  if (month === undefined || month === 'XX') return when;
  const season = SEASONS[month];
  if (season) return day === undefined ? `${season} ${when}` : null;
  const name = (style === 'long' ? MONTHS : SHORT)[Number(month) - 1];
  if (!name) return null;
  if (day === undefined || day === 'XX') return `${name} ${when}`;
  return Number(day) >= 1 && Number(day) <= 31 ? `${Number(day)} ${name} ${when}` : null;
}
