/**
 * The door of search. Whoever asks sees every change that was acknowledged before: a query first waits for the index
 * to catch up with the archive. What is behind this door may be replaced without the rest noticing.
 */
import type { Archive } from '../archive/index.js';
import type {
  Hit,
  Progress,
  Range,
  SearchAnswer,
  SearchFilter,
  SearchMode,
  SearchQuery,
  SourceId,
} from '../contract/index.js';
import { createCards } from './cards.js';
import type { IndexDocument, Ranked } from './engine.js';
import { indexFiles } from './index-files.js';
import { snippets } from './snippets.js';
import { startWorker } from './worker-client.js';

export { createSearchLog, type SearchLog } from './log-store.js';
export { createSavedSearches, type SavedSearches } from './saved-search-store.js';

/** Documents in a segment; beyond it a segment is closed and written. */
const SEGMENT_DOCUMENTS = 400;
const BATCH_DOCUMENTS = 25;
const SMALL_SEGMENTS = 4;

export interface SearchOptions {
  readonly archive: Archive;
  /** Path of the bundled worker entry. */
  readonly workerPath: string;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Search {
  /** @throws FondsError QUERY_SYNTAX, DATE_INVALID. */
  query(query: SearchQuery & { offset: number; limit: number }): Promise<SearchAnswer>;
  matches(query: { sourceId: SourceId; query: string; mode: SearchMode }): Promise<Range[]>;
  /** Every hit of a query, page after page, for exports. */
  all(query: SearchQuery): AsyncGenerator<Hit>;
  /** Resolves when the index holds every change made so far. */
  settle(): Promise<void>;
  /** Writes what is only in memory, so that the next opening is quick. */
  close(): Promise<void>;
}

export async function createSearch({ archive, workerPath, onProgress }: SearchOptions): Promise<Search> {
  const worker = startWorker(workerPath);
  const files = indexFiles(archive.indexDir);
  const cards = createCards(archive);
  /** The ref under which a source's present state is indexed, and back. */
  const refOf = new Map<SourceId, string>();
  const sourceOf = new Map<string, SourceId>();
  let dirty = true;
  let working: Promise<void> = loadSegments();
  const stopListening = archive.onChange(() => {
    dirty = true;
  });

  async function loadSegments(): Promise<void> {
    const segments = await files.list();
    const small = segments.filter(({ documents }) => documents < SEGMENT_DOCUMENTS);
    if (small.length > SMALL_SEGMENTS && archive.access === 'write') {
      await files.clear();
      return;
    }
    for (const { path } of segments) {
      try {
        for (const ref of await worker.call('load', { file: path })) {
          // A ref seen twice is the later state of nothing: the state is part of the ref.
          sourceOf.set(ref, ref.slice(0, ref.indexOf('@')) as SourceId);
        }
      } catch {
        // An unreadable segment is only a loss of time: its documents are missing below and are indexed again.
      }
    }
    for (const [ref, sourceId] of sourceOf) refOf.set(sourceId, ref);
  }

  function document(sourceId: SourceId, ref: string): IndexDocument {
    const { description } = archive.sources.get(sourceId);
    const { title, creators, recipients, custom, ...rest } = description;
    const words = [...Object.values(rest), ...creators, ...recipients, ...Object.values(custom)];
    return { ref, title, description: words.join('\n'), body: archive.texts.get(sourceId).text };
  }

  async function catchUp(): Promise<void> {
    while (dirty) {
      dirty = false;
      const live = new Map(
        archive.sources.live().map((s) => [s.sourceId, `${s.sourceId}@${s.versionId}@${s.changedAt}`]),
      );
      const gone = [...sourceOf].filter(([ref, sourceId]) => live.get(sourceId) !== ref);
      if (gone.length > 0) await worker.call('remove', { refs: gone.map(([ref]) => ref) });
      for (const [ref, sourceId] of gone) {
        sourceOf.delete(ref);
        if (refOf.get(sourceId) === ref) refOf.delete(sourceId);
      }
      const missing = [...live].filter(([, ref]) => !sourceOf.has(ref));
      await addAll(missing);
    }
  }

  async function addAll(missing: readonly (readonly [SourceId, string])[]): Promise<void> {
    const total = missing.length;
    const tell = (done: number) => onProgress?.({ phase: 'Indexing', done, total, current: null });
    try {
      for (let at = 0; at < total; at += BATCH_DOCUMENTS) {
        tell(at);
        const batch = missing.slice(at, at + BATCH_DOCUMENTS);
        const growing = await worker.call('add', { documents: batch.map(([id, ref]) => document(id, ref)) });
        for (const [id, ref] of batch) {
          sourceOf.set(ref, id);
          refOf.set(id, ref);
        }
        if (growing >= SEGMENT_DOCUMENTS) await seal();
      }
    } finally {
      // Also after a failure: whoever watches must see an end.
      if (total > 0) tell(total);
    }
  }

  async function seal(): Promise<void> {
    const sealed = await worker.call('seal', null);
    if (sealed && archive.access === 'write') await files.append(sealed.json, sealed.refs.length);
  }

  /** One catching-up at a time; a failed one does not stop the next. */
  function settle(): Promise<void> {
    working = working
      .catch(() => undefined)
      .then(catchUp)
      .catch((error: unknown) => {
        // What is not indexed yet is tried again by the next search.
        dirty = true;
        throw error;
      });
    return working;
  }

  async function ranked(query: SearchQuery): Promise<Ranked[]> {
    await settle();
    return worker.call('query', { line: query.query, mode: query.mode });
  }

  async function hitsFor(query: SearchQuery, page: readonly Ranked[]): Promise<Hit[]> {
    const places = await worker.call('places', {
      line: query.query,
      mode: query.mode,
      refs: page.map(({ ref }) => ref),
    });
    return page.map(({ ref, score }, at) => {
      const version = archive.texts.get(sourceOf.get(ref) as SourceId);
      const matches = places[at] ?? [];
      const card = cards.get(version.sourceId);
      return {
        sourceId: version.sourceId,
        versionId: version.id,
        title: card.title,
        descriptionLine: card.line,
        date: card.date,
        score,
        matches,
        snippets: snippets(version.text, version.spans, matches),
      };
    });
  }

  async function find(
    query: SearchQuery,
  ): Promise<{ inside: Ranked[]; documentTypes: { value: string; count: number }[] }> {
    const passes = cards.filter(withoutTypes(query.filter));
    const all = (await ranked(query)).filter(({ ref }) => sourceOf.has(ref));
    const inScope = all.filter(({ ref }) => passes(sourceOf.get(ref) as SourceId));
    const types = new Set(query.filter.documentTypes ?? []);
    const typeOf = ({ ref }: Ranked) => cards.get(sourceOf.get(ref) as SourceId).documentType;
    const inside = types.size === 0 ? inScope : inScope.filter((hit) => types.has(typeOf(hit)));
    return { inside, documentTypes: countTypes(inScope, typeOf) };
  }

  return {
    query: async ({ offset, limit, ...query }) => {
      const started = performance.now();
      const { inside, documentTypes } = await find(query);
      const hits = await hitsFor(query, inside.slice(offset, offset + limit));
      return { total: inside.length, tookMs: performance.now() - started, hits, facets: { documentTypes } };
    },
    matches: async ({ sourceId, query, mode }) => {
      await settle();
      const ref = refOf.get(sourceId);
      if (!ref) return [];
      return (await worker.call('places', { line: query, mode, refs: [ref] }))[0] ?? [];
    },
    all: async function* (query) {
      const { inside } = await find(query);
      for (let at = 0; at < inside.length; at += BATCH_DOCUMENTS) {
        yield* await hitsFor(query, inside.slice(at, at + BATCH_DOCUMENTS));
      }
    },
    settle,
    close: async () => {
      stopListening();
      await working.catch(() => undefined);
      await seal().catch(() => undefined);
      cards.close();
      await worker.close();
    },
  };
}

function withoutTypes({ documentTypes: _, ...filter }: SearchFilter): SearchFilter {
  return filter;
}

function countTypes(hits: readonly Ranked[], typeOf: (hit: Ranked) => string): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const hit of hits) counts.set(typeOf(hit), (counts.get(typeOf(hit)) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}
