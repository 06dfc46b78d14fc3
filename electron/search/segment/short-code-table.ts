/**
 * Postings whose two codes are short together, as nearly all are in the long lists that a search takes its time for:
 * looked up by their bits, and learnt as they turn up.
 */

/** Bits by which a posting is looked up, and it has no more. */
export const SHORT_BITS = 10;
const MAX_GAP_WIDTH = 7;
const MAX_FREQUENCY_WIDTH = 4;

/** By both widths; what is looked up is 0 where nothing was learnt. */
const tables: (Int32Array | undefined)[] = [];
/** For wider codes: nothing is ever learnt. */
const NOTHING = new Int32Array(1 << SHORT_BITS);

/** @returns what was learnt of postings of these widths, by their first SHORT_BITS bits. */
export function shortCodes(gapWidth: number, frequencyWidth: number): Int32Array {
  if (gapWidth > MAX_GAP_WIDTH || frequencyWidth > MAX_FREQUENCY_WIDTH) return NOTHING;
  const number = gapWidth * (MAX_FREQUENCY_WIDTH + 1) + frequencyWidth;
  const known = tables[number] ?? new Int32Array(1 << SHORT_BITS);
  tables[number] = known;
  return known;
}

/** A posting in a number: its bits in the lowest 4, then the frequency in 8, then the distance. */
export function registerShortCode(
  codes: Int32Array,
  key: number,
  bits: number,
  distance: number,
  frequency: number,
): void {
  if (bits <= SHORT_BITS && codes !== NOTHING) codes[key] = (distance << 12) | (frequency << 4) | bits;
}
