/** The API of the workers room: ways to start threads and processes, to limit and to close them, and to say what failed. */
export {
  createProcessPool,
  type ProcessPool,
  type ProcessPoolOptions,
  type ProcessRunOptions,
} from './process-pool.js';
export { WorkerFailure, type WorkerFailureKind } from './worker-failure.js';
export { createWorkerPool, type WorkerPool, type WorkerPoolOptions, type WorkerRunOptions } from './worker-pool.js';
