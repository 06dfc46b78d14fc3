/**
 * lunr's scores (lunr 2.3.9, `Builder.createFieldVectors` and `Index.query`), with weights computed when a query comes
 * rather than when the index is built: the number of documents and the average lengths are those of this moment. The
 * order of operations is lunr's, so that its rounding to three decimals falls the same way.
 */
import { Postings } from '../segment/postings.js';
import type { MatchedTerm, TermPart } from './matched-term.js';
import type { SegmentList } from './segment-list.js';

/** lunr's BM25 parameters, as published. */
const B = 0.75;
const K1 = 1.2;
/** Lengths up to here have their norm looked up. */
const TABLE_LENGTHS = 4096;

/** Adds to the score of the documents that hold one of the terms in one of the fields. */
export interface ScoringClause {
  readonly terms: readonly MatchedTerm[];
  readonly fields: readonly number[];
  readonly boost: number;
}

/** Documents by number with their scores, in no order. */
export interface Scored {
  readonly documents: Int32Array;
  readonly scores: Float64Array;
}

/** A term in a field of the query vector. */
interface Weight {
  readonly term: MatchedTerm;
  readonly field: number;
  boost: number;
}

export class Scorer {
  readonly #list: SegmentList;
  #scores = new Float64Array(0);
  #touched = new Uint8Array(0);
  #norms: Float64Array[] = [];
  #averages: number[] = [];

  constructor(list: SegmentList) {
    this.#list = list;
  }

  /** Scores every living document that a clause reaches. */
  scoreAll(clauses: readonly ScoringClause[]): Scored {
    const { weights, magnitudes } = this.#begin(clauses);
    const documents: number[] = [];
    for (const weight of weights) {
      const magnitude = magnitudes[weight.field] as number;
      for (const part of weight.term.parts) this.#addAll(weight, part, magnitude, documents);
    }
    return this.#collect(Int32Array.from(documents));
  }

  /** Scores these documents only. @param within numbers of living documents, rising. */
  scoreWithin(clauses: readonly ScoringClause[], within: Int32Array): Scored {
    const { weights, magnitudes } = this.#begin(clauses);
    for (const weight of weights) {
      const magnitude = magnitudes[weight.field] as number;
      for (const part of weight.term.parts) this.#addWithin(weight, part, magnitude, within);
    }
    return this.#collect(within);
  }

  #begin(clauses: readonly ScoringClause[]): { weights: Weight[]; magnitudes: number[] } {
    const { documents, fields } = this.#list;
    if (this.#scores.length !== documents) {
      this.#scores = new Float64Array(documents);
      this.#touched = new Uint8Array(documents);
    }
    for (let field = 0; field < fields.length; field++) {
      const average = this.#list.averageLength(field);
      if (this.#averages[field] === average) continue;
      this.#averages[field] = average;
      const norms = new Float64Array(TABLE_LENGTHS);
      for (let length = 0; length < TABLE_LENGTHS; length++) norms[length] = norm(length, average);
      this.#norms[field] = norms;
    }
    const vectors: Map<MatchedTerm, Weight>[] = fields.map(() => new Map());
    const weights: Weight[] = [];
    for (const { terms, fields: wanted, boost } of clauses) {
      for (const term of terms) {
        for (const field of wanted) {
          const vector = vectors[field] as Map<MatchedTerm, Weight>;
          const known = vector.get(term);
          if (known) known.boost += boost;
          else {
            const weight = { term, field, boost };
            vector.set(term, weight);
            weights.push(weight);
          }
        }
      }
    }
    const magnitudes = vectors.map((vector) => {
      let squares = 0;
      for (const { boost } of vector.values()) squares += boost * boost;
      return Math.sqrt(squares);
    });
    return { weights, magnitudes };
  }

  #addAll({ term, field, boost }: Weight, part: TermPart, magnitude: number, documents: number[]): void {
    const { segment, lists } = part;
    const list = lists?.get(field);
    const entry = part.entry.fields.get(field);
    if (!entry || (lists && !list)) return;
    const scores = this.#scores;
    const touched = this.#touched;
    const start = this.#list.startOf(segment);
    const { removed, boosts } = segment;
    const lengths = segment.lengths[field] as ArrayLike<number>;
    const norms = this.#norms[field] as Float64Array;
    const average = this.#averages[field] as number;
    const idf = inverseDocumentFrequency(term.documents, this.#list.live);
    const fieldBoost = this.#list.fields[field]?.boost ?? 1;
    const share = boost / magnitude;
    const add = (document: number, frequency: number) => {
      const length = lengths[document] as number;
      const slope = length < TABLE_LENGTHS ? (norms[length] as number) : norm(length, average);
      let score = (idf * ((K1 + 1) * frequency)) / (slope + frequency);
      score *= fieldBoost;
      if (boosts !== null) score *= boosts[document] as number;
      const at = start + document;
      scores[at] = (scores[at] as number) + share * (Math.round(score * 1000) / 1000);
      if (touched[at] === 0) {
        touched[at] = 1;
        documents.push(at);
      }
    };
    if (list) {
      for (let at = 0; at < list.documents.length; at++) {
        add(list.documents[at] as number, list.frequencies[at] as number);
      }
      return;
    }
    // The innermost loop of a search: decoded in place rather than through `Postings`.
    const bytes = segment.readCold(...entry.postings);
    let at = Postings.listStart(bytes, entry.documents);
    let document = -1;
    for (let left = entry.documents; left > 0; left--) {
      let byte = bytes[at++] as number;
      let number = byte & 127;
      for (let scale = 128; byte > 127; scale *= 128) {
        byte = bytes[at++] as number;
        number += (byte & 127) * scale;
      }
      document += (number >>> 1) + 1;
      let frequency = 1;
      if ((number & 1) === 0) {
        byte = bytes[at++] as number;
        frequency = byte & 127;
        for (let scale = 128; byte > 127; scale *= 128) {
          byte = bytes[at++] as number;
          frequency += (byte & 127) * scale;
        }
      }
      if (removed !== null && removed[document] === 1) continue;
      add(document, frequency);
    }
  }

  #addWithin({ term, field, boost }: Weight, part: TermPart, magnitude: number, within: Int32Array): void {
    const { segment, lists } = part;
    const list = lists?.get(field);
    const entry = part.entry.fields.get(field);
    if (!entry || (lists && !list)) return;
    const start = this.#list.startOf(segment);
    const lengths = segment.lengths[field] as ArrayLike<number>;
    const average = this.#averages[field] as number;
    const idf = inverseDocumentFrequency(term.documents, this.#list.live);
    const fieldBoost = this.#list.fields[field]?.boost ?? 1;
    const postings = list ? new ListWalk(list.documents, list.frequencies) : segment.postings(entry);
    const until = start + segment.documents;
    for (let at = firstNotBefore(within, start); at < within.length; at++) {
      const document = within[at] as number;
      if (document >= until || !postings.advance(document - start)) break;
      if (postings.document !== document - start) continue;
      const { frequency } = postings;
      let score = (idf * ((K1 + 1) * frequency)) / (norm(lengths[postings.document] as number, average) + frequency);
      score *= fieldBoost;
      if (segment.boosts !== null) score *= segment.boosts[postings.document] as number;
      const value = (boost / magnitude) * (Math.round(score * 1000) / 1000);
      this.#scores[document] = (this.#scores[document] as number) + value;
    }
  }

  /** Takes the scores out and leaves the arrays empty for the next query. */
  #collect(documents: Int32Array): Scored {
    const scores = new Float64Array(documents.length);
    for (let at = 0; at < documents.length; at++) {
      const document = documents[at] as number;
      scores[at] = this.#scores[document] as number;
      this.#scores[document] = 0;
      this.#touched[document] = 0;
    }
    return { documents, scores };
  }
}

/** A spelt-out list, walked like postings. */
export class ListWalk {
  document = -1;
  frequency = 0;
  #at = -1;

  constructor(
    readonly documents: Int32Array,
    readonly frequencies: Int32Array,
  ) {}

  next(): boolean {
    this.#at += 1;
    if (this.#at >= this.documents.length) return false;
    this.document = this.documents[this.#at] as number;
    this.frequency = this.frequencies[this.#at] as number;
    return true;
  }

  advance(target: number): boolean {
    if (this.#at >= 0 && this.document >= target) return this.#at < this.documents.length;
    while (this.next()) if (this.document >= target) return true;
    return false;
  }
}

/** A part's documents in a field, in order; removed ones too, unless they are spelt out. Null: it is not in the field. */
export function walkPart({ segment, entry, lists }: TermPart, field: number): Postings | ListWalk | null {
  const fieldEntry = entry.fields.get(field);
  if (!fieldEntry) return null;
  if (!lists) return segment.postings(fieldEntry);
  const list = lists.get(field);
  return list ? new ListWalk(list.documents, list.frequencies) : null;
}

/** The place of the first number that is not before `wanted` in a rising list. */
export function firstNotBefore(numbers: Int32Array, wanted: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

const norm = (length: number, average: number): number => K1 * (1 - B + B * (length / average));

/** Source: lunr 2.3.9, `lunr.idf`. @param holding counted once for each field. */
export const inverseDocumentFrequency = (holding: number, live: number): number =>
  Math.log(1 + Math.abs((live - holding + 0.5) / (holding + 0.5)));
