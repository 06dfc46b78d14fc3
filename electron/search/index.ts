/**
 * The API of the search room. Whoever asks sees every change that was acknowledged before: a query first waits for the index
 * and the catalogue to catch up with the archive.
 */
import type { Archive } from '../archive/index.js';
import type { Progress, SearchFilter } from '../contract/index.js';
import { createCatalogue } from './catalogue/catalogue.js';
import { describeFilter } from './catalogue/describe-filter.js';
import { createConcordances } from './concordance/concordance.js';
import { createSegmentFinder } from './finder/segment-finder.js';
import { createNoteFinder } from './notes/note-finder.js';
import { makeHits } from './results/hits.js';
import { createQueryAnswers, queryLineOf } from './results/query-answers.js';
import type { Search } from './search.js';
import { createSimilar } from './similar/similar-passages.js';

export { createSavedSearches, type SavedSearches } from './history/saved-search-store.js';
export { createSearchLog, type SearchLog } from './history/search-log-store.js';
export type { Search } from './search.js';

/** Hits made at once for an export. */
const EXPORT_HITS = 25;

export interface SearchOptions {
  readonly archive: Archive;
  /** Path of the bundled worker entry. */
  readonly workerPath: string;
  readonly onProgress?: (progress: Progress) => void;
}

export async function createSearch(options: SearchOptions): Promise<Search> {
  const { archive } = options;
  const catalogue = createCatalogue(archive);
  const finder = createSegmentFinder({ ...options, catalogue });
  const parts = { archive, catalogue, finder };
  const answers = createQueryAnswers(parts);
  const concordances = createConcordances({ ...parts, answers });
  const similar = createSimilar(parts);
  const notes = createNoteFinder(options);

  return {
    query: async ({ offset, limit, ...query }) => {
      const started = performance.now();
      const { line, ids, scores, searched, expansions, remarks, hints, facets } = await answers.get(query);
      const page = await makeHits(parts, line, ids.slice(offset, offset + limit), scores.slice(offset, offset + limit));
      const found = isEmpty(query.filter) ? await notes.find(line) : [];
      const tookMs = performance.now() - started;
      const said = { facets, expansions, remarks, hints };
      return { total: ids.length, searched, tookMs, hits: page, notes: found, ...said };
    },
    matches: async ({ sourceId, ...query }) => {
      const [matches = []] = await finder.matchRanges(queryLineOf(query), [sourceId]);
      return { versionId: archive.texts.get(sourceId).id, matches };
    },
    count: async (query) => {
      const { ids, searched, tookMs } = await answers.get(query);
      return { total: ids.length, searched, tookMs };
    },
    describeFilter: (filter) => describeFilter(filter, catalogue.names()),
    all: async function* (query) {
      const { line, ids, scores } = await answers.get(query);
      for (let at = 0; at < ids.length; at += EXPORT_HITS) {
        const page = ids.slice(at, at + EXPORT_HITS);
        yield* await makeHits(parts, line, page, scores.slice(at, at + EXPORT_HITS));
      }
    },
    concordance: concordances.page,
    concordanceLines: concordances.lines,
    similar,
    documentFrequencies: finder.documentFrequencies,
    state: finder.state,
    reindex: finder.reindex,
    finish: finder.finish,
    settle: async () => {
      await finder.settle();
      await notes.settle();
    },
    close: async () => {
      await notes.close();
      catalogue.close();
      await finder.close();
    },
  };
}

/** Notes have nothing that a filter could go by. */
const isEmpty = (filter: SearchFilter): boolean =>
  Object.values(filter).every((value) => value === undefined || value.length === 0);
