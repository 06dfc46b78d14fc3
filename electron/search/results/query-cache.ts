/**
 * What was found for the last few queries, until what it was found in changes: whoever pages, sorts, counts or exports
 * asks the same again and again.
 */
import type { SearchFilter } from '../../contract/index.js';
import type { QueryLine } from '../finder/finder.js';

/** What may be asked again. */
export interface CachedQuery extends Pick<QueryLine, 'query' | 'mode'> {
  readonly matching?: QueryLine['matching'] | undefined;
  readonly filter?: SearchFilter;
}

export interface QueryCacheOptions {
  /** Queries whose results are kept at most; beyond that the one that was asked least recently goes. */
  readonly most: number;
  /** Of what results depend on: when one of these is another than before, all results are forgotten. */
  readonly revision: () => readonly unknown[];
}

export interface QueryCache<Found> {
  /**
   * The result that is kept for the query, or the one that `find` gives. A result that is still being made is shared; one
   * that fails is not kept.
   */
  get(query: CachedQuery, find: () => Found): Found;
}

export function createQueryCache<Found>({ most, revision }: QueryCacheOptions): QueryCache<Found> {
  /** Asked least recently first. */
  const kept = new Map<string, Found>();
  let keptFrom: readonly unknown[] = [];

  return {
    get: (query, find) => {
      const now = revision();
      if (now.length !== keptFrom.length || now.some((value, at) => value !== keptFrom[at])) kept.clear();
      keptFrom = now;
      const key = queryKey(query);
      const known = kept.get(key);
      const found = known ?? find();
      kept.delete(key);
      kept.set(key, found);
      if (kept.size > most) kept.delete(kept.keys().next().value as string);
      if (known === undefined && found instanceof Promise) {
        found.catch(() => {
          if (kept.get(key) === found) kept.delete(key);
        });
      }
      return found;
    },
  };
}

/** The same for queries that ask the same: what is left out, empty, or in another order does not matter. */
export function queryKey({ query, mode, matching = 'expanded', filter = {} }: CachedQuery): string {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined && value.length > 0);
  given.sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([query, mode, matching, given]);
}
