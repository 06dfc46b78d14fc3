/** The open documents of one archive, remembered with the layout. */
import { useEffect, useReducer } from 'react';
import { rememberLayout } from '../api/index.js';
import { NO_TABS, TabsState, tabsReducer, withoutPages } from './tabs-state.js';

/** @param name key among the layout's entries. @param remembered what it holds there. */
export function useTabs(name: string, remembered: unknown) {
  const [state, dispatch] = useReducer(tabsReducer, remembered, (stored): TabsState => {
    const parsed = TabsState.safeParse(stored);
    return parsed.success ? withoutPages(parsed.data) : NO_TABS;
  });
  useEffect(() => rememberLayout(name, state), [name, state]);
  return [state, dispatch] as const;
}
