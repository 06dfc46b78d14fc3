/** The ways into a comparison: the sources selected in the list, a suggestion, or a dialog that asks which. */
import { useCallback, useEffect, useState } from 'react';
import type { CollationId, SourceId } from '../../electron/contract/index.js';
import { useCommand } from '../api/index.js';
import { CompareDialog, collationActions } from '../features/collation/index.js';
import { activeSource, activeTab, type TabsAction, type TabsState } from './tabs-state.js';

export interface CompareOptions {
  readonly tabs: TabsState;
  dispatch(action: TabsAction): void;
  /** In the list of sources; none while another list is shown. */
  readonly selected: readonly SourceId[];
  readonly isReadOnly: boolean;
  /** Asks for room for the documents, in CSS pixels; null for the usual. Must keep its identity. */
  requestWidth(px: number | null): void;
}

/** What a comparison wants for its texts; the panes at the sides give way as in a narrow window. */
const COMPARISON_PX = 1_100;

export function useCompare({ tabs, dispatch, selected, isReadOnly, requestWidth }: CompareOptions) {
  /** What the dialog begins with; null while it is closed. */
  const [dialogSources, setDialogSources] = useState<readonly SourceId[] | null>(null);
  const active = activeTab(tabs);
  const isOnTop = active?.kind === 'collation' || active?.kind === 'unsaved';
  useEffect(() => requestWidth(isOnTop ? COMPARISON_PX : null), [isOnTop, requestWidth]);
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
  const choose = useCallback((first: readonly SourceId[]) => setDialogSources(first), []);
  useCommand('collation.compare', () => {
    const read = activeSource(tabs);
    if (selected.length > 1) void compare(selected);
    else setDialogSources(selected.length === 1 ? selected : read ? [read] : []);
  });
  return {
    /** The collation on top of the tabs; null when none is. */
    collationId: active?.kind === 'collation' ? active.collationId : null,
    open,
    compare,
    choose,
    dialog: dialogSources ? (
      <CompareDialog first={dialogSources} onCompare={compare} onClose={() => setDialogSources(null)} />
    ) : null,
  };
}
