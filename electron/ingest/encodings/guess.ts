/** Guesses the character set of a text that neither says it nor is UTF-8 or UTF-16: by which set makes it most like language. */
import type { CharsetId } from '../../contract/index.js';
import { rankEastAsian, utf16OfEastAsia } from './east-asian.js';
import { distinctiveSamples } from './samples.js';
import { rankSingleByte } from './single-byte.js';

/** @param bytes hold at least one byte ≥ 0x80. */
export function guessCharset(bytes: Uint8Array): CharsetId {
  const utf16 = utf16OfEastAsia(bytes);
  if (utf16) return utf16;
  const pieces = distinctiveSamples(bytes);
  const [single] = rankSingleByte(pieces);
  const [wide] = rankEastAsian(pieces);
  if (wide && (!single || wide.costOfHigh < single.costOfHigh)) return wide.charset;
  return single?.charset ?? 'windows-1252';
}
