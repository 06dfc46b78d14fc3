/**
 * A finder over lunr segments in a worker. Whoever asks sees every change that was acknowledged before: a search first
 * waits for the index to catch up with the archive. `matching` makes no difference to it.
 */
import type { Archive } from '../archive/index.js';
import type { Progress, SourceId } from '../contract/index.js';
import type { IndexDocument, Ranked } from './engine.js';
import type { Finder, Line } from './finder.js';
import { indexFiles } from './index-files.js';
import { ANALYZER_VERSION } from './lunr-setup.js';
import { startWorker } from './worker-client.js';

/** Documents in a segment; beyond it a segment is closed and written. */
const SEGMENT_DOCUMENTS = 400;
const BATCH_DOCUMENTS = 25;
const SMALL_SEGMENTS = 4;

export interface LunrFinderOptions {
  readonly archive: Archive;
  /** Path of the bundled worker entry. */
  readonly workerPath: string;
  readonly onProgress?: (progress: Progress) => void;
}

export async function createLunrFinder({ archive, workerPath, onProgress }: LunrFinderOptions): Promise<Finder> {
  let worker = startWorker(workerPath);
  const files = indexFiles(archive.indexDir);
  /** The ref under which a source's present state is indexed, and back. */
  const refOf = new Map<SourceId, string>();
  const sourceOf = new Map<string, SourceId>();
  let segmentCount = 0;
  let dirty = true;
  let tellAlso: ((progress: Progress) => void) | null = null;
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
        segmentCount += 1;
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
      await addAll([...live].filter(([, ref]) => !sourceOf.has(ref)));
    }
  }

  async function addAll(missing: readonly (readonly [SourceId, string])[]): Promise<void> {
    const total = missing.length;
    const tell = (done: number) => {
      const progress = { phase: 'Indexing', done, total, current: null };
      onProgress?.(progress);
      tellAlso?.(progress);
    };
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
    if (!sealed) return;
    segmentCount += 1;
    if (archive.access === 'write') await files.append(sealed.json, sealed.refs.length);
  }

  /** One piece of work on the index at a time; a failed one does not stop the next. */
  function after(work: () => Promise<void>): Promise<void> {
    working = working
      .catch(() => undefined)
      .then(work)
      .catch((error: unknown) => {
        // What is not indexed yet is tried again by the next search.
        dirty = true;
        throw error;
      });
    return working;
  }
  const settle = () => after(catchUp);

  const ranked = async ({ query, mode }: Line): Promise<Ranked[]> => {
    await settle();
    return (await worker.call('query', { line: query, mode })).filter(({ ref }) => sourceOf.has(ref));
  };

  return {
    find: async (line) => {
      const found = await ranked(line);
      return {
        ids: found.map(({ ref }) => sourceOf.get(ref) as SourceId),
        scores: found.map(({ score }) => score),
        expansions: [],
        remarks: [],
      };
    },
    places: async ({ query, mode }, ids) => {
      await settle();
      const refs = ids.map((id) => refOf.get(id) ?? '');
      return worker.call('places', { line: query, mode, refs });
    },
    settle,
    state: () => ({
      documents: sourceOf.size,
      segments: segmentCount,
      // The worker alone knows these, and what it knows of is the index that this one is to be replaced by.
      terms: 0,
      indexBytes: 0,
      analyzer: ANALYZER_VERSION,
      isCurrent: true,
    }),
    reindex: ({ onProgress: tell }) =>
      after(async () => {
        await files.clear();
        await worker.close();
        worker = startWorker(workerPath);
        sourceOf.clear();
        refOf.clear();
        segmentCount = 0;
        dirty = true;
        tellAlso = tell;
        try {
          await catchUp();
        } finally {
          tellAlso = null;
        }
      }),
    close: async () => {
      stopListening();
      await working.catch(() => undefined);
      await seal().catch(() => undefined);
      await worker.close();
    },
  };
}
