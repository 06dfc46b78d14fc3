/** Sets of documents by number: rising lists, and how to make them of postings. */
import type { MatchedTerm } from './matched-term.js';
import { firstNotBefore, openCursor, type PostingsCursor } from './postings-cursor.js';
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

/** Gathers documents of several postings, each once: a scratch of marks, a byte a document, that comes back empty. */
export class DocumentFlags {
  #marks = new Uint8Array(0);

  constructor(readonly list: SegmentList) {}

  /**
   * Living documents that hold one of the terms in one of the fields.
   * @param within null: all of them.
   */
  documentsWith(terms: readonly MatchedTerm[], fields: readonly number[], within: DocumentSet | null): DocumentSet {
    if (this.#marks.length < this.list.documents) this.#marks = new Uint8Array(this.list.documents);
    const found: number[] = [];
    for (const { parts } of terms) {
      for (const part of parts) {
        for (const field of fields) {
          const walk = openCursor(part, field);
          if (!walk) continue;
          const start = this.list.startOf(part.segment);
          if (within) this.#within(walk, start, start + part.segment.documents, within, found);
          else this.#all(walk, start, part.segment.removed, found);
        }
      }
    }
    let isRising = true;
    for (let at = 0; at < found.length; at++) {
      this.#marks[found[at] as number] = 0;
      if (at > 0 && (found[at] as number) < (found[at - 1] as number)) isRising = false;
    }
    // Not `from`, which asks for one number after another.
    const documents = new Int32Array(found);
    return isRising ? documents : documents.sort();
  }

  #all(walk: PostingsCursor, start: number, removed: Uint8Array | null, found: number[]): void {
    while (walk.next()) {
      if (removed !== null && removed[walk.document] === 1) continue;
      this.#mark(start + walk.document, found);
    }
  }

  #within(walk: PostingsCursor, start: number, until: number, within: DocumentSet, found: number[]): void {
    for (let at = firstNotBefore(within, start); at < within.length; at++) {
      const document = within[at] as number;
      if (document >= until || !walk.advance(document - start)) return;
      if (walk.document === document - start) this.#mark(document, found);
    }
  }

  #mark(document: number, found: number[]): void {
    if (this.#marks[document] === 1) return;
    this.#marks[document] = 1;
    found.push(document);
  }
}
