/** One directory of a TIFF file, whose values are read when they are asked for. Source: TIFF 6.0, section 2. */
import type { HeaderReader } from './page-header.js';

export type ByteOrder = 'big' | 'little';

/** What is asked for; the names are those of the standard. */
export const TIFF_TAGS = {
  newSubfileType: 254,
  imageWidth: 256,
  imageLength: 257,
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  stripOffsets: 273,
  orientation: 274,
  samplesPerPixel: 277,
  rowsPerStrip: 278,
  stripByteCounts: 279,
  planarConfiguration: 284,
  predictor: 317,
  colorMap: 320,
  tileWidth: 322,
  tileLength: 323,
  tileOffsets: 324,
  tileByteCounts: 325,
  extraSamples: 338,
} as const;
export type TiffTag = keyof typeof TIFF_TAGS;

/** More values than that is a lie, or an image beyond what is drawn. */
const MAX_VALUES = 4_000_000;
/** Bytes of one value, by its type. */
const VALUE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

export interface TiffDirectory {
  first(tag: TiffTag, otherwise: number): number;
  last(tag: TiffTag): number;
  all(tag: TiffTag): readonly number[];
  /** Where the next directory begins; 0 after the last. */
  readonly next: number;
}

/** @throws RangeError when the file ends before the directory does; its methods likewise. */
export function tiffDirectory(read: HeaderReader, order: ByteOrder, at: number): TiffDirectory {
  const entries = read.u16(at, order);
  const places = new Map<number, { readonly size: number; readonly count: number; readonly start: number }>();
  for (let index = 0; index < entries; index++) {
    const entry = at + 2 + index * 12;
    const size = VALUE_BYTES[read.u16(entry + 2, order)] ?? 0;
    const count = read.u32(entry + 4, order);
    const start = size * count <= 4 ? entry + 8 : read.u32(entry + 8, order);
    places.set(read.u16(entry, order), { size, count, start });
  }
  const value = (tag: TiffTag, index: number): number | undefined => {
    const place = places.get(TIFF_TAGS[tag]);
    if (!place || index < 0 || index >= place.count) return undefined;
    const where = place.start + index * place.size;
    return place.size === 2 ? read.u16(where, order) : place.size === 4 ? read.u32(where, order) : read.u8(where);
  };
  const count = (tag: TiffTag): number => places.get(TIFF_TAGS[tag])?.count ?? 0;
  return {
    first: (tag, otherwise) => value(tag, 0) ?? otherwise,
    last: (tag) => value(tag, count(tag) - 1) ?? 0,
    all: (tag) => {
      if (count(tag) > MAX_VALUES) throw new RangeError('too many values');
      return Array.from({ length: count(tag) }, (_, index) => value(tag, index) ?? 0);
    },
    next: read.u32(at + 2 + entries * 12, order),
  };
}
