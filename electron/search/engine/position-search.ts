/** Finds phrases and neighbours by the positions of the index: candidates first, positions only of those. */
import type { Segment } from '../segment/segment.js';
import { type DocumentFlags, type DocumentSet, union } from './document-set.js';
import type { MatchedTerm } from './matched-term.js';
import { type PhraseQuery, PhraseReader, type PhraseWord } from './phrase-reader.js';
import { nearPairs, type PositionSpan } from './position-spans.js';
import { firstNotBefore } from './postings-cursor.js';
import type { SegmentList } from './segment-list.js';

export class PositionSearch {
  constructor(
    readonly list: SegmentList,
    readonly marks: DocumentFlags,
  ) {}

  /** Living documents in which the phrase stands in one of the fields. */
  phrase(query: PhraseQuery, fields: readonly number[], within: DocumentSet | null): DocumentSet {
    return this.#inOneField([query], 1, fields, within, ([spans]) => (spans as PositionSpan[]).length > 0);
  }

  near(
    left: PhraseQuery,
    right: PhraseQuery,
    distance: number,
    fields: readonly number[],
    within: DocumentSet | null,
  ): DocumentSet {
    return this.#inOneField(
      [left, right],
      Number.POSITIVE_INFINITY,
      fields,
      within,
      ([a, b]) => nearPairs(a as PositionSpan[], b as PositionSpan[], distance).length > 0,
    );
  }

  /**
   * @param most spans of each query that `holds` needs to see.
   * @param holds is asked with the spans of each query in one field of one document.
   */
  #inOneField(
    queries: readonly PhraseQuery[],
    most: number,
    fields: readonly number[],
    within: DocumentSet | null,
    holds: (spans: readonly PositionSpan[][]) => boolean,
  ): DocumentSet {
    const words = queries.flatMap((query) => query.words);
    if (words.some((word) => !canStand(word, ({ length }) => length > 0))) return new Int32Array(0);
    const found = new Set<number>();
    for (const field of fields) {
      // Rarest word first, so that the frequent ones are only looked up.
      const weights = new Map(words.map((word) => [word, weightOf(word, field)]));
      if ([...weights.values()].includes(0)) continue;
      const byRarity = [...words].sort((a, b) => (weights.get(a) ?? 0) - (weights.get(b) ?? 0));
      let candidates = within;
      for (const word of byRarity) {
        candidates = this.#documentsWith(word, field, candidates);
        if (candidates.length === 0) break;
      }
      if (!candidates || candidates.length === 0) continue;
      for (const segment of this.list.segments) {
        this.#inSegment(segment, field, queries, most, candidates, holds, found);
      }
    }
    return Int32Array.from(found).sort();
  }

  /** Documents that hold the word, or all of its parts. */
  #documentsWith({ terms, parts }: PhraseWord, field: number, within: DocumentSet | null): DocumentSet {
    const whole = this.marks.documentsWith(terms, [field], within);
    if (!parts || parts.length === 0) return whole;
    let found = within;
    for (const part of parts) found = this.marks.documentsWith(part.terms, [field], found);
    return union([whole, found ?? NO_DOCUMENTS]);
  }

  #inSegment(
    segment: Segment,
    field: number,
    queries: readonly PhraseQuery[],
    most: number,
    candidates: DocumentSet,
    holds: (spans: readonly PositionSpan[][]) => boolean,
    found: Set<number>,
  ): void {
    const start = this.list.startOf(segment);
    let at = firstNotBefore(candidates, start);
    const until = start + segment.documents;
    if (at === candidates.length || (candidates[at] as number) >= until) return;
    const readers = queries.map((query) => new PhraseReader(query, segment, field, most));
    const spans: PositionSpan[][] = [];
    for (; at < candidates.length && (candidates[at] as number) < until; at++) {
      const number = candidates[at] as number;
      if (found.has(number)) continue;
      for (const [query, reader] of readers.entries()) spans[query] = reader.read(number - start);
      if (holds(spans)) found.add(number);
    }
  }
}

const NO_DOCUMENTS: DocumentSet = new Int32Array(0);

/** Whether the whole, or each of the parts, has terms of the kind. */
function canStand({ terms, parts }: PhraseWord, has: (terms: readonly MatchedTerm[]) => boolean): boolean {
  return has(terms) || (!!parts && parts.length > 0 && parts.every((part) => has(part.terms)));
}

/** How many documents hold it at most; 0 when none can. */
function weightOf({ terms, parts }: PhraseWord, field: number): number {
  const whole = documentsIn(terms, field);
  return parts && parts.length > 0 ? whole + Math.min(...parts.map((part) => documentsIn(part.terms, field))) : whole;
}

const documentsIn = (terms: readonly MatchedTerm[], field: number): number =>
  terms.reduce(
    (sum, { parts }) => sum + parts.reduce((n, { entry }) => n + (entry.fields.get(field)?.documents ?? 0), 0),
    0,
  );
