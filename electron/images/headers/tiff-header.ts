/** Source: TIFF 6.0, section 2. Invariant: ends, whatever the offsets of a hostile file say. */
import { byteReader, type ImageHeader, type PageHeader } from './page-header.js';

export const MAX_TIFF_PAGES = 10_000;
const WIDTH = 0x100;
const HEIGHT = 0x101;
const ORIENTATION = 0x112;
const SUBFILE = 0xfe;
const STRIP_OFFSETS = 0x111;
const STRIP_BYTES = 0x117;
const TILE_OFFSETS = 0x144;
const TILE_BYTES = 0x145;
/** Bytes of one value, by its type. */
const VALUE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

export interface TiffPage extends PageHeader {
  /** Where its directory begins. */
  readonly offset: number;
  /** 1 to 8, as in EXIF. */
  readonly orientation: number;
}

export interface TiffHeader extends ImageHeader {
  readonly order: 'big' | 'little';
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
      const entries = read.u16(at, order);
      const tags = new Map<number, number[]>();
      for (let index = 0; index < entries; index++) readEntry(at + 2 + index * 12, tags);
      const [width = 0] = tags.get(WIDTH) ?? [];
      const [height = 0] = tags.get(HEIGHT) ?? [];
      const [orientation = 1] = tags.get(ORIENTATION) ?? [];
      // The first bit says: a smaller copy of another page.
      const isReduced = ((tags.get(SUBFILE)?.[0] ?? 0) & 1) === 1;
      if (width > 0 && height > 0 && (!isReduced || pages.length === 0)) {
        pages.push({ offset: at, width, height, orientation });
        isCut ||= endOf(tags) > bytes.length;
      }
      at = read.u32(at + 2 + entries * 12, order);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    isCut = true;
  }
  return pages.length > 0 ? { order, pages, isCut } : null;

  function readEntry(entry: number, tags: Map<number, number[]>): void {
    const tag = read.u16(entry, order);
    if (![WIDTH, HEIGHT, ORIENTATION, SUBFILE, STRIP_OFFSETS, STRIP_BYTES, TILE_OFFSETS, TILE_BYTES].includes(tag))
      return;
    const type = read.u16(entry + 2, order);
    const count = read.u32(entry + 4, order);
    const size = VALUE_BYTES[type] ?? 0;
    const start = size * count <= 4 ? entry + 8 : read.u32(entry + 8, order);
    // The last ones say where the file must reach to; there are as many as strips.
    const wanted = count > 2 ? [0, count - 1] : [...Array(count).keys()];
    tags.set(
      tag,
      wanted.map((index) => {
        const where = start + index * size;
        return size === 2 ? read.u16(where, order) : size === 4 ? read.u32(where, order) : read.u8(where);
      }),
    );
  }
}

/** Where the last strip or tile ends. */
function endOf(tags: ReadonlyMap<number, readonly number[]>): number {
  const last = (offsets: number, lengths: number): number =>
    (tags.get(offsets)?.at(-1) ?? 0) + (tags.get(lengths)?.at(-1) ?? 0);
  return Math.max(last(STRIP_OFFSETS, STRIP_BYTES), last(TILE_OFFSETS, TILE_BYTES));
}

/** @returns the bytes of a file whose first page is the given one. */
export function withFirstPage(bytes: Uint8Array, { order }: TiffHeader, page: TiffPage): Uint8Array {
  const copy = new Uint8Array(bytes);
  new DataView(copy.buffer).setUint32(4, page.offset, order === 'little');
  return copy;
}
