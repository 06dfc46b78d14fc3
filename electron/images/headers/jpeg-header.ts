/** Source: ITU-T T.81, annex B. */
import { byteReader, type ImageHeader } from './page-header.js';

/** Start of frame: of every kind of process but those that only define tables (C4, C8, CC). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
/** How far before the end its mark may stand: cameras and programs add bytes behind it. */
const END_WITHIN = 64 * 1024;

/** @returns null when no frame begins. */
export function jpegHeader(bytes: Uint8Array): ImageHeader | null {
  const read = byteReader(bytes);
  let at = 2;
  while (at + 9 < bytes.length) {
    if (read.u8(at) !== 0xff) {
      at += 1;
      continue;
    }
    const marker = read.u8(at + 1);
    // Filling, and marks without a length.
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (isFrame(marker)) {
      const page = { width: read.u16(at + 7), height: read.u16(at + 5) };
      return { pages: [page], isCut: !hasEnd(bytes, at) };
    } else at += 2 + read.u16(at + 2);
  }
  return null;
}

function hasEnd(bytes: Uint8Array, from: number): boolean {
  const until = Math.max(from, bytes.length - END_WITHIN);
  for (let at = bytes.length - 2; at >= until; at--) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  // A trailer of another kind (a video that a telephone adds) may be longer.
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf('ffd9', from, 'hex') >= 0;
}
