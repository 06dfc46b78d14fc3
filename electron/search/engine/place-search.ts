/** Finds phrases and neighbours by the positions of the index: candidates first, positions only of those. */
import type { Segment } from '../segment/segment.js';
import type { DocumentSet, Marks } from './document-set.js';
import type { MatchedTerm, TermPart } from './matched-term.js';
import type { MatchedWord } from './matched-word.js';
import { firstNotBefore } from './part-walk.js';
import { nearPairs, phraseStretches, type Stretch } from './place-rules.js';
import type { SegmentList } from './segment-list.js';

/** Words that must follow each other; each stands for the terms of its forms. */
export interface PhraseQuery {
  readonly words: readonly {
    readonly terms: readonly MatchedTerm[];
    readonly offset: number;
    /** What the word is scored by. */
    readonly word: MatchedWord;
  }[];
  readonly slop: number;
}

export class PlaceSearch {
  constructor(
    readonly list: SegmentList,
    readonly marks: Marks,
  ) {}

  /** Living documents in which the phrase stands in one of the fields. */
  phrase(query: PhraseQuery, fields: readonly number[], within: DocumentSet | null): DocumentSet {
    return this.#inOneField([query], 1, fields, within, ([stretches]) => (stretches as Stretch[]).length > 0);
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
      ([a, b]) => nearPairs(a as Stretch[], b as Stretch[], distance).length > 0,
    );
  }

  /**
   * @param most stretches of each query that `holds` needs to see.
   * @param holds is asked with the stretches of each query in one field of one document.
   */
  #inOneField(
    queries: readonly PhraseQuery[],
    most: number,
    fields: readonly number[],
    within: DocumentSet | null,
    holds: (stretches: readonly Stretch[][]) => boolean,
  ): DocumentSet {
    const words = queries.flatMap((query) => query.words);
    if (words.some(({ terms }) => terms.length === 0)) return new Int32Array(0);
    const found = new Set<number>();
    for (const field of fields) {
      // Rarest word first, so that the frequent ones are only looked up.
      const weights = new Map(words.map((word) => [word, weightOf(word.terms, field)]));
      if ([...weights.values()].includes(0)) continue;
      const byRarity = [...words].sort((a, b) => (weights.get(a) ?? 0) - (weights.get(b) ?? 0));
      let candidates = within;
      for (const { terms } of byRarity) {
        candidates = this.marks.documentsWith(terms, [field], candidates);
        if (candidates.length === 0) break;
      }
      if (!candidates || candidates.length === 0) continue;
      for (const segment of this.list.segments) {
        this.#inSegment(segment, field, queries, most, candidates, holds, found);
      }
    }
    return Int32Array.from(found).sort();
  }

  #inSegment(
    segment: Segment,
    field: number,
    queries: readonly PhraseQuery[],
    most: number,
    candidates: DocumentSet,
    holds: (stretches: readonly Stretch[][]) => boolean,
    found: Set<number>,
  ): void {
    const start = this.list.startOf(segment);
    let at = firstNotBefore(candidates, start);
    const until = start + segment.documents;
    if (at === candidates.length || (candidates[at] as number) >= until) return;
    const readers = queries.map(({ words, slop }) => ({
      slop,
      offsets: words.map(({ offset }) => offset),
      words: words.map(({ terms }) => terms.flatMap((term) => readersIn(term, segment, field))),
      /** Of the document that is looked at. */
      places: words.map(() => NOWHERE),
    }));
    const stretches: Stretch[][] = [];
    for (; at < candidates.length && (candidates[at] as number) < until; at++) {
      const number = candidates[at] as number;
      if (found.has(number)) continue;
      for (let query = 0; query < readers.length; query++) {
        const { words, offsets, slop, places } = readers[query] as (typeof readers)[number];
        for (let word = 0; word < words.length; word++) {
          places[word] = placesOf(words[word] as readonly PlaceReader[], number - start);
        }
        stretches[query] = phraseStretches(places, offsets, slop, most);
      }
      if (holds(stretches)) found.add(number);
    }
  }
}

/** Reads the places of a term in documents of rising number. */
interface PlaceReader {
  /** Token numbers in the document, rising; empty when it is not there. */
  read(document: number): readonly number[];
}

function readersIn(term: MatchedTerm, segment: Segment, field: number): PlaceReader[] {
  return term.parts.filter((part) => part.segment === segment).flatMap((part) => readerOf(part, field) ?? []);
}

function readerOf({ segment, entry, forms, foreign }: TermPart, field: number): PlaceReader | null {
  const fieldEntry = entry.fields.get(field);
  if (!fieldEntry) return null;
  const postings = segment.postings(fieldEntry);
  const positions = segment.positions(fieldEntry, segment.formCount(entry));
  return {
    read: (document) => {
      if (foreign !== null && foreign[document] === 1) return NOWHERE;
      if (!postings.advance(document) || postings.document !== document) return NOWHERE;
      if (!forms) return positions.indexesOf(postings);
      const places = positions.of(postings);
      return places.indexes.filter((_, at) => forms.has(places.forms[at] as number));
    },
  };
}

function placesOf(readers: readonly PlaceReader[], document: number): readonly number[] {
  if (readers.length === 1) return (readers[0] as PlaceReader).read(document);
  let places: readonly number[] = NOWHERE;
  for (const reader of readers) {
    const own = reader.read(document);
    if (own.length === 0) continue;
    places = places.length === 0 ? own : [...new Set([...places, ...own])].sort((a, b) => a - b);
  }
  return places;
}

const NOWHERE: readonly number[] = [];

const weightOf = (terms: readonly MatchedTerm[], field: number): number =>
  terms.reduce(
    (sum, { parts }) => sum + parts.reduce((n, { entry }) => n + (entry.fields.get(field)?.documents ?? 0), 0),
    0,
  );
