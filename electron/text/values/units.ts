/** Units that are others in another size, so that 1.5 km and 1,500 m are one measure. */
import { type Amount, amountOf, times } from './amount.js';

const SIZES: Readonly<Record<string, readonly [unit: string, numerator: number, denominator: number]>> = {
  km: ['m', 1000, 1],
  cm: ['m', 1, 100],
  mm: ['m', 1, 1000],
  g: ['kg', 1, 1000],
  mg: ['kg', 1, 1_000_000],
  t: ['kg', 1000, 1],
  'km²': ['m²', 1_000_000, 1],
  ha: ['m²', 10_000, 1],
  Mt: ['kt', 1000, 1],
  yd: ['ft', 3, 1],
  in: ['ft', 1, 12],
  min: ['s', 60, 1],
  h: ['s', 3600, 1],
  d: ['s', 86_400, 1],
  wk: ['s', 604_800, 1],
  yr: ['mo', 12, 1],
};

/** @returns the unit that its family is counted in, and the amount in it. */
export function inBaseUnit(amount: Amount, unit: string): { readonly amount: Amount; readonly unit: string } {
  const size = SIZES[unit];
  return size ? { amount: times(amount, amountOf(size[1], size[2])), unit: size[0] } : { amount, unit };
}
