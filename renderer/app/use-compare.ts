/** The ways into a comparison: the sources selected in the list, a suggestion, or a dialog that asks which. */
import { useCallback, useState } from 'react';
import type { CollationId, SourceId } from '../../electron/contract/index.js';
import { useCommand } from '../api/index.js';
import { collationActions } from '../features/collation/index.js';
import type { TabsAction } from './tabs-state.js';

export interface CompareOptions {
  dispatch(action: TabsAction): void;
  /** In the list of sources; none while another list is shown. */
  readonly selected: readonly SourceId[];
  /** The source that is read; null when none is. */
  readonly activeId: SourceId | null;
  readonly isReadOnly: boolean;
}

export function useCompare({ dispatch, selected, activeId, isReadOnly }: CompareOptions) {
  /** What the dialog begins with; null while it is closed. */
  const [asking, setAsking] = useState<readonly SourceId[] | null>(null);
  const open = useCallback(
    (id: CollationId) => dispatch({ type: 'page', page: { kind: 'collation', collationId: id } }),
    [dispatch],
  );
  const compare = useCallback(
    async (sourceIds: readonly SourceId[]): Promise<boolean> => {
      if (isReadOnly) {
        dispatch({ type: 'page', page: { kind: 'unsaved', sourceIds: [...sourceIds] } });
        return true;
      }
      const id = await collationActions.open(sourceIds);
      if (id) open(id);
      return id !== null;
    },
    [dispatch, isReadOnly, open],
  );
  const choose = useCallback((first: readonly SourceId[]) => setAsking(first), []);
  const close = useCallback(() => setAsking(null), []);
  useCommand('collation.compare', () => {
    if (selected.length > 1) void compare(selected);
    else setAsking(selected.length === 1 ? selected : activeId ? [activeId] : []);
  });
  return { asking, open, compare, choose, close };
}
