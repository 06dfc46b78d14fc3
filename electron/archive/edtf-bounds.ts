/** Reads EDTF dates (ISO 8601-2) into the first and last day they may mean. Pure; never guesses at other notations. */
import edtf from 'edtf';
import { DATE_ELEMENTS, DESCRIPTION_ELEMENTS, type Description, FondsError } from '../contract/index.js';
import { t } from '../wording/index.js';

/** First and last day, `YYYY-MM-DD`, inclusive; they compare as text. Open ends and years outside 0–9999 are clamped. */
export interface DateBounds {
  readonly min: string;
  readonly max: string;
}

const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9999-12-31';
const EXAMPLES = '2000-09-06, 2000-09, 2000, 1999-09?, 1999~, 199X, 1999-21 (spring), 1999-09-06/1999-09-08';

/**
 * Seasons as `[first month, first day, last month, last day]`, months from 1, 12 added for the year after.
 * Wide enough for the meteorological and the astronomical season, because a filter asks what a date MAY mean; the
 * library's own bounds put spring in January. 21–24 name no hemisphere and are read as northern.
 */
const NORTHERN = [
  [3, 1, 6, 21],
  [6, 1, 9, 23],
  [9, 1, 12, 21],
  [12, 1, 15, 20],
] as const;
const SOUTHERN = [
  [9, 1, 12, 21],
  [12, 1, 15, 20],
  [3, 1, 6, 21],
  [6, 1, 9, 23],
] as const;

type ParsedEdtf = ReturnType<typeof edtf>;
/** Milliseconds since 1970, UTC; infinite when open. */
type TimeInterval = readonly [min: number, max: number];

const isParsed = (value: unknown): value is ParsedEdtf => typeof value === 'object' && value !== null && 'min' in value;

function seasonReach(date: ParsedEdtf): TimeInterval | null {
  const season = date.season ?? 0;
  const shape =
    season >= 21 && season <= 28 ? NORTHERN[(season - 21) % 4] : season <= 32 ? SOUTHERN[season - 29] : undefined;
  if (!shape || date.year === undefined) return null;
  const [fromMonth, fromDay, toMonth, toDay] = shape;
  return [Date.UTC(date.year, fromMonth - 1, fromDay), Date.UTC(date.year, toMonth - 1, toDay)];
}

/** A year beyond what Date holds is clamped to its side; an unknown end of an interval may mean anything. */
function bound(value: number | null, date: ParsedEdtf, open: number): number {
  if (value === null) return open;
  return Number.isNaN(value) ? (date.year ?? 0) * Number.POSITIVE_INFINITY : value;
}

function reachOf(date: ParsedEdtf): TimeInterval {
  // Distinguished by shape: the library's `type` is a class name, which bundling may change.
  if (date.season !== undefined) {
    const reach = seasonReach(date);
    if (reach) return reach;
  }
  const open: TimeInterval = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  if (date.isEDTFInterval) {
    const [lower, upper] = date.values ?? [];
    return [isParsed(lower) ? reachOf(lower)[0] : open[0], isParsed(upper) ? reachOf(upper)[1] : open[1]];
  }
  if (date.earlier !== undefined) {
    // The library forgets the end of a trailing range such as {1960,1961..1963}.
    const members = (date.values ?? []).flat().filter(isParsed).map(reachOf);
    const min = Math.min(...members.map((reach) => reach[0]));
    const max = Math.max(...members.map((reach) => reach[1]));
    return [date.earlier ? open[0] : min, date.later ? open[1] : max];
  }
  return [bound(date.min, date, open[0]), bound(date.max, date, open[1])];
}

function dayOf(timeMs: number): string {
  if (timeMs < Date.parse(`${FIRST_DAY}T00:00:00Z`)) return FIRST_DAY;
  if (timeMs > Date.parse(`${LAST_DAY}T00:00:00Z`)) return LAST_DAY;
  return new Date(timeMs).toISOString().slice(0, 10);
}

/** @returns null when `text` is empty or not EDTF. Times are imported UTC. */
export function dateBounds(text: string): DateBounds | null {
  if (text === '') return null;
  try {
    const [min, max] = reachOf(edtf(text));
    return { min: dayOf(min), max: dayOf(max) };
  } catch {
    return null;
  }
}

/** @throws FondsError DATE_INVALID naming the element, its value, and what would be accepted. */
export function checkDates(description: Partial<Description>): void {
  for (const element of DATE_ELEMENTS) {
    const value = description[element] ?? '';
    if (value === '' || dateBounds(value)) continue;
    const label = DESCRIPTION_ELEMENTS.find(([name]) => name === element)?.[1] ?? element;
    throw new FondsError(
      'DATE_INVALID',
      t(
        '{label}: “{value}” cannot be read as a date. Write it year first, for example {EXAMPLES}; or leave it empty.',
        { label, value, EXAMPLES },
      ),
      { element, value },
    );
  }
}
