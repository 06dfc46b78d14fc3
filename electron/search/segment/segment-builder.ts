/** Turns documents into a segment. Holds four numbers for each token until the segment is finished. */
import type { SegmentData } from './format.js';
import { byUnits, type Form, SegmentWriter } from './segment-writer.js';

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
    const order = Array.from(terms.keys()).sort((a, b) => byUnits(terms[a] as string, terms[b] as string));
    const rank = new Int32Array(terms.length);
    for (const [at, term] of order.entries()) rank[term] = at;
    const { sorted, starts } = this.#sorted(rank);
    const writer = new SegmentWriter(fields);
    const tokens = this.#tokens;
    for (let at = 0; at < order.length; at++) {
      const term = order[at] as number;
      const { forms, surfaces } = this.#forms[term] as TermForms;
      writer.startTerm(terms[term] as string);
      for (let field = 0; field < fields; field++) {
        let from = starts[at * fields + field] as number;
        const until = starts[at * fields + field + 1] as number;
        if (from === until) continue;
        writer.startField();
        while (from < until) {
          const document = tokens[(sorted[from] as number) + 1] as number;
          let next = from + 1;
          while (next < until && tokens[(sorted[next] as number) + 1] === document) next++;
          writer.document(document, next - from);
          for (let last = 0; from < next; from++) {
            const token = sorted[from] as number;
            const index = tokens[token + 2] as number;
            writer.position(index - last, forms.length > 1 ? (tokens[token + 3] as number) : null);
            last = index;
          }
        }
        writer.endField(field);
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
      forms.push({ written: word.written.toLowerCase() === word.exact ? word.written : word.exact, count: 0 });
      surfaces.add(word.surface);
    }
    const known = { term, form, counts: forms[form] as { count: number } };
    this.#known.set(word, known);
    return known;
  }

  /** Offsets of the tokens in order of term and field; equal ones stay in order of document and place. */
  #sorted(rank: Int32Array): { sorted: Int32Array; starts: Int32Array } {
    const fields = this.fieldCount;
    const tokens = this.#tokens;
    const starts = new Int32Array(rank.length * fields + 1);
    const keys = new Int32Array(this.#length / NUMBERS);
    for (let token = 0; token < keys.length; token++) {
      const own = tokens[token * NUMBERS] as number;
      const term = Math.floor(own / fields);
      const key = (rank[term] as number) * fields + own - term * fields;
      keys[token] = key;
      starts[key + 1] = (starts[key + 1] as number) + 1;
    }
    for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
    const next = starts.slice();
    const sorted = new Int32Array(keys.length);
    for (let token = 0; token < keys.length; token++) {
      const key = keys[token] as number;
      const place = next[key] as number;
      sorted[place] = token * NUMBERS;
      next[key] = place + 1;
    }
    return { sorted, starts };
  }
}
