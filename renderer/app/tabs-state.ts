/** The tabs of documents. Invariant: one tab a source, at most one preview, and an active tab whenever there is one. */
import { z } from 'zod';
import { SearchMode, SourceId } from '../../electron/contract/index.js';

export const TabQuery = z.object({ query: z.string(), mode: SearchMode });
export type TabQuery = z.infer<typeof TabQuery>;

const DocumentTab = z.object({
  sourceId: SourceId,
  /** What was searched when it was opened, so that its hits are marked. */
  query: TabQuery.nullable(),
  /** A preview gives way to the next preview. */
  standing: z.enum(['preview', 'kept']),
});
export type DocumentTab = z.infer<typeof DocumentTab>;

/** As it is remembered with the layout. */
export const TabsState = z.object({ tabs: z.array(DocumentTab).max(50), activeId: SourceId.nullable() });
export type TabsState = z.infer<typeof TabsState>;

export type TabsAction =
  | { readonly type: 'open' | 'preview'; readonly sourceId: SourceId; readonly query: TabQuery | null }
  | { readonly type: 'activate' | 'keep' | 'close'; readonly sourceId: SourceId };

export const NO_TABS: TabsState = { tabs: [], activeId: null };

const sameQuery = (a: TabQuery | null, b: TabQuery | null): boolean => a?.query === b?.query && a?.mode === b?.mode;

function show(state: TabsState, tab: DocumentTab): TabsState {
  const known = state.tabs.find(({ sourceId }) => sourceId === tab.sourceId);
  if (known) {
    const standing = known.standing === 'kept' ? 'kept' : tab.standing;
    // Opened without a search: the hits it shows already are not taken away.
    const query = tab.query === null || sameQuery(tab.query, known.query) ? known.query : tab.query;
    const tabs = state.tabs.map((other) => (other === known ? { ...known, standing, query } : other));
    return { tabs, activeId: tab.sourceId };
  }
  const preview = state.tabs.findIndex(({ standing }) => standing === 'preview');
  if (tab.standing === 'preview' && preview >= 0) {
    return { tabs: state.tabs.with(preview, tab), activeId: tab.sourceId };
  }
  const after = state.tabs.findIndex(({ sourceId }) => sourceId === state.activeId);
  const tabs = state.tabs.toSpliced(after < 0 ? state.tabs.length : after + 1, 0, tab);
  // Fifty are remembered; the oldest ones that are not looked at give way.
  return { tabs: tabs.length > 50 ? tabs.slice(1) : tabs, activeId: tab.sourceId };
}

export function tabsReducer(state: TabsState, action: TabsAction): TabsState {
  const { sourceId } = action;
  switch (action.type) {
    case 'open':
      return show(state, { sourceId, query: action.query, standing: 'kept' });
    case 'preview':
      return show(state, { sourceId, query: action.query, standing: 'preview' });
    case 'activate':
      return state.tabs.some((tab) => tab.sourceId === sourceId) ? { ...state, activeId: sourceId } : state;
    case 'keep':
      return {
        ...state,
        tabs: state.tabs.map((tab) => (tab.sourceId === sourceId ? { ...tab, standing: 'kept' } : tab)),
      };
    case 'close': {
      const index = state.tabs.findIndex((tab) => tab.sourceId === sourceId);
      if (index < 0) return state;
      const tabs = state.tabs.toSpliced(index, 1);
      const next = state.activeId === sourceId ? (tabs[index] ?? tabs[index - 1])?.sourceId : state.activeId;
      return { tabs, activeId: next ?? null };
    }
  }
}
