/** Writes a segment term by term, in order of the terms: the one place that knows how the bytes are laid out. */

import { ByteWriter, packNumbers } from './bytes.js';
import { BLOCK_WORDS, DictionaryWriter } from './dictionary.js';
import {
  asBytes,
  BLOCK_NUMBERS,
  BLOCK_REFS,
  FORMAT_VERSION,
  joinBytes,
  type SegmentData,
  SKIP_DOCUMENTS,
} from './format.js';

export interface Form {
  /** As written; lower case, or with a capital first letter. */
  readonly written: string;
  /** Places where it stands. */
  readonly count: number;
}

/** The table of documents, a row for each in order. */
export interface DocumentTable {
  readonly refs: readonly string[];
  readonly boosts: readonly number[];
  /** For each field the number of tokens in each document. */
  readonly lengths: readonly (readonly number[])[];
}

export class SegmentWriter {
  readonly #terms = new DictionaryWriter(new ByteWriter());
  readonly #info = new ByteWriter();
  readonly #postings = new ByteWriter();
  readonly #positions = new ByteWriter();
  readonly #forms = new ByteWriter();
  readonly #blocks: number[] = [];
  readonly #surfaces = new Map<string, number[]>();
  // The list being written: one term in one field.
  readonly #list = new ByteWriter();
  readonly #skips = new ByteWriter();
  #term = '';
  #fields: { field: number; documents: number; postingBytes: number; positionBytes: number }[] = [];
  #documents = 0;
  #last = -1;
  #skipped = { document: 0, list: 0, position: 0 };
  #listPosition = 0;

  constructor(readonly fieldCount: number) {}

  startTerm(term: string): void {
    this.#term = term;
    this.#fields = [];
    if (this.#terms.count % BLOCK_WORDS === 0) {
      this.#blocks.push(this.#info.length, this.#postings.length, this.#positions.length, this.#forms.length);
    }
  }

  startField(): void {
    this.#list.clear();
    this.#skips.clear();
    this.#documents = 0;
    this.#last = -1;
    this.#skipped = { document: 0, list: 0, position: 0 };
    this.#listPosition = this.#positions.length;
  }

  /** The positions of this document come next. @param document after the one before. */
  document(document: number, frequency: number): void {
    if (this.#documents > 0 && this.#documents % SKIP_DOCUMENTS === 0) this.#skip();
    const distance = document - this.#last - 1;
    this.#last = document;
    this.#documents += 1;
    if (frequency === 1) this.#list.varint(distance * 2 + 1);
    else {
      this.#list.varint(distance * 2);
      this.#list.varint(frequency);
    }
  }

  /** @param form null when the term has one form only. */
  position(distance: number, form: number | null): void {
    if (form === null) this.#positions.varint(distance);
    else {
      this.#positions.varint(distance * 2 + (form > 0 ? 1 : 0));
      if (form > 0) this.#positions.varint(form);
    }
  }

  /** Positions that are already written as they should be. */
  rawPositions(bytes: Uint8Array): void {
    this.#positions.raw(bytes);
  }

  endField(field: number): void {
    if (this.#documents === 0) return;
    const start = this.#postings.length;
    if (this.#documents > SKIP_DOCUMENTS) {
      this.#postings.varint(this.#skips.length);
      this.#postings.raw(this.#skips.view());
    }
    this.#postings.raw(this.#list.view());
    this.#fields.push({
      field,
      documents: this.#documents,
      postingBytes: this.#postings.length - start,
      positionBytes: this.#positions.length - this.#listPosition,
    });
  }

  /** @param surfaces folded forms of the term, not stemmed. */
  endTerm(forms: readonly Form[], surfaces: Iterable<string>): void {
    if (this.#fields.length === 0) {
      if (this.#terms.count % BLOCK_WORDS === 0) this.#blocks.length -= BLOCK_NUMBERS;
      return;
    }
    const ordinal = this.#terms.add(this.#term);
    for (const surface of surfaces) {
      if (surface === this.#term) continue;
      const ordinals = this.#surfaces.get(surface);
      if (ordinals) ordinals.push(ordinal);
      else this.#surfaces.set(surface, [ordinal]);
    }
    const formsStart = this.#forms.length;
    this.#writeForms(forms);
    this.#info.varint(this.#fields.reduce((mask, { field }) => mask | (1 << field), 0));
    this.#info.varint(this.#forms.length - formsStart);
    for (const { documents, postingBytes, positionBytes } of this.#fields) {
      this.#info.varint(documents);
      this.#info.varint(postingBytes);
      this.#info.varint(positionBytes);
    }
  }

  finish(table: DocumentTable, languages: readonly string[]): SegmentData {
    const surfaces = new DictionaryWriter(new ByteWriter());
    const stems = new ByteWriter();
    const stemBlocks: number[] = [];
    let last = 0;
    for (const surface of [...this.#surfaces.keys()].sort()) {
      if (surfaces.count % BLOCK_WORDS === 0) stemBlocks.push(stems.length, last);
      surfaces.add(surface);
      const ordinals = this.#surfaces.get(surface) as number[];
      stems.varint(ordinals.length);
      for (const ordinal of ordinals) {
        const distance = ordinal - last;
        // Least bit: the sign.
        stems.varint(distance < 0 ? -distance * 2 + 1 : distance * 2);
        last = ordinal;
      }
    }
    const { bytes: refs, blocks: refBlocks } = writeRefs(table.refs);
    const hot = [
      surfaces.bytes.done(),
      asBytes(Uint32Array.from(surfaces.blocks)),
      stems.done(),
      asBytes(Uint32Array.from(stemBlocks)),
      this.#terms.bytes.done(),
      asBytes(Uint32Array.from(this.#terms.blocks)),
      asBytes(Uint32Array.from(this.#blocks)),
      this.#info.done(),
      refs,
      asBytes(Uint32Array.from(refBlocks)),
      table.boosts.some((boost) => boost !== 1) ? asBytes(Float64Array.from(table.boosts)) : new Uint8Array(0),
      ...table.lengths.map(packNumbers),
    ];
    const cold = [this.#postings.done(), this.#positions.done(), this.#forms.done()];
    return {
      header: {
        format: FORMAT_VERSION,
        fields: this.fieldCount,
        documents: table.refs.length,
        terms: this.#terms.count,
        surfaces: surfaces.count,
        tokens: table.lengths.map((lengths) => lengths.reduce((sum, length) => sum + length, 0)),
        languages: [...languages],
        hot: hot.map(({ length }) => length),
        cold: cold.map(({ length }) => length),
      },
      hot: joinBytes(hot),
      cold: joinBytes(cold),
    };
  }

  #skip(): void {
    const list = this.#list.length;
    const position = this.#positions.length - this.#listPosition;
    this.#skips.varint(this.#last - this.#skipped.document);
    this.#skips.varint(list - this.#skipped.list);
    this.#skips.varint(position - this.#skipped.position);
    this.#skipped = { document: this.#last, list, position };
  }

  #writeForms(forms: readonly Form[]): void {
    const bytes = this.#forms;
    bytes.varint(forms.length);
    for (const { written, count } of forms) {
      const lower = written.toLowerCase();
      const isCapital = lower !== written && capitalised(lower) === written;
      const most = Math.min(lower.length, this.#term.length);
      let shared = 0;
      while (shared < most && lower.charCodeAt(shared) === this.#term.charCodeAt(shared)) shared++;
      bytes.varint(shared);
      bytes.string(lower.slice(shared));
      bytes.varint(count * 2 + (isCapital ? 1 : 0));
    }
  }
}

function writeRefs(refs: readonly string[]): { bytes: Uint8Array; blocks: number[] } {
  const blocks: number[] = [];
  let at = 0;
  for (const [document, ref] of refs.entries()) {
    if (document % BLOCK_REFS === 0) blocks.push(at);
    at += Buffer.byteLength(ref) + 1;
  }
  return { bytes: Buffer.from(refs.join('\n')), blocks };
}

/** A word of lower-case letters with a capital at its beginning. */
export const capitalised = (lower: string): string => {
  if (lower === '') return '';
  // `toUpperCase` asks ICU, also for ASCII: slow where a source is added alone.
  const unit = lower.charCodeAt(0);
  if (unit < 128) return unit >= 97 && unit <= 122 ? String.fromCharCode(unit - 32) + lower.slice(1) : lower;
  const first = String.fromCodePoint(lower.codePointAt(0) ?? 32);
  return first.toUpperCase() + lower.slice(first.length);
};
