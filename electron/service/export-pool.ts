/** Writes documents, printed pages and collations in a worker thread, so that a long one keeps nobody waiting. */
import { Piscina } from 'piscina';
import type { PrintPage, PrintPageTask, RenderTask, WriteCollationTask } from '../export/index.js';

export interface ExportPool {
  /** @throws AbortError when `signal` is aborted. */
  write(task: RenderTask, signal: AbortSignal): Promise<string | Uint8Array>;
  /** The page that a PDF is printed from. @throws AbortError when `signal` is aborted. */
  printPage(task: PrintPageTask, signal: AbortSignal): Promise<PrintPage>;
  /** The pieces of a file. @throws AbortError when `signal` is aborted. */
  writeCollation(task: WriteCollationTask, signal: AbortSignal): Promise<(string | Uint8Array)[]>;
  close(): Promise<void>;
}

const WORKER_HEAP_MB = 4_096;

/** @param workerPath the bundled entry `export-worker.js`. */
export function createExportPool(workerPath: string): ExportPool {
  const pool = new Piscina({
    filename: workerPath,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 30_000,
    resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MB },
  });
  return {
    write: (task, signal) => pool.run(task, { signal }),
    printPage: (task, signal) => pool.run(task, { name: 'printable', signal }),
    writeCollation: (task, signal) => pool.run(task, { name: 'collation', signal }),
    close: () => pool.destroy(),
  };
}
