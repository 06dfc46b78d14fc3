/**
 * lunr's scores (lunr 2.3.9, `Builder.createFieldVectors` and `Index.query`), with weights computed when a query comes
 * rather than when the index is built: the number of documents and the average lengths are those of this moment. The
 * order of operations is lunr's, so that its rounding to three decimals falls the same way.
 *
 * Unlike lunr, what a typed word stands for is one dimension: a word with several forms scores as if they were one term
 * (ADR 0035). A word of one form scores exactly as in lunr.
 */

import { EVERY, GroupReader } from '../segment/group-reader.js';
import { PostingList } from '../segment/posting-list.js';
import { SKIP_DOCUMENTS } from '../segment/segment-format.js';
import type { DocumentList, MatchedTerm, TermPart } from './matched-term.js';
import type { MatchedWord } from './matched-word.js';
import { firstNotBefore, openCursor } from './postings-cursor.js';
import type { SegmentList } from './segment-list.js';

/** lunr's BM25 parameters, as published. */
const B = 0.75;
const K1 = 1.2;
/** Lengths up to here have their norm looked up. */
const TABLE_LENGTHS = 4096;

/** Above this share of all documents it is quicker to empty the arrays as a whole. */
const MANY = 1 / 32;
/** Below this share of all documents those that are asked for are looked up one by one. */
const FEW = 1 / 8;

/** Adds to the score of the documents that hold one of the word's forms in one of the fields. */
export interface ScoringClause {
  readonly word: MatchedWord;
  readonly fields: readonly number[];
  readonly boost: number;
}

/** Documents by number with their scores, in no order. */
export interface Scored {
  readonly documents: Int32Array;
  readonly scores: Float64Array;
}

/** In a mark: the number of the word that reached a document last, and one more word that reached it. */
const LAST_WORD = 0xff;
const ONE_WORD = 0x100;
const WORDS_COUNTED = 256;
/** Numbers of words: those of more words than this are not distinguished. Behind them those of words without weight. */
const MAX_WORDS = 126;
const UNCOUNTED = 127;
/** The mark of a document that is asked for and not yet reached. */
const WITHIN = 0xff;

/**
 * What a score is worth of a document that holds some of the line's words: the words that are missing count against it
 * more than by what they would have added, so that a source with both words comes before one with many positions of one.
 * @returns 1 for all of them: such a document keeps lunr's score.
 */
const completeness = (held: number, asked: number): number => (Math.min(held, asked) / asked) ** 2;

const NO_LENGTHS = new Uint32Array(0);
const NO_BYTES = new Uint8Array(0);

/** A field in which a term was not asked for; 0 is what a boost of 0 makes, which finds and does not score. */
const NOT_ASKED = -1;

/** One dimension of lunr's query vectors: what a word weighs in each field, already divided by the vector's length. */
interface Dimension {
  readonly word: MatchedWord;
  /** By field. */
  readonly shares: Float64Array;
}

/** Which documents a score is added to: whatever is reached, or those that were marked before. */
type ScoringScope = 'all' | 'marked';

/** The positions of a word's forms in one field, as if they were one term. */
interface FieldCounts {
  readonly field: number;
  readonly documents: Int32Array;
  readonly frequencies: Float64Array;
}

export class Scorer {
  readonly #list: SegmentList;
  #scores = new Float64Array(0);
  /** By document: how many words reached it (high byte), and which was the last (low byte); 0 for none. */
  #marks = new Uint16Array(0);
  /** Words that can raise a score, and what the one that is looked at adds to a mark. */
  #words = 0;
  #wordMark = 0;
  /** Documents reached so far, and how many. */
  #found = new Int32Array(0);
  #count = 0;
  /** Positions of the word that is looked at, by document; empty between two. */
  #frequencies = new Float64Array(0);
  #counted = new Int32Array(0);
  readonly #group = new GroupReader(SKIP_DOCUMENTS);
  /** Documents that hold a word of several forms; words live as long as what a line was read as. */
  readonly #holdings = new WeakMap<MatchedWord, number>();
  readonly #norms: Float64Array[] = [];
  readonly #averages: number[] = [];

  constructor(list: SegmentList) {
    this.#list = list;
  }

  /**
   * Scores every living document that a clause reaches.
   * @param besides clauses that add to the scores of these documents and reach no others.
   */
  scoreAll(clauses: readonly ScoringClause[], besides: readonly ScoringClause[] = []): Scored {
    this.#begin();
    const reaching = new Set(clauses.map(({ word }) => word));
    /** What was reached, in order, once `besides` begins. */
    let within: Int32Array | null = null;
    for (const { word, shares } of this.#dimensions([...clauses, ...besides])) {
      this.#startWord(shares);
      const reach: ScoringScope = reaching.has(word) ? 'all' : 'marked';
      const [only, ...more] = word.terms;
      if (!only) continue;
      if (more.length > 0) {
        this.#addForms(word, shares, reach);
        continue;
      }
      if (reach === 'marked' && this.#count < this.#list.documents * FEW) {
        within ??= this.#found.slice(0, this.#count).sort();
      }
      for (const part of only.parts) {
        for (const field of part.entry.fields.keys()) {
          const share = shares[field] as number;
          if (share === NOT_ASKED) continue;
          if (within) this.#addWithin(part, field, only, share, within);
          else this.#addAll(part, field, only, share, reach);
        }
      }
    }
    return this.#collect(this.#found.slice(0, this.#count));
  }

  /** Scores these documents only. @param within numbers of living documents, rising. */
  scoreWithin(clauses: readonly ScoringClause[], within: Int32Array): Scored {
    this.#begin();
    if (within.length > 0) {
      for (const document of within) this.#marks[document] = WITHIN;
      for (const { word, shares } of this.#dimensions(clauses)) {
        this.#startWord(shares);
        const [only, ...more] = word.terms;
        if (!only) continue;
        if (more.length > 0) {
          this.#addForms(word, shares, 'marked');
          continue;
        }
        for (const part of only.parts) {
          for (const field of part.entry.fields.keys()) {
            const share = shares[field] as number;
            if (share !== NOT_ASKED) this.#addWithin(part, field, only, share, within);
          }
        }
      }
    }
    return this.#collect(within);
  }

  /** lunr's inverse document frequency of a word, all of its forms counted as one term. */
  rarity(word: MatchedWord): number {
    const [only, ...more] = word.terms;
    if (!only) return 0;
    const holding = more.length === 0 ? only.documents : this.#holding(word);
    return inverseDocumentFrequency(holding, this.#list.live);
  }

  #holding(word: MatchedWord): number {
    const known = this.#holdings.get(word);
    if (known !== undefined) return known;
    this.#begin();
    return this.#countForms(word, null).holding;
  }

  /** Makes room, and norms for the lengths as they are now. */
  #begin(): void {
    const { documents, fields } = this.#list;
    if (this.#scores.length !== documents) {
      this.#scores = new Float64Array(documents);
      this.#marks = new Uint16Array(documents);
      this.#found = new Int32Array(documents);
      this.#frequencies = new Float64Array(documents);
      this.#counted = new Int32Array(documents);
    }
    this.#count = 0;
    this.#words = 0;
    for (let field = 0; field < fields.length; field++) {
      const average = this.#list.averageLength(field);
      if (Object.is(this.#averages[field], average)) continue;
      this.#averages[field] = average;
      // Filled as lengths turn up: a norm is never 0.
      this.#norms[field]?.fill(0);
    }
  }

  /** A weight of 0 finds and does not score: such a word is not missed where it is missing. */
  #startWord(shares: Float64Array): void {
    const counts = shares.some((share) => share > 0);
    if (counts) this.#words += 1;
    const number = Math.min(this.#words, MAX_WORDS) + (counts ? 0 : UNCOUNTED);
    this.#wordMark = number + (counts ? ONE_WORD : 0);
  }

  /** A document that the word which is looked at reaches, perhaps not for the first time. */
  #mark(document: number): void {
    const mark = this.#marks[document] as number;
    const number = this.#wordMark & LAST_WORD;
    if ((mark & LAST_WORD) === number) return;
    if (mark === 0) this.#found[this.#count++] = document;
    this.#marks[document] = (mark & ~LAST_WORD) + this.#wordMark;
  }

  #normsOf(field: number): Float64Array {
    const known = this.#norms[field] ?? new Float64Array(TABLE_LENGTHS);
    this.#norms[field] = known;
    return known;
  }

  /** Source: lunr 2.3.9, `Index.query`: a clause adds its boost to the vector of each of its fields, found there or not. */
  #dimensions(clauses: readonly ScoringClause[]): Dimension[] {
    const count = this.#list.fields.length;
    const boosts = new Map<MatchedWord, Float64Array>();
    for (const { word, fields, boost } of clauses) {
      // What no document holds is no dimension, as in lunr.
      if (word.terms.length === 0) continue;
      let own = boosts.get(word);
      if (!own) {
        own = new Float64Array(count).fill(NOT_ASKED);
        boosts.set(word, own);
      }
      for (const field of fields) own[field] = Math.max(0, own[field] as number) + boost;
    }
    const squares = new Float64Array(count);
    for (const own of boosts.values()) {
      for (let field = 0; field < count; field++) {
        const weight = Math.max(0, own[field] as number);
        squares[field] = (squares[field] as number) + weight * weight;
      }
    }
    const lengths = squares.map(Math.sqrt);
    return Array.from(boosts, ([word, own]) => {
      for (let field = 0; field < count; field++) {
        if ((own[field] as number) > 0) own[field] = (own[field] as number) / (lengths[field] as number);
      }
      return { word, shares: own };
    });
  }

  /** A word of several forms: their positions are counted first, so that all share one frequency and one rarity. */
  #addForms(word: MatchedWord, shares: Float64Array, reach: ScoringScope): void {
    const { holding, counts } = this.#countForms(word, shares);
    const idf = inverseDocumentFrequency(holding, this.#list.live);
    const scores = this.#scores;
    const marks = this.#marks;
    for (const { field, documents, frequencies } of counts) {
      const share = shares[field] as number;
      const average = this.#averages[field] as number;
      const norms = this.#normsOf(field);
      const fieldBoost = this.#list.fields[field]?.boost ?? 1;
      let [start, until] = [0, 0];
      let lengths: Uint32Array = NO_LENGTHS;
      let boosts: Float64Array | null = null;
      for (let at = 0; at < documents.length; at++) {
        const document = documents[at] as number;
        if (reach === 'marked' && marks[document] === 0) continue;
        if (document >= until || document < start) {
          const own = this.#list.segmentOf(document);
          start = this.#list.startOf(own);
          until = start + own.documents;
          lengths = own.lengths[field] as Uint32Array;
          boosts = own.boosts;
        }
        const length = lengths[document - start] as number;
        const slope = norms[length] || normIn(norms, length, average);
        const frequency = frequencies[at] as number;
        let score = (idf * ((K1 + 1) * frequency)) / (slope + frequency);
        score *= fieldBoost;
        if (boosts !== null) score *= boosts[document - start] as number;
        scores[document] = (scores[document] as number) + share * (Math.round(score * 1000) / 1000);
        this.#mark(document);
      }
    }
  }

  /**
   * @param shares fields whose share is not NOT_ASKED are spelt out; null: none, only the number is wanted.
   * @returns how many documents hold a form, counted once for each field as lunr counts them.
   */
  #countForms(word: MatchedWord, shares: Float64Array | null): { holding: number; counts: FieldCounts[] } {
    const fields = new Set(word.terms.flatMap(({ parts }) => parts.flatMap(({ entry }) => [...entry.fields.keys()])));
    const counts: FieldCounts[] = [];
    let holding = 0;
    for (const field of fields) {
      const count = this.#countField(word, field);
      holding += count;
      const documents = this.#counted.slice(0, count);
      const isAsked = shares !== null && shares[field] !== NOT_ASKED;
      const frequencies = new Float64Array(isAsked ? count : 0);
      for (let at = 0; at < count; at++) {
        const document = documents[at] as number;
        if (isAsked) frequencies[at] = this.#frequencies[document] as number;
        this.#frequencies[document] = 0;
      }
      if (isAsked) counts.push({ field, documents, frequencies });
    }
    this.#holdings.set(word, holding);
    return { holding, counts };
  }

  /** Adds up the weighted positions of all forms in a field. @returns how many living documents have any. */
  #countField({ terms, weights }: MatchedWord, field: number): number {
    const sums = this.#frequencies;
    const counted = this.#counted;
    let count = 0;
    for (const [at, { parts }] of terms.entries()) {
      const weight = weights[at] as number;
      for (const part of parts) {
        const { segment, lists } = part;
        const entry = part.entry.fields.get(field);
        const list = lists?.get(field);
        if (!entry || (lists && !list)) continue;
        const start = this.#list.startOf(segment);
        const { removed } = segment;
        if (list) {
          for (let row = 0; row < list.documents.length; row++) {
            const document = start + (list.documents[row] as number);
            const sum = sums[document] as number;
            if (sum === 0) counted[count++] = document;
            sums[document] = sum + weight * (list.frequencies[row] as number);
          }
          continue;
        }
        const group = this.#group;
        const { pairs } = group;
        const bytes = segment.readBits(...entry.postings);
        let next = PostingList.start(bytes, entry.documents);
        for (let left = entry.documents, last = -1; left > 0; left -= SKIP_DOCUMENTS) {
          const size = Math.min(left, SKIP_DOCUMENTS);
          group.begin(bytes, next, size, last);
          group.readUntil(EVERY);
          next = group.end;
          last = pairs[size * 2 - 2] as number;
          for (let row = 0; row < size; row++) {
            const own = pairs[row * 2] as number;
            if (removed !== null && removed[own] === 1) continue;
            const document = start + own;
            const sum = sums[document] as number;
            if (sum === 0) counted[count++] = document;
            sums[document] = sum + weight * (pairs[row * 2 + 1] as number);
          }
        }
      }
    }
    return count;
  }

  #addAll(
    part: TermPart,
    field: number,
    { documents: holding }: MatchedTerm,
    share: number,
    reach: ScoringScope,
  ): void {
    const { segment, lists } = part;
    const list = lists?.get(field);
    const entry = part.entry.fields.get(field);
    if (!entry || (lists && !list)) return;
    const scores = this.#scores;
    const marks = this.#marks;
    const found = this.#found;
    const wordMark = this.#wordMark;
    const number = wordMark & LAST_WORD;
    let reached = this.#count;
    const isNarrow = reach === 'marked';
    const start = this.#list.startOf(segment);
    const { removed, boosts } = segment;
    const lengths = segment.lengths[field] as Uint32Array;
    const average = this.#averages[field] as number;
    const norms = this.#normsOf(field);
    const idf = inverseDocumentFrequency(holding, this.#list.live);
    const fieldBoost = this.#list.fields[field]?.boost ?? 1;
    // The innermost loop of a search: decoded and scored in place, rather than through `Postings` and `#mark`. No function
    // is made here, as it would take the variables out of the processor's registers.
    const group = this.#group;
    const { pairs } = group;
    const bytes = list ? NO_BYTES : segment.readBits(...entry.postings);
    const total = list ? list.documents.length : entry.documents;
    let next = list ? 0 : PostingList.start(bytes, total);
    for (let left = total, last = -1; left > 0; left -= SKIP_DOCUMENTS) {
      const count = Math.min(left, SKIP_DOCUMENTS);
      if (list) copyPairs(list, total - left, count, pairs);
      else {
        group.begin(bytes, next, count, last);
        group.readUntil(EVERY);
        next = group.end;
        last = pairs[count * 2 - 2] as number;
      }
      for (let at = 0; at < count; at++) {
        const document = pairs[at * 2] as number;
        if (removed !== null && removed[document] === 1) continue;
        if (isNarrow && marks[start + document] === 0) continue;
        const frequency = pairs[at * 2 + 1] as number;
        const length = lengths[document] as number;
        const slope = norms[length] || normIn(norms, length, average);
        let score = (idf * ((K1 + 1) * frequency)) / (slope + frequency);
        score *= fieldBoost;
        if (boosts !== null) score *= boosts[document] as number;
        const place = start + document;
        scores[place] = (scores[place] as number) + share * (Math.round(score * 1000) / 1000);
        // As `#mark`.
        const mark = marks[place] as number;
        if ((mark & LAST_WORD) === number) continue;
        if (mark === 0) found[reached++] = place;
        marks[place] = (mark & ~LAST_WORD) + wordMark;
      }
    }
    this.#count = reached;
  }

  #addWithin(
    part: TermPart,
    field: number,
    { documents: holding }: MatchedTerm,
    share: number,
    within: Int32Array,
  ): void {
    const { segment } = part;
    const walk = openCursor(part, field);
    if (!walk) return;
    const start = this.#list.startOf(segment);
    const lengths = segment.lengths[field] as Uint32Array;
    const average = this.#averages[field] as number;
    const idf = inverseDocumentFrequency(holding, this.#list.live);
    const fieldBoost = this.#list.fields[field]?.boost ?? 1;
    const until = start + segment.documents;
    for (let at = firstNotBefore(within, start); at < within.length; at++) {
      const document = within[at] as number;
      if (document >= until || !walk.advance(document - start)) break;
      if (walk.document !== document - start) continue;
      const { frequency } = walk;
      let score = (idf * ((K1 + 1) * frequency)) / (norm(lengths[walk.document] as number, average) + frequency);
      score *= fieldBoost;
      if (segment.boosts !== null) score *= segment.boosts[walk.document] as number;
      this.#scores[document] = (this.#scores[document] as number) + share * (Math.round(score * 1000) / 1000);
      this.#mark(document);
    }
  }

  /** Takes the scores out and leaves the arrays empty for the next query. */
  #collect(documents: Int32Array): Scored {
    const all = this.#scores;
    const count = documents.length;
    const scores = new Float64Array(count);
    const marks = this.#marks;
    if (this.#words < 2) {
      for (let at = 0; at < count; at++) scores[at] = all[documents[at] as number] as number;
    } else {
      // A mark counts no more words than there were.
      const shares = new Float64Array(Math.min(this.#words + 1, WORDS_COUNTED));
      for (let words = 0; words < shares.length; words++) shares[words] = completeness(words, this.#words);
      for (let at = 0; at < count; at++) {
        const document = documents[at] as number;
        scores[at] = (all[document] as number) * (shares[(marks[document] as number) >> 8] as number);
      }
    }
    if (count > all.length * MANY) {
      all.fill(0);
      marks.fill(0);
    } else {
      for (let at = 0; at < count; at++) {
        const document = documents[at] as number;
        all[document] = 0;
        marks[document] = 0;
      }
    }
    return { documents, scores };
  }
}

/** Rows of a spelt-out list as a group of postings has them. */
function copyPairs({ documents, frequencies }: DocumentList, from: number, count: number, pairs: number[]): void {
  for (let at = 0; at < count; at++) {
    pairs[at * 2] = documents[from + at] as number;
    pairs[at * 2 + 1] = frequencies[from + at] as number;
  }
}

/** A norm that is not in the table yet, or never: few documents are longer. */
function normIn(norms: Float64Array, length: number, average: number): number {
  const found = norm(length, average);
  if (length < TABLE_LENGTHS) norms[length] = found;
  return found;
}

const norm = (length: number, average: number): number => K1 * (1 - B + B * (length / average));

/** Source: lunr 2.3.9, `lunr.idf`. @param holding counted once for each field. */
export const inverseDocumentFrequency = (holding: number, live: number): number =>
  Math.log(1 + Math.abs((live - holding + 0.5) / (holding + 0.5)));
