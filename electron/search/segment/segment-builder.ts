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

interface TermForms {
  readonly forms: { written: string; count: number }[];
  readonly surfaces: Set<string>;
  readonly numbers: Map<string, number>;
}

/** What a word stands for in this segment: `term` of the list of terms, `form` of that term. */
interface Known {
  readonly term: number;
  readonly form: number;
  readonly counts: { count: number };
}

const NUMBERS = 4;

export class SegmentBuilder {
  readonly #known = new Map<Word, Known>();
  readonly #ids = new Map<string, number>();
  readonly #terms: string[] = [];
  readonly #forms: TermForms[] = [];
  /** For each token: term × fields + field, document, token number, form. */
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
    const fields = this.fieldCount;
    const terms = this.#terms;
    // Without a comparison of its own, which would be a call for each pair, `sort` goes by UTF-16 units.
    const order = terms.toSorted().map((term) => this.#ids.get(term) as number);
    const sorted = this.#sorted(order);
    const writer = new SegmentWriter(fields);
    const tokens = this.#tokens;
    const count = sorted.length;
    for (let at = 0; at < count; ) {
      const term = Math.floor((tokens[sorted[at] as number] as number) / fields);
      const { forms, surfaces } = this.#forms[term] as TermForms;
      const isFormed = forms.length > 1;
      const end = (term + 1) * fields;
      writer.startTerm(terms[term] as string);
      while (at < count && (tokens[sorted[at] as number] as number) < end) {
        const key = tokens[sorted[at] as number] as number;
        if (key < term * fields) break;
        writer.startField();
        while (at < count && tokens[sorted[at] as number] === key) {
          const document = tokens[(sorted[at] as number) + 1] as number;
          let next = at + 1;
          while (next < count && tokens[sorted[next] as number] === key) {
            if (tokens[(sorted[next] as number) + 1] !== document) break;
            next++;
          }
          writer.document(document, next - at);
          for (let last = 0; at < next; at++) {
            const token = sorted[at] as number;
            const index = tokens[token + 2] as number;
            writer.position(index - last, isFormed ? (tokens[token + 3] as number) : null);
            last = index;
          }
        }
        writer.endField(key - term * fields);
      }
      writer.endTerm(forms as Form[], surfaces);
    }
    return writer.finish({ refs: this.#refs, boosts: this.#boosts, lengths: this.#lengths }, [...this.#languages]);
  }

  #token(word: Word, document: number, field: number, index: number): void {
    // lunr counts an empty term in the field's length, but no query can reach it.
    if (word.term === '') return;
    const known = this.#known.get(word) ?? this.#learn(word);
    known.counts.count += 1;
    if (this.#length + NUMBERS > this.#tokens.length) {
      const grown = new Int32Array(this.#tokens.length * 2);
      grown.set(this.#tokens);
      this.#tokens = grown;
    }
    const tokens = this.#tokens;
    const at = this.#length;
    tokens[at] = known.term * this.fieldCount + field;
    tokens[at + 1] = document;
    tokens[at + 2] = index;
    tokens[at + 3] = known.form;
    this.#length = at + NUMBERS;
  }

  #learn(word: Word): Known {
    let term = this.#ids.get(word.term);
    if (term === undefined) {
      term = this.#terms.length;
      this.#ids.set(word.term, term);
      this.#terms.push(word.term);
      this.#forms.push({ forms: [], surfaces: new Set(), numbers: new Map() });
    }
    const { forms, surfaces, numbers } = this.#forms[term] as TermForms;
    let form = numbers.get(word.exact);
    if (form === undefined) {
      form = forms.length;
      numbers.set(word.exact, form);
      const { written, exact } = word;
      forms.push({ written: written === exact || written.toLowerCase() === exact ? written : exact, count: 0 });
      surfaces.add(word.surface);
    }
    const known = { term, form, counts: forms[form] as { count: number } };
    this.#known.set(word, known);
    return known;
  }

  /**
   * Offsets of the tokens in order of term, then field, then document and place: they come in order of document, and
   * are dealt into piles twice, by field and then by term.
   * @param order terms in the order in which they are written.
   */
  #sorted(order: readonly number[]): Int32Array {
    const fields = this.fieldCount;
    const tokens = this.#tokens;
    const rank = new Int32Array(order.length);
    for (let at = 0; at < order.length; at++) rank[order[at] as number] = at;
    const fieldOf = (token: number) => (tokens[token] as number) % fields;
    const termOf = (token: number) => rank[Math.floor((tokens[token] as number) / fields)] as number;
    const inOrder = new Int32Array(this.#length / NUMBERS);
    for (let at = 0; at < inOrder.length; at++) inOrder[at] = at * NUMBERS;
    return dealt(dealt(inOrder, fieldOf, fields), termOf, order.length);
  }
}

/** The numbers in order of their pile, those of a pile in the order they had. */
function dealt(numbers: Int32Array, pileOf: (number: number) => number, piles: number): Int32Array {
  const next = new Int32Array(piles + 1);
  for (let at = 0; at < numbers.length; at++) {
    const pile = pileOf(numbers[at] as number) + 1;
    next[pile] = (next[pile] as number) + 1;
  }
  for (let pile = 1; pile <= piles; pile++) next[pile] = (next[pile] as number) + (next[pile - 1] as number);
  const sorted = new Int32Array(numbers.length);
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] as number;
    const pile = pileOf(number);
    const place = next[pile] as number;
    sorted[place] = number;
    next[pile] = place + 1;
  }
  return sorted;
}
