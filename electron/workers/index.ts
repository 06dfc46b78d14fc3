/** The door of the room of worker threads: one way to start them, to limit them, to close them and to say what failed. */
export { WorkerFailure, type WorkerFailureKind } from './worker-failure.js';
export { createWorkerPool, type WorkerPool, type WorkerPoolOptions, type WorkerRunOptions } from './worker-pool.js';
