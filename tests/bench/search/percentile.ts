/** Percentiles of measured times. */

/**
 * @param share 0 to 1: 0.5 is the median, 0.95 the time that nineteen of twenty stay within.
 * @returns a value that was measured, by nearest rank.
 * @throws RangeError when nothing was measured or the share is none.
 */
export function percentile(values: readonly number[], share: number): number {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`${share} is not between 0 and 1.`);
  const sorted = values.toSorted((one, other) => one - other);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('Nothing was measured.');
  return value;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);
