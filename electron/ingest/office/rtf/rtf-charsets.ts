/** Character sets of an RTF file: that of the file, and those of its fonts, by the numbers of Windows. */
import type { CharsetId } from '../../../contract/index.js';
import { decodeAs } from '../../encodings/decode-as.js';
import { charsetOf } from '../../encodings/labels.js';

/** `\fcharset` to code page; 0 and 1 are those of the file, 2 is a font of symbols. */
const CODE_PAGES: Readonly<Record<number, number>> = {
  77: 10000,
  78: 932,
  79: 949,
  80: 936,
  81: 950,
  83: 1255,
  84: 1256,
  85: 10006,
  86: 10081,
  88: 1250,
  89: 1251,
  128: 932,
  129: 949,
  130: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850,
};

export const codePageOfFont = (fontCharset: number): number | null => CODE_PAGES[fontCharset] ?? null;

/** @returns windows-1252 for a number that means no set. */
export function charsetOfPage(page: number): CharsetId {
  return charsetOf(String(page)) ?? 'windows-1252';
}

export const decodeRun = (bytes: readonly number[], charset: CharsetId): string =>
  decodeAs(Uint8Array.from(bytes), charset);

/** Whether the last byte waits for another: sets of East Asia write one character in two bytes. */
export function isHalf(bytes: readonly number[], charset: CharsetId): boolean {
  if (!/^(?:shift_jis|gb18030|gbk|big5|euc-kr)$/.test(charset)) return false;
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    const isLead =
      charset === 'shift_jis'
        ? (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc)
        : byte >= 0x81 && byte <= 0xfe;
    at += isLead ? 2 : 1;
  }
  return at > bytes.length;
}
