/** Reads files in disposable processes with limits on time and memory: a hostile file costs one of them, never the service. */
import { FondsError, fail, ok, type Result, unwrap } from '../contract/index.js';
import { limitsOf, type ParsedFile, type ReadOptions, readerFor } from '../ingest/index.js';
import { t } from '../wording/index.js';
import { createProcessPool, WorkerFailure } from '../workers/index.js';

const PROCESSES = 2;
/** Of all that a process takes, itself included. */
const MEMORY_MB = 2_560;
const IDLE_MS = 30_000;

export interface ReadingPool {
  /** @throws FondsError FILE_UNREADABLE with the reason and the remedy; the reason of `signal` when it is aborted. */
  read(path: string, fileName: string, signal: AbortSignal, options?: ReadOptions): Promise<ParsedFile>;
  /** As `read`, of several small files of text at once; an answer for each. @throws the reason of `signal`. */
  readMany(files: readonly FileToRead[], signal: AbortSignal): Promise<Result<ParsedFile>[]>;
  close(): Promise<void>;
}

export interface FileToRead {
  readonly path: string;
  readonly fileName: string;
  /** Name of the reader that will take it, as far as is known: it says how long that may last. */
  readonly reader?: string | null;
}

interface IngestWorker {
  readMany(tasks: readonly FileToRead[]): Promise<Result<ParsedFile>[]>;
  default(task: { readonly path: string; readonly fileName: string } & ReadOptions): Promise<Result<ParsedFile>>;
}

/** @param path the bundled entry `ingest-worker.js`. */
export function createReadingPool(path: string): ReadingPool {
  const pool = createProcessPool<IngestWorker>({ path, processes: PROCESSES, memoryMb: MEMORY_MB, idleMs: IDLE_MS });
  const read: ReadingPool['read'] = async (file, fileName, signal, options = {}) => {
    const task = { path: file, fileName, ...options };
    const timeoutMs = limitsOf(readerFor(fileName)?.name ?? null).readMs;
    return unwrap(await pool.run('default', task, { signal, timeoutMs }).catch(refuseAfter(timeoutMs)));
  };
  return {
    read,
    readMany: async (files, signal) => {
      const timeoutMs = Math.max(0, ...files.map(({ reader = null }) => limitsOf(reader).readMs));
      try {
        return await pool.run('readMany', files, { signal, timeoutMs });
      } catch (error) {
        if (!(error instanceof WorkerFailure)) throw error;
        if (files.length === 1) return [fail({ code: 'FILE_UNREADABLE', message: explain(error, timeoutMs) })];
        // One of them took the process with it: the others are not to suffer for it.
        return Promise.all(files.map(({ path: file, fileName }) => answerOf(read(file, fileName, signal))));
      }
    },
    close: pool.close,
  };
}

const answerOf = (reading: Promise<ParsedFile>): Promise<Result<ParsedFile>> =>
  reading.then(ok, (error: unknown) => {
    if (error instanceof FondsError) return fail({ code: error.code, message: error.message });
    throw error;
  });

const refuseAfter =
  (timeoutMs: number) =>
  (error: unknown): never => {
    throw error instanceof WorkerFailure ? new FondsError('FILE_UNREADABLE', explain(error, timeoutMs)) : error;
  };

function explain({ kind, message }: WorkerFailure, timeoutMs: number): string {
  switch (kind) {
    case 'time':
      return t(
        'Reading took longer than {minutes} minutes and was stopped. Open the file in its own program and save it again, or split it.',
        { minutes: timeoutMs / 60_000 },
      );
    case 'memory':
      return t('Reading needs more memory than a file may take. Split the file and import the parts.');
    case 'stopped':
      return t('The reader stopped: {message}', { message });
  }
}
