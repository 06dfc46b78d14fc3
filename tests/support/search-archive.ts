/** A real archive with few sources, and a finder that reads their texts word by word, for what is built over any finder. */
import { join } from 'node:path';
import { type Archive, createArchive } from '../../electron/archive/index.js';
import type { Description, Range, SourceId } from '../../electron/contract/index.js';
import { inverseDocumentFrequency } from '../../electron/search/engine/scorer.js';
import type { Finder, QueryLine } from '../../electron/search/finder/finder.js';
import { foldWord, tokens } from '../../electron/text/index.js';
import { addSource, freshFolder, OPTIONS } from '../storage/archive-bench.js';

export interface SearchArchive {
  readonly archive: Archive;
  add(description: Partial<Description>, text?: string): Promise<SourceId>;
  close(): void;
}

export async function searchArchive(): Promise<SearchArchive> {
  const { dir, remove } = freshFolder();
  const archive = await createArchive(join(dir, 'Test.fonds'), OPTIONS);
  return {
    archive,
    add: async (description, text = 'A text') => (await addSource(archive, dir, { description, text })).sourceId,
    close: () => {
      archive.close();
      remove();
    },
  };
}

/** Finds sources that hold any word of the line in their text, those with the most places first. Counts its searches. */
export function wordFinder(archive: Archive): Finder & { readonly asked: { finds: number; places: number } } {
  const asked = { finds: 0, places: 0 };
  const placesIn = ({ query }: QueryLine, id: SourceId): Range[] => {
    const wanted = new Set(tokens(query).map(({ text }) => foldWord(text)));
    const words = tokens(archive.texts.get(id).text).filter(({ text }) => wanted.has(foldWord(text)));
    return words.map(({ start, end }): Range => [start, end]);
  };
  return {
    asked,
    find: async (line) => {
      asked.finds += 1;
      const found = archive.sources
        .live()
        .map(({ sourceId }) => ({ sourceId, score: placesIn(line, sourceId).length }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score);
      return {
        ids: found.map(({ sourceId }) => sourceId),
        scores: found.map(({ score }) => score),
        expansions: [],
        remarks: [],
        hints: [],
      };
    },
    matchRanges: async (line, ids) => {
      asked.places += 1;
      return ids.map((id) => placesIn(line, id));
    },
    inverseDocumentFrequencies: async (words) =>
      words.map((word) => {
        const sources = archive.sources.live();
        const line: QueryLine = { query: word, mode: 'any', matching: 'expanded' };
        const holding = sources.filter(({ sourceId }) => placesIn(line, sourceId).length > 0).length;
        return holding === 0 ? 0 : inverseDocumentFrequency(holding, sources.length);
      }),
    documentFrequencies: async () => new Map(),
    stemOf: (word) => foldWord(word),
    finish: async () => undefined,
    settle: async () => undefined,
    state: () => {
      const documents = archive.sources.live().length;
      return { documents, segments: 0, terms: 0, indexBytes: 0, analyzer: 'words', isCurrent: true };
    },
    reindex: async () => undefined,
    close: async () => undefined,
  };
}
