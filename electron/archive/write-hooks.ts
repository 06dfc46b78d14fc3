/**
 * Lets other rooms write their rows in the very transaction that changes a source, so that what is derived from sources
 * is never behind them on the disk. A hook that throws takes the whole change back.
 */
import type { SourceId } from '../contract/index.js';
import type { Database } from './database.js';

/** How the transaction ended in which a hook wrote. Exactly one of the two is called, and neither may throw. */
export interface WriteEnd {
  /** The change is on the disk. Listeners of `onChange` have not heard of it yet. */
  committed(): void;
  /** Nothing of the change is left: forget what was noted in memory. */
  rolledBack(): void;
}

/**
 * Called once in a transaction, after all rows are written and before COMMIT. May read and write through `prepare`, but
 * not begin a transaction of its own. A hook that throws gets no end: it leaves its own memory as it was.
 */
export type WriteHook = (touched: { readonly sourceIds: readonly SourceId[] }) => WriteEnd | undefined;

export interface WriteHooks {
  write<T>(work: () => T): T;
  touch(ids: readonly SourceId[]): void;
  /** @returns how to stop. */
  add(hook: WriteHook): () => void;
}

export function createWriteHooks(database: Database): WriteHooks {
  const hooks = new Set<WriteHook>();
  const touched = new Set<SourceId>();

  return {
    touch: (ids) => {
      for (const id of ids) touched.add(id);
    },
    add: (hook) => {
      hooks.add(hook);
      return () => {
        hooks.delete(hook);
      };
    },
    write: (work) => {
      const ends: WriteEnd[] = [];
      touched.clear();
      let result: ReturnType<typeof work>;
      try {
        result = database.write(() => {
          const answer = work();
          if (touched.size > 0) {
            for (const hook of hooks) {
              const end = hook({ sourceIds: [...touched] });
              if (end) ends.push(end);
            }
          }
          return answer;
        });
      } catch (error) {
        for (const end of ends) end.rolledBack();
        throw error;
      }
      for (const end of ends) end.committed();
      return result;
    },
  };
}
