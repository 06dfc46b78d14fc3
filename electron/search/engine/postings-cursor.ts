/** Walks the documents of a term in one segment and field, whether they are read from its postings or spelt out. */
import type { Postings } from '../segment/postings.js';
import type { TermPart } from './matched-term.js';

/** A spelt-out list, walked like postings. */
export class ListCursor {
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

/** Documents in order, one after the other or by leaps. */
export type PostingsCursor = Postings | ListCursor;

/** A part's documents in a field, in order; removed ones too, unless they are spelt out. Null: it is not in the field. */
export function openCursor({ segment, entry, lists }: TermPart, field: number): PostingsCursor | null {
  const fieldEntry = entry.fields.get(field);
  if (!fieldEntry) return null;
  if (!lists) return segment.postings(fieldEntry);
  const list = lists.get(field);
  return list ? new ListCursor(list.documents, list.frequencies) : null;
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
