/**
 * The index of notes, in memory: they are few and change with every sitting, so it is rebuilt when an archive is
 * opened. Invariant: a note is live in one segment at most. Few notes are indexed at once; many go to the worker.
 */
import { setImmediate as pause } from 'node:timers/promises';
import type { NoteId } from '../../contract/index.js';
import { type Analyzer, certaintyOf, detectLanguage } from '../analysis/index.js';
import { SegmentList } from '../engine/segment-list.js';
import { BODY, FIELDS, fieldNumber, type SourceText } from '../live/index-document.js';
import { nextMerge } from '../live/merge-policy.js';
import { createWorkerClient, type WorkerClient } from '../live/worker-client.js';
import { type MergePart, mergeSegments } from '../segment/merge-segments.js';
import { Segment } from '../segment/segment.js';
import { SegmentBuilder } from '../segment/segment-builder.js';
import type { SegmentData } from '../segment/segment-format.js';

/** How long notes are indexed before others have their turn. */
const SLICE_MS = 8;
/** What becomes one segment here, in UTF-16 units; finishing it takes a few milliseconds. */
const SEGMENT_UNITS = 100_000;
/** From so many notes or segments' documents on the worker does it. */
const MANY_NOTES = 200;
/** What the worker makes one segment of, in UTF-16 units. */
const BULK_UNITS = 8_000_000;

export interface IndexedNote {
  readonly id: NoteId;
  readonly title: string;
  /** Without Markdown. */
  readonly text: string;
}

export interface NoteIndexOptions {
  readonly analyzer: Analyzer;
  /** Path of the bundled worker entry. */
  readonly workerPath: string;
}

interface NoteLocation {
  readonly segment: Segment;
  readonly document: number;
}

export class NoteIndex {
  readonly list = new SegmentList(FIELDS);
  readonly #data = new Map<Segment, SegmentData>();
  readonly #spots = new Map<string, NoteLocation>();
  readonly #languages = new Map<string, string>();
  #worker: WorkerClient | null = null;
  #isClosed = false;
  /** Changes so far: what was read from the list before is stale. */
  generation = 0;

  constructor(readonly options: NoteIndexOptions) {}

  /** Languages that the notes are in. */
  get languages(): string[] {
    return [...new Set(this.list.segments.flatMap(({ header }) => header.languages))];
  }

  /** The language that a note was indexed in; '' when it could not be determined. */
  languageOf(id: NoteId): string {
    return this.#languages.get(id) ?? '';
  }

  remove(id: NoteId): void {
    this.#markDeleted(id);
    this.#languages.delete(id);
  }

  /**
   * Takes notes in, in place of what they were before. Not to be called again before it has resolved.
   * @param read gives a note as it is now; null for one that is gone.
   */
  async take(ids: readonly NoteId[], read: (id: NoteId) => IndexedNote | null): Promise<void> {
    try {
      if (ids.length < MANY_NOTES) await this.#takeFew(ids, read);
      else await this.#takeMany(ids, read);
      while (!this.#isClosed && (await this.#mergeNext())) await pause();
    } finally {
      await this.#worker?.close();
      this.#worker = null;
    }
  }

  /** Ends what is under way; then what was being indexed is not. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#worker?.close();
  }

  async #takeFew(ids: readonly NoteId[], read: (id: NoteId) => IndexedNote | null): Promise<void> {
    let builder = this.#builder();
    let units = 0;
    await inSlices(
      ids,
      () => this.#isClosed,
      (id) => {
        const note = read(id);
        if (!note) return;
        const language = detectLanguage(note.text);
        this.#languages.set(id, language);
        builder.add({ ref: id, language, certainty: certaintyOf(language, note.text), fields: fieldsOf(note) });
        units += note.text.length;
        if (units < SEGMENT_UNITS) return;
        this.#add(builder.finish());
        builder = this.#builder();
        units = 0;
      },
    );
    if (builder.documents > 0) this.#add(builder.finish());
  }

  async #takeMany(ids: readonly NoteId[], read: (id: NoteId) => IndexedNote | null): Promise<void> {
    const batches: SourceText[][] = [[]];
    let units = 0;
    await inSlices(
      ids,
      () => this.#isClosed,
      (id) => {
        const note = read(id);
        if (!note) return;
        // To the worker one text is like another; it answers with the languages it took them to be in.
        batches.at(-1)?.push({
          ref: id as never,
          versionId: id as never,
          language: null,
          languageOf: 'text',
          fields: fieldsOf(note),
        });
        units += note.text.length;
        if (units < BULK_UNITS) return;
        batches.push([]);
        units = 0;
      },
    );
    for (const sources of batches) {
      if (this.#isClosed || sources.length === 0) return;
      const { segment, guesses } = await this.#work().run('build', { sources });
      for (const { versionId, language } of guesses) this.#languages.set(versionId, language);
      this.#add(segment);
    }
  }

  /** @returns whether segments were made one. */
  async #mergeNext(): Promise<boolean> {
    const { segments } = this.list;
    const next = nextMerge(segments.map(({ documents, live }) => ({ documents, live })));
    if (!next) return false;
    const others = segments.slice(...next);
    const parts = others.map(
      (segment): MergePart => ({
        data: this.#data.get(segment) as SegmentData,
        removed: [...segment.refs.keys()].filter((document) => !segment.isLive(document)),
      }),
    );
    const documents = others.reduce((sum, { live }) => sum + live, 0);
    const merged =
      documents < MANY_NOTES
        ? mergeSegments(FIELDS.length, parts)
        : (await this.#work().run('merge', { parts })).segment;
    const made = merged && this.#segmentOf(merged);
    this.list.replace(others, made);
    for (const segment of others) this.#data.delete(segment);
    if (made) this.#note(made);
    this.generation += 1;
    return true;
  }

  #builder(): SegmentBuilder {
    return new SegmentBuilder(FIELDS.length, this.options.analyzer.analyze);
  }

  #work(): WorkerClient {
    this.#worker ??= createWorkerClient(this.options.workerPath);
    return this.#worker;
  }

  #add(data: SegmentData): void {
    const segment = this.#segmentOf(data);
    for (const ref of segment.refs) this.#markDeleted(ref);
    this.list.append(segment);
    this.#note(segment);
    this.generation += 1;
  }

  #markDeleted(ref: string): void {
    const spot = this.#spots.get(ref);
    if (!spot) return;
    this.list.remove(spot.segment, spot.document);
    this.#spots.delete(ref);
    this.generation += 1;
  }

  #segmentOf(data: SegmentData): Segment {
    const segment = new Segment(data.header, data.hot, (start, length) => data.cold.subarray(start, start + length));
    this.#data.set(segment, data);
    return segment;
  }

  #note(segment: Segment): void {
    for (const [document, ref] of segment.refs.entries()) this.#spots.set(ref, { segment, document });
  }
}

/** A note has a title and a text; what else a source has is empty. */
function fieldsOf({ title, text }: IndexedNote): string[] {
  const fields = FIELDS.map(() => '');
  fields[fieldNumber('title')] = title;
  fields[BODY] = text;
  return fields;
}

/** Does something for each, and lets others have their turn. Stops between two when `isOver`. */
async function inSlices<T>(items: readonly T[], isOver: () => boolean, work: (item: T) => void): Promise<void> {
  let since = performance.now();
  for (const item of items) {
    if (isOver()) return;
    work(item);
    if (performance.now() - since < SLICE_MS) continue;
    await pause();
    since = performance.now();
  }
}
