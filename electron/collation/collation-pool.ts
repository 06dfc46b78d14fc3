/** Collates in a worker thread, so that long texts never hold up the service. */
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { ComposedText } from '../contract/index.js';
import { createWorkerPool } from '../workers/index.js';
import type { AlignmentTask, ComputedResult, ComputedTable } from './alignment-task.js';
import type { OnProgress } from './collate.js';
import type { DuplicateGroup, GroupTask } from './near/near-duplicate-groups.js';

const HEAP_MB = 4_096;
const IDLE_MS = 60_000;
const CLOSING_MS = 1_000;

/** Each throws FondsError NO_ARCHIVE when the archive is closed meanwhile, and the reason of `signal` when it is aborted. */
export interface CollationPool {
  /** The words that differ. What was aligned for them is kept for the next call. */
  forms(task: AlignmentTask, signal: AbortSignal, onProgress?: OnProgress): Promise<string[]>;
  /** Asks for no progress: `forms` has aligned the texts. */
  align(task: AlignmentTask, signal: AbortSignal): Promise<ComputedResult>;
  table(task: AlignmentTask, signal: AbortSignal): Promise<ComputedTable>;
  compose(task: AlignmentTask, signal: AbortSignal, onProgress?: OnProgress): Promise<ComposedText>;
  sketches(texts: readonly string[], signal: AbortSignal): Promise<Uint32Array[]>;
  groups(task: GroupTask, signal: AbortSignal): Promise<DuplicateGroup[]>;
  /** Also ends what is under way. */
  close(): Promise<void>;
}

/** @param path the bundled entry `collation-worker.js`. */
export function createCollationPool(path: string): CollationPool {
  const pool = createWorkerPool<typeof import('./collation-worker.js')>({
    path,
    threads: 1,
    heapMb: HEAP_MB,
    idleMs: IDLE_MS,
    closingMs: CLOSING_MS,
  });

  /** Runs a task that reports its progress through a port, if anybody listens. */
  const reporting = async <Answer>(
    task: AlignmentTask,
    onProgress: OnProgress | undefined,
    run: (task: AlignmentTask, transfer: readonly MessagePort[]) => Promise<Answer>,
  ): Promise<Answer> => {
    if (!onProgress) return run(task, []);
    const { port1, port2 } = new MessageChannel();
    port1.on('message', ([done, total]: [number, number]) => onProgress(done, total));
    try {
      return await run({ ...task, progress: port2 }, [port2]);
    } finally {
      port1.close();
    }
  };

  return {
    forms: (task, signal, onProgress) =>
      reporting(task, onProgress, (heard, transfer) => pool.run('forms', heard, { signal, transfer })),
    align: (task, signal) => pool.run('align', task, { signal }),
    table: (task, signal) => pool.run('table', task, { signal }),
    compose: (task, signal, onProgress) =>
      reporting(task, onProgress, (heard, transfer) => pool.run('compose', heard, { signal, transfer })),
    sketches: (texts, signal) => pool.run('sketches', { texts }, { signal }),
    groups: (task, signal) => pool.run('groups', task, { signal }),
    close: pool.close,
  };
}
