/** Sets that byte order marks or escapes usually tell, without one: UTF-16, and ISO-2022-JP, which is ASCII to the eye. */
import type { CharsetId } from '../../contract/index.js';
import { decodeStrictly } from './decode-as.js';

/** Of all pairs: high bytes that are those of an alphabet, in one column and in the other. */
const IN_COLUMN = 0.7;
const IN_OTHER_COLUMN = 0.2;
const FEWEST_PAIRS = 4;

export function wideWithoutMark(bytes: Uint8Array): CharsetId | null {
  return utf16(bytes) ?? iso2022jp(bytes);
}

/**
 * In the alphabets up to Arabic the high bytes are 0-6 (0x20 for punctuation), which eight-bit text practically never
 * holds, and they all stand in one column. Thai has 0x0E.
 */
function utf16(bytes: Uint8Array): CharsetId | null {
  const pairs = Math.floor(bytes.length / 2);
  if (pairs < FEWEST_PAIRS) return null;
  const counts = [0, 0];
  for (let index = 0; index < pairs * 2; index += 1) {
    const byte = bytes[index] ?? 0xff;
    if (byte <= 6 || byte === 0x0e) counts[index % 2] = (counts[index % 2] ?? 0) + 1;
  }
  const [even, odd] = [(counts[0] ?? 0) / pairs, (counts[1] ?? 0) / pairs];
  if (odd > IN_COLUMN && even < IN_OTHER_COLUMN) return 'utf-16le';
  if (even > IN_COLUMN && odd < IN_OTHER_COLUMN) return 'utf-16be';
  return null;
}

/** ESC $ B and ESC $ @ begin Japanese characters. */
function iso2022jp(bytes: Uint8Array): CharsetId | null {
  for (let index = bytes.indexOf(0x1b); index >= 0; index = bytes.indexOf(0x1b, index + 1)) {
    if (bytes[index + 1] !== 0x24 || (bytes[index + 2] !== 0x42 && bytes[index + 2] !== 0x40)) continue;
    return decodeStrictly(bytes, 'iso-2022-jp') === null ? null : 'iso-2022-jp';
  }
  return null;
}
