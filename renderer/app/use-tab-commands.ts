/** The commands of tabs and of the pages they show. */
import { useCommand } from '../api/index.js';
import { idOfTab, type TabsAction, type TabsState } from './tabs-state.js';

/** Where a side is entered: where one writes or reads, rather than at its first button. */
const ENTRIES = ['[contenteditable="true"]', 'section[tabindex="0"]', '[tabindex="0"]', 'button'];

/** @param isInSight false while something else covers the tabs. */
export function useTabCommands(state: TabsState, dispatch: (action: TabsAction) => void, isInSight: boolean): void {
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
      const panel = document.getElementById(`document-${besideId}`);
      ENTRIES.map((entry) => panel?.querySelector<HTMLElement>(entry))
        .find((element) => element)
        ?.focus();
    },
    { enabled: isInSight && isSplit },
  );
  useCommand('go.tags', () => dispatch({ type: 'page', page: { kind: 'tags' } }));
  useCommand('go.review', () => dispatch({ type: 'page', page: { kind: 'review' } }));
}

/** The note that is shown, or else the one opened last; null when none is open. */
export function noteAtHand({ tabs, activeId, besideId }: TabsState) {
  const notes = tabs.filter((tab) => tab.kind === 'note');
  const shown = notes.find((tab) => [activeId, besideId].includes(idOfTab(tab)));
  return (shown ?? notes.at(-1))?.noteId ?? null;
}
