/**
 * Writes documents and reads files of other tools in a worker thread, so that a long one keeps nobody waiting and a
 * hostile one costs a worker, never the service.
 */
import { Piscina } from 'piscina';
import { FondsError, type Result } from '../contract/index.js';
import type {
  CollationTask,
  ExchangeFile,
  PageBox,
  Printable,
  PrintableTask,
  ReadTask,
  RenderTask,
} from '../export/index.js';

export interface WritingPool {
  /** @throws AbortError when `signal` is aborted. */
  write(task: RenderTask, signal: AbortSignal): Promise<string | Uint8Array>;
  /** The page that a PDF is printed from. @throws AbortError when `signal` is aborted. */
  printable(task: PrintableTask, signal: AbortSignal): Promise<Printable>;
  /** The pieces of a file. @throws AbortError when `signal` is aborted. */
  writeCollation(task: CollationTask, signal: AbortSignal): Promise<(string | Uint8Array)[]>;
  /** @throws FondsError EXCHANGE_INVALID, FILE_UNREADABLE; AbortError when `signal` is aborted. */
  read(task: ReadTask, signal: AbortSignal): Promise<ExchangeFile>;
  /** How large pages of a PDF are, by their index. @throws AbortError when `signal` is aborted. */
  pages(file: string, pageIndexes: readonly number[], signal: AbortSignal): Promise<ReadonlyMap<number, PageBox>>;
  close(): Promise<void>;
}

const READ_TIMEOUT_MS = 600_000;
const WORKER_HEAP_MB = 4_096;

/** @param workerPath the bundled entry `export-worker.js`. */
export function createWritingPool(workerPath: string): WritingPool {
  const pool = new Piscina({
    filename: workerPath,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 30_000,
    resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MB },
  });
  return {
    write: (task, signal) => pool.run(task, { signal }),
    printable: (task, signal) => pool.run(task, { name: 'printable', signal }),
    writeCollation: (task, signal) => pool.run(task, { name: 'collation', signal }),
    read: async (task, signal) => {
      const timeout = AbortSignal.timeout(READ_TIMEOUT_MS);
      let result: Result<ExchangeFile>;
      try {
        result = await pool.run(task, { name: 'read', signal: AbortSignal.any([signal, timeout]) });
      } catch (error) {
        if (signal.aborted) throw error;
        throw new FondsError('EXCHANGE_INVALID', explain(error, timeout));
      }
      if (!result.ok) throw new FondsError(result.error.code, result.error.message, result.error.details);
      return result.value;
    },
    pages: (file, pageIndexes, signal) => pool.run({ file, pageIndexes }, { name: 'pages', signal }),
    close: () => pool.destroy(),
  };
}

function explain(error: unknown, timeout: AbortSignal): string {
  if (timeout.aborted) return 'Reading it took longer than ten minutes and was stopped. Write it in parts.';
  const message = error instanceof Error ? error.message : String(error);
  if (/memory/i.test(message)) return 'Reading it needs more memory than a file may take. Write it in parts.';
  return `The reader stopped: ${message}`;
}
