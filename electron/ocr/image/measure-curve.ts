/**
 * Measures how lines of text bend: the page is cut into upright strips, and each is laid beside its neighbour so that
 * dark rows meet. How far it must be moved is the slope of the lines there; a smooth curve with these slopes is fitted.
 */
import { type Curve, curveTerms, TERMS } from './curve.js';
import { type GreyImage, shrink } from './grey-image.js';
import { createLeastSquares } from './linear-equations.js';

/** Of the shrunk page. */
const WIDTH = 900;
const STRIP = 18;
const MOST_SHIFT = 7;
const WINDOWS = 14;
/** What rows of two strips must have in common for their shift to count, from 0 to 1. */
const LEAST_LIKENESS = 0.55;
const ROUNDS = 3;

interface Shift {
  readonly u: number;
  readonly nextU: number;
  readonly v: number;
  /** In pixels of the shrunk page. */
  readonly by: number;
  readonly weight: number;
}

/** @param image evenly lit. @returns null when the page has too little text to say, or its lines are straight. */
export function measureCurve(image: GreyImage): Curve | null {
  const factor = Math.max(1, Math.round(image.width / WIDTH));
  const small = shrink(image, factor);
  const shifts = measureShifts(small);
  if (shifts.length < TERMS * 3) return null;
  let kept = shifts;
  let coefficients: number[] | null = null;
  for (let round = 0; round < ROUNDS; round += 1) {
    const system = createLeastSquares(TERMS);
    for (const { u, nextU, v, by, weight } of kept) system.add(between(u, nextU, v), by, weight);
    coefficients = system.solve(kept.length * 1e-4);
    if (!coefficients) return null;
    // A strip that took one line for the next is far off the curve of all others.
    const fitted = coefficients;
    const isNear = ({ u, nextU, v, by }: Shift) => Math.abs(dot(between(u, nextU, v), fitted) - by) < 1.5;
    kept = shifts.filter(isNear);
    if (kept.length < shifts.length / 3 || kept.length < TERMS * 2) return null;
  }
  const curve = {
    width: image.width,
    height: image.height,
    coefficients: (coefficients ?? []).map((value) => value * factor),
  };
  return curve;
}

const between = (u: number, nextU: number, v: number): number[] => {
  const before = curveTerms(u, v);
  return curveTerms(nextU, v).map((term, index) => term - (before[index] as number));
};
const dot = (one: readonly number[], other: readonly number[]) =>
  one.reduce((sum, value, index) => sum + value * (other[index] as number), 0);

function measureShifts(image: GreyImage): Shift[] {
  const { width, height } = image;
  const strips = Math.floor(width / STRIP);
  const profiles = Array.from({ length: strips }, (_, strip) => profileOf(image, strip * STRIP));
  const shifts: Shift[] = [];
  const half = Math.max(24, Math.round(height / WINDOWS));
  for (let strip = 0; strip + 1 < strips; strip += 1) {
    for (let window = 0; window < WINDOWS; window += 1) {
      const middle = Math.round(((window + 0.5) * height) / WINDOWS);
      const found = bestShift(profiles[strip] as Float32Array, profiles[strip + 1] as Float32Array, middle, half);
      if (!found) continue;
      const u = (2 * (strip + 0.5) * STRIP) / width - 1;
      shifts.push({ u, nextU: u + (2 * STRIP) / width, v: (2 * middle) / height - 1, ...found });
    }
  }
  return shifts;
}

/** How dark each row of a strip is, a little smoothed. */
function profileOf({ width, height, data }: GreyImage, left: number): Float32Array {
  const rows = new Float32Array(height);
  for (let y = 0; y < height; y += 1) {
    let sum = 0;
    for (let at = y * width + left, end = at + STRIP; at < end; at += 1) sum += 255 - (data[at] as number);
    rows[y] = sum / STRIP;
  }
  const smooth = new Float32Array(height);
  for (let y = 1; y + 1 < height; y += 1) {
    smooth[y] = ((rows[y - 1] as number) + 2 * (rows[y] as number) + (rows[y + 1] as number)) / 4;
  }
  return smooth;
}

/** @returns by how much the rows of `other` are lower than those of `one` around `middle`; null when that is unclear. */
function bestShift(
  one: Float32Array,
  other: Float32Array,
  middle: number,
  half: number,
): { readonly by: number; readonly weight: number } | null {
  const from = Math.max(MOST_SHIFT, middle - half);
  const end = Math.min(one.length - MOST_SHIFT, middle + half);
  if (end - from < half) return null;
  const scores: number[] = [];
  for (let shift = -MOST_SHIFT; shift <= MOST_SHIFT; shift += 1) scores.push(likeness(one, other, from, end, shift));
  let best = 0;
  for (const [index, score] of scores.entries()) if (score > (scores[best] as number)) best = index;
  const score = scores[best] as number;
  if (score < LEAST_LIKENESS || best === 0 || best === scores.length - 1) return null;
  // Between two rows the peak is that of the parabola through three.
  const [before, next] = [scores[best - 1] as number, scores[best + 1] as number];
  const bend = before - 2 * score + next;
  const part = bend < 0 ? (before - next) / (2 * bend) : 0;
  return { by: best - MOST_SHIFT + part, weight: score };
}

/** The correlation of two profiles, the second moved. */
function likeness(one: Float32Array, other: Float32Array, from: number, end: number, shift: number): number {
  let [sumOne, sumOther, squareOne, squareOther, product] = [0, 0, 0, 0, 0];
  for (let y = from; y < end; y += 1) {
    const a = one[y] as number;
    const b = other[y + shift] as number;
    sumOne += a;
    sumOther += b;
    squareOne += a * a;
    squareOther += b * b;
    product += a * b;
  }
  const count = end - from;
  const spreadOne = squareOne - (sumOne * sumOne) / count;
  const spreadOther = squareOther - (sumOther * sumOther) / count;
  // Rows without letters are alike wherever they are laid.
  if (spreadOne < count * 60 || spreadOther < count * 60) return 0;
  return (product - (sumOne * sumOther) / count) / Math.sqrt(spreadOne * spreadOther);
}
