/** Collates in a worker thread, so that long texts never hold up the service. Started when there is work. */
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { type ComposedText, FondsError } from '../contract/index.js';
import type { AlignmentTask, ComputedResult, ComputedTable } from './alignment-task.js';
import type { OnProgress } from './collate.js';
import type { DuplicateGroup, GroupTask } from './near/near-duplicate-groups.js';

const WORKER_HEAP_MB = 4_096;
const IDLE_MS = 60_000;
/** How long a closing waits for what is under way. */
const CLOSING_MS = 1_000;

/** Each throws FondsError NO_ARCHIVE when the archive is closed meanwhile, and an AbortError when `signal` is aborted. */
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

/** @param workerPath the bundled entry `collation-worker.js`. */
export function createCollationPool(workerPath: string): CollationPool {
  const pool = new Piscina({
    filename: workerPath,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
    closeTimeout: CLOSING_MS,
    resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MB },
  });
  // A task that does not end in time is ended: it writes nothing.
  pool.on('error', () => undefined);
  let closed = false;

  const run = async <Answer>(
    name: string,
    task: unknown,
    signal: AbortSignal,
    transferList: readonly MessagePort[] = [],
  ): Promise<Answer> => {
    try {
      if (!closed) return await pool.run(task, { name, signal, transferList: [...transferList] });
    } catch (error) {
      if (!closed) throw error;
    }
    throw new FondsError('NO_ARCHIVE', 'The archive was closed.');
  };
  const collate = async <Answer>(name: string, task: AlignmentTask, signal: AbortSignal, onProgress?: OnProgress) => {
    if (!onProgress) return run<Answer>(name, task, signal);
    const { port1, port2 } = new MessageChannel();
    port1.on('message', ([done, total]: [number, number]) => onProgress(done, total));
    try {
      return await run<Answer>(name, { ...task, progress: port2 }, signal, [port2]);
    } finally {
      port1.close();
    }
  };

  return {
    forms: (task, signal, onProgress) => collate('forms', task, signal, onProgress),
    align: (task, signal) => run('align', task, signal),
    table: (task, signal) => run('table', task, signal),
    compose: (task, signal, onProgress) => collate('compose', task, signal, onProgress),
    sketches: (texts, signal) => run('sketches', { texts }, signal),
    groups: (task, signal) => run('groups', task, signal),
    close: async () => {
      closed = true;
      await pool.close({ force: true });
    },
  };
}
