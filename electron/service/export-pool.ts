/**
 * Writes documents and reads files of other tools in a worker thread, so that a long one keeps nobody waiting and a
 * hostile one costs a worker, never the service.
 */
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { FondsError, type Result } from '../contract/index.js';
import type {
  ExchangePart,
  PageBox,
  PrintPage,
  PrintPageTask,
  ReadExchangeTask,
  RenderTask,
  WriteCollationTask,
} from '../export/index.js';

export interface ExportPool {
  /** @throws AbortError when `signal` is aborted. */
  write(task: RenderTask, signal: AbortSignal): Promise<string | Uint8Array>;
  /** The page that a PDF is printed from. @throws AbortError when `signal` is aborted. */
  printPage(task: PrintPageTask, signal: AbortSignal): Promise<PrintPage>;
  /** The pieces of a file. @throws AbortError when `signal` is aborted. */
  writeCollation(task: WriteCollationTask, signal: AbortSignal): Promise<(string | Uint8Array)[]>;
  /**
   * What a file of another tool tells, part by part; the first comes when all of it was read. The file is not taken over as
   * a whole: that alone would hold the service up.
   * @throws FondsError EXCHANGE_INVALID, FILE_UNREADABLE; AbortError when `signal` is aborted.
   */
  readExchange(task: ReadExchangeTask, signal: AbortSignal): AsyncGenerator<ExchangePart>;
  /** How large pages of a PDF are, by their index. @throws AbortError when `signal` is aborted. */
  pageBoxes(file: string, pageIndexes: readonly number[], signal: AbortSignal): Promise<ReadonlyMap<number, PageBox>>;
  close(): Promise<void>;
}

const READ_TIMEOUT_MS = 600_000;
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
    readExchange: (task, signal) => readParts(pool, task, signal),
    pageBoxes: (file, pageIndexes, signal) => pool.run({ file, pageIndexes }, { name: 'pages', signal }),
    close: () => pool.destroy(),
  };
}

async function* readParts(pool: Piscina, task: ReadExchangeTask, signal: AbortSignal): AsyncGenerator<ExchangePart> {
  const { port1: port, port2 } = new MessageChannel();
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), READ_TIMEOUT_MS);
  const reading: Promise<Result<null>> = pool.run(
    { ...task, port: port2 },
    { name: 'read', transferList: [port2], signal: AbortSignal.any([signal, timeout.signal]) },
  );
  const ended = reading.then(
    (result): null => {
      if (result.ok) return null;
      throw new FondsError(result.error.code, result.error.message, result.error.details);
    },
    (error: unknown) => {
      if (signal.aborted) throw error;
      throw new FondsError('EXCHANGE_INVALID', explain(error, timeout.signal));
    },
  );
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

function explain(error: unknown, timeout: AbortSignal): string {
  if (timeout.aborted) return 'Reading it took longer than ten minutes and was stopped. Write it in parts.';
  const message = error instanceof Error ? error.message : String(error);
  if (/memory/i.test(message)) return 'Reading it needs more memory than a file may take. Write it in parts.';
  return `The reader stopped: ${message}`;
}
