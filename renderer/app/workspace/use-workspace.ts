/** The workspace of one open archive; its tabs are remembered with the layout. */
import { useEffect, useReducer, useState } from 'react';
import type { SourceId } from '../../../electron/contract/index.js';
import { rememberLayout } from '../../api/index.js';
import { NO_TABS, TabsState, withoutPages } from '../tabs-state.js';
import { rememberedPanes } from '../use-panes.js';
import { ListAreaName } from './areas.js';
import { type Described, described, selectedNotes, type TargetedCommand, targets } from './selectors.js';
import { beginWorkspace, workspaceReducer } from './workspace.js';

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((id, at) => id === b[at]));

const sameDescribed = (a: Described, b: Described): boolean =>
  a.kind === 'note' ? b.kind === 'note' && a.id === b.id : b.kind === 'sources' && sameIds(a.ids, b.ids);

/** Keeps the object of before as long as it says the same, so that what is drawn from it is not drawn again. */
function useSame<T>(next: T, isSame: (a: T, b: T) => boolean): T {
  const [kept, keep] = useState(next);
  if (isSame(kept, next)) return kept;
  keep(next);
  return next;
}

/**
 * @param layout what is remembered of the window.
 * @param tabsName the key of the tabs in it.
 */
export function useWorkspace(layout: Readonly<Record<string, unknown>>, tabsName: string) {
  const [state, dispatch] = useReducer(workspaceReducer, layout, (stored) => {
    const tabs = TabsState.safeParse(stored[tabsName]);
    const area = ListAreaName.catch('sources').parse(stored.area);
    const { list, inspector } = rememberedPanes(stored.panes);
    return beginWorkspace(tabs.success ? withoutPages(tabs.data) : NO_TABS, area, {
      list: list.isHidden,
      inspector: inspector.isHidden,
    });
  });
  const { tabs } = state;
  useEffect(() => rememberLayout(tabsName, tabs), [tabsName, tabs]);
  return {
    state,
    dispatch,
    selectedNotes: selectedNotes(state),
    described: useSame(described(state), sameDescribed),
    /** The sources that a command would act on now. */
    targets: (command: TargetedCommand): readonly SourceId[] => targets(state, command),
  };
}
