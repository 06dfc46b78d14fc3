/**
 * Makes small images for tests, byte by byte, and says what colour a drawing has in each quarter. The picture is always
 * four quarters: red, green above; blue, white below.
 */
import { deflateSync } from 'node:zlib';
import * as mupdf from 'mupdf';
import type { Drawn } from '../../electron/images/index.js';
import type { Pixels } from './drawn-page.js';

export type Quarter = 'red' | 'green' | 'blue' | 'white' | 'black' | 'other';
export type Rgb = readonly [number, number, number];

const COLOURS: Readonly<Record<Exclude<Quarter, 'other'>, Rgb>> = {
  red: [255, 0, 0],
  green: [0, 255, 0],
  blue: [0, 0, 255],
  white: [255, 255, 255],
  black: [0, 0, 0],
};
export const UPRIGHT: readonly Quarter[] = ['red', 'green', 'blue', 'white'];

/** @returns RGB, row by row. @param quarters top left, top right, bottom left, bottom right. */
export function quarterPixels(width: number, height: number, quarters: readonly Quarter[] = UPRIGHT): Uint8Array {
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const quarter = quarters[(y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)] ?? 'other';
      pixels.set(quarter === 'other' ? [128, 128, 128] : COLOURS[quarter], (y * width + x) * 3);
    }
  }
  return pixels;
}

/** The colour at the middle of each quarter. @param drawn as `rgba`. */
export const quartersOf = ({ bytes, width, height }: Drawn): Quarter[] =>
  [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.25, 0.75],
    [0.75, 0.75],
  ].map(([x = 0, y = 0]) => {
    const at = (Math.floor(y * height) * width + Math.floor(x * width)) * 4;
    return nearest([bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0]);
  });

/** Within what a lossy encoder or another colour space makes of it. */
function nearest(pixel: Rgb): Quarter {
  const near = Object.entries(COLOURS).find(([, colour]) =>
    colour.every((value, channel) => Math.abs(value - (pixel[channel] ?? 0)) < 64),
  );
  return (near?.[0] ?? 'other') as Quarter;
}

export function png(width: number, height: number, pixels: Uint8Array | null): Uint8Array {
  const rows = Buffer.alloc(pixels === null ? 0 : height * (width * 3 + 1));
  if (pixels)
    for (let y = 0; y < height; y++)
      rows.set(pixels.subarray(y * width * 3, (y + 1) * width * 3), y * (width * 3 + 1) + 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(8 + body.length);
  whole.writeUInt32BE(data.length, 0);
  whole.set(body, 4);
  whole.writeUInt32BE(crc(body), 4 + body.length);
  return whole;
}

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

/** Of a drawn page, whose pixels are grey. */
export function greyPng({ width, height, data }: Pixels): Uint8Array {
  const pixels = new Uint8Array(data.length * 3);
  for (const [at, value] of data.entries()) pixels.fill(value, at * 3, at * 3 + 3);
  return png(width, height, pixels);
}

export function bmp(width: number, height: number, pixels: Uint8Array): Uint8Array {
  const stride = Math.ceil((width * 3) / 4) * 4;
  const file = Buffer.alloc(54 + stride * height);
  file.write('BM', 0, 'latin1');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = ((height - 1 - y) * width + x) * 3;
      file.set([pixels[from + 2] ?? 0, pixels[from + 1] ?? 0, pixels[from] ?? 0], 54 + y * stride + x * 3);
    }
  }
  return file;
}

export function jpeg(width: number, height: number, pixels: Uint8Array): Uint8Array {
  const pixmap = new mupdf.Pixmap(mupdf.ColorSpace.DeviceRGB, [0, 0, width, height], false);
  pixmap.getPixels().set(pixels);
  return pixmap.asJPEG(95).slice();
}

export interface ExifValues {
  readonly orientation?: number;
  readonly make?: string;
  readonly model?: string;
  readonly takenAt?: string;
  readonly offset?: string;
  /** Degrees, minutes and seconds, each with its letter. */
  readonly latitude?: readonly [number, number, number, 'N' | 'S'];
  readonly longitude?: readonly [number, number, number, 'E' | 'W'];
}

/** @returns the JPEG with an EXIF segment behind its first mark. */
export function withExif(file: Uint8Array, values: ExifValues): Uint8Array {
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exifBlock(values)]);
  const segment = Buffer.alloc(4);
  segment.writeUInt16BE(0xffe1, 0);
  segment.writeUInt16BE(exif.length + 2, 2);
  return Buffer.concat([file.subarray(0, 2), segment, exif, file.subarray(2)]);
}

/** [tag, type, count, value]: text of type 2, 16 bits of type 3, 32 bits of type 4, pairs of type 5. */
type Entry = readonly [number, number, number, Buffer];
const text = (tag: number, value: string): Entry => [tag, 2, value.length + 1, Buffer.from(`${value}\0`, 'latin1')];
const short = (tag: number, value: number): Entry => [tag, 3, 1, Buffer.from([value >> 8, value & 255, 0, 0])];
const long = (tag: number, value: number): Entry => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return [tag, 4, 1, bytes];
};
const ratios = (tag: number, values: readonly number[]): Entry => {
  const bytes = Buffer.alloc(values.length * 8);
  for (const [index, value] of values.entries()) {
    bytes.writeUInt32BE(Math.round(value * 1_000), index * 8);
    bytes.writeUInt32BE(1_000, index * 8 + 4);
  }
  return [tag, 5, values.length, bytes];
};

function exifBlock({ orientation, make, model, takenAt, offset, latitude, longitude }: ExifValues): Buffer {
  const shot = [...(takenAt ? [text(0x9003, takenAt)] : []), ...(offset ? [text(0x9011, offset)] : [])];
  const place =
    latitude && longitude
      ? [
          text(1, latitude[3]),
          ratios(2, latitude.slice(0, 3) as number[]),
          text(3, longitude[3]),
          ratios(4, longitude.slice(0, 3) as number[]),
        ]
      : [];
  const main = (shotAt: number, placeAt: number): Entry[] => [
    ...(make ? [text(0x010f, make)] : []),
    ...(model ? [text(0x0110, model)] : []),
    ...(orientation ? [short(0x0112, orientation)] : []),
    long(0x8769, shotAt),
    ...(place.length > 0 ? [long(0x8825, placeAt)] : []),
  ];
  const shotAt = 8 + directory(main(0, 0), 8).length;
  const placeAt = shotAt + directory(shot, shotAt).length;
  const header = Buffer.from([0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8]);
  return Buffer.concat([
    header,
    directory(main(shotAt, placeAt), 8),
    directory(shot, shotAt),
    ...(place.length > 0 ? [directory(place, placeAt)] : []),
  ]);
}

function directory(entries: readonly Entry[], at: number): Buffer {
  const table = Buffer.alloc(6 + entries.length * 12);
  table.writeUInt16BE(entries.length, 0);
  const values: Buffer[] = [];
  let valueAt = at + table.length;
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    const place = 2 + index * 12;
    table.writeUInt16BE(tag, place);
    table.writeUInt16BE(type, place + 2);
    table.writeUInt32BE(count, place + 4);
    if (value.length <= 4) table.set(value, place + 8);
    else {
      table.writeUInt32BE(valueAt, place + 8);
      values.push(value);
      valueAt += value.length;
    }
  }
  return Buffer.concat([table, ...values]);
}
