/** Unpacks one strip or tile of a TIFF file. Source: TIFF 6.0, sections 9, 13 and 14; Adobe TIFF Technical Notes (Deflate). */
import { constants, inflateSync } from 'node:zlib';
import type { ByteOrder } from './headers/tiff-directory.js';

const CLEAR = 256;
const END = 257;

/**
 * @param length of what comes out: no more is unpacked, and what is missing stays nought.
 * @returns null for a compression that is not known here.
 */
export function unpack(packed: Uint8Array, compression: number, length: number): Uint8Array | null {
  switch (compression) {
    case 1:
      return fill(packed, length);
    case 5:
      return unpackLzw(packed, length);
    case 8:
    case 32_946:
      // Flushed, so that what is cut short gives what there is of it.
      return fill(
        inflateSync(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: length + 65_536 }),
        length,
      );
    case 32_773:
      return unpackBits(packed, length);
    default:
      return null;
  }
}

function fill(bytes: Uint8Array, length: number): Uint8Array {
  const filled = new Uint8Array(length);
  filled.set(bytes.subarray(0, length));
  return filled;
}

function unpackBits(packed: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(length);
  for (let at = 0, to = 0; at < packed.length && to < length; ) {
    const count = ((packed[at] ?? 0) << 24) >> 24;
    at += 1;
    if (count >= 0) {
      const run = packed.subarray(at, at + count + 1).subarray(0, length - to);
      out.set(run, to);
      to += run.length;
      at += count + 1;
    } else if (count !== -128) {
      out.fill(packed[at] ?? 0, to, Math.min(length, to + 1 - count));
      to += 1 - count;
      at += 1;
    }
  }
  return out;
}

/** Codes of 9 to 12 bits, the highest bit first, each width one code early. */
function unpackLzw(packed: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(length);
  // Of each code where its string stands in what came out, and how long it is.
  const starts = new Int32Array(4_097);
  const lengths = new Int32Array(4_097);
  let next = 258;
  let bits = 9;
  let previous = -1;
  let previousAt = 0;
  let to = 0;
  for (let bit = 0; to < length; ) {
    const at = bit >> 3;
    if (at >= packed.length) break;
    const window = ((packed[at] ?? 0) << 16) | ((packed[at + 1] ?? 0) << 8) | (packed[at + 2] ?? 0);
    const code = (window >> (24 - bits - (bit & 7))) & ((1 << bits) - 1);
    bit += bits;
    if (code === END) break;
    if (code === CLEAR) {
      next = 258;
      bits = 9;
      previous = -1;
      continue;
    }
    const began = to;
    const previousLength = previous < 256 ? 1 : (lengths[previous] ?? 0);
    if (code < 256) out[to++] = code;
    else if (code < next) {
      const from = starts[code] ?? 0;
      for (let index = 0; index < (lengths[code] ?? 0) && to < length; index++) out[to++] = out[from + index] ?? 0;
    } else if (previous >= 0) {
      for (let index = 0; index <= previousLength && to < length; index++) {
        out[to++] = out[index === previousLength ? began : previousAt + index] ?? 0;
      }
    } else break;
    if (previous >= 0 && next < 4_096) {
      // The string before, and the first byte of this one, which stands right behind it.
      starts[next] = previousAt;
      lengths[next] = previousLength + 1;
      next += 1;
      if (next + 1 >= 1 << bits && bits < 12) bits += 1;
    }
    previous = code;
    previousAt = began;
  }
  return out;
}

/** Undoes horizontal differencing, in place. @param samples of one pixel. */
export function undoPredictor(
  chunk: Uint8Array,
  { rowBytes, samples, bits, order }: { rowBytes: number; samples: number; bits: number; order: ByteOrder },
): void {
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.length);
  const isLittle = order === 'little';
  for (let row = 0; row + rowBytes <= chunk.length; row += rowBytes) {
    if (bits === 8) {
      for (let at = row + samples; at < row + rowBytes; at++) chunk[at] = (chunk[at] ?? 0) + (chunk[at - samples] ?? 0);
    } else {
      for (let at = row + samples * 2; at + 2 <= row + rowBytes; at += 2) {
        view.setUint16(at, view.getUint16(at, isLittle) + view.getUint16(at - samples * 2, isLittle), isLittle);
      }
    }
  }
}
