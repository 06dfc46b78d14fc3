/** Reads files in disposable processes with limits on time and memory: a hostile file costs one of them, never the service. */
import { FondsError, type Result, unwrap } from '../contract/index.js';
import type { ParsedFile, ReadOptions } from '../ingest/index.js';
import { t } from '../wording/index.js';
import { createProcessPool, WorkerFailure } from '../workers/index.js';

const READ_TIMEOUT_MS = 120_000;
const PROCESSES = 2;
/** Of all that a process takes, itself included. */
const MEMORY_MB = 2_560;
const IDLE_MS = 30_000;

export interface ReadingPool {
  /** @throws FondsError FILE_UNREADABLE with the reason and the remedy; the reason of `signal` when it is aborted. */
  read(path: string, fileName: string, signal: AbortSignal, options?: ReadOptions): Promise<ParsedFile>;
  close(): Promise<void>;
}

interface IngestWorker {
  default(task: { readonly path: string; readonly fileName: string } & ReadOptions): Promise<Result<ParsedFile>>;
}

/** @param path the bundled entry `ingest-worker.js`. */
export function createReadingPool(path: string): ReadingPool {
  const pool = createProcessPool<IngestWorker>({ path, processes: PROCESSES, memoryMb: MEMORY_MB, idleMs: IDLE_MS });
  return {
    read: async (file, fileName, signal, options = {}) => {
      const task = { path: file, fileName, ...options };
      const result = await pool.run('default', task, { signal, timeoutMs: READ_TIMEOUT_MS }).catch(refuse);
      return unwrap(result);
    },
    close: pool.close,
  };
}

function refuse(error: unknown): never {
  throw error instanceof WorkerFailure ? new FondsError('FILE_UNREADABLE', explain(error)) : error;
}

function explain({ kind, message }: WorkerFailure): string {
  switch (kind) {
    case 'time':
      return t(
        'Reading took longer than two minutes and was stopped. Open the file in its own program and save it anew, or split it.',
      );
    case 'memory':
      return t('Reading needs more memory than a file may take. Split the file and import the parts.');
    case 'stopped':
      return t('The reader stopped: {message}', { message });
  }
}
