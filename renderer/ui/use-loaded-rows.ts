/** Rows of a list that arrive in pages, by index. Another list begins with none: it must not answer with rows of the last. */
import { useCallback, useState } from 'react';

export interface LoadedRows<T> {
  readonly rows: ReadonlyMap<number, T>;
  /** Called by each page as it arrives. Another function for another list. */
  registerRows(offset: number, page: readonly T[]): void;
}

/** @param listKey of the list: another one is another list. */
export function useLoadedRows<T>(listKey: string): LoadedRows<T> {
  const [known, setKnown] = useState(() => ({ listKey, rows: new Map<number, T>() }));
  const current = known.listKey === listKey ? known : { listKey, rows: new Map<number, T>() };
  if (current !== known) setKnown(current);
  const { rows } = current;
  const registerRows = useCallback(
    (offset: number, page: readonly T[]) => {
      for (const [index, row] of page.entries()) rows.set(offset + index, row);
    },
    [rows],
  );
  return { rows, registerRows };
}
