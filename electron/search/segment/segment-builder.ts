/** Turns documents into a segment. Holds three numbers for each token until the segment is finished, and then five. */
import type { SegmentData } from './segment-format.js';
import { SegmentWriter, type WrittenForm } from './segment-writer.js';
import { sortWords } from './sort-words.js';

/** A kind of word; callers give the same object for the same word, so that it is looked up once. */
export interface IndexedWord {
  readonly term: string;
  /** Folded, not stemmed. */
  readonly surface: string;
  /** Lower case, not folded: what "only exact" compares. */
  readonly exact: string;
  readonly written: string;
}

/** Reads the tokens of a field. @returns their number, which is the field's length. */
export type Analyze = (text: string, language: string, visit: (word: IndexedWord, index: number) => void) => number;

export interface IndexDocument {
  readonly ref: string;
  readonly language: string;
  /** `uncertain`: the language was guessed from too little; words of every language are looked for in it. */
  readonly certainty?: 'certain' | 'uncertain';
  /** A text for each field of the index. */
  readonly fields: readonly string[];
  /** lunr's document boost; 1 when left out. */
  readonly boost?: number;
}

/** Terms in order of UTF-16 units, with the words that stand for each: the first by term, the others one by another. */
interface SortedTerms {
  readonly sorted: readonly string[];
  readonly first: ReadonlyMap<string, number>;
  /** For each word the next one of its term, -1 for the last. */
  readonly next: Int32Array;
}

/** The forms of a term, the commonest first, and the surfaces its words have. */
interface TermForms {
  readonly forms: readonly WrittenForm[];
  readonly surfaces: readonly string[];
}

const NUMBERS = 3;

export class SegmentBuilder {
  readonly #numbers = new Map<IndexedWord, number>();
  readonly #words: IndexedWord[] = [];
  /** For each token: number of the word × fields + field, document, token number. */
  #tokens = new Int32Array(NUMBERS * 1024);
  #length = 0;
  readonly #refs: string[] = [];
  readonly #boosts: number[] = [];
  readonly #lengths: number[][];
  /** Languages by number, in order. */
  readonly #languages = new Map<string, number>();
  readonly #languageCodes: number[] = [];

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

  add({ ref, language, certainty, fields, boost = 1 }: IndexDocument): void {
    const document = this.#refs.length;
    this.#refs.push(ref);
    this.#boosts.push(boost);
    const number = this.#languages.get(language) ?? this.#languages.size;
    this.#languages.set(language, number);
    this.#languageCodes.push(number * 2 + (certainty === 'uncertain' ? 1 : 0));
    for (let field = 0; field < this.fieldCount; field++) {
      const text = fields[field] ?? '';
      const visit = (word: IndexedWord, index: number) => this.#token(word, document, field, index);
      this.#lengths[field]?.push(text === '' ? 0 : this.analyze(text, language, visit));
    }
  }

  finish(): SegmentData {
    const terms = this.#terms();
    const { sorted, first, next: nextWord } = terms;
    const fields = this.#lengths.flatMap((lengths, field) => (lengths.some((length) => length > 0) ? [field] : []));
    const { ends, tokens, counts } = this.#dealt(terms, fields);
    const all = this.#tokens;
    const formOf = new Int32Array(this.#words.length);
    const writer = new SegmentWriter({
      refs: this.#refs,
      boosts: this.#boosts,
      languages: this.#languageCodes,
      lengths: this.#lengths,
    });
    const { lists } = writer;
    let at = 0;
    let pile = 0;
    for (const term of sorted) {
      const { forms, surfaces } = this.#forms(first.get(term) as number, nextWord, counts, formOf);
      writer.startTerm(term, forms.length);
      for (const field of fields) {
        const end = ends[pile++] as number;
        if (at === end) continue;
        writer.startField(field);
        while (at < end) {
          const document = all[(tokens[at] as number) + 1] as number;
          let next = at + 1;
          while (next < end && all[(tokens[next] as number) + 1] === document) next++;
          lists.document(document, next - at);
          for (; at < next; at++) {
            const token = tokens[at] as number;
            const word = Math.floor((all[token] as number) / this.fieldCount);
            lists.addPosition(all[token + 2] as number, formOf[word] as number);
          }
        }
        writer.endField(field);
      }
      writer.endTerm(forms, surfaces);
    }
    return writer.finish([...this.#languages.keys()]);
  }

  #token(word: IndexedWord, document: number, field: number, index: number): void {
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

  #terms(): SortedTerms {
    const words = this.#words;
    const first = new Map<string, number>();
    const terms: string[] = [];
    const next = new Int32Array(words.length);
    // From the last on, so that words of a term are met in the order in which they turned up.
    for (let number = words.length - 1; number >= 0; number--) {
      const { term } = words[number] as IndexedWord;
      const known = first.get(term);
      if (known === undefined) terms.push(term);
      next[number] = known ?? -1;
      first.set(term, number);
    }
    return { sorted: sortWords(terms), first, next };
  }

  /** @param first word of the term. @param formOf receives the form of each of its words. */
  #forms(first: number, next: Int32Array, counts: Int32Array, formOf: Int32Array): TermForms {
    if (next[first] === -1) {
      const word = this.#words[first] as IndexedWord;
      return { forms: [{ written: written(word), count: counts[first] as number }], surfaces: [word.surface] };
    }
    const byExact = new Map<string, { written: string; count: number; words: number[] }>();
    const surfaces = new Set<string>();
    for (let number = first; number >= 0; number = next[number] as number) {
      const word = this.#words[number] as IndexedWord;
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
   * Tokens in order of term, then field, then document and position: they come in order of document, and are dealt into
   * piles, one for each term and field.
   */
  #dealt({ sorted, first: firstWord, next: nextWord }: SortedTerms, fields: readonly number[]): TokensByTerm {
    const all = this.#tokens;
    const length = this.#length;
    const count = fields.length;
    /** The first pile of a word, and which of its term's piles a field is. */
    const first = new Int32Array(this.#words.length);
    for (let rank = 0; rank < sorted.length; rank++) {
      let word = firstWord.get(sorted[rank] as string) as number;
      for (; word >= 0; word = nextWord[word] as number) first[word] = rank * count;
    }
    const slots = new Int32Array(this.fieldCount);
    for (const [slot, field] of fields.entries()) slots[field] = slot;
    const counts = new Int32Array(this.#words.length);
    const next = new Int32Array(sorted.length * count);
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

interface TokensByTerm {
  /** Where each pile ends in `tokens`. */
  readonly ends: Int32Array;
  /** Positions in the list of tokens. */
  readonly tokens: Int32Array;
  /** Tokens of each word. */
  readonly counts: Int32Array;
}

/** As it is shown: in its own case, unless lower case would not lead back to what "only exact" compares. */
const written = ({ written: own, exact }: IndexedWord): string =>
  own === exact || own.toLowerCase() === exact ? own : exact;
