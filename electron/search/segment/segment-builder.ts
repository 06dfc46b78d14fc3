/** Turns documents into a segment. Holds four numbers for each token until the segment is finished. */
import type { SegmentData } from './format.js';
import { type Form, SegmentWriter } from './segment-writer.js';

/** A kind of word; callers give the same object for the same word, so that it is looked up once. */
export interface Word {
  readonly term: string;
  /** Folded, not stemmed. */
  readonly surface: string;
  /** Lower case, not folded: what "only exact" compares. */
  readonly exact: string;
  readonly written: string;
}

/** Reads the tokens of a field. @returns their number, which is the field's length. */
export type Analyze = (text: string, language: string, visit: (word: Word, index: number) => void) => number;

export interface IndexDocument {
  readonly ref: string;
  readonly language: string;
  /** A text for each field of the index. */
  readonly fields: readonly string[];
  /** lunr's document boost; 1 when left out. */
  readonly boost?: number;
}

/** A term with the words that stand for it. */
interface TermWords {
  readonly term: string;
  /** By number, in the order in which they turned up. */
  readonly words: number[];
}

/** The forms of a term, the commonest first, and the surfaces its words have. */
interface TermForms {
  readonly forms: readonly Form[];
  readonly surfaces: readonly string[];
}

const NUMBERS = 3;

export class SegmentBuilder {
  readonly #numbers = new Map<Word, number>();
  readonly #words: Word[] = [];
  /** For each token: number of the word × fields + field, document, token number. */
  #tokens = new Int32Array(NUMBERS * 1024);
  #length = 0;
  readonly #refs: string[] = [];
  readonly #boosts: number[] = [];
  readonly #lengths: number[][];
  readonly #languages = new Set<string>();

  constructor(
    readonly fieldCount: number,
    readonly analyze: Analyze,
  ) {
    this.#lengths = Array.from({ length: fieldCount }, () => []);
  }

  get documents(): number {
    return this.#refs.length;
  }

  /** Tokens so far: what memory goes by. */
  get tokens(): number {
    return this.#length / NUMBERS;
  }

  add({ ref, language, fields, boost = 1 }: IndexDocument): void {
    const document = this.#refs.length;
    this.#refs.push(ref);
    this.#boosts.push(boost);
    this.#languages.add(language);
    for (let field = 0; field < this.fieldCount; field++) {
      const text = fields[field] ?? '';
      const visit = (word: Word, index: number) => this.#token(word, document, field, index);
      this.#lengths[field]?.push(text === '' ? 0 : this.analyze(text, language, visit));
    }
  }

  finish(): SegmentData {
    const terms = this.#terms();
    const fields = this.#lengths.flatMap((lengths, field) => (lengths.some((length) => length > 0) ? [field] : []));
    const { ends, tokens, counts } = this.#dealt(terms, fields);
    const all = this.#tokens;
    const formOf = new Int32Array(this.#words.length);
    const writer = new SegmentWriter({ refs: this.#refs, boosts: this.#boosts, lengths: this.#lengths });
    let at = 0;
    let pile = 0;
    for (const { term, words } of terms) {
      const { forms, surfaces } = this.#forms(words, counts, formOf);
      writer.startTerm(term, forms.length);
      for (const field of fields) {
        const end = ends[pile++] as number;
        if (at === end) continue;
        writer.startField(field);
        while (at < end) {
          const document = all[(tokens[at] as number) + 1] as number;
          let next = at + 1;
          while (next < end && all[(tokens[next] as number) + 1] === document) next++;
          writer.document(document, next - at);
          for (; at < next; at++) {
            const token = tokens[at] as number;
            const word = Math.floor((all[token] as number) / this.fieldCount);
            writer.place(all[token + 2] as number, formOf[word] as number);
          }
        }
        writer.endField(field);
      }
      writer.endTerm(forms, surfaces);
    }
    return writer.finish([...this.#languages]);
  }

  #token(word: Word, document: number, field: number, index: number): void {
    // lunr counts an empty term in the field's length, but no query can reach it.
    if (word.term === '') return;
    let number = this.#numbers.get(word);
    if (number === undefined) {
      number = this.#words.length;
      this.#words.push(word);
      this.#numbers.set(word, number);
    }
    const at = this.#length;
    if (at + NUMBERS > this.#tokens.length) {
      const grown = new Int32Array(this.#tokens.length * 2);
      grown.set(this.#tokens);
      this.#tokens = grown;
    }
    const tokens = this.#tokens;
    tokens[at] = number * this.fieldCount + field;
    tokens[at + 1] = document;
    tokens[at + 2] = index;
    this.#length = at + NUMBERS;
  }

  /** Terms in order of UTF-16 units. */
  #terms(): TermWords[] {
    const byTerm = new Map<string, TermWords>();
    for (const [number, { term }] of this.#words.entries()) {
      const known = byTerm.get(term);
      if (known) known.words.push(number);
      else byTerm.set(term, { term, words: [number] });
    }
    // Without a comparison of its own, which would be a call for each pair, `sort` goes by UTF-16 units.
    const order = [...byTerm.keys()].sort();
    return order.map((term) => byTerm.get(term) as TermWords);
  }

  /** @param formOf receives the form of each of the words. */
  #forms(words: readonly number[], counts: Int32Array, formOf: Int32Array): TermForms {
    if (words.length === 1) {
      const number = words[0] as number;
      const word = this.#words[number] as Word;
      return { forms: [{ written: written(word), count: counts[number] as number }], surfaces: [word.surface] };
    }
    const byExact = new Map<string, { written: string; count: number; words: number[] }>();
    const surfaces = new Set<string>();
    for (const number of words) {
      const word = this.#words[number] as Word;
      surfaces.add(word.surface);
      const known = byExact.get(word.exact) ?? { written: written(word), count: 0, words: [] };
      byExact.set(word.exact, known);
      known.count += counts[number] as number;
      known.words.push(number);
    }
    const forms = [...byExact.values()].sort((a, b) => b.count - a.count);
    for (const [form, { words: own }] of forms.entries()) for (const number of own) formOf[number] = form;
    return { forms, surfaces: [...surfaces] };
  }

  /**
   * Tokens in order of term, then field, then document and place: they come in order of document, and are dealt into
   * piles, one for each term and field.
   */
  #dealt(terms: readonly TermWords[], fields: readonly number[]): Dealt {
    const all = this.#tokens;
    const length = this.#length;
    const count = fields.length;
    /** The first pile of a word, and which of its term's piles a field is. */
    const first = new Int32Array(this.#words.length);
    for (const [rank, { words }] of terms.entries()) for (const word of words) first[word] = rank * count;
    const slots = new Int32Array(this.fieldCount);
    for (const [slot, field] of fields.entries()) slots[field] = slot;
    const counts = new Int32Array(this.#words.length);
    const next = new Int32Array(terms.length * count);
    const piles = new Int32Array(length / NUMBERS);
    for (let at = 0, token = 0; at < length; at += NUMBERS, token++) {
      const key = all[at] as number;
      const word = Math.floor(key / this.fieldCount);
      const pile = (first[word] as number) + (slots[key - word * this.fieldCount] as number);
      piles[token] = pile;
      counts[word] = (counts[word] as number) + 1;
      next[pile] = (next[pile] as number) + 1;
    }
    // From how many there are in a pile to where it begins, and by dealing to where it ends.
    let start = 0;
    for (let pile = 0; pile < next.length; pile++) {
      const own = next[pile] as number;
      next[pile] = start;
      start += own;
    }
    const tokens = new Int32Array(piles.length);
    for (let token = 0; token < piles.length; token++) {
      const pile = piles[token] as number;
      const place = next[pile] as number;
      tokens[place] = token * NUMBERS;
      next[pile] = place + 1;
    }
    return { ends: next, tokens, counts };
  }
}

interface Dealt {
  /** Where each pile ends in `tokens`. */
  readonly ends: Int32Array;
  /** Places in the list of tokens. */
  readonly tokens: Int32Array;
  /** Tokens of each word. */
  readonly counts: Int32Array;
}

/** As it is shown: in its own case, unless lower case would not lead back to what "only exact" compares. */
const written = ({ written: own, exact }: Word): string => (own === exact || own.toLowerCase() === exact ? own : exact);
