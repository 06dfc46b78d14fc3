/** Writes documents in a worker thread, so that a long one keeps nobody waiting. */
import { Piscina } from 'piscina';
import type { RenderTask } from '../export/index.js';

export interface WritingPool {
  /** @throws AbortError when `signal` is aborted. */
  write(task: RenderTask, signal: AbortSignal): Promise<string | Uint8Array>;
  close(): Promise<void>;
}

/** @param workerPath the bundled entry `export-worker.js`. */
export function createWritingPool(workerPath: string): WritingPool {
  const pool = new Piscina({ filename: workerPath, minThreads: 0, maxThreads: 1, idleTimeout: 30_000 });
  return {
    write: (task, signal) => pool.run(task, { signal }),
    close: () => pool.destroy(),
  };
}
