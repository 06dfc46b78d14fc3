/** Writes documents, printed pages and collations in a worker thread, so that a long one keeps nobody waiting. */
import type { PrintPage, PrintPageTask, RenderTask, WriteCollationTask } from '../export/index.js';
import { createWorkerPool } from '../workers/index.js';

export interface ExportPool {
  /** @throws the reason of `signal` when it is aborted. */
  write(task: RenderTask, signal: AbortSignal): Promise<string | Uint8Array>;
  /** The page that a PDF is printed from. @throws the reason of `signal` when it is aborted. */
  printPage(task: PrintPageTask, signal: AbortSignal): Promise<PrintPage>;
  /** The pieces of a file. @throws the reason of `signal` when it is aborted. */
  writeCollation(task: WriteCollationTask, signal: AbortSignal): Promise<(string | Uint8Array)[]>;
  close(): Promise<void>;
}

const HEAP_MB = 4_096;
const IDLE_MS = 30_000;

interface ExportWorker {
  default(task: RenderTask): Promise<string | Uint8Array>;
  printable(task: PrintPageTask): Promise<PrintPage>;
  collation(task: WriteCollationTask): Promise<(string | Uint8Array)[]>;
}

/** @param path the bundled entry `export-worker.js`. */
export function createExportPool(path: string): ExportPool {
  const pool = createWorkerPool<ExportWorker>({ path, threads: 1, heapMb: HEAP_MB, idleMs: IDLE_MS });
  return {
    write: (task, signal) => pool.run('default', task, { signal }),
    printPage: (task, signal) => pool.run('printable', task, { signal }),
    writeCollation: (task, signal) => pool.run('collation', task, { signal }),
    close: pool.close,
  };
}
