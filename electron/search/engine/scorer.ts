/**
 * lunr's scores (lunr 2.3.9, `Builder.createFieldVectors` and `Index.query`), with weights computed when a query comes
 * rather than when the index is built: the number of documents and the average lengths are those of this moment. The
 * order of operations is lunr's, so that its rounding to three decimals falls the same way.
 */
import { SKIP_DOCUMENTS } from '../segment/format.js';
import { EVERY, GroupReader } from '../segment/group-reader.js';
import { PostingList } from '../segment/posting-list.js';
import type { MatchedTerm, TermPart } from './matched-term.js';
import { firstNotBefore, walkPart } from './part-walk.js';
import type { SegmentList } from './segment-list.js';

/** lunr's BM25 parameters, as published. */
const B = 0.75;
const K1 = 1.2;
/** Lengths up to here have their norm looked up. */
const TABLE_LENGTHS = 4096;

/** Above this share of all documents it is quicker to empty the arrays as a whole. */
const MANY = 1 / 32;

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

/** A field in which a term was not asked for; 0 is what a boost of 0 makes, which finds and does not score. */
const NOT_ASKED = -1;

/** One dimension of lunr's query vectors: what a term weighs in each field, already divided by the vector's length. */
interface Dimension {
  readonly term: MatchedTerm;
  /** By field. */
  readonly shares: Float64Array;
}

export class Scorer {
  readonly #list: SegmentList;
  #scores = new Float64Array(0);
  #touched = new Uint8Array(0);
  /** Documents reached so far, and how many. */
  #found = new Int32Array(0);
  #count = 0;
  readonly #group = new GroupReader(SKIP_DOCUMENTS);
  readonly #norms: Float64Array[] = [];
  readonly #averages: number[] = [];

  constructor(list: SegmentList) {
    this.#list = list;
  }

  /** Scores every living document that a clause reaches. */
  scoreAll(clauses: readonly ScoringClause[]): Scored {
    this.#begin();
    for (const { term, shares } of this.#dimensions(clauses)) {
      for (const part of term.parts) {
        for (const field of part.entry.fields.keys()) {
          const share = shares[field] as number;
          if (share !== NOT_ASKED) this.#addAll(part, field, term, share);
        }
      }
    }
    return this.#collect(this.#found.slice(0, this.#count));
  }

  /** Scores these documents only. @param within numbers of living documents, rising. */
  scoreWithin(clauses: readonly ScoringClause[], within: Int32Array): Scored {
    this.#begin();
    if (within.length > 0) {
      for (const { term, shares } of this.#dimensions(clauses)) {
        for (const part of term.parts) {
          for (const field of part.entry.fields.keys()) {
            const share = shares[field] as number;
            if (share !== NOT_ASKED) this.#addWithin(part, field, term, share, within);
          }
        }
      }
    }
    return this.#collect(within);
  }

  /** Makes room, and norms for the lengths as they are now. */
  #begin(): void {
    const { documents, fields } = this.#list;
    if (this.#scores.length !== documents) {
      this.#scores = new Float64Array(documents);
      this.#touched = new Uint8Array(documents);
      this.#found = new Int32Array(documents);
    }
    this.#count = 0;
    for (let field = 0; field < fields.length; field++) {
      const average = this.#list.averageLength(field);
      if (Object.is(this.#averages[field], average)) continue;
      this.#averages[field] = average;
      // Filled as lengths turn up: a norm is never 0.
      this.#norms[field]?.fill(0);
    }
  }

  #normsOf(field: number): Float64Array {
    const known = this.#norms[field] ?? new Float64Array(TABLE_LENGTHS);
    this.#norms[field] = known;
    return known;
  }

  /** Source: lunr 2.3.9, `Index.query`: a clause adds its boost to the vector of each of its fields, found there or not. */
  #dimensions(clauses: readonly ScoringClause[]): Dimension[] {
    const count = this.#list.fields.length;
    const boosts = new Map<MatchedTerm, Float64Array>();
    for (const { terms, fields, boost } of clauses) {
      for (const term of terms) {
        let own = boosts.get(term);
        if (!own) {
          own = new Float64Array(count).fill(NOT_ASKED);
          boosts.set(term, own);
        }
        for (const field of fields) own[field] = Math.max(0, own[field] as number) + boost;
      }
    }
    const squares = new Float64Array(count);
    for (const own of boosts.values()) {
      for (let field = 0; field < count; field++) {
        const weight = Math.max(0, own[field] as number);
        squares[field] = (squares[field] as number) + weight * weight;
      }
    }
    const lengths = squares.map(Math.sqrt);
    return Array.from(boosts, ([term, own]) => {
      for (let field = 0; field < count; field++) {
        if ((own[field] as number) > 0) own[field] = (own[field] as number) / (lengths[field] as number);
      }
      return { term, shares: own };
    });
  }

  #addAll(part: TermPart, field: number, { documents: holding }: MatchedTerm, share: number): void {
    const { segment, lists } = part;
    const list = lists?.get(field);
    const entry = part.entry.fields.get(field);
    if (!entry || (lists && !list)) return;
    const scores = this.#scores;
    const touched = this.#touched;
    const found = this.#found;
    let reached = this.#count;
    const start = this.#list.startOf(segment);
    const { removed, boosts } = segment;
    const lengths = segment.lengths[field] as Uint32Array;
    const average = this.#averages[field] as number;
    const norms = this.#normsOf(field);
    const idf = inverseDocumentFrequency(holding, this.#list.live);
    const fieldBoost = this.#list.fields[field]?.boost ?? 1;
    const add = (document: number, frequency: number) => {
      const length = lengths[document] as number;
      const slope = norms[length] || normIn(norms, length, average);
      let score = (idf * ((K1 + 1) * frequency)) / (slope + frequency);
      score *= fieldBoost;
      if (boosts !== null) score *= boosts[document] as number;
      const at = start + document;
      scores[at] = (scores[at] as number) + share * (Math.round(score * 1000) / 1000);
      if (touched[at] === 0) {
        touched[at] = 1;
        found[reached++] = at;
      }
    };
    if (list) {
      for (let at = 0; at < list.documents.length; at++) {
        add(list.documents[at] as number, list.frequencies[at] as number);
      }
      this.#count = reached;
      return;
    }
    // The innermost loop of a search: decoded and scored in place, rather than through `Postings` and `add`.
    const bytes = segment.readBits(...entry.postings);
    const group = this.#group;
    const { pairs } = group;
    let next = PostingList.start(bytes, entry.documents);
    for (let left = entry.documents, last = -1; left > 0; left -= SKIP_DOCUMENTS) {
      const count = Math.min(left, SKIP_DOCUMENTS);
      group.begin(bytes, next, count, last);
      group.readUntil(EVERY);
      next = group.end;
      last = pairs[count * 2 - 2] as number;
      for (let at = 0; at < count; at++) {
        const document = pairs[at * 2] as number;
        if (removed !== null && removed[document] === 1) continue;
        const frequency = pairs[at * 2 + 1] as number;
        const length = lengths[document] as number;
        const slope = norms[length] || normIn(norms, length, average);
        let score = (idf * ((K1 + 1) * frequency)) / (slope + frequency);
        score *= fieldBoost;
        if (boosts !== null) score *= boosts[document] as number;
        const place = start + document;
        scores[place] = (scores[place] as number) + share * (Math.round(score * 1000) / 1000);
        if (touched[place] === 0) {
          touched[place] = 1;
          found[reached++] = place;
        }
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
    const walk = walkPart(part, field);
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
    }
  }

  /** Takes the scores out and leaves the arrays empty for the next query. */
  #collect(documents: Int32Array): Scored {
    const all = this.#scores;
    const count = documents.length;
    const scores = new Float64Array(count);
    for (let at = 0; at < count; at++) scores[at] = all[documents[at] as number] as number;
    if (count > all.length * MANY) {
      all.fill(0);
      this.#touched.fill(0);
    } else {
      const touched = this.#touched;
      for (let at = 0; at < count; at++) {
        const document = documents[at] as number;
        all[document] = 0;
        touched[document] = 0;
      }
    }
    return { documents, scores };
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
