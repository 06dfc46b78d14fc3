/** Writes a segment term by term, in order of the terms: the one place that knows how the bytes are laid out. */

import { SLACK_BYTES } from './bits.js';
import { ByteWriter, packNumbers } from './bytes.js';
import { PostingsWriter } from './postings-writer.js';
import { asBytes, BLOCK_NUMBERS, BLOCK_REFS, FORMAT_VERSION, joinBytes, type SegmentData } from './segment-format.js';
import { sortWords } from './sort-words.js';
import { BLOCK_WORDS, TermDictionaryWriter } from './term-dictionary.js';

export interface WrittenForm {
  /** As written; lower case, or with a capital first letter. */
  readonly written: string;
  /** Positions where it stands. */
  readonly count: number;
}

/** The table of documents, a row for each in order. */
export interface DocumentTable {
  readonly refs: readonly string[];
  readonly boosts: readonly number[];
  /** As the segment has them (segment-format.ts): positions in the list of languages, doubled, odd for uncertain guesses. */
  readonly languages: readonly number[];
  /** For each field the number of tokens in each document. */
  readonly lengths: readonly (readonly number[])[];
}

export class SegmentWriter {
  /** Takes the documents of the field that was started, and their positions. */
  readonly lists = new PostingsWriter();
  readonly #terms = new TermDictionaryWriter(new ByteWriter());
  readonly #info = new ByteWriter();
  readonly #forms = new ByteWriter();
  readonly #blocks: number[] = [];
  readonly #surfaces = new Map<string, number[]>();
  // The term being written: its fields so far, and what is said of them.
  #term = '';
  #formCount = 1;
  #mask = 0;
  readonly #fields = new ByteWriter(64);

  constructor(readonly table: DocumentTable) {}

  /** @param formCount how many forms it has. */
  startTerm(term: string, formCount: number): void {
    this.#term = term;
    this.#formCount = formCount;
    this.#mask = 0;
    this.#fields.clear();
    if (this.#terms.count % BLOCK_WORDS === 0) {
      const { postings, positions } = this.lists;
      this.#blocks.push(this.#info.length, postings.length, positions.length, this.#forms.length);
    }
  }

  /** Fields come in order. */
  startField(field: number): void {
    this.lists.startList(this.table.lengths[field] as readonly number[], this.#formCount);
  }

  endField(field: number): void {
    const postingBytes = this.lists.finishList();
    if (postingBytes === 0) return;
    this.#mask |= 1 << field;
    this.#fields.varint(this.lists.documents);
    this.#fields.varint(postingBytes);
    this.#fields.varint(this.lists.positionBytes);
  }

  /** @param forms the commonest first. @param surfaces folded forms of the term, not stemmed. */
  endTerm(forms: readonly WrittenForm[], surfaces: Iterable<string>): void {
    if (this.#mask === 0) {
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
    this.#info.varint(this.#mask);
    this.#info.varint(this.#forms.length - formsStart);
    this.#info.all(this.#fields);
  }

  finish(languages: readonly string[]): SegmentData {
    const { table } = this;
    const surfaces = new TermDictionaryWriter(new ByteWriter());
    const stems = new ByteWriter();
    const stemBlocks: number[] = [];
    let last = 0;
    for (const surface of sortWords([...this.#surfaces.keys()])) {
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
      this.#terms.bytes.done(),
      asBytes(new Uint32Array(this.#terms.blocks)),
      asBytes(new Uint32Array(this.#blocks)),
      refs,
      asBytes(new Uint32Array(refBlocks)),
      table.boosts.some((boost) => boost !== 1) ? asBytes(new Float64Array(table.boosts)) : new Uint8Array(0),
      packNumbers(table.languages),
      ...table.lengths.map(packNumbers),
    ];
    const cold = [
      this.#info.done(),
      this.lists.postings.done(),
      this.lists.positions.done(),
      this.#forms.done(),
      surfaces.bytes.done(),
      asBytes(new Uint32Array(surfaces.blocks)),
      stems.done(),
      asBytes(new Uint32Array(stemBlocks)),
      // Who reads bits reads some bytes more.
      new Uint8Array(SLACK_BYTES),
    ];
    return {
      header: {
        format: FORMAT_VERSION,
        fields: table.lengths.length,
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

  #writeForms(forms: readonly WrittenForm[]): void {
    const bytes = this.#forms;
    bytes.varint(forms.length);
    for (const { written, count } of forms) {
      const lower = written.toLowerCase();
      const isCapital = lower !== written && capitalised(lower) === written;
      const most = Math.min(lower.length, this.#term.length);
      let shared = 0;
      while (shared < most && lower.charCodeAt(shared) === this.#term.charCodeAt(shared)) shared++;
      bytes.varint(shared);
      bytes.varint(lower.length - shared);
      bytes.units(lower, shared);
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
