/** The worker that holds the dictionaries. Started when a word is asked about, let go when nothing is for a while. */
import { Piscina } from 'piscina';
import type { SpellTask } from './spell.js';
import { SPELLING_LANGUAGES } from './spelling-languages.js';

/** French takes six seconds and 190 MB: long enough to keep it while somebody writes, not for the whole day. */
const IDLE_MS = 10 * 60_000;
const WORKER_HEAP_MB = 2_048;

export interface Speller {
  languages(): { id: string; title: string }[];
  check(languages: readonly string[], words: readonly string[]): Promise<string[]>;
  suggest(languages: readonly string[], word: string): Promise<string[]>;
  close(): Promise<void>;
}

/** @param workerPath the bundled entry `spelling-worker.js`. */
export function createSpeller(workerPath: string): Speller {
  const pool = new Piscina<SpellTask, string[]>({
    filename: workerPath,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MB },
  });
  return {
    languages: () => [...SPELLING_LANGUAGES],
    check: (languages, words) => pool.run({ kind: 'check', languages, words }),
    suggest: (languages, word) => pool.run({ kind: 'suggest', languages, word }),
    close: () => pool.destroy(),
  };
}
