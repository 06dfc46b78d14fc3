/** The service's side of the search worker: typed calls, answered in the order they were made. */
import { Worker } from 'node:worker_threads';
import { FondsError } from '../contract/index.js';
import type { WorkerAnswer, WorkerCall, WorkerCalls } from './worker-protocol.js';

export interface WorkerClient {
  call<C extends WorkerCall>(name: C, input: WorkerCalls[C]['input']): Promise<WorkerCalls[C]['output']>;
  close(): Promise<void>;
}

/** @param workerPath the bundled entry `search-worker.js`. */
export function startWorker(workerPath: string): WorkerClient {
  const worker = new Worker(workerPath, { name: 'fonds-search' });
  const waiting = new Map<number, { resolve(output: unknown): void; reject(error: Error): void }>();
  let lastId = 0;
  let stopped: Error | null = null;

  const stop = (error: Error) => {
    stopped ??= error;
    for (const { reject } of waiting.values()) reject(stopped);
    waiting.clear();
  };
  worker.on('message', (answer: WorkerAnswer) => {
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.ok) call?.resolve(answer.output);
    else call?.reject(new FondsError(answer.error.code, answer.error.message, answer.error.details));
  });
  worker.on('error', stop);
  worker.on('exit', () => stop(new Error('The search worker has stopped.')));

  return {
    call: (name, input) =>
      new Promise((resolve, reject) => {
        if (stopped) return reject(stopped);
        const id = ++lastId;
        waiting.set(id, { resolve: resolve as (output: unknown) => void, reject });
        worker.postMessage({ id, call: name, input });
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}
