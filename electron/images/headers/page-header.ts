/** What the header of an image says before anything is decoded: what a bomb is refused by. */

export interface PageHeader {
  /** In pixels, as they are stored: before any turning. */
  readonly width: number;
  readonly height: number;
}

export interface ImageHeader {
  readonly pages: readonly PageHeader[];
  /** Whether the file ends before its image does. */
  readonly isCut: boolean;
}

/** Reads numbers of a file. @throws RangeError past its end, which is how a file that was cut is found out. */
export interface HeaderReader {
  readonly length: number;
  u8(at: number): number;
  u16(at: number, order?: 'big' | 'little'): number;
  u32(at: number, order?: 'big' | 'little'): number;
  i32(at: number, order?: 'big' | 'little'): number;
  text(at: number, length: number): string;
}

export function byteReader(bytes: Uint8Array): HeaderReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    length: bytes.length,
    u8: (at) => view.getUint8(at),
    u16: (at, order = 'big') => view.getUint16(at, order === 'little'),
    u32: (at, order = 'big') => view.getUint32(at, order === 'little'),
    i32: (at, order = 'big') => view.getInt32(at, order === 'little'),
    text: (at, length) => {
      if (at + length > bytes.length) throw new RangeError('past the end');
      return String.fromCharCode(...bytes.subarray(at, at + length));
    },
  };
}
