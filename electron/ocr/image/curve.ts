/** How the lines of a page bend, as a polynomial over the page: smooth, and small enough to be kept. */

export interface Curve {
  /** Of the page on which it was measured. */
  readonly width: number;
  readonly height: number;
  /** In pixels, one for each term of `curveTerms`. */
  readonly coefficients: readonly number[];
}

const ACROSS = 6;
const DOWN = 3;

export const TERMS = ACROSS * (DOWN + 1);

/** Powers of `u` and `v`, both from -1 to 1 over the page; without terms of `v` alone, which would move whole lines. */
export function curveTerms(u: number, v: number): number[] {
  const terms: number[] = [];
  for (let down = 0, y = 1; down <= DOWN; down += 1, y *= v) {
    for (let across = 1, x = u; across <= ACROSS; across += 1, x *= u) terms.push(x * y);
  }
  return terms;
}

/** @returns how many pixels lower than in the middle of the page a line runs at `x`, `y`. */
export function curveAt({ width, height, coefficients }: Curve, x: number, y: number): number {
  const u = (2 * x) / width - 1;
  const v = (2 * y) / height - 1;
  let sum = 0;
  let at = 0;
  for (let down = 0, power = 1; down <= DOWN; down += 1, power *= v) {
    let row = 0;
    for (let across = ACROSS - 1; across >= 0; across -= 1) row = (row + (coefficients[at + across] as number)) * u;
    sum += row * power;
    at += ACROSS;
  }
  return sum;
}
