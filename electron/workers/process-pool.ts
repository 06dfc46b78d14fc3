/**
 * Disposable processes of one entry, with limits on time and on all of their memory: what crashes, hangs or eats memory
 * costs a process, never the service, and the next task gets a new one. For what opens files of strangers; a pool of
 * threads is the cheaper choice for our own work, and has no limit on the memory of WebAssembly.
 */
import { FondsError } from '../contract/index.js';
import { t } from '../wording/index.js';
import { type DisposableProcess, entryBeside, NeverBegan, startDisposableProcess } from './disposable-process.js';
import { createTurns } from './turns.js';
import { WorkerFailure } from './worker-failure.js';
import type { WorkerAnswer, WorkerInput, WorkerRunOptions } from './worker-pool.js';

export interface ProcessPoolOptions {
  /** The bundled entry, with the functions. */
  readonly path: string;
  /** Processes at most. */
  readonly processes: number;
  /** Resident set size of each process, at which it is ended. A process takes some 100 MB before it does anything. */
  readonly memoryMb: number;
  /** How long a process without work is kept. */
  readonly idleMs: number;
  /** What a process may still occupy after a task to be given another: WebAssembly never gives memory back. Left out: half of `memoryMb`. */
  readonly restingMb?: number;
  /** The bundle of `disposable-entry.ts`. Left out: beside `path`. */
  readonly entry?: string;
}

/** As for threads, but nothing can be moved to a process: name large things by their path. */
export type ProcessRunOptions = Omit<WorkerRunOptions, 'transfer'>;

export interface ProcessPool<Functions> {
  /** As `WorkerPool.run`. The time of a task begins when there is a process for it. */
  run<Name extends keyof Functions & string>(
    name: Name,
    input: WorkerInput<Functions[Name]>,
    options?: ProcessRunOptions,
  ): Promise<WorkerAnswer<Functions[Name]>>;
  /** Also ends what is under way. Resolves when no process is left. */
  close(): Promise<void>;
}

export function createProcessPool<Functions>(options: ProcessPoolOptions): ProcessPool<Functions> {
  const { path, processes, memoryMb, idleMs, restingMb = memoryMb / 2, entry = entryBeside(path) } = options;
  const turns = createTurns(processes);
  const alive = new Set<DisposableProcess>();
  /** Last in, first out: what is not needed grows old. */
  const idle: { readonly process: DisposableProcess; readonly ending: NodeJS.Timeout }[] = [];
  /** Of tasks that are running or wait for a process. */
  const stops = new Set<AbortController>();
  let closing: Promise<void> | null = null;

  const discard = async (process: DisposableProcess): Promise<void> => {
    await process.kill();
    alive.delete(process);
  };
  const rest = (process: DisposableProcess): void => {
    if (closing || !process.isAlive || process.residentMb > restingMb) {
      void discard(process);
      return;
    }
    process.unref();
    const ending = setTimeout(() => {
      idle.splice(
        idle.findIndex((one) => one.process === process),
        1,
      );
      void discard(process);
    }, idleMs).unref();
    idle.push({ process, ending });
  };
  const next = (): DisposableProcess => {
    const resting = idle.pop();
    if (resting) {
      clearTimeout(resting.ending);
      resting.process.ref();
      return resting.process;
    }
    const started = startDisposableProcess(path, entry, memoryMb);
    alive.add(started);
    return started;
  };
  const runOnce = async (name: string, input: unknown, stop: AbortSignal): Promise<unknown> => {
    const process = next();
    try {
      return await process.run(name, input, stop);
    } finally {
      rest(process);
    }
  };
  /** A process may have died at rest; a new one has not. */
  const runOnSome = async (name: string, input: unknown, stop: AbortSignal): Promise<unknown> => {
    for (;;) {
      try {
        return await runOnce(name, input, stop);
      } catch (error) {
        if (!(error instanceof NeverBegan)) throw error;
      }
    }
  };

  return {
    run: async (name, input, { signal, timeoutMs } = {}) => {
      signal?.throwIfAborted();
      if (closing) throw closed();
      const own = new AbortController();
      const stop = signal ? AbortSignal.any([signal, own.signal]) : own.signal;
      let timer: NodeJS.Timeout | undefined;
      stops.add(own);
      try {
        await turns.next(stop);
        try {
          if (timeoutMs !== undefined) {
            timer = setTimeout(() => own.abort(WorkerFailure.outOfTime(timeoutMs)), timeoutMs);
          }
          return (await runOnSome(name, input, stop)) as WorkerAnswer<Functions[typeof name]>;
        } finally {
          turns.end();
        }
      } catch (error) {
        signal?.throwIfAborted();
        if (closing) throw closed();
        throw error;
      } finally {
        clearTimeout(timer);
        stops.delete(own);
      }
    },
    close: () => {
      closing ??= (async () => {
        for (const { ending } of idle.splice(0)) clearTimeout(ending);
        for (const stop of stops) stop.abort(closed());
        await Promise.all([...alive].map(discard));
      })();
      return closing;
    },
  };
}

const closed = () => new FondsError('NO_ARCHIVE', t('The archive was closed.'));
