/**
 * Postings in groups of up to 128 documents, each a byte with two widths and then, for each document, the distance to
 * the one before and the number of positions less one, as Rice codes of these widths. A group ends with a whole byte.
 *
 * Documents 5, 6 and 16 with the term 1, 3 and 2 times; so 5, 0 and 9 documents are passed over, and the widths are 1
 * and 0:
 *
 *     0001 0000  110 1  0    0 0  110   11110 1  10   000000
 *     widths     gap 5  1×   gap 0  3×  gap 9    2×   filled up
 *
 * A gap of 5 with width 1 is 5 >> 1 = 2 ones, a zero, and the lowest bit.
 */
import { type BitWriter, riceWidth } from './bits.js';

/** A width has half a byte. */
const MAX_WIDTH = 15;

/** @param gaps documents passed over before each. @param frequencies positions in each. Both count from 0 to `count`. */
export function writeGroup(bits: BitWriter, gaps: Int32Array, frequencies: Int32Array, count: number): void {
  let gapSum = 0;
  let frequencySum = -count;
  for (let at = 0; at < count; at++) {
    gapSum += gaps[at] as number;
    frequencySum += frequencies[at] as number;
  }
  const gapWidth = Math.min(MAX_WIDTH, riceWidth(gapSum, count));
  const frequencyWidth = Math.min(MAX_WIDTH, riceWidth(frequencySum, count));
  bits.bits((gapWidth << 4) | frequencyWidth, 8);
  for (let at = 0; at < count; at++) {
    bits.rice(gaps[at] as number, gapWidth);
    bits.rice((frequencies[at] as number) - 1, frequencyWidth);
  }
  bits.align();
}
