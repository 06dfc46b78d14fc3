/**
 * Writes a composed text and where each range of it is from. Invariants: spans cover the text in order; the text of the
 * base is written in order and whole, but for its marks; blanks are those of a witness wherever one has them.
 */
import type { ComposedText } from '../../contract/index.js';

type ComposedSlice = ComposedText['spans'][number];
export type SpanReason = ComposedSlice['because'];

/** Words of a witness: offsets are UTF-16, half-open. */
export interface WitnessSlice {
  readonly witness: number;
  readonly start: number;
  readonly end: number;
}

export interface Alternative extends WitnessSlice {
  /** Of all witnesses that say so. */
  readonly sigla: string;
}

const BLANK = /^\s/;
const BLANK_LAST = /\s$/;
/** A word cannot follow these without a blank, nor they a word. */
const CLOSES = /[\p{L}\p{M}\p{N}\p{Pe}\p{Pf}.,;:!?]$/u;
const OPENS = /^[\p{L}\p{N}\p{Ps}\p{Pi}]/u;

export class ComposedTextWriter {
  readonly #texts: readonly string[];
  readonly #base: number;
  readonly #spans: ComposedSlice[] = [];
  readonly #seams: number[] = [];
  #text = '';
  /** How far the base is written. */
  #read = 0;
  #choices = 0;
  /** Whose words were put into the text of the base last; null when none were. */
  #lastWitness: number | null = null;

  constructor(texts: readonly string[], base: number) {
    this.#texts = texts;
    this.#base = base;
  }

  get lastWitness(): number | null {
    return this.#lastWitness;
  }

  /** Two gaps meet here. */
  addSeam(): void {
    this.#seams.push(this.#text.length);
  }

  /** The base goes on up to an offset. */
  addBase(end: number): void {
    this.#addBase(this.#read, end, null);
  }

  /** The base has a mark there, which is not written. */
  passBase(start: number, end: number): void {
    this.addBase(start);
    this.#read = end;
  }

  /** Words of another witness. */
  add(words: WitnessSlice, because: SpanReason): void {
    this.#addWords(words, because, null);
    this.#lastWitness = words.witness;
  }

  /** A mark that nobody answers, as a witness writes it. */
  addMark({ witness, start, end }: WitnessSlice, because: 'withheld' | 'unread'): void {
    const from = this.#part(witness, start);
    this.#write(this.#slice(witness, from, start), { witness, start: from, end: start }, because, null);
    this.#write(this.#slice(witness, start, end), null, because, null);
  }

  /** Words of several witnesses, side by side, each with its sigla. */
  addChoice(alternatives: readonly Alternative[], because: SpanReason): void {
    const ofBase = alternatives.find(({ witness }) => witness === this.#base);
    if (ofBase) this.addBase(ofBase.start);
    if (CLOSES.test(this.#text)) this.#write(' ', null, 'added', null);
    const choice = this.#choices;
    this.#choices += 1;
    for (const [index, { sigla, ...words }] of alternatives.entries()) {
      this.#write(`${index === 0 ? '[' : ' | '}${sigla}: `, null, 'added', null);
      if (words.witness === this.#base) this.#addBase(words.start, words.end, choice);
      else this.#addWords(words, because === 'base' ? 'absent' : because, choice);
    }
    this.#write(']', null, 'added', null);
  }

  /** The base goes on to its end. */
  finish(): Pick<ComposedText, 'text' | 'spans' | 'seams'> {
    this.addBase(this.#texts[this.#base]?.length ?? 0);
    return { text: this.#text, spans: this.#spans, seams: this.#seams };
  }

  #slice = (witness: number, start: number, end: number): string => this.#texts[witness]?.slice(start, end) ?? '';

  #addBase(start: number, end: number, choice: number | null): void {
    if (end <= start) return;
    const from = this.#part(this.#base, start);
    this.#write(
      this.#slice(this.#base, Math.max(from, this.#read), end),
      { witness: this.#base, start: Math.max(from, this.#read), end },
      'base',
      choice,
    );
    this.#read = end;
  }

  #addWords({ witness, start, end }: WitnessSlice, because: SpanReason, choice: number | null): void {
    const last = this.#spans.at(-1);
    const goesOn =
      last?.from?.witness === witness &&
      last.because === because &&
      last.choice === choice &&
      last.from.end <= start &&
      this.#slice(witness, last.from.end, start).trim() === '';
    const from = goesOn ? (last.from?.end ?? start) : this.#part(witness, start);
    this.#write(this.#slice(witness, from, end), { witness, start: from, end }, because, choice);
  }

  /** Sees to it that words do not run into what is written. @returns where they begin, with a blank of their own. */
  #part(witness: number, start: number): number {
    const next = this.#slice(witness, start, start + 2);
    if (this.#text === '' || BLANK_LAST.test(this.#text) || BLANK.test(next)) return start;
    const last = this.#spans.at(-1);
    // What follows on in its own witness is written as it is there.
    if (last?.from?.witness === witness && last.from.end === start) return start;
    if (start > 0 && BLANK.test(this.#slice(witness, start - 1, start)) && last?.because !== 'added') return start - 1;
    if (!CLOSES.test(this.#text.slice(-2)) || !OPENS.test(next)) return start;
    const after = last?.from && this.#slice(last.from.witness, last.from.end, last.from.end + 1);
    if (last?.from && after && BLANK.test(after)) {
      const { from, because, choice } = last;
      this.#write(after, { witness: from.witness, start: from.end, end: from.end + 1 }, because, choice);
    } else this.#write(' ', null, 'added', null);
    return start;
  }

  #write(words: string, from: ComposedSlice['from'], because: SpanReason, choice: number | null): void {
    if (words === '') return;
    const start = this.#text.length;
    this.#text += words;
    const last = this.#spans.at(-1);
    const isNext =
      last &&
      last.because === because &&
      last.choice === choice &&
      last.from !== null &&
      last.from.witness === from?.witness &&
      last.from.end === from.start;
    if (isNext && last.from && from) {
      this.#spans[this.#spans.length - 1] = {
        ...last,
        end: this.#text.length,
        from: { ...last.from, end: from.end },
      };
    } else this.#spans.push({ start, end: this.#text.length, from, because, choice });
  }
}
