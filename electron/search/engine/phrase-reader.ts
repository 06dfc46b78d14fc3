/** Reads where a phrase stands, document by document: the positions of its words by the index, and the rules over them. */
import { positionLength } from '../analysis/index.js';
import type { Segment, TermEntry } from '../segment/segment.js';
import type { MatchedTerm, TermPart } from './matched-term.js';
import type { MatchedWord } from './matched-word.js';
import { compoundSpans, type PositionSpan, phraseSpans } from './position-spans.js';

/** A word stands for the terms of its forms; a compound also for its parts, where they follow each other. */
export interface PhraseWord {
  readonly terms: readonly MatchedTerm[];
  /** What the word is scored by. */
  readonly word: MatchedWord;
  /** Its number in the phrase. */
  readonly offset: number;
  /** How many positions it takes in the phrase; 1 when left out. */
  readonly positionLength?: number;
  /** Offsets count from the word's own first number. Left out or null: it has no parts, or only the whole is meant. */
  readonly parts?: readonly Pick<PhraseWord, 'terms' | 'word' | 'offset'>[] | null;
}

/** Words that must follow each other. */
export interface PhraseQuery {
  readonly words: readonly PhraseWord[];
  readonly slop: number;
}

/** Where a word stands in a document. */
interface WordPositions {
  /** Token numbers, rising. */
  readonly firsts: readonly number[];
  /** The last number of each; null when every one takes one number only. */
  readonly lasts: readonly number[] | null;
}

const NOWHERE: WordPositions = { firsts: [], lasts: null };

export class PhraseReader {
  readonly #words: readonly PhraseWordReader[];
  readonly #offsets: readonly number[];
  readonly #distances: readonly number[];
  readonly #slop: number;
  readonly #most: number;
  /** Whether each word takes one number in the phrase. */
  readonly #isPlain: boolean;

  /** @param most spans that are wanted of a document. */
  constructor({ words, slop }: PhraseQuery, segment: Segment, field: number, most: number) {
    this.#words = words.map((word) => new PhraseWordReader(word, segment, field));
    this.#offsets = words.map(({ offset }) => offset);
    this.#distances = distancesOf(words);
    this.#slop = slop;
    this.#most = most;
    this.#isPlain = words.slice(0, -1).every(({ positionLength = 1 }) => positionLength === 1);
  }

  /** @param document of the segment, behind the one read before. @returns the spans in it, by rising beginnings. */
  read(document: number): PositionSpan[] {
    const places = this.#words.map((word) => word.read(document));
    if (this.#isPlain && places.every(({ lasts }) => lasts === null)) {
      const numbers = places.map(({ firsts }) => firsts);
      return phraseSpans(numbers, this.#offsets, this.#slop, this.#most);
    }
    return compoundSpans(places.map(spansOf), this.#distances, this.#slop, this.#most);
  }
}

/** From the last number of each word to the first of the next. */
export function distancesOf(words: readonly Pick<PhraseWord, 'offset' | 'positionLength'>[]): number[] {
  return words.slice(1).map(({ offset }, at) => {
    const before = words[at] as PhraseWord;
    return offset - (before.offset + (before.positionLength ?? 1) - 1);
  });
}

function spansOf({ firsts, lasts }: WordPositions): PositionSpan[] {
  return firsts.map((first, at): PositionSpan => [first, lasts?.[at] ?? first]);
}

class PhraseWordReader {
  readonly #terms: readonly TermReader[];
  readonly #parts: readonly PhraseWordReader[];
  readonly #distances: readonly number[];

  constructor({ terms, parts }: Pick<PhraseWord, 'terms' | 'parts'>, segment: Segment, field: number) {
    this.#terms = terms.flatMap((term) => readersIn(term, segment, field));
    this.#parts = (parts ?? []).map((part) => new PhraseWordReader(part, segment, field));
    this.#distances = distancesOf(parts ?? []);
  }

  read(document: number): WordPositions {
    let places: WordPositions = NOWHERE;
    for (const reader of this.#terms) places = bothOf(places, reader.read(document));
    if (this.#parts.length === 0) return places;
    const parts = this.#parts.map((part) => spansOf(part.read(document)));
    if (parts.some(({ length }) => length === 0)) return places;
    const spans = compoundSpans(parts, this.#distances, 0);
    const lasts = spans.map(([, last]) => last);
    return bothOf(places, { firsts: spans.map(([first]) => first), lasts });
  }
}

/** Reads the positions of a term in documents of rising number. */
interface TermReader {
  read(document: number): WordPositions;
}

function readersIn(term: MatchedTerm, segment: Segment, field: number): TermReader[] {
  return term.parts.filter((part) => part.segment === segment).flatMap((part) => readerOf(part, field) ?? []);
}

function readerOf({ segment, entry, forms, foreign }: TermPart, field: number): TermReader | null {
  const fieldEntry = entry.fields.get(field);
  if (!fieldEntry) return null;
  const postings = segment.postings(fieldEntry);
  const formCount = segment.formCount(entry);
  const positions = segment.positions(fieldEntry, formCount);
  const numbers = positionLengths(entry);
  return {
    read: (document) => {
      if (foreign !== null && foreign[document] === 1) return NOWHERE;
      if (!postings.advance(document) || postings.document !== document) return NOWHERE;
      if (!forms && numbers === null) return { firsts: positions.indexesOf(postings), lasts: null };
      const { indexes, forms: own } = positions.of(postings);
      const firsts: number[] = [];
      const lasts: number[] = [];
      // Compounds are rare, also among the forms of a term that has some.
      let isPlain = true;
      for (let at = 0; at < indexes.length; at++) {
        const form = own[at] ?? 0;
        if (forms && !forms.has(form)) continue;
        const first = indexes[at] as number;
        const more = numbers === null ? 0 : (numbers[form] as number) - 1;
        firsts.push(first);
        lasts.push(first + more);
        if (more > 0) isPlain = false;
      }
      return { firsts, lasts: isPlain ? null : lasts };
    },
  };
}

const known = new WeakMap<Segment, Map<number, Uint8Array | null>>();

/** @returns how many positions each form of the term takes; null when each takes one. */
function positionLengths(entry: TermEntry): Uint8Array | null {
  const { segment, ordinal } = entry;
  let ofSegment = known.get(segment);
  if (!ofSegment) {
    ofSegment = new Map();
    known.set(segment, ofSegment);
  }
  let numbers = ofSegment.get(ordinal);
  if (numbers === undefined) {
    const all = Uint8Array.from(segment.forms(entry), ({ written }) => positionLength(written));
    numbers = all.every((number) => number === 1) ? null : all;
    ofSegment.set(ordinal, numbers);
  }
  return numbers;
}

/** Positions of both, each once. */
function bothOf(a: WordPositions, b: WordPositions): WordPositions {
  if (a.firsts.length === 0) return b;
  if (b.firsts.length === 0) return a;
  if (a.lasts === null && b.lasts === null) {
    return { firsts: [...new Set([...a.firsts, ...b.firsts])].sort((x, y) => x - y), lasts: null };
  }
  const spans = [...spansOf(a), ...spansOf(b)].sort((x, y) => x[0] - y[0] || x[1] - y[1]);
  const apart = spans.filter(([first, last], at) => {
    const before = spans[at - 1];
    return before?.[0] !== first || before[1] !== last;
  });
  return { firsts: apart.map(([first]) => first), lasts: apart.map(([, last]) => last) };
}
