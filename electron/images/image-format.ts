/** Says by its first bytes what kind of image a file is. The name of the file is not asked. */

export const IMAGE_FORMATS = ['jpeg', 'png', 'gif', 'bmp', 'tiff', 'jp2', 'webp', 'heic', 'pdf'] as const;
/** `jp2` also names a bare JPEG 2000 codestream; `heic` any HEIF file with HEVC in it. */
export type ImageFormat = (typeof IMAGE_FORMATS)[number];

/** What is an image, and read by nothing here. */
export type UnreadFormat = 'avif' | 'jxl' | 'psd' | 'bigtiff' | 'djvu' | 'raw';

/** How many bytes of the beginning decide. PDF's own mark may stand anywhere in them. Source: ISO 32000, H.3.4.1. */
export const HEAD_BYTES = 1_024;

const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'];
const AVIF_BRANDS = ['avif', 'avis'];

/** @param head the first `HEAD_BYTES` of the file, or all of a shorter one. @returns null when it is no image. */
export function imageFormatOf(head: Uint8Array): ImageFormat | UnreadFormat | null {
  const begins = (...bytes: number[]): boolean => bytes.every((byte, index) => head[index] === byte);
  const text = (from: number, to: number): string => String.fromCharCode(...head.subarray(from, to));

  if (begins(0xff, 0xd8, 0xff)) return 'jpeg';
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (text(0, 6) === 'GIF87a' || text(0, 6) === 'GIF89a') return 'gif';
  if (begins(0x49, 0x49, 0x2a, 0) || begins(0x4d, 0x4d, 0, 0x2a)) return text(8, 10) === 'CR' ? 'raw' : 'tiff';
  if (begins(0x49, 0x49, 0x2b, 0) || begins(0x4d, 0x4d, 0, 0x2b)) return 'bigtiff';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp';
  if (begins(0, 0, 0, 0x0c, 0x6a, 0x50, 0x20, 0x20) || begins(0xff, 0x4f, 0xff, 0x51)) return 'jp2';
  if (text(4, 8) === 'ftyp') return isoFormatOf(head, text);
  if (begins(0xff, 0x0a) || text(4, 8) === 'JXL ') return 'jxl';
  if (text(0, 4) === '8BPS') return 'psd';
  if (text(0, 8) === 'AT&TFORM') return 'djvu';
  if (text(0, HEAD_BYTES).includes('%PDF-')) return 'pdf';
  // Two letters alone are also how words begin.
  if (text(0, 2) === 'BM' && head.length >= 26 && [12, 40, 52, 56, 64, 108, 124].includes(head[14] ?? 0)) return 'bmp';
  return null;
}

/** Of a file in the ISO base media format: its brands say what is in it. */
function isoFormatOf(head: Uint8Array, text: (from: number, to: number) => string): ImageFormat | UnreadFormat | null {
  const length = Math.min(((head[2] ?? 0) << 8) | (head[3] ?? 0), head.length);
  const brands = [text(8, 12)];
  for (let at = 16; at + 4 <= length; at += 4) brands.push(text(at, at + 4));
  if (brands[0] === 'crx ') return 'raw';
  // AVIF also calls itself `mif1`.
  if (brands.some((brand) => AVIF_BRANDS.includes(brand))) return 'avif';
  return brands.some((brand) => HEIC_BRANDS.includes(brand)) ? 'heic' : null;
}
