/**
 * The tabs of documents and of pages about the whole archive. Invariant: one tab a document or page, at most one
 * preview, and an active tab whenever there is one.
 */
import { z } from 'zod';
import { Matching, SearchMode, SearchQuery, SourceId } from '../../electron/contract/index.js';

export const TabQuery = z.object({ query: z.string(), mode: SearchMode, matching: Matching.optional() });
export type TabQuery = z.infer<typeof TabQuery>;

/** `[start, end)` in UTF-16 units of the document's text. */
export const TabPlace = z.object({ start: z.number().int().min(0), end: z.number().int().min(0) });
export type TabPlace = z.infer<typeof TabPlace>;

const DocumentTab = z.object({
  /** Tabs remembered before there were pages have no kind. */
  kind: z.literal('document').default('document'),
  sourceId: SourceId,
  /** What was searched when it was opened, so that its hits are marked. */
  query: TabQuery.nullable(),
  /** The passage it was opened at; null when it was opened as a whole. */
  place: TabPlace.nullable().default(null),
  /** A preview gives way to the next preview. */
  standing: z.enum(['preview', 'kept']),
});
export type DocumentTab = z.infer<typeof DocumentTab>;

const Page = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('concordance'), query: SearchQuery }),
  z.object({ kind: z.literal('log') }),
]);
/** A page about the whole archive: each search has its own concordance, the log is one. */
export type Page = z.infer<typeof Page>;

const Tab = z.union([DocumentTab, Page]);
export type Tab = z.infer<typeof Tab>;

/** As it is remembered with the layout. */
export const TabsState = z.object({ tabs: z.array(Tab).max(50), activeId: z.string().nullable() });
export type TabsState = z.infer<typeof TabsState>;

/** What a document is opened with; both null when it is opened as a whole. */
export interface Marks {
  readonly query: TabQuery | null;
  readonly place: TabPlace | null;
}

export type TabsAction =
  | ({ readonly type: 'open' | 'preview'; readonly sourceId: SourceId } & Marks)
  | { readonly type: 'page'; readonly page: Page }
  | { readonly type: 'activate' | 'keep' | 'close'; readonly id: string };

export const NO_TABS: TabsState = { tabs: [], activeId: null };

/** What a tab is known by, without blanks: the id of its source, or the page it shows. */
export function idOfTab(tab: Tab): string {
  if (tab.kind === 'document') return tab.sourceId;
  return tab.kind === 'log' ? 'log' : `concordance-${encodeURIComponent(JSON.stringify(SearchQuery.parse(tab.query)))}`;
}

/** The source that is being read; null when no document is on top. */
export function activeSource({ tabs, activeId }: TabsState): SourceId | null {
  const tab = tabs.find((one) => idOfTab(one) === activeId);
  return tab?.kind === 'document' ? tab.sourceId : null;
}

const sameQuery = (a: TabQuery | null, b: TabQuery | null): boolean =>
  a?.query === b?.query && a?.mode === b?.mode && a?.matching === b?.matching;

const isPreview = (tab: Tab): boolean => tab.kind === 'document' && tab.standing === 'preview';

/** The marks of a document that is open already and is opened again with others. */
function marksOf(known: Marks, next: Marks): Marks {
  // Opened without a search, or with the one it shows: the hits and the place it shows already are not taken away.
  const isSame = next.place === null && (next.query === null || sameQuery(next.query, known.query));
  return isSame ? { query: known.query, place: known.place } : { query: next.query, place: next.place };
}

function add(state: TabsState, tab: Tab): TabsState {
  const activeId = idOfTab(tab);
  const preview = state.tabs.findIndex(isPreview);
  if (isPreview(tab) && preview >= 0) return { tabs: state.tabs.with(preview, tab), activeId };
  const after = state.tabs.findIndex((other) => idOfTab(other) === state.activeId);
  const tabs = state.tabs.toSpliced(after < 0 ? state.tabs.length : after + 1, 0, tab);
  // Fifty are remembered; the oldest ones that are not looked at give way.
  return { tabs: tabs.length > 50 ? tabs.slice(1) : tabs, activeId };
}

function show(state: TabsState, tab: DocumentTab): TabsState {
  const known = state.tabs.find((other) => other.kind === 'document' && other.sourceId === tab.sourceId);
  if (known?.kind !== 'document') return add(state, tab);
  const standing = known.standing === 'kept' ? 'kept' : tab.standing;
  const next: DocumentTab = { ...known, standing, ...marksOf(known, tab) };
  return { tabs: state.tabs.map((other) => (other === known ? next : other)), activeId: tab.sourceId };
}

export function tabsReducer(state: TabsState, action: TabsAction): TabsState {
  switch (action.type) {
    case 'open':
    case 'preview': {
      const { sourceId, query, place } = action;
      return show(state, {
        kind: 'document',
        sourceId,
        query,
        place,
        standing: action.type === 'open' ? 'kept' : 'preview',
      });
    }
    case 'page': {
      const id = idOfTab(action.page);
      return state.tabs.some((tab) => idOfTab(tab) === id) ? { ...state, activeId: id } : add(state, action.page);
    }
    case 'activate':
      return state.tabs.some((tab) => idOfTab(tab) === action.id) ? { ...state, activeId: action.id } : state;
    case 'keep':
      return {
        ...state,
        tabs: state.tabs.map((tab) =>
          tab.kind === 'document' && idOfTab(tab) === action.id ? { ...tab, standing: 'kept' } : tab,
        ),
      };
    case 'close': {
      const index = state.tabs.findIndex((tab) => idOfTab(tab) === action.id);
      if (index < 0) return state;
      const tabs = state.tabs.toSpliced(index, 1);
      const neighbour = tabs[index] ?? tabs[index - 1];
      if (state.activeId !== action.id) return { ...state, tabs };
      return { tabs, activeId: neighbour ? idOfTab(neighbour) : null };
    }
  }
}
