/** Walks the postings of a term in a field, in order of document; leaps over 128 at a time where it may. */
import { ByteReader } from './bytes.js';
import { SKIP_DOCUMENTS } from './format.js';

/** An entry of the skip table: the last document before it, bytes of postings and of positions, documents passed. */
interface Skip {
  readonly document: number;
  readonly list: number;
  readonly position: number;
  readonly passed: number;
}

export class Postings {
  /** Number in the segment; -1 before the first `next`. */
  document = -1;
  /** Places of the term in the document. */
  frequency = 0;
  readonly #bytes: Uint8Array;
  #at: number;
  readonly #count: number;
  /** Where the skip table is read next; null in a short list. */
  readonly #skips: ByteReader | null;
  readonly #listStart: number;
  /** The last entry of the skip table that was taken, and the one after it once it is read. */
  #taken: Skip = { document: 0, list: 0, position: 0, passed: 0 };
  #ahead: Skip | null = null;
  #passed = 0;
  /** Places in the documents of this group before the current one. */
  #placesBefore = 0;

  constructor(bytes: Uint8Array, documents: number) {
    this.#bytes = bytes;
    this.#count = documents;
    this.#listStart = Postings.listStart(bytes, documents);
    this.#at = this.#listStart;
    this.#skips = null;
    if (documents > SKIP_DOCUMENTS) {
      this.#skips = new ByteReader(bytes);
      this.#skips.varint();
    }
  }

  /** Where the first document's posting begins: behind the skip table of a long list. */
  static listStart(bytes: Uint8Array, documents: number): number {
    if (documents <= SKIP_DOCUMENTS) return 0;
    const reader = new ByteReader(bytes);
    const length = reader.varint();
    return reader.at + length;
  }

  /** @returns false at the end. */
  next(): boolean {
    if (this.#passed === this.#count) return false;
    this.#placesBefore += this.frequency;
    if (this.#skips !== null && this.#passed === this.#taken.passed + SKIP_DOCUMENTS) this.#enterGroup(this.#skips);
    this.#passed += 1;
    // Decoded in place: a search does little else.
    const bytes = this.#bytes;
    let at = this.#at;
    let byte = bytes[at++] as number;
    let number = byte & 127;
    for (let scale = 128; byte > 127; scale *= 128) {
      byte = bytes[at++] as number;
      number += (byte & 127) * scale;
    }
    this.document += (number >>> 1) + 1;
    this.frequency = 1;
    if ((number & 1) === 0) {
      byte = bytes[at++] as number;
      let frequency = byte & 127;
      for (let scale = 128; byte > 127; scale *= 128) {
        byte = bytes[at++] as number;
        frequency += (byte & 127) * scale;
      }
      this.frequency = frequency;
    }
    this.#at = at;
    return true;
  }

  /** Goes to the first document that is not before `target`. @returns false when there is none. */
  advance(target: number): boolean {
    if (this.document >= target && this.#passed > 0) return true;
    if (this.#skips) this.#leap(this.#skips, target);
    while (this.next()) if (this.document >= target) return true;
    return false;
  }

  /**
   * Where the positions of the current document are: in bytes `[start, end)` of the list's positions, after so many
   * places of other documents. `end` is null in the last group of 128.
   */
  get positionsAt(): { start: number; end: number | null; places: number } {
    const next = this.#skips ? this.#nextSkip(this.#skips) : null;
    return { start: this.#taken.position, end: next?.position ?? null, places: this.#placesBefore };
  }

  /** The next document is the first of a group that was reached step by step. */
  #enterGroup(skips: ByteReader): void {
    this.#taken = this.#nextSkip(skips) ?? this.#taken;
    this.#ahead = null;
    this.#placesBefore = 0;
  }

  #leap(skips: ByteReader, target: number): void {
    let landing: Skip | null = null;
    for (let next = this.#nextSkip(skips); next && next.document < target; next = this.#nextSkip(skips)) {
      landing = next;
      this.#taken = next;
      this.#ahead = null;
    }
    if (!landing) return;
    // Nothing of this group was read yet, not even when its beginning was reached step by step.
    this.#placesBefore = 0;
    this.frequency = 0;
    if (landing.passed <= this.#passed) return;
    this.#at = this.#listStart + landing.list;
    this.document = landing.document;
    this.#passed = landing.passed;
  }

  #nextSkip(skips: ByteReader): Skip | null {
    const { document, list, position, passed } = this.#taken;
    if (passed + SKIP_DOCUMENTS >= this.#count) return null;
    this.#ahead ??= {
      document: document + skips.varint(),
      list: list + skips.varint(),
      position: position + skips.varint(),
      passed: passed + SKIP_DOCUMENTS,
    };
    return this.#ahead;
  }
}

/** Places of a term: token numbers, and which of the term's forms stands there. */
export interface TermPlaces {
  readonly indexes: number[];
  readonly forms: number[];
}

/** Reads positions of documents in rising order, a group of 128 at a time, passing over those between. */
export class Positions {
  #reader = new ByteReader(new Uint8Array(0));
  #group = -1;
  #places = 0;
  /** Of the place read last. */
  #form = 0;

  /**
   * @param read bytes `[start, end)` of the list's positions.
   * @param formed the term has several forms, so that each place says which.
   */
  constructor(
    readonly read: (start: number, end: number | null) => Uint8Array,
    readonly formed: 'one form' | 'several forms',
  ) {}

  /** Places in the document at which `postings` stands. */
  of(postings: Postings): TermPlaces {
    const { start, end, places } = postings.positionsAt;
    if (start !== this.#group) {
      this.#group = start;
      this.#reader = new ByteReader(this.read(start, end));
      this.#places = 0;
    }
    const reader = this.#reader;
    if (this.formed === 'one form') {
      for (; this.#places < places; this.#places++) reader.varint();
    } else {
      for (; this.#places < places; this.#places++) if (reader.varint() % 2 === 1) reader.varint();
    }
    const { frequency } = postings;
    const indexes = new Array<number>(frequency);
    const forms = new Array<number>(frequency);
    let index = 0;
    for (let at = 0; at < frequency; at++) {
      index += this.#place();
      indexes[at] = index;
      forms[at] = this.#form;
    }
    this.#places += frequency;
    return { indexes, forms };
  }

  /** @returns the distance to the place before. */
  #place(): number {
    const number = this.#reader.varint();
    if (this.formed === 'one form') return number;
    this.#form = number % 2 === 1 ? this.#reader.varint() : 0;
    return Math.floor(number / 2);
  }
}
