/**
 * Numbers as bits, most significant first, for lists whose numbers are mostly small and about as large as expected.
 * Three codes: bits of a fixed width; Rice codes of a width k (a number's upper part as that many ones and a zero, then
 * its k lower bits); numbers below a bound, which take no more bits than the bound asks for.
 */

/** Bits that are written or read at once. */
const MAX_AT_ONCE = 16;

/** The width with which numbers of this mean take fewest bits in a Rice code, or nearly. */
export const riceWidth = (sum: number, count: number): number =>
  // 11/16: about ln 2, as for numbers that fall off evenly.
  Math.max(0, 31 - Math.clz32((sum * 11) / (count * 16)));

export class BitWriter {
  #bytes: Uint8Array;
  #length = 0;
  /** Bits not yet in a byte, fewer than eight; above them what is written already. */
  #pending = 0;
  #count = 0;

  /** @param firstBytes for which there is room at first. */
  constructor(firstBytes: number) {
    this.#bytes = new Uint8Array(firstBytes);
  }

  /** Bytes so far; whole after `align`. */
  get length(): number {
    return this.#length;
  }

  bits(value: number, width: number): void {
    let left = width;
    if (left > MAX_AT_ONCE) {
      left -= MAX_AT_ONCE;
      this.bits(value >>> MAX_AT_ONCE, left);
      this.#put(value & 0xffff, MAX_AT_ONCE);
    } else if (left > 0) this.#put(value, left);
  }

  rice(value: number, width: number): void {
    let ones = value >>> width;
    for (; ones >= MAX_AT_ONCE; ones -= MAX_AT_ONCE) this.#put(0xffff, MAX_AT_ONCE);
    this.#put((1 << (ones + 1)) - 2, ones + 1);
    if (width > 0) this.bits(value & ((1 << width) - 1), width);
  }

  /** @throws RangeError when the value is not below the bound (a caller's bug). */
  below(value: number, bound: number): void {
    if (!(value >= 0 && value < bound)) throw new RangeError(`${value} is not below ${bound}`);
    if (bound === 1) return;
    const width = 32 - Math.clz32(bound - 1);
    // So many numbers can do with a bit less.
    const short = 2 ** width - bound;
    if (value < short) this.bits(value, width - 1);
    else this.bits(value + short, width);
  }

  /** Fills the last byte up. */
  align(): void {
    if (this.#count > 0) this.#put(0, 8 - this.#count);
  }

  /** Whole bytes, behind whole bytes. */
  raw(bytes: Uint8Array): void {
    while (this.#length + bytes.length > this.#bytes.length) this.#grow();
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** A copy of exactly what was written. */
  done(): Uint8Array {
    this.align();
    return this.#bytes.slice(0, this.#length);
  }

  /** What was written, valid until the next write. */
  view(): Uint8Array {
    this.align();
    return this.#bytes.subarray(0, this.#length);
  }

  clear(): void {
    this.#length = 0;
    this.#count = 0;
  }

  #put(value: number, width: number): void {
    const pending = (this.#pending << width) | value;
    let count = this.#count + width;
    if (this.#length + 4 > this.#bytes.length) this.#grow();
    while (count >= 8) {
      count -= 8;
      this.#bytes[this.#length++] = pending >>> count;
    }
    this.#pending = pending;
    this.#count = count;
  }

  #grow(): void {
    const grown = new Uint8Array(this.#bytes.length * 2);
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}

/**
 * Bytes that must follow what is read: a window of three bytes is read at each number, which is quicker than to look
 * whether there are so many, or to keep bits from one number to the next.
 */
export const SLACK_BYTES = 4;
/** Bits of a window; more would not fit into what V8 keeps without allocating. */
export const WINDOW = 24;
export const WINDOW_MASK = 0xffffff;
/** Of the bits of a window so many are there at whatever bit it begins; those below are zero. */
export const WINDOW_BITS = 17;

/** The next bits, the first at the top of the window. @param at in bits. */
export function windowAt(bytes: Uint8Array, at: number): number {
  const byte = at >>> 3;
  const bits = ((bytes[byte] as number) << 16) | ((bytes[byte + 1] as number) << 8) | (bytes[byte + 2] as number);
  return (bits << (at & 7)) & WINDOW_MASK;
}

/** How many ones a window has in a row behind its first `passed` bits. */
export const onesIn = (window: number, passed: number): number =>
  Math.clz32(~window & (WINDOW_MASK >>> passed)) - (32 - WINDOW) - passed;

/** Reads what a `BitWriter` wrote: for numbers too long for a window, and where a call for each is not felt. */
export class BitReader {
  /** Position of the next bit; may be set. */
  at: number;

  constructor(
    readonly bytes: Uint8Array,
    start: number,
  ) {
    this.at = start;
  }

  bits(width: number): number {
    if (width === 0) return 0;
    if (width > MAX_AT_ONCE) {
      const upper = this.bits(width - MAX_AT_ONCE);
      return upper * 2 ** MAX_AT_ONCE + this.bits(MAX_AT_ONCE);
    }
    const value = windowAt(this.bytes, this.at) >>> (WINDOW - width);
    this.at += width;
    return value;
  }

  /** @throws RangeError where no number ends: no list is read that was not checked, but none is to be read for ever. */
  rice(width: number): number {
    let upper = 0;
    for (;;) {
      const ones = onesIn(windowAt(this.bytes, this.at), 0);
      if (ones < MAX_AT_ONCE) {
        this.at += ones + 1;
        return (upper + ones) * (1 << width) + this.bits(width);
      }
      upper += MAX_AT_ONCE;
      this.at += MAX_AT_ONCE;
      if (this.at >>> 3 >= this.bytes.length) throw new RangeError('bits that have no end');
    }
  }

  below(bound: number): number {
    if (bound <= 1) return 0;
    const width = 32 - Math.clz32(bound - 1);
    const short = 2 ** width - bound;
    const value = this.bits(width - 1);
    return value < short ? value : value * 2 + this.bits(1) - short;
  }
}
