/** Which of the stored indexes answers, and which is its successor. What cannot be read is no loss: it is made again. */
import type { Archive } from '../../archive/index.js';
import { LiveIndex } from './live-index.js';
import type { SegmentStore } from './segment-store.js';

export interface OpenIndexesOptions {
  readonly archive: Archive;
  readonly store: SegmentStore;
  /** Of the indexes that are begun; one of another name that answers is given a successor. */
  readonly analyzerName: string;
}

export function createIndexOpener({ archive, store, analyzerName }: OpenIndexesOptions) {
  const { database } = archive;

  function open(): { current: LiveIndex; building: LiveIndex | null } {
    const usable: LiveIndex[] = [];
    const broken: number[] = [];
    for (const row of store.indexes()) {
      try {
        usable.push(new LiveIndex(row, store));
      } catch {
        broken.push(row.id);
      }
    }
    const answering = usable.find(({ row }) => row.state === 'current');
    if (archive.access !== 'write') return { current: answering ?? emptyInMemory(), building: null };
    // Looking at an archive leaves its file as it was: a transaction begins only when there is something to write.
    if (answering && usable.length === 1 && broken.length === 0 && answering.row.analyzer === analyzerName) {
      return { current: answering, building: null };
    }
    return database.write(() => {
      for (const id of broken) store.dropIndex(id);
      if (!answering) {
        for (const { row } of usable) store.dropIndex(row.id);
        return { current: begin('current'), building: null };
      }
      const successor = usable.find(({ row }) => row.state === 'building' && row.analyzer === analyzerName) ?? null;
      for (const other of usable) if (other !== answering && other !== successor) store.dropIndex(other.row.id);
      const isOld = answering.row.analyzer !== analyzerName;
      return { current: answering, building: successor ?? (isOld ? begin('building') : null) };
    });
  }

  /** For an archive that cannot be written to. */
  function emptyInMemory(): LiveIndex {
    return new LiveIndex({ id: 0, analyzer: analyzerName, state: 'current' }, store);
  }

  /** A new index with every source pending. Inside a transaction. */
  function begin(state: 'building' | 'current'): LiveIndex {
    const id = store.addIndex(analyzerName, state);
    for (const { sourceId } of archive.sources.live()) store.addPending(id, sourceId);
    return new LiveIndex({ id, analyzer: analyzerName, state }, store);
  }

  return { open, begin, emptyInMemory };
}
