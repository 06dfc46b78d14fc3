/**
 * Between the dates of the filter (EDTF, as written) and the bars of the date histogram. Pure. Invariant: brushing bars
 * writes dates that brush the same bars again.
 */
import type { DateHistogram } from '../../../electron/contract/index.js';
import { formatDate } from '../../api/index.js';

export type Bins = DateHistogram['bins'];
/** Indexes of bars, both inclusive. */
export type BinRange = readonly [first: number, last: number];
export interface DateFilter {
  readonly dateFrom: string;
  readonly dateTo: string;
}

const DATE = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?[?~%]?$/;

/** First or last day a date of EDTF may mean, as `YYYY-MM-DD` or a bound that sorts like it; null when it is not known here. */
function dayOf(edtf: string, end: 'first' | 'last'): string | null {
  const parts = edtf.trim().split('/');
  const [, year, month = 'XX', day = 'XX'] = DATE.exec((end === 'first' ? parts[0] : parts.at(-1)) ?? '') ?? [];
  // The seasons of EDTF, 21 to 24, are left to the service.
  if (year === undefined || parts.length > 2 || (month !== 'XX' && Number(month) > 12)) return null;
  const fill = (text: string, low: string, high: string): string =>
    text !== 'XX' ? text : end === 'first' ? low : high;
  return `${year.replaceAll('X', end === 'first' ? '0' : '9')}-${fill(month, '01', '12')}-${fill(day, '01', '31')}`;
}

/** @returns the bars a date filter covers; null when it has no date, covers none, or has a date not known here. */
export function brushedBins(bins: Bins, { dateFrom, dateTo }: DateFilter): BinRange | null {
  if (dateFrom.trim() === '' && dateTo.trim() === '') return null;
  const from = dateFrom.trim() === '' ? '' : dayOf(dateFrom, 'first');
  const to = dateTo.trim() === '' ? '9999-12-31' : dayOf(dateTo, 'last');
  if (from === null || to === null) return null;
  const first = bins.findIndex((bin) => bin.to >= from && bin.from <= to);
  const last = bins.findLastIndex((bin) => bin.to >= from && bin.from <= to);
  return first < 0 ? null : [first, last];
}

/** A day as short as it can be written without another meaning: `1999` for its first or last day. */
function formatDay(day: string, end: 'first' | 'last'): string {
  const [year = '', month = ''] = day.split('-');
  const isEdgeOf = (shorter: string): boolean =>
    end === 'first' ? dayOf(shorter, 'first') === day : day === lastDay(year, shorter === year ? '12' : month);
  if (isEdgeOf(year)) return year;
  return isEdgeOf(`${year}-${month}`) ? `${year}-${month}` : day;
}

const lastDay = (year: string, month: string): string => {
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return `${year}-${month}-${String(days).padStart(2, '0')}`;
};

/** @returns the dates to write for the bars `[first, last]`, in whichever order they were brushed; null outside the bars. */
export function datesOf(bins: Bins, [one, other]: BinRange): DateFilter | null {
  const first = bins[Math.min(one, other)];
  const last = bins[Math.max(one, other)];
  return first && last ? { dateFrom: formatDay(first.from, 'first'), dateTo: formatDay(last.to, 'last') } : null;
}

/**
 * The dates after one end of the brush was moved to a bar; the ends do not cross, and the other end stays as it is
 * written. An end at the outermost bar is no limit, so that two ends drawn apart are no filter.
 */
export function moveEnd(bins: Bins, dates: DateFilter, end: 'dateFrom' | 'dateTo', index: number): DateFilter {
  const last = bins.length - 1;
  const [from, to] = brushedBins(bins, dates) ?? [0, last];
  const at = end === 'dateFrom' ? Math.max(0, Math.min(to, index)) : Math.min(last, Math.max(from, index));
  const isOpen = at === (end === 'dateFrom' ? 0 : last);
  const moved = datesOf(bins, [at, at]);
  return { dateFrom: dates.dateFrom, dateTo: dates.dateTo, [end]: isOpen || !moved ? '' : moved[end] };
}

/** The bar under a place of the track. @param share 0 at the left edge, 1 at the right; beyond them the outermost bar. */
export const binAt = (bins: Bins, share: number): number =>
  Math.max(0, Math.min(bins.length - 1, Math.floor(share * bins.length)));

/** A bar in words: as short as dates in lists are, or as the bar is called when it is no year, month or day. */
export function describeBin(bins: Bins, index: number): string {
  const dates = datesOf(bins, [index, index]);
  return dates && dates.dateFrom === dates.dateTo ? formatDate(dates.dateFrom) : (bins[index]?.label ?? '');
}

/** `2000`, or `Aug 2000 – 2001`: the bars in words. */
export const describeBins = (bins: Bins, [first, last]: BinRange): string =>
  first === last ? describeBin(bins, first) : `${describeBin(bins, first)} – ${describeBin(bins, last)}`;

/** Sources in a range of bars. */
export const countIn = (bins: Bins, [first, last]: BinRange): number =>
  bins.slice(first, last + 1).reduce((sum, { count }) => sum + count, 0);
