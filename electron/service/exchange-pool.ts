/** Reads files of other tools in a worker thread: a hostile one costs a worker, never the service. */
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { FondsError, type Result } from '../contract/index.js';
import type { ExchangePart, PageBox, ReadExchangeTask } from '../exchange/index.js';

export interface ExchangePool {
  /**
   * The content of a file of another tool, part by part; the first comes when all of the file was read. It does not cross
   * the thread as a whole: cloning it would block the service.
   * @throws FondsError EXCHANGE_INVALID, FILE_UNREADABLE; AbortError when `signal` is aborted.
   */
  read(task: ReadExchangeTask, signal: AbortSignal): AsyncGenerator<ExchangePart>;
  /** The boxes of pages of a PDF, by page index. @throws AbortError when `signal` is aborted. */
  pageBoxes(file: string, pageIndexes: readonly number[], signal: AbortSignal): Promise<ReadonlyMap<number, PageBox>>;
  close(): Promise<void>;
}

const READ_TIMEOUT_MS = 600_000;
const WORKER_HEAP_MB = 4_096;

/** @param workerPath the bundled entry `exchange-worker.js`. */
export function createExchangePool(workerPath: string): ExchangePool {
  const pool = new Piscina({
    filename: workerPath,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 30_000,
    resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MB },
  });
  return {
    read: (task, signal) => readParts(pool, task, signal),
    pageBoxes: (file, pageIndexes, signal) => pool.run({ file, pageIndexes }, { name: 'pageBoxes', signal }),
    close: () => pool.destroy(),
  };
}

async function* readParts(pool: Piscina, task: ReadExchangeTask, signal: AbortSignal): AsyncGenerator<ExchangePart> {
  const { port1: port, port2 } = new MessageChannel();
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), READ_TIMEOUT_MS);
  const reading: Promise<Result<null>> = pool.run(
    { ...task, port: port2 },
    { transferList: [port2], signal: AbortSignal.any([signal, timeout.signal]) },
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
