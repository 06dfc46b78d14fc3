/**
 * Bytes to characters. Order of trust: a byte order mark, then the shape of UTF-16 without one, then valid UTF-8, then
 * what the file declares, then statistics. Whatever was not certain is said in a remark.
 */
import chardet from 'chardet';
import iconv from 'iconv-lite';
import { isLatinCharset, isWrittenBeyondLatin, southSlavicLatin } from './charset-hints.js';

export interface Decoded {
  readonly text: string;
  /** Name as a person knows it, for example `windows-1250`. */
  readonly charset: string;
  /** Null when there was nothing to doubt: ASCII, UTF-8, or a byte order mark. */
  readonly remark: string | null;
}

const SAMPLE_BYTES = 64 * 1024;

/** @param declared charset the file itself names (an HTML `meta`), or null. */
export function decode(bytes: Uint8Array, declared: string | null = null): Decoded {
  const mark = byteOrderMark(bytes);
  if (mark) {
    const text = iconv.decode(bytes.subarray(mark.markBytes), mark.charset, { stripBOM: false });
    return { text, charset: mark.charset, remark: null };
  }
  const wide = utf16WithoutMark(bytes);
  if (wide) return { text: iconv.decode(bytes, wide), charset: wide, remark: guessed(wide) };
  const utf8 = asUtf8(bytes);
  if (utf8 !== null) return { text: utf8, charset: 'UTF-8', remark: disagreement(bytes, declared) };
  if (declared && !isUtf8Name(declared) && iconv.encodingExists(declared)) {
    return {
      text: iconv.decode(bytes, declared),
      charset: declared,
      remark: `Read as ${declared}, as the file says.`,
    };
  }
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const charset = guessCharset(sample);
  return { text: iconv.decode(bytes, charset), charset, remark: guessed(charset) };
}

/** The character set of text that is not UTF-8, by its letters and by statistics. Never null: some set always reads it. */
export function guessCharset(sample: Uint8Array): string {
  if (isWrittenBeyondLatin(sample)) return bestGuess(sample, (name) => !isLatinCharset(name)) ?? 'windows-1251';
  return southSlavicLatin(sample) ?? bestGuess(sample, () => true) ?? 'windows-1252';
}

function bestGuess(sample: Uint8Array, accept: (charset: string) => boolean): string | null {
  const guesses = chardet.analyse(sample).map(({ name }) => name);
  return guesses.find((name) => !isUnlikely(name) && accept(name) && iconv.encodingExists(name)) ?? null;
}

const guessed = (charset: string) =>
  `The file does not say its character set; it was read as ${charset}. If letters look wrong, convert it to UTF-8 and import it again.`;

/** UTF-8 was already tried and found invalid; ASCII cannot hold the bytes that led here. */
const isUnlikely = (name: string) => /^(ASCII|UTF-)/i.test(name);
const isUtf8Name = (name: string) => /^utf-?8$/i.test(name);

function disagreement(bytes: Uint8Array, declared: string | null): string | null {
  if (!declared || isUtf8Name(declared) || bytes.every((byte) => byte < 0x80)) return null;
  return `The file says ${declared}, but its bytes are valid UTF-8; it was read as UTF-8.`;
}

function byteOrderMark(bytes: Uint8Array): { charset: string; markBytes: number } | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { charset: 'UTF-8', markBytes: 3 };
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { charset: 'UTF-32LE', markBytes: 4 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { charset: 'UTF-32BE', markBytes: 4 };
  if (a === 0xff && b === 0xfe) return { charset: 'UTF-16LE', markBytes: 2 };
  if (a === 0xfe && b === 0xff) return { charset: 'UTF-16BE', markBytes: 2 };
  return null;
}

/**
 * chardet does not know UTF-16 without a mark. In the alphabets up to Arabic the high bytes are 0-6 (0x20 for
 * punctuation), which eight-bit text practically never holds, and they all stand in one column.
 */
function utf16WithoutMark(bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | null {
  const pairs = Math.floor(Math.min(bytes.length, SAMPLE_BYTES) / 2);
  if (pairs < 4) return null;
  const high = [0, 0];
  for (let index = 0; index < pairs * 2; index += 1) {
    if ((bytes[index] ?? 0xff) <= 6) high[index % 2] = (high[index % 2] ?? 0) + 1;
  }
  const [even, odd] = [(high[0] ?? 0) / pairs, (high[1] ?? 0) / pairs];
  if (odd > 0.7 && even < 0.2) return 'UTF-16LE';
  if (even > 0.7 && odd < 0.2) return 'UTF-16BE';
  return null;
}

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
