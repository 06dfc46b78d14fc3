/** The headers of formats that say their size in one place. Each returns null when the place is not there. */
import { byteReader, type ImageHeader } from './page-header.js';

/** Source: W3C PNG, section 11.2. */
export function pngHeader(bytes: Uint8Array): ImageHeader | null {
  const read = byteReader(bytes);
  if (read.text(12, 4) !== 'IHDR') return null;
  const pages = [{ width: read.u32(16), height: read.u32(20) }];
  let at = 8;
  while (at + 8 <= bytes.length) {
    if (read.text(at + 4, 4) === 'IEND') return { pages, isCut: false };
    at += 12 + read.u32(at);
  }
  return { pages, isCut: true };
}

/** Source: GIF89a, sections 18 to 27. Only the first picture is drawn; the screen is its page. */
export function gifHeader(bytes: Uint8Array): ImageHeader | null {
  const read = byteReader(bytes);
  const page = { width: read.u16(6, 'little'), height: read.u16(8, 'little') };
  return { pages: [page], isCut: bytes.lastIndexOf(0x3b) < bytes.length - 16 };
}

/** Source: BITMAPINFOHEADER and its forerunner. A negative height says: from the top downwards. */
export function bmpHeader(bytes: Uint8Array): ImageHeader | null {
  const read = byteReader(bytes);
  const isOld = read.u32(14, 'little') === 12;
  const width = isOld ? read.u16(18, 'little') : read.i32(18, 'little');
  const height = isOld ? read.u16(20, 'little') : Math.abs(read.i32(22, 'little'));
  const bits = read.u16(isOld ? 24 : 28, 'little');
  const isPacked = !isOld && [1, 2, 4, 5].includes(read.u32(30, 'little'));
  const needed = read.u32(10, 'little') + (isPacked ? 0 : Math.ceil((width * bits) / 32) * 4 * height);
  return { pages: [{ width, height }], isCut: bytes.length < needed };
}

/** Source: RFC 9649, sections 2.3 to 2.7. */
export function webpHeader(bytes: Uint8Array): ImageHeader | null {
  const read = byteReader(bytes);
  const isCut = bytes.length < 8 + read.u32(4, 'little');
  const page = (width: number, height: number): ImageHeader => ({ pages: [{ width, height }], isCut });
  switch (read.text(12, 4)) {
    case 'VP8X':
      return page(1 + (read.u32(24, 'little') & 0xffffff), 1 + (read.u32(27, 'little') & 0xffffff));
    case 'VP8L': {
      const bits = read.u32(21, 'little');
      return page(1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff));
    }
    case 'VP8 ':
      return page(read.u16(26, 'little') & 0x3fff, read.u16(28, 'little') & 0x3fff);
    default:
      return null;
  }
}

/** Source: ISO 15444-1, annex A.5.1: the first mark of a codestream, in a box or bare, says its size. */
export function jp2Header(bytes: Uint8Array): ImageHeader | null {
  const read = byteReader(bytes);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = buffer.indexOf('ff4fff51', 0, 'hex');
  if (start < 0) return null;
  const width = read.u32(start + 8) - read.u32(start + 16);
  const height = read.u32(start + 12) - read.u32(start + 20);
  return {
    pages: [{ width, height }],
    isCut: buffer.indexOf('ffd9', Math.max(start, bytes.length - 4_096), 'hex') < 0,
  };
}

/**
 * Source: ISO 23008-12, 6.5.3: `ispe` says the size of an image; the largest one is the picture that its tiles make up.
 * How many pictures there are, libheif says.
 */
export function heicHeader(bytes: Uint8Array): ImageHeader | null {
  const read = byteReader(bytes);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let largest = { width: 0, height: 0 };
  // Properties stand before the pictures; a picture may hold the four letters by chance.
  const end = metadataEnd(read);
  for (let at = buffer.indexOf('ispe'); at >= 0 && at + 16 <= end; at = buffer.indexOf('ispe', at + 4)) {
    const page = { width: read.u32(at + 8), height: read.u32(at + 12) };
    if (page.width * page.height > largest.width * largest.height) largest = page;
  }
  if (largest.width === 0) return null;
  return { pages: [largest], isCut: boxesEnd(read) > bytes.length };
}

function metadataEnd(read: ReturnType<typeof byteReader>): number {
  for (const { type, end } of boxes(read)) if (type === 'meta') return Math.min(end, read.length);
  return read.length;
}

function boxesEnd(read: ReturnType<typeof byteReader>): number {
  let last = 0;
  for (const { end } of boxes(read)) last = end;
  return last;
}

/** Source: ISO 14496-12, 4.2. */
function* boxes(read: ReturnType<typeof byteReader>): Generator<{ readonly type: string; readonly end: number }> {
  let at = 0;
  while (at + 16 <= read.length) {
    const size = read.u32(at);
    const length = size === 1 ? read.u32(at + 8) * 2 ** 32 + read.u32(at + 12) : size;
    // Nought says: to the end of the file.
    const end = length === 0 ? read.length : at + length;
    if (end <= at) return;
    yield { type: read.text(at + 4, 4), end };
    at = end;
  }
}
