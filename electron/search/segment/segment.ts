/**
 * Reads a segment: looks words up, walks postings, and knows which of its documents were removed. A segment's bytes
 * never change; removed documents have tombstones until a merge leaves them out.
 */
import { SLACK_BYTES } from './bits.js';
import { ByteReader, unpackNumbers } from './bytes.js';
import { Positions } from './positions.js';
import { PostingList } from './posting-list.js';
import { Postings } from './postings.js';
import {
  asFloat64,
  asUint32,
  BLOCK_NUMBERS,
  BLOCK_REFS,
  COLD,
  HOT,
  type SegmentHeader,
  sectionsOf,
  startOf,
} from './segment-format.js';
import { capitalised, type WrittenForm } from './segment-writer.js';
import { BLOCK_WORDS, TermDictionary } from './term-dictionary.js';

/** Reads cold bytes. The result may be shared with other readers and is never written to. */
export type ReadCold = (start: number, length: number) => Uint8Array;

/** What beginnings, wildcards and slips are looked for in, beside the terms. */
interface ApproximateLookup {
  readonly surfaces: TermDictionary;
  readonly stems: Uint8Array;
  readonly stemBlocks: Uint32Array;
}

/** Where a term's postings are in a field. */
export interface FieldEntry {
  readonly field: number;
  readonly documents: number;
  readonly postings: readonly [start: number, length: number];
  /** As far as it was read for this entry. */
  list: PostingList | null;
  readonly positions: readonly [start: number, length: number];
}

export interface TermEntry {
  readonly segment: Segment;
  readonly ordinal: number;
  /** By field; a field that does not hold the term is left out. */
  readonly fields: ReadonlyMap<number, FieldEntry>;
  readonly forms: readonly [start: number, length: number];
}

/** A position in the list of what is said of each term, before the entry of `ordinal`. */
interface InfoCursor {
  ordinal: number;
  readonly info: ByteReader;
  postings: number;
  positions: number;
  forms: number;
}

export class Segment {
  readonly terms: TermDictionary;
  /** For each field the number of tokens of each document. */
  readonly lengths: readonly Uint32Array[];
  readonly boosts: Float64Array | null;
  /** By document, as segment-format.ts has them; null when all are in the first language, and that for certain. */
  readonly languages: Uint32Array | null;
  /** 1 for a removed document; null while none is. */
  removed: Uint8Array | null = null;
  live: number;
  readonly #blocks: Uint32Array;
  #slips: ApproximateLookup | null = null;
  readonly #refBytes: Uint8Array;
  readonly #refBlocks: Uint32Array;
  #refs: string[] | null = null;
  #refsRead = 0;
  readonly #coldStarts: readonly number[];
  readonly #removedCounts = new Map<number, number>();
  #cursor: InfoCursor | null = null;

  constructor(
    readonly header: SegmentHeader,
    hot: Uint8Array,
    readonly readCold: ReadCold,
  ) {
    const sections = sectionsOf(hot, header.hot);
    const section = (at: number) => sections[at] ?? new Uint8Array(0);
    this.#blocks = asUint32(section(HOT.blocks));
    this.terms = new TermDictionary(section(HOT.terms), asUint32(section(HOT.termBlocks)), header.terms);
    this.#refBytes = section(HOT.refs);
    this.#refBlocks = asUint32(section(HOT.refBlocks));
    this.boosts = section(HOT.boosts).length > 0 ? asFloat64(section(HOT.boosts)) : null;
    const languages = section(HOT.languages);
    this.languages = languages.length > 0 ? unpackNumbers(languages, header.documents) : null;
    // Most fields of the description are empty in all documents of a segment: they share their zeros.
    const none = new Uint32Array(header.documents);
    this.lengths = Array.from({ length: header.fields }, (_, field) => {
      const packed = section(HOT.lengths + field);
      return packed.length === 0 ? none : unpackNumbers(packed, header.documents);
    });
    this.live = header.documents;
    this.#coldStarts = header.cold.map((_, at) => startOf(header.cold, at));
  }

  get documents(): number {
    return this.header.documents;
  }

  /** Decoded at first use: opening an archive asks for none. */
  get refs(): readonly string[] {
    this.#refs ??= textOf(this.#refBytes).split('\n');
    return this.#refs;
  }

  /** One ref; all of them are decoded only once many were asked for. */
  refOf(document: number): string {
    this.#refsRead += 1;
    if (this.#refs || this.#refsRead * BLOCK_REFS > this.documents) return this.refs[document] as string;
    const block = Math.floor(document / BLOCK_REFS);
    const bytes = this.#refBytes.subarray(this.#refBlocks[block], this.#refBlocks[block + 1]);
    return textOf(bytes).split('\n')[document % BLOCK_REFS] as string;
  }

  /** Words as they were before stemming. */
  get surfaces(): TermDictionary {
    return this.#whatSlips().surfaces;
  }

  #whatSlips(): ApproximateLookup {
    if (!this.#slips) {
      const { header } = this;
      const lengths = header.cold.slice(COLD.slips);
      const bytes = this.readCold(this.#coldStarts[COLD.slips] as number, startOf(lengths, lengths.length));
      const [surfaces, blocks, stems, stemBlocks] = sectionsOf(bytes, lengths) as [
        Uint8Array,
        Uint8Array,
        Uint8Array,
        Uint8Array,
      ];
      this.#slips = {
        surfaces: new TermDictionary(surfaces, asUint32(blocks), header.surfaces),
        stems,
        stemBlocks: asUint32(stemBlocks),
      };
    }
    return this.#slips;
  }

  /**
   * Documents in which a word of these languages cannot stand: those in another, unless theirs is an uncertain guess.
   * @returns 1 for each of them; null when there is none, `all` when there is no other.
   */
  foreign(languages: ReadonlySet<string>): Uint8Array | 'all' | null {
    const isForeign = this.header.languages.map((language) => !languages.has(language));
    if (!isForeign.includes(true)) return null;
    const codes = this.languages;
    if (codes === null) return 'all';
    const foreign = Uint8Array.from(codes, (code) => ((code & 1) === 0 && isForeign[code >> 1] ? 1 : 0));
    if (!foreign.includes(1)) return null;
    return foreign.includes(0) ? foreign : 'all';
  }

  isLive(document: number): boolean {
    return this.removed === null || this.removed[document] === 0;
  }

  /** @returns false when it was removed before. */
  remove(document: number): boolean {
    this.removed ??= new Uint8Array(this.documents);
    if (this.removed[document] === 1) return false;
    this.removed[document] = 1;
    this.live -= 1;
    this.#removedCounts.clear();
    return true;
  }

  /** Takes `remove` back. */
  revive(document: number): void {
    if (!this.removed || this.removed[document] === 0) return;
    this.removed[document] = 0;
    this.live += 1;
    this.#removedCounts.clear();
  }

  entry(ordinal: number): TermEntry {
    const cursor = this.#cursorAt(ordinal);
    const { info } = cursor;
    for (;;) {
      const isWanted = cursor.ordinal === ordinal;
      const fields = new Map<number, FieldEntry>();
      const mask = info.varint();
      const formBytes = info.varint();
      for (let rest = mask, field = 0; rest > 0; rest >>>= 1, field++) {
        if ((rest & 1) === 0) continue;
        const documents = info.varint();
        const postingBytes = info.varint();
        const positionBytes = info.varint();
        if (isWanted) {
          fields.set(field, {
            field,
            documents,
            list: null,
            postings: [cursor.postings, postingBytes],
            positions: [cursor.positions, positionBytes],
          });
        }
        cursor.postings += postingBytes;
        cursor.positions += positionBytes;
      }
      const forms = cursor.forms;
      cursor.forms += formBytes;
      cursor.ordinal += 1;
      if (isWanted) return { segment: this, ordinal, fields, forms: [forms, formBytes] };
    }
  }

  /** Where reading goes on: after the last entry read, when that is in the same block; the terms of a prefix are asked for in order. */
  #cursorAt(ordinal: number): InfoCursor {
    const block = Math.floor(ordinal / BLOCK_WORDS);
    const last = this.#cursor;
    if (last && last.ordinal <= ordinal && last.ordinal > block * BLOCK_WORDS) return last;
    const base = block * BLOCK_NUMBERS;
    const number = (at: number) => this.#blocks[base + at] as number;
    const end = this.#blocks[base + BLOCK_NUMBERS] ?? (this.header.cold[COLD.info] as number);
    this.#cursor = {
      ordinal: block * BLOCK_WORDS,
      info: new ByteReader(this.readCold(number(0), end - number(0))),
      postings: number(1) + (this.#coldStarts[COLD.postings] as number),
      positions: number(2) + (this.#coldStarts[COLD.positions] as number),
      forms: number(3) + (this.#coldStarts[COLD.forms] as number),
    };
    return this.#cursor;
  }

  /** The ordinals of terms that a surface stands for. */
  stemsOf(surface: number): number[] {
    const { stems, stemBlocks } = this.#whatSlips();
    const block = Math.floor(surface / BLOCK_WORDS);
    const reader = new ByteReader(stems, stemBlocks[block * 2] as number);
    let last = stemBlocks[block * 2 + 1] as number;
    for (let at = block * BLOCK_WORDS; ; at++) {
      const ordinals: number[] = [];
      for (let left = reader.varint(); left > 0; left--) {
        const signed = reader.varint();
        last += signed % 2 === 1 ? -Math.floor(signed / 2) : signed / 2;
        ordinals.push(last);
      }
      if (at === surface) return ordinals;
    }
  }

  /** Cold bytes that hold bits: with SLACK_BYTES behind them, whatever these hold. */
  readBits(start: number, length: number): Uint8Array {
    return this.readCold(start, length + SLACK_BYTES);
  }

  postings(entry: FieldEntry): Postings {
    const [start, length] = entry.postings;
    entry.list ??= new PostingList(this.readBits(start, length), entry.documents);
    return new Postings(entry.list);
  }

  /** @param forms how many the term has (`formCount`). */
  positions({ field, positions: [start, length] }: FieldEntry, forms: number): Positions {
    const read = (from: number, until: number | null) => this.readBits(start + from, (until ?? length) - from);
    return new Positions(read, this.lengths[field] as Uint32Array, forms);
  }

  /** @param term of the entry, where it is known already. */
  forms({ forms: [start, length], ordinal }: TermEntry, term = this.terms.word(ordinal)): WrittenForm[] {
    const reader = new ByteReader(this.readCold(start, length));
    return Array.from({ length: reader.varint() }, () => {
      const shared = reader.varint();
      const lower = term.slice(0, shared) + reader.string();
      const number = reader.varint();
      return { written: number % 2 === 1 ? capitalised(lower) : lower, count: Math.floor(number / 2) };
    });
  }

  /** How many forms a term has, without reading them. */
  formCount({ forms: [start, length] }: TermEntry): number {
    return new ByteReader(this.readCold(start, Math.min(length, 4))).varint();
  }

  /** Documents that hold the term, counted once for each field as lunr does, without removed ones. */
  documentCount(entry: TermEntry): number {
    let count = 0;
    for (const { documents } of entry.fields.values()) count += documents;
    if (this.live === this.documents) return count;
    let removed = this.#removedCounts.get(entry.ordinal);
    if (removed === undefined) {
      removed = this.#countRemoved(entry);
      this.#removedCounts.set(entry.ordinal, removed);
    }
    return count - removed;
  }

  #countRemoved({ fields }: TermEntry): number {
    const removed = this.removed;
    if (removed === null) return 0;
    let count = 0;
    for (const field of fields.values()) {
      const postings = this.postings(field);
      while (postings.next()) if (removed[postings.document] === 1) count += 1;
    }
    return count;
  }
}

/** Not by a TextDecoder, which takes long to make. */
const textOf = ({ buffer, byteOffset, byteLength }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('utf8');
