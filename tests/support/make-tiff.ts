/** A TIFF of several pages, grey, without compression. Source: TIFF 6.0, sections 2 and 4. */
import type { Pixels } from './drawn-page.js';

const SHORT = 3;
const LONG = 4;
const ENTRY_BYTES = 12;

export function tiff(pages: readonly Pixels[]): Uint8Array {
  const header = Buffer.from([0x49, 0x49, 42, 0, 0, 0, 0, 0]);
  const parts: Buffer[] = [header];
  let length = header.length;
  let pointer: { readonly buffer: Buffer; readonly at: number } = { buffer: header, at: 4 };
  for (const { width, height, data } of pages) {
    const strip = Buffer.from(data);
    const stripAt = length;
    const padded = strip.length + (strip.length % 2);
    const entries = [
      [256, LONG, width],
      [257, LONG, height],
      [258, SHORT, 8],
      [259, SHORT, 1],
      [262, SHORT, 1],
      [273, LONG, stripAt],
      [277, SHORT, 1],
      [278, LONG, height],
      [279, LONG, strip.length],
    ] as const;
    const directory = Buffer.alloc(2 + entries.length * ENTRY_BYTES + 4);
    directory.writeUInt16LE(entries.length, 0);
    for (const [at, [tag, type, value]] of entries.entries()) {
      const from = 2 + at * ENTRY_BYTES;
      directory.writeUInt16LE(tag, from);
      directory.writeUInt16LE(type, from + 2);
      directory.writeUInt32LE(1, from + 4);
      directory.writeUInt32LE(value, from + 8);
    }
    pointer.buffer.writeUInt32LE(stripAt + padded, pointer.at);
    pointer = { buffer: directory, at: directory.length - 4 };
    parts.push(strip, Buffer.alloc(padded - strip.length), directory);
    length += padded + directory.length;
  }
  return Buffer.concat(parts);
}
