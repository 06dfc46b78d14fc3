/** Finds the pages of a TIFF file. Invariant: ends, whatever the offsets of a hostile file say. */
import { byteReader, type ImageHeader, type PageHeader } from './page-header.js';
import { type ByteOrder, type TiffDirectory, tiffDirectory } from './tiff-directory.js';

export const MAX_TIFF_PAGES = 10_000;

export interface TiffPage extends PageHeader {
  /** Where its directory begins. */
  readonly offset: number;
  readonly directory: TiffDirectory;
  /** 1 to 8, as in EXIF. */
  readonly orientation: number;
}

export interface TiffHeader extends ImageHeader {
  readonly order: ByteOrder;
  readonly pages: readonly TiffPage[];
}

/** @returns the pages, without the reduced copies of them; null when there is none. */
export function tiffHeader(bytes: Uint8Array): TiffHeader | null {
  const read = byteReader(bytes);
  const order = read.u8(0) === 0x49 ? 'little' : 'big';
  const pages: TiffPage[] = [];
  const seen = new Set<number>();
  let isCut = false;
  let at = read.u32(4, order);
  try {
    while (at !== 0 && !seen.has(at) && pages.length < MAX_TIFF_PAGES) {
      seen.add(at);
      const directory = tiffDirectory(read, order, at);
      const width = directory.first('imageWidth', 0);
      const height = directory.first('imageLength', 0);
      // The first bit says: a smaller copy of another page.
      const isReduced = (directory.first('newSubfileType', 0) & 1) === 1;
      if (width > 0 && height > 0 && (!isReduced || pages.length === 0)) {
        pages.push({ offset: at, directory, width, height, orientation: directory.first('orientation', 1) });
        isCut ||= endOf(directory) > bytes.length;
      }
      at = directory.next;
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    isCut = true;
  }
  return pages.length > 0 ? { order, pages, isCut } : null;
}

/** Where the last strip or tile ends. */
const endOf = (directory: TiffDirectory): number =>
  Math.max(
    directory.last('stripOffsets') + directory.last('stripByteCounts'),
    directory.last('tileOffsets') + directory.last('tileByteCounts'),
  );

/** @returns the bytes of a file whose first page is the given one. */
export function withFirstPage(bytes: Uint8Array, { order }: TiffHeader, page: TiffPage): Uint8Array {
  const copy = new Uint8Array(bytes);
  new DataView(copy.buffer).setUint32(4, page.offset, order === 'little');
  return copy;
}
