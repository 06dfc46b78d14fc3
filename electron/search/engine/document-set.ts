/** Sets of documents by number: rising lists, and how to make them of postings. */
import type { MatchedTerm } from './matched-term.js';
import { firstNotBefore, walkPart } from './scorer.js';
import type { SegmentList } from './segment-list.js';

/** Numbers of documents, rising, each once. */
export type DocumentSet = Int32Array;

export function everyDocument(list: SegmentList): DocumentSet {
  const numbers = new Int32Array(list.live);
  let count = 0;
  for (const segment of list.segments) {
    const start = list.startOf(segment);
    for (let document = 0; document < segment.documents; document++) {
      if (segment.isLive(document)) numbers[count++] = start + document;
    }
  }
  return numbers;
}

export function intersection(a: DocumentSet, b: DocumentSet): DocumentSet {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const kept = new Int32Array(few.length);
  let count = 0;
  let at = 0;
  for (const document of few) {
    while (at < many.length && (many[at] as number) < document) at++;
    if (many[at] === document) kept[count++] = document;
  }
  return kept.subarray(0, count);
}

export function difference(from: DocumentSet, without: DocumentSet): DocumentSet {
  const kept = new Int32Array(from.length);
  let count = 0;
  let at = 0;
  for (const document of from) {
    while (at < without.length && (without[at] as number) < document) at++;
    if (without[at] !== document) kept[count++] = document;
  }
  return kept.subarray(0, count);
}

export function union(sets: readonly DocumentSet[]): DocumentSet {
  const [first, second] = sets;
  if (!first) return new Int32Array(0);
  if (!second) return first;
  return sets.slice(1).reduce(unionOfTwo, first);
}

function unionOfTwo(a: DocumentSet, b: DocumentSet): DocumentSet {
  const joined = new Int32Array(a.length + b.length);
  let count = 0;
  let left = 0;
  let right = 0;
  while (left < a.length || right < b.length) {
    const x = left < a.length ? (a[left] as number) : Number.POSITIVE_INFINITY;
    const y = right < b.length ? (b[right] as number) : Number.POSITIVE_INFINITY;
    joined[count++] = Math.min(x, y);
    if (x <= y) left++;
    if (y <= x) right++;
  }
  return joined.subarray(0, count);
}

/** A scratch of marks, a byte a document, that comes back empty. */
export class Marks {
  #marks = new Uint8Array(0);

  constructor(readonly list: SegmentList) {}

  /**
   * Living documents that hold one of the terms in one of the fields.
   * @param within null: all of them.
   */
  documentsWith(terms: readonly MatchedTerm[], fields: readonly number[], within: DocumentSet | null): DocumentSet {
    if (this.#marks.length < this.list.documents) this.#marks = new Uint8Array(this.list.documents);
    const marks = this.#marks;
    for (const { parts } of terms) {
      for (const part of parts) {
        const start = this.list.startOf(part.segment);
        for (const field of fields) {
          const walk = walkPart(part, field);
          if (!walk) continue;
          if (within) {
            const until = start + part.segment.documents;
            for (let at = firstNotBefore(within, start); at < within.length; at++) {
              const document = within[at] as number;
              if (document >= until || !walk.advance(document - start)) break;
              if (walk.document === document - start) marks[document] = 1;
            }
          } else {
            const { removed } = part.segment;
            while (walk.next()) if (removed === null || removed[walk.document] === 0) marks[start + walk.document] = 1;
          }
        }
      }
    }
    return within ? this.#takeWithin(within) : this.#takeAll();
  }

  #takeWithin(within: DocumentSet): DocumentSet {
    const kept = new Int32Array(within.length);
    let count = 0;
    for (const document of within) {
      if (this.#marks[document] === 0) continue;
      this.#marks[document] = 0;
      kept[count++] = document;
    }
    return kept.subarray(0, count);
  }

  #takeAll(): DocumentSet {
    const kept: number[] = [];
    const length = this.list.documents;
    for (let document = 0; document < length; document++) {
      if (this.#marks[document] === 0) continue;
      this.#marks[document] = 0;
      kept.push(document);
    }
    return Int32Array.from(kept);
  }
}
