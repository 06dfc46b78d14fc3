/** Reports to the frame which list is shown and which selected sources it contains, at each change of the archive. */
import { useEffect, useLayoutEffect, useRef } from 'react';
import { MAX_AMONG, type SourceFilter, type SourceId } from '../../../electron/contract/index.js';
import { useCall } from '../../api/index.js';

/** What a list is called: one string for each filter. */
export const listKeyOf = (filter: SourceFilter): string => JSON.stringify(filter);

export interface SelectionSync {
  readonly filter: SourceFilter;
  readonly selected: readonly SourceId[];
  onListRequested(list: string): void;
  /** @param among those that were asked about; null for all. @param ids those that the list holds. */
  onListConfirmed(list: string, among: readonly SourceId[] | null, ids: readonly SourceId[]): void;
}

/** Any order will do. */
const SORT = { by: 'title', direction: 'ascending' } as const;

export function useSelectionSync({ filter, selected, onListRequested, onListConfirmed }: SelectionSync): void {
  const list = listKeyOf(filter);
  const latest = useRef({ onListRequested, onListConfirmed });
  useLayoutEffect(() => {
    latest.current = { onListRequested, onListConfirmed };
  });
  // Before anything is drawn: a key that is pressed now is for the list that is asked for.
  useLayoutEffect(() => latest.current.onListRequested(list), [list]);
  const isFew = selected.length <= MAX_AMONG;
  const answer = useCall(
    'source.ids',
    { filter, sort: SORT, ...(isFew ? { among: [...selected] } : {}) },
    { enabled: selected.length > 0 },
  );
  const ids = answer.status === 'ready' && !answer.refreshing ? answer.data : null;
  useEffect(() => {
    if (ids && selected.length > 0) latest.current.onListConfirmed(list, isFew ? selected : null, ids);
  }, [ids, list, selected, isFew]);
}
