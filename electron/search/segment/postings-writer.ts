/**
 * Writes the postings and the positions of terms, one list after another: documents in groups of 128, a skip table in
 * front of lists that are longer, the positions of each document as bits.
 */
import { BitWriter } from './bits.js';
import { ByteWriter } from './bytes.js';
import { ALIGNED_DOCUMENTS, ENTRY_POINT_BITS, positionWidth, writeForm, writeLast } from './position-codec.js';
import { writeGroup } from './posting-group.js';
import { SKIP_DOCUMENTS } from './segment-format.js';

/** Room for the lists of one document, and for what only long lists have. */
const FIRST_BYTES = 2_048;
const SMALL_BYTES = 64;

export class PostingsWriter {
  readonly postings = new BitWriter(FIRST_BYTES);
  readonly positions = new BitWriter(FIRST_BYTES);
  /** Documents of the list so far. */
  documents = 0;
  readonly #groups = new BitWriter(SMALL_BYTES);
  readonly #skips = new ByteWriter(SMALL_BYTES);
  /** The length of the skip table. */
  readonly #table = new ByteWriter(SMALL_BYTES);
  readonly #gaps = new Int32Array(SKIP_DOCUMENTS);
  readonly #frequencies = new Int32Array(SKIP_DOCUMENTS);
  #inGroup = 0;
  #last = -1;
  #skipped = { addDocument: 0, list: 0, position: 0 };
  #positionStart = 0;
  #groupStart = 0;
  readonly #beginnings: number[] = [];
  #lengths: ArrayLike<number> = [];
  #forms = 1;
  // The document whose positions come next.
  #length = 0;
  #left = 0;
  #width = 0;
  #index = 0;

  /** Bytes of the list's positions; whole after `end`. */
  get positionBytes(): number {
    return this.positions.length - this.#positionStart;
  }

  /** @param lengths of the field, by document. @param forms how many the term has. */
  startList(lengths: ArrayLike<number>, forms: number): void {
    this.documents = 0;
    this.#inGroup = 0;
    this.#last = -1;
    this.#positionStart = this.positions.length;
    this.#groupStart = this.#positionStart;
    this.#lengths = lengths;
    this.#forms = forms;
  }

  /** Its positions come next, as many as `frequency`. @param document after the one before. */
  document(document: number, frequency: number): void {
    if (this.#inGroup === SKIP_DOCUMENTS) this.#skip();
    else if (this.#inGroup > 0 && this.#inGroup % ALIGNED_DOCUMENTS === 0) this.#begin();
    this.#gaps[this.#inGroup] = document - this.#last - 1;
    this.#frequencies[this.#inGroup] = frequency;
    this.#inGroup += 1;
    this.#last = document;
    this.documents += 1;
    this.#length = this.#lengths[document] as number;
    this.#left = frequency;
    this.#width = frequency > 1 ? positionWidth(this.#length, frequency) : 0;
    this.#index = 0;
  }

  /** @param index token number, not before the last one. */
  addPosition(index: number, form: number): void {
    const distance = index - this.#index;
    this.#left -= 1;
    if (this.#left > 0) this.positions.rice(distance, this.#width);
    else writeLast(this.positions, distance, this.#length - this.#index);
    this.#index = index;
    if (this.#forms > 1) writeForm(this.positions, form, this.#forms);
  }

  /** @returns the bytes of the list's postings; 0 for a list without documents, of which nothing is kept. */
  finishList(): number {
    if (this.documents === 0) return 0;
    const start = this.postings.length;
    this.#endPositions();
    if (this.documents <= SKIP_DOCUMENTS) {
      writeGroup(this.postings, this.#gaps, this.#frequencies, this.#inGroup);
    } else {
      writeGroup(this.#groups, this.#gaps, this.#frequencies, this.#inGroup);
      this.#table.varint(this.#skips.length);
      this.postings.raw(this.#table.view());
      this.postings.raw(this.#skips.view());
      this.postings.raw(this.#groups.view());
      for (const done of [this.#table, this.#skips, this.#groups]) done.clear();
      this.#skipped = { addDocument: 0, list: 0, position: 0 };
    }
    return this.postings.length - start;
  }

  /** Ends a group that others follow. */
  #skip(): void {
    writeGroup(this.#groups, this.#gaps, this.#frequencies, this.#inGroup);
    this.#endPositions();
    this.#inGroup = 0;
    const list = this.#groups.length;
    const position = this.positionBytes;
    this.#groupStart = this.positions.length;
    this.#skips.varint(this.#last - this.#skipped.addDocument);
    this.#skips.varint(list - this.#skipped.list);
    this.#skips.varint(position - this.#skipped.position);
    this.#skipped = { addDocument: this.#last, list, position };
  }

  /** The next document's positions begin with a byte. */
  #begin(): void {
    this.positions.align();
    const start = this.positions.length - this.#groupStart;
    this.#beginnings.push(start < 1 << ENTRY_POINT_BITS ? start : 0);
  }

  /** A whole group ends with where to find documents further in. */
  #endPositions(): void {
    this.positions.align();
    if (this.#inGroup === SKIP_DOCUMENTS) {
      for (const start of this.#beginnings) this.positions.bits(start, ENTRY_POINT_BITS);
    }
    if (this.#beginnings.length > 0) this.#beginnings.length = 0;
  }
}
