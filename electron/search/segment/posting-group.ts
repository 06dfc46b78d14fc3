/**
 * Postings in groups of up to 128 documents, each a byte with two widths and then, for each document, the distance to
 * the one before and the number of places less one, as Rice codes of these widths. A group ends with a whole byte.
 */
import { type BitWriter, riceWidth } from './bits.js';

/** A width has half a byte. */
const MOST_WIDTH = 15;

/** @param gaps documents passed over before each. @param frequencies places in each. Both count from 0 to `count`. */
export function writeGroup(bits: BitWriter, gaps: Int32Array, frequencies: Int32Array, count: number): void {
  let gapSum = 0;
  let frequencySum = -count;
  for (let at = 0; at < count; at++) {
    gapSum += gaps[at] as number;
    frequencySum += frequencies[at] as number;
  }
  const gapWidth = Math.min(MOST_WIDTH, riceWidth(gapSum, count));
  const frequencyWidth = Math.min(MOST_WIDTH, riceWidth(frequencySum, count));
  bits.bits((gapWidth << 4) | frequencyWidth, 8);
  for (let at = 0; at < count; at++) {
    bits.rice(gaps[at] as number, gapWidth);
    bits.rice((frequencies[at] as number) - 1, frequencyWidth);
  }
  bits.align();
}
