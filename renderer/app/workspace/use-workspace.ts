/** The workspace of one open archive; its tabs are remembered with the layout. */
import { useEffect, useReducer, useState } from 'react';
import type { SourceId } from '../../../electron/contract/index.js';
import { saveLayout } from '../../api/index.js';
import { NO_TABS, TabsState, withoutPageTargets } from '../tabs-state.js';
import { parsePaneLayout } from '../use-panes.js';
import { ListAreaName } from './areas.js';
import {
  commandTargets,
  type InspectorSubject,
  inspectorSubject,
  selectedNotes,
  type TargetedCommand,
} from './selectors.js';
import { initialWorkspace, workspaceReducer } from './workspace.js';

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((id, at) => id === b[at]));

const sameSubject = (a: InspectorSubject, b: InspectorSubject): boolean =>
  a.kind === 'note' ? b.kind === 'note' && a.id === b.id : b.kind === 'sources' && sameIds(a.ids, b.ids);

/** Keeps the object of before as long as it says the same, so that what is drawn from it is not drawn again. */
function useStableValue<T>(next: T, isSame: (a: T, b: T) => boolean): T {
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
    const { list, inspector } = parsePaneLayout(stored.panes);
    return initialWorkspace(tabs.success ? withoutPageTargets(tabs.data) : NO_TABS, area, {
      list: list.isHidden,
      inspector: inspector.isHidden,
    });
  });
  const { tabs } = state;
  useEffect(() => saveLayout(tabsName, tabs), [tabsName, tabs]);
  return {
    state,
    dispatch,
    selectedNotes: selectedNotes(state),
    described: useStableValue(inspectorSubject(state), sameSubject),
    /** The sources that a command would act on now. */
    targets: (command: TargetedCommand): readonly SourceId[] => commandTargets(state, command),
  };
}
