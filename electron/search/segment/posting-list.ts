/**
 * The postings of a term in a field, as far as they were read: a phrase walks the same list to find documents, to read
 * positions in them and to score them, and each group is decoded once.
 */
import { ByteReader } from './bytes.js';
import { GroupReader } from './group-reader.js';
import { SKIP_DOCUMENTS } from './segment-format.js';

export class PostingList {
  /** How many groups there are. */
  readonly groups: number;
  readonly #bytes: Uint8Array;
  readonly #documents: number;
  readonly #start: number;
  /** Where the skip table is read next; null in a short list. */
  readonly #skips: ByteReader | null;
  // For each group up to the last entry that was read: the document before it, bytes of postings and of positions.
  readonly #last = [-1];
  readonly #lists = [0];
  readonly #positions = [0];
  readonly #groups: (GroupReader | undefined)[] = [];

  /** @param bytes with SLACK_BYTES more behind the list. */
  constructor(bytes: Uint8Array, documents: number) {
    this.#bytes = bytes;
    this.#documents = documents;
    this.groups = Math.ceil(documents / SKIP_DOCUMENTS);
    this.#start = PostingList.start(bytes, documents);
    this.#skips = documents > SKIP_DOCUMENTS ? new ByteReader(bytes) : null;
    this.#skips?.varint();
  }

  /** Where the first group begins: behind the skip table of a long list. */
  static start(bytes: Uint8Array, documents: number): number {
    if (documents <= SKIP_DOCUMENTS) return 0;
    const reader = new ByteReader(bytes);
    const length = reader.varint();
    return reader.at + length;
  }

  /** The document before a group, -1 for the first. */
  before(group: number): number {
    this.#skipTo(group);
    return this.#last[group] as number;
  }

  /** Where the positions of a group are: bytes `[start, end)`; null in the last one. */
  positionsOf(group: number): { start: number; end: number | null } {
    this.#skipTo(Math.min(group + 1, this.groups - 1));
    return { start: this.#positions[group] as number, end: this.#positions[group + 1] ?? null };
  }

  group(number: number): GroupReader {
    const known = this.#groups[number];
    if (known) return known;
    const count = Math.min(SKIP_DOCUMENTS, this.#documents - number * SKIP_DOCUMENTS);
    const before = this.before(number);
    const group = new GroupReader(count);
    group.begin(this.#bytes, this.#start + (this.#lists[number] as number), count, before);
    this.#groups[number] = group;
    return group;
  }

  #skipTo(group: number): void {
    const skips = this.#skips;
    if (skips === null) return;
    for (let at = this.#last.length; at <= group; at++) {
      // The first entry is relative to document 0, though no document was passed yet.
      this.#last.push(Math.max(0, this.#last[at - 1] as number) + skips.varint());
      this.#lists.push((this.#lists[at - 1] as number) + skips.varint());
      this.#positions.push((this.#positions[at - 1] as number) + skips.varint());
    }
  }
}
