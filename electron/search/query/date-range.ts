/** Reads the value of a date filter: one EDTF date, or two with `..` between them, either of which may be left open. */
import { type DateBounds, dateBounds } from '../../archive/index.js';
import { t } from '../../wording/index.js';

export interface FilterDateRange {
  /** First and last day, `YYYY-MM-DD`; null: open. */
  readonly from: string | null;
  readonly to: string | null;
}

/** Why a value is no date: a sentence, and the value that may have been meant, or null. */
export interface DateFault {
  readonly message: string;
  readonly mended: string | null;
}

/** The longest EDTF interval with qualifiers is shorter; reading hostile text would only cost time. */
const MAX_DATE_LENGTH = 48;
const EXAMPLES = t('Write the year first: 2000-09-06, 2000-09, 2000, 199X, “1999-03?”');
const RANGES = t('From and to have two dots between them: 1999-03..1999-06, “1999..”, “..1999”');

/** @param text as typed, without quotation marks. */
export function readDateRange(text: string): FilterDateRange | DateFault {
  const dots = text.indexOf('..');
  if (dots < 0) {
    const day = boundsOf(text);
    return day ? { from: day.min, to: day.max } : unreadable(text, text);
  }
  const [start, end] = [text.slice(0, dots), text.slice(dots + 2)];
  if (start === '' && end === '')
    return { message: t('A date is missing before or after the dots. {RANGES}.', { RANGES }), mended: null };
  const first = start === '' ? null : boundsOf(start);
  const last = end === '' ? null : boundsOf(end);
  if (start !== '' && !first) return unreadable(text, start);
  if (end !== '' && !last) return unreadable(text, end);
  const range = { from: first?.min ?? null, to: last?.max ?? null };
  if (range.from === null || range.to === null || range.from <= range.to) return range;
  return {
    message: t('“{start}” is later than “{end}”. Write the earlier date first.', { start, end }),
    mended: `${end}..${start}`,
  };
}

/** A line is read again with every key, and reading a date costs a tenth of a millisecond. */
const known = new Map<string, DateBounds | null>();
const MAX_KNOWN = 500;

function boundsOf(text: string): DateBounds | null {
  if (text.length > MAX_DATE_LENGTH) return null;
  const found = known.get(text);
  if (found !== undefined) return found;
  if (known.size >= MAX_KNOWN) known.clear();
  // A small x for an unknown digit is a slip of the hand; the archive writes it large.
  const bounds = dateBounds(text.replaceAll('x', 'X'));
  known.set(text, bounds);
  return bounds;
}

function unreadable(whole: string, part: string): DateFault {
  const shown = part.length > MAX_DATE_LENGTH ? `${part.slice(0, MAX_DATE_LENGTH)}…` : part;
  return {
    message: t('“{shown}” cannot be read as a date. {EXAMPLES}. {RANGES}.', { shown, EXAMPLES, RANGES }),
    mended: mend(whole),
  };
}

/** Other notations that leave no doubt. Not 6/9/2000, which is a day in June or in September. */
const NOTATIONS: readonly (readonly [RegExp, (...digits: string[]) => string])[] = [
  [/^(\d{4})[-./](\d{1,2})[-./](\d{1,2})\.?$/, (year, month, day) => dateOf(year, month, day)],
  [/^(\d{4})[-./](\d{1,2})\.?$/, (year, month) => dateOf(year, month)],
  [/^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})\.?$/, (day, month, year) => dateOf(year, month, day)],
  [/^(\d{1,2})[./](\d{4})\.?$/, (month, year) => dateOf(year, month)],
  [/^(\d{4}(?:-\d{2})?)\*$/, (date = '') => date],
  [/^(\d{3})0s$/, (decade) => `${decade}X`],
  [/^(\d{2})\*$/, (century) => `${century}XX`],
  [/^(\d{3})\*$/, (decade) => `${decade}X`],
];

const dateOf = (year = '', ...rest: (string | undefined)[]) =>
  [year, ...rest.map((part = '') => part.padStart(2, '0'))].join('-');

function mend(whole: string): string | null {
  if (whole.length > 2 * MAX_DATE_LENGTH) return null;
  const parts = whole
    .replace(/…|\.{3,}/g, '..')
    .replace(/^(\d{4})-(\d{4})$/, '$1..$2')
    .replace(/^([\dX-]+) ?[–—] ?([\dX-]+)$/, '$1..$2')
    .split('..');
  const mended = parts.map((part) => mendOne(part.trim())).join('..');
  return mended === whole ? null : mended;
}

function mendOne(part: string): string {
  for (const [pattern, write] of NOTATIONS) {
    const match = pattern.exec(part);
    if (match) return write(...match.slice(1));
  }
  return part;
}
