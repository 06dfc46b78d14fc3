/** The worker that holds the dictionaries. Started when a word is asked about, ended when nothing is for a while. */
import { createWorkerPool } from '../../workers/index.js';
import { SPELLING_LANGUAGES } from './spelling-languages.js';

/** French takes six seconds and 190 MB: long enough to keep it while somebody writes, not for the whole day. */
const IDLE_MS = 10 * 60_000;
const HEAP_MB = 2_048;

export interface Speller {
  languages(): { id: string; title: string }[];
  check(languages: readonly string[], words: readonly string[]): Promise<string[]>;
  suggest(languages: readonly string[], word: string): Promise<string[]>;
  close(): Promise<void>;
}

/** @param path the bundled entry `spelling-worker.js`. */
export function createSpeller(path: string): Speller {
  const pool = createWorkerPool<typeof import('./spelling-worker.js')>({
    path,
    threads: 1,
    heapMb: HEAP_MB,
    idleMs: IDLE_MS,
  });
  return {
    languages: () => [...SPELLING_LANGUAGES],
    check: (languages, words) => pool.run('default', { kind: 'check', languages, words }),
    suggest: (languages, word) => pool.run('default', { kind: 'suggest', languages, word }),
    close: pool.close,
  };
}
