/** The headers of images, by format. */
import type { ImageFormat } from '../image-format.js';
import { jpegHeader } from './jpeg-header.js';
import type { ImageHeader } from './page-header.js';
import { bmpHeader, gifHeader, heicHeader, jp2Header, pngHeader, webpHeader } from './simple-headers.js';
import { tiffHeader } from './tiff-header.js';

export type { ImageHeader, PageHeader } from './page-header.js';
export { type TiffHeader, type TiffPage, tiffHeader, withFirstPage } from './tiff-header.js';

const HEADERS: Record<Exclude<ImageFormat, 'pdf'>, (bytes: Uint8Array) => ImageHeader | null> = {
  jpeg: jpegHeader,
  png: pngHeader,
  gif: gifHeader,
  bmp: bmpHeader,
  tiff: tiffHeader,
  jp2: jp2Header,
  webp: webpHeader,
  heic: heicHeader,
};

/** @returns null when the file ends before it says how large its image is. */
export function readHeader(bytes: Uint8Array, format: Exclude<ImageFormat, 'pdf'>): ImageHeader | null {
  try {
    return HEADERS[format](bytes);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
