/**
 * Writes documents and reads files of other tools in a worker thread, so that a long one keeps nobody waiting and a
 * hostile one costs a worker, never the service.
 */
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { FondsError, type Result, unwrap } from '../contract/index.js';
import type {
  ExchangePart,
  PageBox,
  PrintPage,
  PrintPageTask,
  ReadExchangeTask,
  RenderTask,
  WriteCollationTask,
} from '../export/index.js';
import { createWorkerPool, WorkerFailure, type WorkerPool } from '../workers/index.js';

export interface ExportPool {
  /** @throws the reason of `signal` when it is aborted. */
  write(task: RenderTask, signal: AbortSignal): Promise<string | Uint8Array>;
  /** The page that a PDF is printed from. @throws the reason of `signal` when it is aborted. */
  printPage(task: PrintPageTask, signal: AbortSignal): Promise<PrintPage>;
  /** The pieces of a file. @throws the reason of `signal` when it is aborted. */
  writeCollation(task: WriteCollationTask, signal: AbortSignal): Promise<(string | Uint8Array)[]>;
  /**
   * What a file of another tool tells, part by part; the first comes when all of it was read. The file is not taken over as
   * a whole: that alone would hold the service up.
   * @throws FondsError EXCHANGE_INVALID, FILE_UNREADABLE; the reason of `signal` when it is aborted.
   */
  readExchange(task: ReadExchangeTask, signal: AbortSignal): AsyncGenerator<ExchangePart>;
  /** How large pages of a PDF are, by their index. @throws the reason of `signal` when it is aborted. */
  pageBoxes(file: string, pageIndexes: readonly number[], signal: AbortSignal): Promise<ReadonlyMap<number, PageBox>>;
  close(): Promise<void>;
}

const READ_TIMEOUT_MS = 600_000;
const HEAP_MB = 4_096;
const IDLE_MS = 30_000;

interface ExportWorker {
  default(task: RenderTask): Promise<string | Uint8Array>;
  printable(task: PrintPageTask): Promise<PrintPage>;
  collation(task: WriteCollationTask): Promise<(string | Uint8Array)[]>;
  read(task: ReadExchangeTask & { readonly port: MessagePort }): Promise<Result<null>>;
  pages(task: { readonly file: string; readonly pageIndexes: readonly number[] }): Promise<Map<number, PageBox>>;
}

/** @param path the bundled entry `export-worker.js`. */
export function createExportPool(path: string): ExportPool {
  const pool = createWorkerPool<ExportWorker>({ path, threads: 1, heapMb: HEAP_MB, idleMs: IDLE_MS });
  return {
    write: (task, signal) => pool.run('default', task, { signal }),
    printPage: (task, signal) => pool.run('printable', task, { signal }),
    writeCollation: (task, signal) => pool.run('collation', task, { signal }),
    readExchange: (task, signal) => readParts(pool, task, signal),
    pageBoxes: (file, pageIndexes, signal) => pool.run('pages', { file, pageIndexes }, { signal }),
    close: pool.close,
  };
}

async function* readParts(
  pool: WorkerPool<ExportWorker>,
  task: ReadExchangeTask,
  signal: AbortSignal,
): AsyncGenerator<ExchangePart> {
  const { port1: port, port2 } = new MessageChannel();
  // Only reading is limited: whoever asks for the parts takes the time they need.
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(WorkerFailure.outOfTime(READ_TIMEOUT_MS)), READ_TIMEOUT_MS);
  const options = { signal: AbortSignal.any([signal, late.signal]), transfer: [port2] };
  const ended = pool.run('read', { ...task, port: port2 }, options).then(unwrap, refuse);
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
      return 'Reading it took longer than ten minutes and was stopped. Write it in parts.';
    case 'memory':
      return 'Reading it needs more memory than a file may take. Write it in parts.';
    case 'stopped':
      return `The reader stopped: ${message}`;
  }
}
