/** Aligns texts in a worker thread, so that a long text never blocks the service. */
import type { TextEdit } from '../contract/index.js';
import { createWorkerPool } from '../workers/index.js';
import type { AnchorOutcome } from './anchoring/index.js';
import type {
  AlignedTexts,
  AnchorProjection,
  CompareTextsTask,
  FindQuotesTask,
  ProjectAnchorsTask,
} from './anchoring-worker.js';

const HEAP_MB = 2_048;
const IDLE_MS = 30_000;
const CLOSING_MS = 1_000;

export interface AnchoringPool {
  /** @throws FondsError NO_ARCHIVE when the archive is closed meanwhile. */
  project(task: ProjectAnchorsTask): Promise<AnchorProjection>;
  /** @throws FondsError NO_ARCHIVE when the archive is closed meanwhile. */
  compare(task: CompareTextsTask): Promise<TextEdit[]>;
  /** @throws FondsError NO_ARCHIVE when the archive is closed meanwhile. */
  align(task: CompareTextsTask): Promise<AlignedTexts>;
  /** @throws FondsError NO_ARCHIVE when the archive is closed meanwhile. */
  find(task: FindQuotesTask): Promise<AnchorOutcome[]>;
  /** Also ends what is under way. */
  close(): Promise<void>;
}

/** @param path the bundled entry `annotation-worker.js`. */
export function createAnchoringPool(path: string): AnchoringPool {
  const pool = createWorkerPool<typeof import('./anchoring-worker.js')>({
    path,
    threads: 1,
    heapMb: HEAP_MB,
    idleMs: IDLE_MS,
    closingMs: CLOSING_MS,
  });
  return {
    project: (task) => pool.run('project', task),
    compare: (task) => pool.run('compare', task),
    align: (task) => pool.run('align', task),
    find: (task) => pool.run('find', task),
    close: pool.close,
  };
}
