/** An archive with its search index, asked through the indexer: what is found now, with scores, and when it rests. */
import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Archive, createArchive, openArchive } from '../../electron/archive/index.js';
import type { Description, SourceId } from '../../electron/contract/index.js';
import { createAnalyzer } from '../../electron/search/analysis/index.js';
import { ArchiveLexicon } from '../../electron/search/engine/archive-lexicon.js';
import { Evaluator } from '../../electron/search/engine/evaluate.js';
import { fieldNumber } from '../../electron/search/live/index-document.js';
import { createIndexer, type Indexer } from '../../electron/search/live/indexer.js';
import { parseQuery } from '../../electron/search/query/index.js';
import { addSource, freshFolder, OPTIONS } from './archive-bench.js';

export const WORKER = resolve('dist/electron/search-worker.js');
const analyzer = createAnalyzer();

export type Scores = ReadonlyMap<SourceId, number>;

/** What a line finds in the index as it stands, without waiting for anything; twice the same source is a failure. */
export function found({ index }: Indexer, line: string): Scores {
  const node = parseQuery(line, 'any');
  if (!node) throw new Error(`“${line}” asks for nothing`);
  const lexicon = new ArchiveLexicon({
    list: index.list,
    analyzer,
    languages: index.languages,
    matching: 'expanded',
    fieldNumber,
    filter: () => () => true,
  });
  const { documents, scores } = new Evaluator(index.list).evaluate(node, lexicon);
  const byId = new Map<SourceId, number>();
  for (const [at, document] of documents.entries()) {
    const id = index.list.refOf(document) as SourceId;
    if (byId.has(id)) throw new Error(`${id} was found twice`);
    byId.set(id, scores[at] as number);
  }
  return byId;
}

export interface Shelf {
  readonly dir: string;
  readonly place: string;
  readonly archive: Archive;
  readonly indexer: Indexer;
  add(text: string, description?: Partial<Description>): Promise<SourceId>;
  /** So many sources; the text of each is made of its number. */
  fill(count: number, textOf: (at: number) => string): Promise<SourceId[]>;
  /** Ids that a line finds now, sorted. */
  ids(line: string): SourceId[];
  /** As the end of the program: nothing is waited for but what is under way. */
  shut(): Promise<void>;
  /** `between` runs on the database while no index is open. */
  reopen(options?: {
    access?: 'write' | 'read';
    batchSources?: number;
    between?: (archive: Archive) => void;
  }): Promise<void>;
  remove(): Promise<void>;
}

/** A fresh archive with its index open. @param prepared one that is closed, to begin with a copy of it. */
export async function openShelf(prepared?: string): Promise<Shelf> {
  const { dir, remove } = freshFolder();
  const place = join(dir, 'Shelf.fonds');
  const openIndex = (archive: Archive, batchSources = 2_000) =>
    createIndexer({
      archive,
      analyzer,
      workerPath: WORKER,
      onProgress: () => undefined,
      onGuess: () => undefined,
      batchSources,
    });
  if (prepared) cpSync(prepared, place, { recursive: true });
  let archive = await (prepared ? openArchive(place, 'write', OPTIONS) : createArchive(place, OPTIONS));
  let indexer = openIndex(archive);
  const shelf: Shelf = {
    dir,
    place,
    get archive() {
      return archive;
    },
    get indexer() {
      return indexer;
    },
    add: async (text, description = {}) =>
      (await addSource(archive, dir, { text, description: { language: 'en', ...description } })).sourceId,
    fill: async (count, textOf) => {
      const ids: SourceId[] = [];
      for (let at = 0; at < count; at++) ids.push(await shelf.add(textOf(at)));
      return ids;
    },
    ids: (line) => [...found(indexer, line).keys()].sort(),
    shut: async () => {
      await indexer.close();
      archive.close();
    },
    reopen: async ({ access = 'write', batchSources, between } = {}) => {
      await shelf.shut();
      if (between) {
        const changed = await openArchive(place, 'write', OPTIONS);
        between(changed);
        changed.close();
      }
      archive = await openArchive(place, access, OPTIONS);
      indexer = openIndex(archive, batchSources);
    },
    remove: async () => {
      await shelf.shut();
      remove();
    },
  };
  return shelf;
}

/** Rows of a table of the index. */
export const count = ({ archive }: Shelf, table: string): number =>
  archive.database.prepare<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`).get()?.rows ?? 0;
