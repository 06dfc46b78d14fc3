/**
 * Worker threads of one entry, with limits on time and memory: what goes wrong costs a thread, never the service, and
 * the next task gets a new one. Threads are started when there is work and ended when there is none for a while.
 */
import type { Transferable } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { FondsError } from '../contract/index.js';
import { t } from '../wording/index.js';
import { createTurns } from './turns.js';
import { WorkerFailure } from './worker-failure.js';

export interface WorkerPoolOptions {
  /** The bundled entry. */
  readonly path: string;
  /** Threads at most. */
  readonly threads: number;
  /** Of each thread. */
  readonly heapMb: number;
  /** How long a thread without work is kept. */
  readonly idleMs: number;
  /** How long a closing waits for what is under way. Left out: not at all. */
  readonly closingMs?: number;
  /** Handed to each thread as `workerData` of `node:worker_threads`. */
  readonly workerData?: unknown;
  /** When the time of a task begins: when it is asked for (as when left out), or when there is a thread for it. */
  readonly timeFrom?: 'call' | 'start';
}

export interface WorkerRunOptions {
  readonly signal?: AbortSignal;
  /** Left out: as long as it takes. */
  readonly timeoutMs?: number;
  /** What of the input is moved to the thread rather than copied. */
  readonly transfer?: readonly Transferable[];
}

/** Of a function that the entry exports. What goes in and comes out is copied between threads. */
export type WorkerInput<Function> = Function extends (input: infer Given) => unknown ? Given : never;
export type WorkerAnswer<Function> = Function extends (...input: never) => infer Given ? Awaited<Given> : never;

export interface WorkerPool<Functions> {
  /**
   * @param name of the function that the entry exports.
   * @throws the reason of `signal` when it is aborted; FondsError NO_ARCHIVE when the pool is closed meanwhile, or was
   * before; else WorkerFailure.
   */
  run<Name extends keyof Functions & string>(
    name: Name,
    input: WorkerInput<Functions[Name]>,
    options?: WorkerRunOptions,
  ): Promise<WorkerAnswer<Functions[Name]>>;
  /** Also ends what is under way. */
  close(): Promise<void>;
}

export function createWorkerPool<Functions>(options: WorkerPoolOptions): WorkerPool<Functions> {
  const { path, threads, heapMb, idleMs, closingMs, workerData, timeFrom = 'call' } = options;
  const pool = new Piscina({
    filename: path,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: idleMs,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    ...(closingMs === undefined ? {} : { closeTimeout: closingMs }),
    ...(workerData === undefined ? {} : { workerData }),
  });
  const turns = timeFrom === 'start' ? createTurns(threads) : null;
  /** Of tasks that are running or wait for a thread. */
  const stops = new Set<AbortController>();
  let closing: Promise<void> | null = null;

  // A thread that fails without a task says so here: while it is loaded, or when it is ended by a closing. Without any
  // thread left nobody would ever answer those who wait.
  pool.on('error', (error: unknown) => {
    if (closing || pool.threads.length > 0) return;
    for (const stop of stops) stop.abort(WorkerFailure.of(error));
  });

  return {
    run: async (name, input, { signal, timeoutMs, transfer = [] } = {}) => {
      signal?.throwIfAborted();
      if (closing) throw closed();
      const own = new AbortController();
      const stop = signal ? AbortSignal.any([signal, own.signal]) : own.signal;
      let timer: NodeJS.Timeout | undefined;
      stops.add(own);
      try {
        if (turns) await turns.next(stop);
        try {
          if (closing) throw closed();
          if (timeoutMs !== undefined) {
            timer = setTimeout(() => own.abort(WorkerFailure.outOfTime(timeoutMs)), timeoutMs);
          }
          return await pool.run(input, { name, signal: stop, transferList: [...transfer] });
        } finally {
          turns?.end();
        }
      } catch (error) {
        signal?.throwIfAborted();
        if (closing) throw closed();
        own.signal.throwIfAborted();
        throw WorkerFailure.of(error);
      } finally {
        clearTimeout(timer);
        stops.delete(own);
      }
    },
    close: () => {
      closing ??= closingMs === undefined ? pool.destroy() : pool.close({ force: true });
      return closing;
    },
  };
}

const closed = () => new FondsError('NO_ARCHIVE', t('The archive was closed.'));
