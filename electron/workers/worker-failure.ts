/** Why a worker gave no answer, for the pool that words it for its user. */
import { t } from '../wording/index.js';

/** `time`, `memory`: it went over its limit and was stopped; `stopped`: it threw, ended, or could not be started. */
export type WorkerFailureKind = 'time' | 'memory' | 'stopped';

export class WorkerFailure extends Error {
  constructor(
    readonly kind: WorkerFailureKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'WorkerFailure';
  }

  static outOfTime(limitMs: number): WorkerFailure {
    return new WorkerFailure('time', t('The worker was stopped after {limitMs} ms.', { limitMs }));
  }

  /** @param error as a worker threw it, or as its end was reported. */
  static of(error: unknown): WorkerFailure {
    const message = error instanceof Error ? error.message : String(error);
    // Node's own words for a heap at its limit, and those of WebAssembly for a memory that cannot grow.
    return new WorkerFailure(/memory/i.test(message) ? 'memory' : 'stopped', message, { cause: error });
  }
}
