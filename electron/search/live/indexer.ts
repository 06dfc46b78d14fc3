/**
 * Keeps the index in step with the archive. A change of a few sources is indexed in its own transaction; a change of
 * many leaves a list of what is pending, in its own transaction too, and a search waits until that list is empty. Merges
 * and rebuilding go on beside. One piece of background work at a time, each ending in one transaction. An index of which
 * something is missing is rebuilt beside it as soon as that is known: nobody has to repair it.
 */
import type { Archive, WriteEnd } from '../../archive/index.js';
import type { Progress, SourceId, VersionId } from '../../contract/index.js';
import { t } from '../../wording/index.js';
import { type Analyzer, detectLanguage } from '../analysis/index.js';
import { SegmentBuilder } from '../segment/segment-builder.js';
import { FORMAT_VERSION } from '../segment/segment-format.js';
import { IndexDamagedError } from './index-damaged-error.js';
import { BODY, FIELDS, indexDocument, readSource, type SourceText } from './index-document.js';
import { createLanguageStore } from './language-store.js';
import type { LiveIndex, StoredChange } from './live-index.js';
import { nextMerge } from './merge-policy.js';
import { createIndexOpener } from './open-indexes.js';
import { createSegmentStore } from './segment-store.js';
import { createWorkerClient } from './worker-client.js';

/** More sources, or more text (UTF-16 units), than this are left for the worker, so that a change never takes long. */
const SOURCES_AT_ONCE = 32;
const UNITS_AT_ONCE = 200_000;
/** A segment of a bulk: as many sources, or as much text (UTF-16 units), whichever comes first. */
const BATCH_SOURCES = 2_000;
const BATCH_UNITS = 16_000_000;
/** Sources read before other work gets its turn. */
const READ_SOURCES = 50;
/** When rows are counted after an opening: not before the first answer, which is to come at once. */
const COUNT_AFTER_MS = 2_000;

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

export interface IndexerOptions {
  readonly archive: Archive;
  readonly analyzer: Analyzer;
  /** Path of the bundled worker entry. */
  readonly workerPath: string;
  readonly onProgress: (progress: Progress) => void;
  /** Languages of these were guessed; nothing else tells of it. */
  readonly onGuess: (ids: readonly SourceId[]) => void;
  /** Sources in a segment of a bulk. */
  readonly batchSources?: number;
}

export interface Indexer {
  /** The one that answers. */
  readonly index: LiveIndex;
  readonly analyzerName: string;
  /** False while an index of another analyzer answers. */
  readonly isCurrent: boolean;
  /** Resolves when the index that answers holds every change made so far. */
  settle(): Promise<void>;
  /** Resolves when there is nothing left to do, merges included. */
  whenIdle(): Promise<void>;
  /** The language a text was indexed in, also where the archive cannot keep it; null when nobody looked. */
  guessedLanguage(versionId: VersionId): string | null;
  /** Rebuilds an index that could not be read. Resolves when another one answers. */
  rebuild(damaged: LiveIndex): Promise<void>;
  reindex(options: { signal: AbortSignal; onProgress: (progress: Progress) => void }): Promise<void>;
  close(): Promise<void>;
}

export function createIndexer(options: IndexerOptions): Indexer {
  const { archive, analyzer, workerPath, onProgress, onGuess, batchSources = BATCH_SOURCES } = options;
  const { database } = archive;
  const analyzerName = t('{version} format {FORMAT_VERSION}', { version: analyzer.version, FORMAT_VERSION });
  const store = createSegmentStore(database);
  const languages = createLanguageStore(database);
  const worker = createWorkerClient(workerPath);
  const canWrite = archive.access === 'write';
  /** Sources that changed while the worker was busy with them: what it makes of them is stale. */
  const changedMeanwhile = new Set<SourceId>();
  /** Searches to go on as soon as nothing is pending, though other work is not done. */
  const waiting: (() => void)[] = [];
  let unindexed: SourceId[] | null = null;
  let closed = false;
  let working: Promise<void> = Promise.resolve();
  const { open, begin, emptyInMemory } = createIndexOpener({ archive, store, analyzerName });
  let { current, building } = open();

  const stopHooks = archive.onWrite(({ sourceIds }) => follow(sourceIds));

  /** Runs inside the transaction of a change. */
  function follow(ids: readonly SourceId[]): WriteEnd {
    const live = ids.filter((id) => archive.sources.get(id).deletedAt === null);
    const texts = live.length <= SOURCES_AT_ONCE ? live.map(readText) : [];
    const units = texts.reduce((sum, { fields }) => sum + (fields[BODY]?.length ?? 0), 0);
    const isSmall = live.length <= SOURCES_AT_ONCE && units <= UNITS_AT_ONCE;
    const written: StoredChange[] = [];
    const guessed: SourceId[] = [];
    for (const index of [current, building]) {
      if (!index) continue;
      for (const id of ids) {
        written.push(index.remove(id));
        store.dropPending(index.row.id, id);
      }
      if (index === current && isSmall && live.length > 0) {
        written.push(index.append(build(texts, guessed), new Set()));
      } else {
        for (const id of live) store.addPending(index.row.id, id);
      }
    }
    return {
      committed: () => {
        for (const { apply } of written) apply();
        for (const id of ids) changedMeanwhile.add(id);
        if (guessed.length > 0) onGuess(guessed);
        background();
      },
      rolledBack: () => undefined,
    };
  }

  const readText = (id: SourceId): SourceText => readSource(archive, id, languages.get);

  function build(texts: readonly SourceText[], guessed: SourceId[]) {
    const builder = new SegmentBuilder(FIELDS.length, analyzer.analyze);
    for (const text of texts) {
      const { ref, versionId, language } = text;
      const used = language ?? detectLanguage(text.fields[BODY] ?? '');
      if (language === null) {
        languages.add(versionId, used);
        guessed.push(ref);
      }
      builder.add(indexDocument(text, used));
    }
    return builder.finish();
  }

  /** One piece of work after another; one that fails does not stop the next. */
  function after(work: () => Promise<void>): Promise<void> {
    const done = working.catch(() => undefined).then(work);
    working = done;
    return done;
  }

  /** Works off what is pending in an index, a segment at a time. */
  async function catchUp(index: LiveIndex, tell: (progress: Progress) => void, signal?: AbortSignal): Promise<void> {
    const left = () => pendingCount(index);
    let total = left();
    if (total === 0) return;
    let done = 0;
    try {
      while (!closed && !signal?.aborted) {
        const remaining = left();
        if (remaining === 0) break;
        // Whoever searches now is not to wait until a successor is whole.
        while (!closed && index !== current && pendingCount(current) > 0) await indexBatch(current);
        total = done + remaining;
        tell({ phase: 'Indexing', done, total, current: null });
        done += await indexBatch(index);
      }
    } finally {
      // Also after a failure: whoever watches must see an end.
      tell({ phase: 'Indexing', done: total, total, current: null });
    }
  }

  /** @returns how many sources were worked off. */
  async function indexBatch(index: LiveIndex): Promise<number> {
    const wanted = canWrite ? store.pending(index.row.id, batchSources) : pendingInMemory().slice(0, batchSources);
    changedMeanwhile.clear();
    const sources: SourceText[] = [];
    let units = 0;
    for (const [at, id] of wanted.entries()) {
      if (closed) return 0;
      const text = readText(id);
      units += text.fields[BODY]?.length ?? 0;
      sources.push(text);
      if (units > BATCH_UNITS) break;
      if (at % READ_SOURCES === READ_SOURCES - 1) await nextTurn();
    }
    const { segment, guesses } = await worker.run('build', { sources });
    if (closed) return 0;
    if (!canWrite) {
      unindexed = pendingInMemory().slice(sources.length);
      for (const { versionId, language } of guesses) languages.addInMemory(versionId, language);
      index.appendInMemory(segment);
      return sources.length;
    }
    const written = database.write(() => {
      const stale = new Set(sources.map(({ ref }) => ref).filter((ref) => changedMeanwhile.has(ref)));
      for (const { versionId, language } of guesses) languages.add(versionId, language);
      for (const { ref } of sources) if (!stale.has(ref)) store.dropPending(index.row.id, ref);
      // What is still indexed under an older state must not stay beside the new one.
      const replaced = sources.flatMap(({ ref }) => (!stale.has(ref) && index.has(ref) ? [index.remove(ref)] : []));
      return [...replaced, index.append(segment, stale)];
    });
    for (const { apply } of written) apply();
    if (pendingCount(current) === 0) for (const resolve of waiting.splice(0)) resolve();
    const versions = new Set(guesses.map(({ versionId }) => versionId));
    onGuess(sources.filter(({ versionId }) => versions.has(versionId)).map(({ ref }) => ref));
    return sources.length;
  }

  const pendingCount = ({ row }: LiveIndex): number =>
    canWrite ? store.pendingCount(row.id) : pendingInMemory().length;

  /** What an archive that cannot be written to was left without; nothing is added to it while it is open. */
  function pendingInMemory(): SourceId[] {
    unindexed ??=
      current.row.id > 0
        ? store.pending(current.row.id, Number.MAX_SAFE_INTEGER)
        : archive.sources.live().map(({ sourceId }) => sourceId);
    return unindexed;
  }

  async function merge(index: LiveIndex): Promise<void> {
    while (canWrite && !closed) {
      const { segments } = index;
      const range = nextMerge(segments.map(({ documents, live }) => ({ documents, live })));
      if (!range) return;
      const chosen = segments.slice(...range);
      const parts = index.parts(chosen);
      const { segment } = await worker.run('merge', { parts });
      if (closed) return;
      database.write(() => index.replace(chosen, parts, segment)).apply();
    }
  }

  let scheduled = false;
  /** Goes on with what is left to do, when other work has had its turn. */
  function background(): void {
    if (scheduled || closed) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      void after(async () => {
        if (closed) return;
        await goOn();
      }).catch(() => undefined);
    });
  }

  async function goOn(): Promise<void> {
    await catchUp(current, onProgress);
    await mending(current, () => merge(current));
    await finishBuilding(onProgress);
  }

  /** Work that reads an index; when it cannot be read the work is left, and a new index made. */
  async function mending(index: LiveIndex, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof IndexDamagedError)) throw error;
      await rebuildIndex(index);
    }
  }

  /** Like all that is to be found, what the damaged index still holds goes on answering until its successor is whole. */
  async function rebuildIndex(damaged: LiveIndex): Promise<void> {
    if (closed || (damaged !== current && damaged !== building)) return;
    if (!canWrite) {
      current = emptyInMemory();
      unindexed = null;
      return catchUp(current, onProgress);
    }
    const isSuccessor = damaged === building;
    building = database.write(() => {
      if (isSuccessor) store.dropIndex(damaged.row.id);
      return isSuccessor || !building ? begin('building') : building;
    });
    await finishBuilding(onProgress);
  }

  let isCounted = false;
  /** Looks, a little at a time, whether a row is missing that no search has read yet. */
  async function countRows(): Promise<void> {
    if (isCounted) return;
    isCounted = true;
    for (const index of [current, building]) {
      if (!index) continue;
      await mending(index, async () => {
        for (const _some of index.count()) {
          await nextTurn();
          if (closed) return;
        }
      });
    }
  }

  /** Makes the successor answer once it is whole. */
  async function finishBuilding(tell: (progress: Progress) => void, signal?: AbortSignal): Promise<void> {
    const successor = building;
    if (!successor) return;
    await catchUp(successor, tell, signal);
    if (closed || signal?.aborted || store.pendingCount(successor.row.id) > 0) return;
    const old = current;
    database.write(() => {
      store.setState(successor.row.id, 'current');
      store.dropIndex(old.row.id);
    });
    current = successor;
    building = null;
    await merge(current);
  }

  background();
  const counting = setTimeout(() => void after(countRows).catch(() => undefined), COUNT_AFTER_MS).unref();

  return {
    get index() {
      return current;
    },
    analyzerName,
    get isCurrent() {
      return current.row.analyzer === analyzerName && building === null;
    },
    settle: async () => {
      if (pendingCount(current) === 0) return;
      const caughtUp = new Promise<void>((resolve) => waiting.push(resolve));
      await Promise.race([caughtUp, after(() => catchUp(current, onProgress))]);
    },
    whenIdle: () =>
      after(async () => {
        await countRows();
        await goOn();
      }),
    guessedLanguage: languages.get,
    rebuild: (damaged) => after(() => rebuildIndex(damaged)),
    reindex: ({ signal, onProgress: tell }) =>
      after(async () => {
        database.write(() => {
          if (building) store.dropIndex(building.row.id);
          building = begin('building');
        });
        await finishBuilding(tell, signal);
        if (!building) return;
        // Given up: the old one goes on answering, unless it is of another analyzer and must be followed.
        const unfinished = building;
        if (current.row.analyzer === analyzerName && !closed) {
          database.write(() => store.dropIndex(unfinished.row.id));
          building = null;
        }
      }),
    close: async () => {
      closed = true;
      clearTimeout(counting);
      stopHooks();
      await worker.close();
      await working.catch(() => undefined);
    },
  };
}
