/**
 * The pieces of a file that tell its character set: ranges with bytes beyond ASCII, from the whole file, however far
 * from its head they stand. Bounded, so that guessing takes no longer for a large file.
 */

/** Bytes looked at in all. */
export const SAMPLE_BYTES = 16 * 1024;
/** Longest piece; longer lines are cut, after a blank where there is one. */
const PIECE_BYTES = 512;

/**
 * @returns pieces of at most 512 bytes, in order, each with a byte ≥ 0x80: all of them when they are 16 KB or fewer,
 *   else some of them, evenly spread over the file.
 */
export function distinctiveSamples(bytes: Uint8Array): Uint8Array[] {
  const bounds: number[] = [];
  let total = 0;
  for (let start = 0; start < bytes.length; ) {
    const { end, isTelling } = pieceAt(bytes, start);
    if (isTelling) {
      bounds.push(start, end);
      total += end - start;
    }
    start = end;
  }
  const count = bounds.length / 2;
  const step = Math.max(1, total / SAMPLE_BYTES);
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < count; at += step) {
    const index = Math.floor(at) * 2;
    pieces.push(bytes.subarray(bounds[index], bounds[index + 1]));
  }
  return pieces;
}

/** Blanks and signs that no multi-byte set has as the second half of a character. */
const isSafe = (byte: number) => byte <= 0x2f;

function pieceAt(bytes: Uint8Array, start: number): { end: number; isTelling: boolean } {
  const most = Math.min(start + PIECE_BYTES, bytes.length);
  let isTelling = false;
  let safe = -1;
  for (let index = start; index < most; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte >= 0x80) isTelling = true;
    if (isSafe(byte)) safe = index;
    if (byte === 0x0a || byte === 0x0d) return { end: index + 1, isTelling };
  }
  if (most === bytes.length || safe <= start) return { end: most, isTelling };
  return { end: safe + 1, isTelling: hasHigh(bytes, start, safe) };
}

function hasHigh(bytes: Uint8Array, start: number, end: number): boolean {
  for (let index = start; index < end; index += 1) if ((bytes[index] ?? 0) >= 0x80) return true;
  return false;
}
