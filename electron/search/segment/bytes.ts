/** Growing byte buffers of variable-length integers: seven bits a byte, least first, the top bit says that more follow. */

/** Room of a new writer: that of most sections of a segment of one document. */
const FIRST_BYTES = 2_048;
/** A UTF-16 unit takes no more. */
const UNIT_BYTES = 3;

/** Largest whole number that is written: 2^53 - 1. */
export class ByteWriter {
  #bytes: Uint8Array;
  #length = 0;

  /** @param firstBytes for which there is room at first. */
  constructor(firstBytes = FIRST_BYTES) {
    this.#bytes = new Uint8Array(firstBytes);
  }

  get length(): number {
    return this.#length;
  }

  varint(value: number): void {
    if (this.#length + 8 > this.#bytes.length) this.#grow(8);
    const bytes = this.#bytes;
    let rest = value;
    while (rest > 127) {
      bytes[this.#length++] = (rest & 127) | 128;
      // Not a shift: values beyond 32 bits are allowed.
      rest = rest < 0x80000000 ? rest >>> 7 : Math.floor(rest / 128);
    }
    bytes[this.#length++] = rest;
  }

  raw(bytes: Uint8Array): void {
    if (this.#length + bytes.length > this.#bytes.length) this.#grow(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** UTF-16 units of a text, from `start` on, a number each. */
  units(text: string, start: number): void {
    const most = this.#length + (text.length - start) * UNIT_BYTES;
    if (most > this.#bytes.length) this.#grow(most - this.#length);
    const bytes = this.#bytes;
    let at = this.#length;
    for (let index = start; index < text.length; index++) {
      let unit = text.charCodeAt(index);
      for (; unit > 127; unit >>>= 7) bytes[at++] = (unit & 127) | 128;
      bytes[at++] = unit;
    }
    this.#length = at;
  }

  /** What another writer holds. */
  all(other: ByteWriter): void {
    const count = other.#length;
    if (this.#length + count > this.#bytes.length) this.#grow(count);
    const [from, to] = [other.#bytes, this.#bytes];
    let at = this.#length;
    // By itself: a view of some bytes takes longer to make than to copy.
    for (let index = 0; index < count; index++) to[at++] = from[index] as number;
    this.#length = at;
  }

  /** A copy of exactly what was written. */
  done(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  /** What was written, valid until the next write. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  clear(): void {
    this.#length = 0;
  }

  #grow(atLeast: number): void {
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + atLeast));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}

export class ByteReader {
  /** Position of the next byte; may be set. */
  at: number;

  constructor(
    readonly bytes: Uint8Array,
    start = 0,
  ) {
    this.at = start;
  }

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  varint(): number {
    const bytes = this.bytes;
    let byte = bytes[this.at++] as number;
    if (byte < 128) return byte;
    let value = byte & 127;
    let scale = 128;
    for (;;) {
      byte = bytes[this.at++] as number;
      if (byte < 128) return value + byte * scale;
      value += (byte & 127) * scale;
      scale *= 128;
    }
  }

  string(): string {
    let text = '';
    for (let left = this.varint(); left > 0; left--) text += String.fromCharCode(this.varint());
    return text;
  }
}

const NONE = new Uint8Array(0);

/** Numbers as bytes, one, two or four a number as the largest needs; none when all are zero. */
export function packNumbers(numbers: readonly number[]): Uint8Array {
  let largest = 0;
  for (const number of numbers) if (number > largest) largest = number;
  if (largest === 0) return NONE;
  // `new` rather than `from`, which asks for one number after another.
  const packed =
    largest < 0x100 ? new Uint8Array(numbers) : largest < 0x10000 ? new Uint16Array(numbers) : new Uint32Array(numbers);
  return new Uint8Array(packed.buffer);
}

/**
 * Always as four bytes a number: code that reads one kind of array is compiled once.
 * @param count how many numbers were packed.
 */
export function unpackNumbers(bytes: Uint8Array, count: number): Uint32Array {
  if (bytes.length === count) return new Uint32Array(bytes);
  // A copy: typed arrays of wider numbers must begin at a multiple of their width.
  const own = new Uint8Array(bytes);
  return own.length === count * 2 ? new Uint32Array(new Uint16Array(own.buffer)) : new Uint32Array(own.buffer);
}
