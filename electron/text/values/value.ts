/**
 * What a value is: a number, ordinal, sum of money, measure, percentage, date or time that a text states, with all that
 * it may mean. Invariant: `readings` is never empty, the likeliest comes first, and none occurs twice.
 */
import type { Range } from '../../contract/index.js';

export interface Value {
  /** UTF-16 offset, inclusive. */
  readonly start: number;
  /** UTF-16 offset, exclusive. */
  readonly end: number;
  /** Kind of the first reading. */
  readonly kind: ValueKind;
  readonly readings: readonly ValueReading[];
}

export type ValueKind = ValueReading['kind'];
export type ValueReading = QuantityReading | DateReading | TimeReading;

export interface QuantityReading {
  readonly kind: 'number' | 'ordinal' | 'money' | 'measure' | 'percentage';
  /** Exact, in base units of its family (`km` counts in metres): a decimal (`-3.5`), or a fraction (`2/3`). */
  readonly amount: string;
  /** Upper end of a range, inclusive, written as `amount` is; null where there is no range. */
  readonly upTo: string | null;
  /** Of money an ISO 4217 code, or the sign or word where it may be several; of measures a symbol; else null. */
  readonly unit: string | null;
  /** A sign before it that says more than the amount; null where there is none. */
  readonly bound: ValueBound | null;
}
export type ValueBound = '<' | '>' | '≤' | '≥' | '±' | '≈';

export interface DateReading {
  readonly kind: 'date';
  /**
   * First day, inclusive: `2000-09-06`; `--09-06` where no year is given; before our era with a minus sign, the year 1 BC
   * being `0000` (ISO 8601). Null where only a day of the week is named.
   */
  readonly from: string | null;
  /** Last day, inclusive, written as `from` is. */
  readonly to: string | null;
  /** What is named; of a range, what either end names. */
  readonly precision: 'day' | 'month' | 'season' | 'year' | 'decade' | 'century';
  /** 1 (Monday) to 7, where it is named. */
  readonly weekday: number | null;
}

export interface TimeReading {
  readonly kind: 'time';
  /** `07:40`, or `07:40:12`. */
  readonly from: string;
  /** End of a range; null where there is none. */
  readonly to: string | null;
}

/** What a matcher found in the pieces of a text. Without readings: it is a value, and is not understood. */
export interface ValueMatch {
  readonly readings: readonly ValueReading[];
  readonly range: Range;
  /** Index of the first piece behind it. */
  readonly next: number;
}
