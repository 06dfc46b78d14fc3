/**
 * The segments of one index in order of insertion, and what scores need of all of them: how many documents live, how
 * long their fields are. A document's number in the list is its number in its segment plus those of the segments before.
 */
import type { Segment } from '../segment/segment.js';

/** A field of the index, with lunr's field boost. */
export interface FieldSpec {
  readonly name: string;
  readonly boost: number;
}

export class SegmentList {
  #segments: readonly Segment[] = [];
  #starts: number[] = [];
  #documents = 0;
  #live = 0;
  #fieldTokens: number[];

  constructor(readonly fields: readonly FieldSpec[]) {
    this.#fieldTokens = fields.map(() => 0);
  }

  get segments(): readonly Segment[] {
    return this.#segments;
  }
  /** With removed ones: one more than the highest number. */
  get documents(): number {
    return this.#documents;
  }
  get live(): number {
    return this.#live;
  }

  /** The number of a segment's first document. @throws RangeError for a segment that is not here (a caller's bug). */
  startOf(segment: Segment): number {
    const start = this.#starts[this.#segments.indexOf(segment)];
    if (start === undefined) throw new RangeError('the segment is not part of this index');
    return start;
  }

  /** The segment that holds a document of this number. */
  segmentOf(document: number): Segment {
    let low = 0;
    let high = this.#segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] as number) <= document) low = middle;
      else high = middle - 1;
    }
    return this.#segments[low] as Segment;
  }

  refOf(document: number): string {
    const segment = this.segmentOf(document);
    return segment.refOf(document - this.startOf(segment));
  }

  /** lunr's average length of a field over living documents; NaN when there are none. */
  averageLength(field: number): number {
    return (this.#fieldTokens[field] as number) / this.#live;
  }

  append(segment: Segment): void {
    this.#count(segment, 1);
    this.#place([...this.#segments, segment]);
  }

  /** @param merged null when nothing of the others is left. */
  replace(others: readonly Segment[], merged: Segment | null): void {
    const at = this.#segments.indexOf(others[0] as Segment);
    for (const other of others) this.#count(other, -1);
    if (merged) this.#count(merged, 1);
    this.#place(this.#segments.toSpliced(at, others.length, ...(merged ? [merged] : [])));
  }

  clear(): void {
    this.#place([]);
    this.#live = 0;
    this.#fieldTokens.fill(0);
  }

  /** Puts a tombstone. @returns false when there was one. */
  remove(segment: Segment, document: number): boolean {
    if (!segment.remove(document)) return false;
    this.#countDocument(segment, document, -1);
    return true;
  }

  /** Takes a tombstone away again. */
  revive(segment: Segment, document: number): void {
    if (segment.isLive(document)) return;
    segment.revive(document);
    this.#countDocument(segment, document, 1);
  }

  #place(segments: readonly Segment[]): void {
    this.#segments = segments;
    this.#starts = [];
    this.#documents = 0;
    for (const { documents } of segments) {
      this.#starts.push(this.#documents);
      this.#documents += documents;
    }
  }

  /** The header tells the tokens of all documents; those of removed ones are subtracted. */
  #count(segment: Segment, sign: 1 | -1): void {
    this.#live += sign * segment.documents;
    for (let field = 0; field < this.fields.length; field++) {
      this.#fieldTokens[field] = (this.#fieldTokens[field] as number) + sign * (segment.header.tokens[field] ?? 0);
    }
    if (segment.live === segment.documents) return;
    for (let document = 0; document < segment.documents; document++) {
      if (!segment.isLive(document)) this.#countDocument(segment, document, sign === 1 ? -1 : 1);
    }
  }

  #countDocument(segment: Segment, document: number, sign: 1 | -1): void {
    this.#live += sign;
    for (let field = 0; field < this.fields.length; field++) {
      const tokens = segment.lengths[field]?.[document] ?? 0;
      this.#fieldTokens[field] = (this.#fieldTokens[field] as number) + sign * tokens;
    }
  }
}
