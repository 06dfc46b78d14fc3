/** Reads a group of postings (posting-group.ts), all of it or as far as it is needed. */
import { BitReader, onesIn, WINDOW, WINDOW_BITS, windowAt } from './bits.js';
import { registerShortCode, SHORT_BITS, shortCodes } from './short-code-table.js';

/** A target behind every document. */
export const EVERY = 0x7fffffff;

const NO_BYTES = new Uint8Array(0);

export class GroupReader {
  /** For each document that was read its number, and how often the term stands there. */
  readonly pairs: number[];
  /** Documents that were read, of as many as the group has. */
  read = 0;
  count = 0;
  #bytes: Uint8Array = NO_BYTES;
  /** Of the next posting, in bits. */
  #at = 0;
  #gapWidth = 0;
  #frequencyWidth = 0;
  #last = -1;

  /** @param most documents of a group. */
  constructor(most: number) {
    // Not filled: nothing is read of it before it was written.
    this.pairs = new Array<number>(most * 2);
  }

  /** Where the next group begins, once all of this one was read. */
  get end(): number {
    return (this.#at + 7) >>> 3;
  }

  /**
   * @param bytes with SLACK_BYTES more behind the group. @param start where it begins.
   * @param last the document before it, -1 for none.
   */
  begin(bytes: Uint8Array, start: number, count: number, last: number): void {
    const widths = bytes[start] as number;
    this.#gapWidth = widths >>> 4;
    this.#frequencyWidth = widths & 15;
    this.#bytes = bytes;
    this.#at = (start + 1) * 8;
    this.#last = last;
    this.read = 0;
    this.count = count;
  }

  /** Reads on to the first document that is not before `target`, or to the end. One loop: a search does little else. */
  readUntil(target: number): void {
    const { pairs, count } = this;
    const bytes = this.#bytes;
    const gapWidth = this.#gapWidth;
    const frequencyWidth = this.#frequencyWidth;
    let document = this.#last;
    let at = this.#at;
    let index = this.read;
    const codes = shortCodes(gapWidth, frequencyWidth);
    while (index < count && document < target) {
      const bits = windowAt(bytes, at);
      const key = bits >>> (WINDOW - SHORT_BITS);
      const code = codes[key] as number;
      let distance = code >>> 12;
      let frequency = (code >>> 4) & 255;
      let used = code & 15;
      if (code === 0) {
        const ones = onesIn(bits, 0);
        const gapEnd = ones + 1 + gapWidth;
        const frequencyOnes = onesIn(bits, gapEnd);
        used = gapEnd + frequencyOnes + 1 + frequencyWidth;
        // Nearly always one window holds it all.
        if (gapEnd <= WINDOW_BITS && used <= WINDOW_BITS) {
          distance = ((ones << gapWidth) | ((bits >>> (WINDOW - gapEnd)) & ((1 << gapWidth) - 1))) + 1;
          const lower = (bits >>> (WINDOW - used)) & ((1 << frequencyWidth) - 1);
          frequency = ((frequencyOnes << frequencyWidth) | lower) + 1;
          registerShortCode(codes, key, used, distance, frequency);
        } else {
          const reader = new BitReader(bytes, at);
          distance = reader.rice(gapWidth) + 1;
          frequency = reader.rice(frequencyWidth) + 1;
          used = reader.at - at;
        }
      }
      document += distance;
      at += used;
      pairs[index * 2] = document;
      pairs[index * 2 + 1] = frequency;
      index += 1;
    }
    this.#last = document;
    this.#at = at;
    this.read = index;
  }
}
