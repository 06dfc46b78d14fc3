/** The commands of tabs and of the pages they show. */
import { useCommand } from '../api/index.js';
import { focusTabPanel } from './focus-tab-panel.js';
import { type TabsState, tabKey } from './tabs-state.js';
import type { WorkspaceAction } from './workspace/index.js';

/** @param isInSight false while something else covers the tabs. */
export function useTabCommands(
  state: TabsState,
  dispatch: (action: WorkspaceAction) => void,
  isInSight: boolean,
): void {
  const { activeId, besideId, tabs } = state;
  const isSplit = besideId !== null;
  useCommand('tab.close', () => activeId && dispatch({ type: 'close', id: activeId }), {
    enabled: activeId !== null && isInSight,
  });
  useCommand('tab.split', () => dispatch({ type: 'split' }), { enabled: isInSight && (isSplit || tabs.length > 1) });
  useCommand(
    'tab.other',
    () => {
      dispatch({ type: 'other' });
      if (besideId !== null) focusTabPanel(besideId);
    },
    { enabled: isInSight && isSplit },
  );
  useCommand('go.tags', () => dispatch({ type: 'pageEntered', page: { kind: 'tags' } }));
  useCommand('go.review', () => dispatch({ type: 'pageEntered', page: { kind: 'review' } }));
}

/** The note that is shown, or else the one opened last; null when none is open. */
export function currentNoteId({ tabs, activeId, besideId }: TabsState) {
  const notes = tabs.filter((tab) => tab.kind === 'note');
  const shown = notes.find((tab) => [activeId, besideId].includes(tabKey(tab)));
  return (shown ?? notes.at(-1))?.noteId ?? null;
}
