/**
 * One index as it stands in archive.db and in memory. Rows are written inside transactions of the caller; memory
 * follows when they are on the disk, so that what answers is never ahead of what would be found after a crash.
 */
import type { SourceId } from '../../contract/index.js';
import { SegmentList } from '../engine/segment-list.js';
import type { MergePart } from '../segment/merge-segments.js';
import { Segment } from '../segment/segment.js';
import { FORMAT_VERSION, type SegmentData } from '../segment/segment-format.js';
import { FIELDS } from './index-document.js';
import type { IndexRow, SegmentStore } from './segment-store.js';

/** Where a source is. */
interface DocumentLocation {
  readonly segment: Segment;
  readonly document: number;
}

/** Done to rows; `apply` does the same to memory, once the rows are on the disk. */
export interface StoredChange {
  apply(): void;
}

export class LiveIndex {
  readonly list = new SegmentList(FIELDS);
  readonly #ids = new Map<Segment, number>();
  #spots: Map<string, DocumentLocation> | null = null;
  /** Changes of memory so far: answers kept from before are stale. */
  generation = 0;

  constructor(
    readonly row: IndexRow,
    readonly store: SegmentStore,
  ) {
    for (const { id, header, hot, removed } of store.segments(row.id)) {
      if (header.format !== FORMAT_VERSION) throw new Error(`Segment ${id} has format ${header.format}`);
      const segment = new Segment(header, hot, store.reader(id));
      for (const document of removed) segment.remove(document);
      this.#ids.set(segment, id);
      this.list.append(segment);
    }
  }

  get segments(): readonly Segment[] {
    return this.list.segments;
  }

  get bytes(): number {
    const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
    return sum(this.segments.map(({ header }) => sum(header.hot) + sum(header.cold)));
  }

  /** Languages that words of this index were analysed in. */
  get languages(): string[] {
    return [...new Set(this.segments.flatMap(({ header }) => header.languages))];
  }

  /** Looks whether all rows are there, some between two turns. @throws IndexDamaged. */
  *count(): Generator<void> {
    for (const id of [...this.#ids.values()]) yield* this.store.count(id);
  }

  has(source: SourceId): boolean {
    return this.#where().has(source);
  }

  /** Puts a tombstone on a source's entry; nothing when it has none. */
  remove(source: SourceId): StoredChange {
    const spot = this.#where().get(source);
    if (!spot) return { apply: () => undefined };
    this.#markDeleted(spot);
    return {
      apply: () => {
        this.list.remove(spot.segment, spot.document);
        if (this.#spots?.get(source) === spot) this.#spots.delete(source);
        this.generation += 1;
      },
    };
  }

  /** @param stale refs whose source has changed since the segment was made of it: they come in with a tombstone. */
  append(data: SegmentData, stale: ReadonlySet<string>): StoredChange {
    const id = this.store.add(this.row.id, data, 'last');
    const segment = new Segment(data.header, data.hot, this.store.reader(id));
    const deleted = [...segment.refs.keys()].filter((document) => stale.has(segment.refs[document] as string));
    for (const document of deleted) this.store.markDeleted(id, document);
    return {
      apply: () => {
        this.#ids.set(segment, id);
        for (const document of deleted) segment.remove(document);
        this.list.append(segment);
        this.#note(segment);
        this.generation += 1;
      },
    };
  }

  /** For a place that cannot be written to: in memory only, until the archive is closed. */
  appendInMemory(data: SegmentData): void {
    const read = (start: number, length: number) => data.cold.subarray(start, start + length);
    const segment = new Segment(data.header, data.hot, read);
    this.list.append(segment);
    this.#note(segment);
    this.generation += 1;
  }

  /** What a merge is made of, as it stands now. */
  parts(segments: readonly Segment[]): MergePart[] {
    return segments.map((segment) => {
      const id = this.#id(segment);
      return {
        data: { header: segment.header, hot: this.store.hot(id), cold: this.store.cold(id) },
        removed: [...segment.refs.keys()].filter((document) => !segment.isLive(document)),
      };
    });
  }

  /**
   * Puts a merged segment in the place of others.
   * @param parts what it was made of: documents removed since then are removed in it too.
   */
  replace(segments: readonly Segment[], parts: readonly MergePart[], merged: SegmentData | null): StoredChange {
    const first = this.#id(segments[0] as Segment);
    const id = merged ? this.store.add(this.row.id, merged, { of: first }) : 0;
    for (const segment of segments) this.store.drop(this.#id(segment));
    const made = merged ? new Segment(merged.header, merged.hot, this.store.reader(id)) : null;
    const deleted = made ? removedSince(segments, parts) : [];
    for (const document of deleted) this.store.markDeleted(id, document);
    return {
      apply: () => {
        for (const document of deleted) made?.remove(document);
        if (made) this.#ids.set(made, id);
        this.list.replace(segments, made);
        for (const segment of segments) this.#ids.delete(segment);
        if (made) this.#note(made);
        this.generation += 1;
      },
    };
  }

  #id(segment: Segment): number {
    const id = this.#ids.get(segment);
    if (id === undefined) throw new Error('the segment is not stored');
    return id;
  }

  #markDeleted({ segment, document }: DocumentLocation): void {
    this.store.markDeleted(this.#id(segment), document);
  }

  /** Made at the first change: an archive that is only read does without. */
  #where(): Map<string, DocumentLocation> {
    if (!this.#spots) {
      this.#spots = new Map();
      for (const segment of this.segments) this.#note(segment);
    }
    return this.#spots;
  }

  #note(segment: Segment): void {
    if (!this.#spots) return;
    for (const [document, ref] of segment.refs.entries()) {
      if (segment.isLive(document)) this.#spots.set(ref, { segment, document });
    }
  }
}

/** Numbers in the merged segment of documents that were still there when it was begun. */
function removedSince(segments: readonly Segment[], parts: readonly MergePart[]): number[] {
  const numbers: number[] = [];
  let number = 0;
  for (const [at, segment] of segments.entries()) {
    const before = new Set(parts[at]?.removed);
    for (let document = 0; document < segment.documents; document++) {
      if (before.has(document)) continue;
      if (!segment.isLive(document)) numbers.push(number);
      number += 1;
    }
  }
  return numbers;
}
