/** Reads files in worker threads with a limit on time and memory: a hostile file costs a worker, never the service. */
import { Piscina } from 'piscina';
import { FondsError, type Result } from '../contract/index.js';
import type { ParsedFile, ReadOptions } from '../ingest/index.js';

const READ_TIMEOUT_MS = 120_000;
const WORKER_HEAP_MB = 2_048;

export interface ReadingPool {
  /** @throws FondsError FILE_UNREADABLE with the reason and the remedy; AbortError when `signal` is aborted. */
  read(path: string, fileName: string, signal: AbortSignal, options?: ReadOptions): Promise<ParsedFile>;
  close(): Promise<void>;
}

/** @param workerPath the bundled entry `ingest-worker.js`. */
export function createReadingPool(workerPath: string): ReadingPool {
  const pool = new Piscina({
    filename: workerPath,
    minThreads: 0,
    maxThreads: 2,
    idleTimeout: 30_000,
    resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MB },
  });
  return {
    read: async (path, fileName, signal, options = {}) => {
      const timeout = AbortSignal.timeout(READ_TIMEOUT_MS);
      let result: Result<ParsedFile>;
      try {
        result = await pool.run({ path, fileName, ...options }, { signal: AbortSignal.any([signal, timeout]) });
      } catch (error) {
        if (signal.aborted) throw error;
        throw new FondsError('FILE_UNREADABLE', explain(error, timeout));
      }
      if (!result.ok) throw new FondsError(result.error.code, result.error.message, result.error.details);
      return result.value;
    },
    close: () => pool.destroy(),
  };
}

function explain(error: unknown, timeout: AbortSignal): string {
  if (timeout.aborted) {
    return 'Reading took longer than two minutes and was stopped. Open the file in its own program and save it anew, or split it.';
  }
  const message = error instanceof Error ? error.message : String(error);
  if (/memory/i.test(message))
    return 'Reading needs more memory than a file may take. Split the file and import the parts.';
  return `The reader stopped: ${message}`;
}
