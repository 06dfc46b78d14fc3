/** The API of the workers room: one way to start worker threads, to limit and to close them, and to say what failed. */
export { WorkerFailure, type WorkerFailureKind } from './worker-failure.js';
export { createWorkerPool, type WorkerPool, type WorkerPoolOptions, type WorkerRunOptions } from './worker-pool.js';
