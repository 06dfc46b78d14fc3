/** Reads files of other tools in a worker thread: a hostile one costs a worker, never the service. */
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { FondsError, type Result, unwrap } from '../contract/index.js';
import type { ExchangePart, PageBox, ReadExchangeTask } from '../exchange/index.js';
import { t } from '../wording/index.js';
import { createWorkerPool, WorkerFailure, type WorkerPool } from '../workers/index.js';

export interface ExchangePool {
  /**
   * The content of a file of another tool, part by part; the first comes when all of the file was read. It does not cross
   * the thread as a whole: cloning it would block the service.
   * @throws FondsError EXCHANGE_INVALID, FILE_UNREADABLE; the reason of `signal` when it is aborted.
   */
  read(task: ReadExchangeTask, signal: AbortSignal): AsyncGenerator<ExchangePart>;
  /** The boxes of pages of a PDF, by page index. @throws the reason of `signal` when it is aborted. */
  pageBoxes(file: string, pageIndexes: readonly number[], signal: AbortSignal): Promise<ReadonlyMap<number, PageBox>>;
  close(): Promise<void>;
}

const READ_TIMEOUT_MS = 600_000;
const HEAP_MB = 4_096;
const IDLE_MS = 30_000;

interface ExchangeWorker {
  default(task: ReadExchangeTask & { readonly port: MessagePort }): Promise<Result<null>>;
  pageBoxes(task: { readonly file: string; readonly pageIndexes: readonly number[] }): Promise<Map<number, PageBox>>;
}

/** @param path the bundled entry `exchange-worker.js`. */
export function createExchangePool(path: string): ExchangePool {
  const pool = createWorkerPool<ExchangeWorker>({ path, threads: 1, heapMb: HEAP_MB, idleMs: IDLE_MS });
  return {
    read: (task, signal) => readParts(pool, task, signal),
    pageBoxes: (file, pageIndexes, signal) => pool.run('pageBoxes', { file, pageIndexes }, { signal }),
    close: pool.close,
  };
}

async function* readParts(
  pool: WorkerPool<ExchangeWorker>,
  task: ReadExchangeTask,
  signal: AbortSignal,
): AsyncGenerator<ExchangePart> {
  const { port1: port, port2 } = new MessageChannel();
  // Only reading is limited: whoever asks for the parts takes the time they need.
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(WorkerFailure.outOfTime(READ_TIMEOUT_MS)), READ_TIMEOUT_MS);
  const options = { signal: AbortSignal.any([signal, late.signal]), transfer: [port2] };
  const ended = pool.run('default', { ...task, port: port2 }, options).then(unwrap, refuse);
  // It is waited for below, or the caller has stopped listening.
  ended.catch(() => undefined);
  let arrived = Promise.withResolvers<ExchangePart | null>();
  port.on('message', (part: ExchangePart | null) => arrived.resolve(part));
  try {
    for (;;) {
      arrived = Promise.withResolvers();
      port.postMessage('next');
      const part = await Promise.race([arrived.promise, ended]);
      clearTimeout(timer);
      if (part === null) return;
      yield part;
    }
  } finally {
    clearTimeout(timer);
    port.close();
  }
}

function refuse(error: unknown): never {
  throw error instanceof WorkerFailure ? new FondsError('EXCHANGE_INVALID', explain(error)) : error;
}

function explain({ kind, message }: WorkerFailure): string {
  switch (kind) {
    case 'time':
      return t('Reading it took longer than ten minutes and was stopped. Write it in parts.');
    case 'memory':
      return t('Reading it needs more memory than a file may take. Write it in parts.');
    case 'stopped':
      return t('The reader stopped: {message}', { message });
  }
}
