/** Walks the postings of a term in a field, in order of document; leaps over 128 at a time where it may. */
import { EVERY, type GroupReader } from './group-reader.js';
import type { PostingList } from './posting-list.js';

export class Postings {
  /** Number in the segment; -1 before the first `next`. */
  document = -1;
  /** Positions of the term in the document. */
  frequency = 0;
  /** Number of the group that is being walked. */
  group = 0;
  /** The current document's position in the group; -1 before its first one. */
  groupIndex = -1;
  #reader: GroupReader;

  constructor(readonly list: PostingList) {
    this.#reader = list.group(0);
  }

  /** Documents of the group with their frequencies, read as far as the current one. */
  get pairs(): readonly number[] {
    return this.#reader.pairs;
  }

  /** @returns false at the end. */
  next(): boolean {
    if (this.groupIndex + 1 === this.#reader.count) {
      if (this.group + 1 === this.list.groups) return false;
      this.#enter(this.group + 1);
    }
    if (this.groupIndex + 1 === this.#reader.read) this.#reader.readUntil(EVERY);
    this.#stand(this.groupIndex + 1);
    return true;
  }

  /** Goes to the first document that is not before `target`. @returns false when there is none. */
  advance(target: number): boolean {
    if (this.document >= target) return true;
    const { list } = this;
    let group = this.group;
    while (group + 1 < list.groups && list.before(group + 1) < target) group += 1;
    if (group !== this.group) this.#enter(group);
    const reader = this.#reader;
    let index = this.groupIndex + 1;
    while (index < reader.read && (reader.pairs[index * 2] as number) < target) index += 1;
    if (index === reader.read && index < reader.count) {
      reader.readUntil(target);
      index = reader.read - 1;
    }
    // Past the last document of the list; in other groups there is always one.
    if (index === reader.read) index -= 1;
    this.#stand(index);
    return this.document >= target;
  }

  #enter(group: number): void {
    this.group = group;
    this.groupIndex = -1;
    this.#reader = this.list.group(group);
  }

  #stand(index: number): void {
    const { pairs } = this.#reader;
    this.groupIndex = index;
    this.document = pairs[index * 2] as number;
    this.frequency = pairs[index * 2 + 1] as number;
  }
}
