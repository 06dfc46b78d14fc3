/** One thread that waits for disks: it looks at files for a scan and stores them for an import, a group at a time. */
import type { FileToStore, StoredFile, StoreGroup } from '../archive/index.js';
import { FondsError, type Sha256 } from '../contract/index.js';
import { t } from '../wording/index.js';
import { createWorkerPool, WorkerFailure } from '../workers/index.js';

/** What a file is, and its hash when something reads it. */
export interface SeenFile {
  /** Name of the reader; null when nothing reads it. */
  readonly reader: string | null;
  readonly remark: string | null;
  readonly refusal: string | null;
  readonly sha256: Sha256 | null;
  /** Why it could not be looked at; null when it was. */
  readonly problem: string | null;
}

export interface FileToSee {
  readonly path: string | Uint8Array;
  readonly name: string;
}

export interface FilePool {
  /** @returns an answer for each, in their order. @throws the reason of `signal`. */
  lookAt(files: readonly FileToSee[], signal: AbortSignal): Promise<SeenFile[]>;
  readonly store: StoreGroup;
  close(): Promise<void>;
}

interface FileWorker {
  store(task: { readonly dir: string; readonly files: readonly FileToStore[] }): StoredFile[];
  lookAt(files: readonly FileToSee[]): SeenFile[];
}

const HEAP_MB = 512;
const IDLE_MS = 30_000;

/** @param path the bundled entry `file-worker.js`. */
export function createFilePool(path: string): FilePool {
  const pool = createWorkerPool<FileWorker>({ path, threads: 1, heapMb: HEAP_MB, idleMs: IDLE_MS });
  return {
    lookAt: (files, signal) => pool.run('lookAt', files, { signal }).catch(refuse),
    store: (dir, files, signal) => pool.run('store', { dir, files }, signal ? { signal } : {}).catch(refuse),
    close: pool.close,
  };
}

function refuse(error: unknown): never {
  throw error instanceof WorkerFailure
    ? new FondsError('FILE_UNREADABLE', t('The files could not be read: {message}', { message: error.message }))
    : error;
}
