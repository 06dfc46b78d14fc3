/** The service's side of the search worker. It is started when there is work, and stays. */
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { LOADED, type WorkerTaskAnswer, type WorkerTaskName, type WorkerTasks } from './worker-protocol.js';

/** How long a closing waits for a worker that is still loading. */
const LOADING_MS = 5_000;

export interface WorkerClient {
  /** @throws Error when the task failed, or when the worker stopped first. */
  run<N extends WorkerTaskName>(name: N, input: WorkerTasks[N]['input']): Promise<WorkerTasks[N]['output']>;
  /** Also ends what is under way. */
  close(): Promise<void>;
}

/** @param path the bundled entry `search-worker.js`. */
export function createWorkerClient(path: string): WorkerClient {
  const waiting = new Map<number, { resolve(output: unknown): void; reject(error: Error): void }>();
  let worker: Worker | null = null;
  let loading: Promise<void> = Promise.resolve();
  let closed = false;
  let lastId = 0;

  const stopped = (error: Error) => {
    worker = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const start = (): Worker => {
    const started = new Worker(path, { name: 'fonds-search' });
    loading = new Promise((resolve) => {
      for (const event of ['message', 'error', 'exit']) started.once(event, () => resolve());
    });
    started.on('message', (answer: WorkerTaskAnswer | typeof LOADED) => {
      if (answer === LOADED) return;
      const task = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('error' in answer) task?.reject(new Error(answer.error));
      else task?.resolve(answer.output);
    });
    started.on('error', stopped);
    started.on('exit', () => {
      if (worker === started) stopped(new Error('The search worker has stopped.'));
    });
    return started;
  };

  return {
    run: (name, input) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error('The search worker was closed.'));
        worker ??= start();
        const id = ++lastId;
        waiting.set(id, { resolve: resolve as (output: unknown) => void, reject });
        worker.postMessage({ id, name, input });
      }),
    close: async () => {
      closed = true;
      // Electron complains of a worker that is ended while it loads, and now and then falls with it.
      const patience = new AbortController();
      await Promise.race([loading, setTimeout(LOADING_MS, undefined, { signal: patience.signal })]);
      patience.abort();
      await worker?.terminate();
    },
  };
}
