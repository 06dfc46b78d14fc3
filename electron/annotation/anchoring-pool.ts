/** Aligns texts in a worker thread, so that a long text never blocks the service. Started when there is work. */
import { Piscina } from 'piscina';
import { FondsError, type TextEdit } from '../contract/index.js';
import type { AnchorOutcome } from './anchoring/index.js';
import type { AnchorProjection, CompareTextsTask, FindQuotesTask, ProjectAnchorsTask } from './anchoring-worker.js';

const WORKER_HEAP_MB = 2_048;
const IDLE_MS = 30_000;
/** How long a closing waits for what is under way. */
const CLOSING_MS = 1_000;

export interface AnchoringPool {
  /** @throws FondsError NO_ARCHIVE when the archive is closed meanwhile. */
  project(task: ProjectAnchorsTask): Promise<AnchorProjection>;
  /** @throws FondsError NO_ARCHIVE when the archive is closed meanwhile. */
  compare(task: CompareTextsTask): Promise<TextEdit[]>;
  /** @throws FondsError NO_ARCHIVE when the archive is closed meanwhile. */
  find(task: FindQuotesTask): Promise<AnchorOutcome[]>;
  /** Also ends what is under way. */
  close(): Promise<void>;
}

/** @param workerPath the bundled entry `annotation-worker.js`. */
export function createAnchoringPool(workerPath: string): AnchoringPool {
  const pool = new Piscina({
    filename: workerPath,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
    closeTimeout: CLOSING_MS,
    resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MB },
  });
  // A task that does not end in time is ended: nothing of it was written.
  pool.on('error', () => undefined);
  let closed = false;

  const run = async <Answer>(name: 'project' | 'compare' | 'find', task: unknown): Promise<Answer> => {
    try {
      if (!closed) return await pool.run(task, { name });
    } catch (error) {
      if (!closed) throw error;
    }
    throw new FondsError('NO_ARCHIVE', 'The archive was closed.');
  };

  return {
    project: (task) => run('project', task),
    compare: (task) => run('compare', task),
    find: (task) => run('find', task),
    close: async () => {
      closed = true;
      await pool.close({ force: true });
    },
  };
}
