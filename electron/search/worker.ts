/** Entry of the search worker: answers one request after another. It reads index files and writes nothing. */
import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { type Failure, FondsError } from '../contract/index.js';
import { Engine } from './engine.js';
import type { WorkerAnswer, WorkerCall, WorkerCalls, WorkerRequest } from './worker-protocol.js';

const engine = new Engine();

const handlers: { [C in WorkerCall]: (input: WorkerCalls[C]['input']) => WorkerCalls[C]['output'] } = {
  load: ({ file }) => engine.load(readFileSync(file, 'utf8')),
  add: ({ documents }) => {
    engine.add(documents);
    return engine.growingCount;
  },
  remove: ({ refs }) => {
    engine.remove(refs);
    return null;
  },
  seal: () => engine.seal(),
  query: ({ line, mode }) => engine.query(line, mode),
  places: ({ line, mode, refs }) => engine.places(line, mode, refs),
};

function failure(error: unknown): Failure {
  if (error instanceof FondsError) {
    return { code: error.code, message: error.message, ...(error.details ? { details: error.details } : {}) };
  }
  return { code: 'INTERNAL', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

parentPort?.on('message', ({ id, call, input }: WorkerRequest) => {
  let answer: WorkerAnswer;
  try {
    answer = { id, ok: true, output: (handlers[call] as (input: unknown) => unknown)(input) };
  } catch (error) {
    answer = { id, ok: false, error: failure(error) };
  }
  parentPort?.postMessage(answer);
});
