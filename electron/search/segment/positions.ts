/** Reads the positions of a term in documents of rising number, a group of 128 at a time, passing over those between. */
import { BitReader, SLACK_BYTES } from './bits.js';
import {
  ALIGNED_DOCUMENTS,
  ENTRY_POINT_BITS,
  ENTRY_POINTS,
  type PositionList,
  readPositions,
} from './position-codec.js';
import type { Postings } from './postings.js';
import { SKIP_DOCUMENTS } from './segment-format.js';

const NO_FORMS: readonly number[] = [];

/** Positions of a term: token numbers, and which of the term's forms stands there; no forms where there is only one. */
export interface TermPositions {
  readonly indexes: readonly number[];
  readonly forms: readonly number[];
}

/** Room for the positions in one document, for as many as any had so far; read again and again without making lists. */
export class PositionBuffer {
  /** Positions in the document that was read last. */
  count = 0;
  indexes = new Int32Array(64);
  /** Which of the term's forms stands at each; says nothing where there is only one. */
  forms = new Int32Array(64);

  makeRoom(most: number): void {
    if (most <= this.indexes.length) return;
    this.indexes = new Int32Array(most * 2);
    this.forms = new Int32Array(most * 2);
  }
}

/** Scratch of all readers that ask for lists. */
const scratch = new PositionBuffer();

export class Positions {
  #list: PositionList | null = null;
  /** Of the next document's positions, in bits. */
  #at = 0;
  #group = -1;
  /** Documents of the group that were read or passed over. */
  #passed = 0;

  /**
   * @param readBytes bytes `[start, end)` of the list's positions, and SLACK_BYTES more.
   * @param lengths tokens of the field in each document of the segment.
   * @param forms how many the term has: with several, each position says which it is.
   */
  constructor(
    readonly readBytes: (start: number, end: number | null) => Uint8Array,
    readonly lengths: Uint32Array,
    readonly forms: number,
  ) {}

  /** Positions in the document at which `postings` stands. */
  of(postings: Postings): TermPositions {
    const indexes = this.indexesOf(postings);
    return { indexes, forms: this.forms > 1 ? firstOf(scratch.forms, indexes.length) : NO_FORMS };
  }

  /** Token numbers alone, in the document at which `postings` stands; read once only. */
  indexesOf(postings: Postings): readonly number[] {
    this.read(postings, scratch);
    return firstOf(scratch.indexes, scratch.count);
  }

  /** Positions in the document at which `postings` stands; read once only. */
  read(postings: Postings, places: PositionBuffer): void {
    const { group, groupIndex, frequency, pairs } = postings;
    if (this.#list === null || group !== this.#group) {
      const { start, end } = postings.list.positionsOf(group);
      this.#list = { bytes: this.readBytes(start, end), lengths: this.lengths, forms: this.forms };
      this.#group = group;
      this.#at = 0;
      this.#passed = 0;
    }
    this.#leap(Math.floor(groupIndex / ALIGNED_DOCUMENTS), pairs.length / 2);
    places.makeRoom(frequency);
    const { indexes, forms } = places;
    this.#at = readPositions(this.#list, this.#at, pairs, this.#passed, groupIndex + 1, indexes, forms);
    this.#passed = groupIndex + 1;
    places.count = frequency;
  }

  /** @param beginning which of the documents that begin with a byte. @param count documents of the group. */
  #leap(beginning: number, count: number): void {
    if (beginning * ALIGNED_DOCUMENTS <= this.#passed || count < SKIP_DOCUMENTS || this.#list === null) return;
    const { bytes } = this.#list;
    const table = bytes.length - SLACK_BYTES - (ENTRY_POINTS * ENTRY_POINT_BITS) / 8;
    const at = new BitReader(bytes, table * 8 + (beginning - 1) * ENTRY_POINT_BITS).bits(ENTRY_POINT_BITS);
    if (at === 0) return;
    this.#at = at * 8;
    this.#passed = beginning * ALIGNED_DOCUMENTS;
  }
}

function firstOf(numbers: Int32Array, count: number): number[] {
  const first = new Array<number>(count);
  for (let at = 0; at < count; at++) first[at] = numbers[at] as number;
  return first;
}
