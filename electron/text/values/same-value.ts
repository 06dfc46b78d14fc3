/** Whether two values are the same. */
import type { DateReading, QuantityReading, Value, ValueReading } from './value.js';

/** `possible`: equal under some of their readings, or one may be the other less exactly said. */
export type Sameness = 'equal' | 'possible' | 'different';

/**
 * Compares what two values say, however they are written. Values of different kinds are different, except that a bare
 * figure may be a number or a year, and a Roman numeral an ordinal or a number: the other value then decides.
 */
export function sameValue(a: Value, b: Value): Sameness {
  const [ofA, ofB] = [settled(a, b), settled(b, a)];
  const pairs = ofA.map((x) => ofB.map((y) => compared(x, y)));
  const isMet = (row: readonly Sameness[] | undefined) => row?.includes('equal') ?? false;
  const isEqual = pairs.every(isMet) && ofB.every((_, at) => isMet(pairs.map((row) => row[at] ?? 'different')));
  if (isEqual) return 'equal';
  return pairs.flat().some((one) => one !== 'different') ? 'possible' : 'different';
}

/** Readings of one figure, whose kind the other value may decide. */
function settled({ readings }: Value, other: Value): readonly ValueReading[] {
  const figures = readings.map(figureOf);
  if (figures[0] == null || figures.some((figure) => figure !== figures[0])) return readings;
  const kept = readings.filter(({ kind }) => other.readings.some((reading) => reading.kind === kind));
  return kept.length > 0 ? kept : readings;
}

function figureOf(reading: ValueReading): string | null {
  if (reading.kind === 'number' || reading.kind === 'ordinal') return reading.amount;
  if (reading.kind === 'date' && reading.precision === 'year' && reading.from)
    return String(Number(reading.from.slice(0, 4)));
  return null;
}

function compared(a: ValueReading, b: ValueReading): Sameness {
  if (a.kind === 'date' && b.kind === 'date') return comparedDates(a, b);
  if (a.kind !== b.kind) return 'different';
  if (a.kind === 'time' && b.kind === 'time') return a.from === b.from && a.to === b.to ? 'equal' : 'different';
  return comparedQuantities(a as QuantityReading, b as QuantityReading);
}

/** Signs and words that several currencies share, and the codes of those. */
const CURRENCIES: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'CAD', 'AUD', 'NZD', 'HKD'],
  '£': ['GBP'],
  fr: ['CHF', 'FRF'],
  mark: ['DEM'],
  rouble: ['RUB'],
  dinar: ['RSD', 'YUD'],
};

function comparedQuantities(a: QuantityReading, b: QuantityReading): Sameness {
  if (a.amount !== b.amount || a.upTo !== b.upTo || a.bound !== b.bound) return 'different';
  if (a.unit === b.unit) return 'equal';
  const isShared = CURRENCIES[a.unit ?? '']?.includes(b.unit ?? '') || CURRENCIES[b.unit ?? '']?.includes(a.unit ?? '');
  return a.kind === 'money' && isShared ? 'possible' : 'different';
}

function comparedDates(a: DateReading, b: DateReading): Sameness {
  if (a.weekday !== null && b.weekday !== null && a.weekday !== b.weekday) return 'different';
  const isWeekdaySame = a.weekday === b.weekday;
  if (a.from === b.from && a.to === b.to) return isWeekdaySame || a.from !== null ? 'equal' : 'different';
  if (a.from === null || b.from === null || a.to === null || b.to === null) return 'different';
  const [wide, narrow] = a.precision === b.precision ? [null, null] : isWithin(b, a) ? [a, b] : [b, a];
  if (wide && narrow && isWithin(narrow, wide)) return 'possible';
  // The year is named in one of them only.
  const isYearless = a.from.startsWith('--') !== b.from.startsWith('--');
  const dayOf = (text: string) => text.slice(text.length - 5);
  return isYearless && dayOf(a.from) === dayOf(b.from) && dayOf(a.to) === dayOf(b.to) ? 'possible' : 'different';
}

function isWithin(narrow: DateReading, wide: DateReading): boolean {
  const [from, to] = [narrow.from ?? '', narrow.to ?? ''];
  if (from.startsWith('-') || wide.from?.startsWith('-')) return false;
  return from >= (wide.from ?? '') && to <= (wide.to ?? '');
}
