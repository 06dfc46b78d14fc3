/** The engines by name. Each is loaded alone: a process that measures one must not hold the code of the others. */
import type { BenchEngine } from '../engine.js';

const ENGINES: Readonly<Record<string, () => Promise<BenchEngine>>> = {
  fonds: async () => (await import('./fonds.js')).engine,
  lunr: async () => (await import('./lunr.js')).engine,
  minisearch: async () => (await import('./minisearch.js')).engine,
  flexsearch: async () => (await import('./flexsearch.js')).engine,
  fts5: async () => (await import('./fts5.js')).engine,
  'fts5-no-prefix': async () => (await import('./fts5.js')).withoutPrefixTables,
};

/** Those a person can choose, in the order they run. */
export const ENGINE_NAMES = ['fonds', 'fts5', 'minisearch', 'flexsearch', 'lunr'] as const;

/** @throws RangeError when there is none of that name. */
export async function loadEngine(name: string): Promise<BenchEngine> {
  const load = ENGINES[name];
  if (!load) throw new RangeError(`There is no engine called ${name}.`);
  return load();
}
