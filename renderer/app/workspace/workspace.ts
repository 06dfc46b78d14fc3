/**
 * What the window knows: the tabs, the area of the list, what is selected in it, what covers it, where the person was
 * last. One pure reducer; what follows from it is in `selectors.ts`, and nobody keeps a copy. Invariant: an answer about
 * one list changes nothing in another.
 */
import type { NoteRow, SearchQuery, SourceId } from '../../../electron/contract/index.js';
import { type PageTab, type TabsAction, type TabsState, tabKey, tabsReducer } from '../tabs-state.js';
import type { FoldedPanes, ListArea, PaneName } from './areas.js';

/** The selection in the list of sources, and the list it belongs to: one string for each filter. */
export interface SourceSelection {
  /** In the order in which they were selected. */
  readonly ids: readonly SourceId[];
  /** The list that is asked for. */
  readonly requestedList: string;
  /** The list that is known to contain `ids`: the previous one while the answer is loading. */
  readonly confirmedList: string;
}

/** What is selected in the list of notes, and which list that is. */
export interface NoteSelection {
  readonly rows: readonly NoteRow[];
  readonly list: string;
}

/** A list that was asked for, or a page among the tabs. */
export type FocusRequest =
  | { readonly part: 'list'; readonly area: ListArea }
  | { readonly part: 'documents'; readonly id: string };

export interface Workspace {
  readonly tabs: TabsState;
  readonly area: ListArea;
  /** What lies over list, documents and inspector. */
  readonly page: 'settings' | null;
  /** Where the person was last: in the list or in a document. The inspector, the rail and dialogs are neither. */
  readonly part: 'list' | 'documents';
  readonly folded: FoldedPanes;
  /** Where the focus is to go, once that is on screen; another object each time, so that it goes there again. */
  readonly focusRequest: FocusRequest | null;
  readonly sources: SourceSelection;
  readonly notes: NoteSelection;
  /** What stands in the search pane; null when nothing does. */
  readonly query: SearchQuery | null;
  /** The source of the line one is on in a concordance; null when one is on none. */
  readonly concordanceSourceId: SourceId | null;
}

export type WorkspaceAction =
  | TabsAction
  | { readonly type: 'areaOpened'; readonly area: ListArea }
  | { readonly type: 'settingsOpened' | 'settingsClosed' }
  /** The focus came into the list. */
  | { readonly type: 'listEntered' }
  | { readonly type: 'paneFolded' | 'paneUnfolded'; readonly pane: PaneName }
  /** A page that the person asked for by a command: it takes the focus. */
  | { readonly type: 'pageEntered'; readonly page: PageTab }
  /** The person goes to another place of the archive: nothing is selected there yet. */
  | { readonly type: 'placeOpened'; readonly list: string }
  /** The list is another one without that: a filter was typed, a collection was made of what is selected. */
  | { readonly type: 'sourcesAsked'; readonly list: string }
  /** The archive says which sources of `among` (null: of all) the list holds; also each time that the archive changes. */
  | {
      readonly type: 'sourcesListed';
      readonly list: string;
      readonly among: readonly SourceId[] | null;
      readonly ids: readonly SourceId[];
    }
  /** @param list the one that the rows stood in: it may be another one by now. */
  | { readonly type: 'sourcesSelected'; readonly list: string; readonly ids: readonly SourceId[] }
  /** Another list of notes is asked for. Which of those selected it holds nobody knows: none of them. */
  | { readonly type: 'notesAsked'; readonly list: string }
  | { readonly type: 'notesSelected'; readonly list: string; readonly rows: readonly NoteRow[] }
  | { readonly type: 'searched'; readonly query: SearchQuery }
  | { readonly type: 'lineReached'; readonly sourceId: SourceId | null };

export const initialWorkspace = (tabs: TabsState, area: ListArea, folded: FoldedPanes): Workspace => ({
  tabs,
  area,
  page: null,
  part: 'documents',
  folded,
  focusRequest: null,
  sources: emptySelection(''),
  notes: { rows: [], list: '' },
  query: null,
  concordanceSourceId: null,
});

export function workspaceReducer(state: Workspace, action: WorkspaceAction): Workspace {
  switch (action.type) {
    case 'areaOpened':
      return {
        ...state,
        area: action.area,
        page: null,
        part: 'list',
        focusRequest: { part: 'list', area: action.area },
      };
    case 'pageEntered': {
      const { page } = action;
      return { ...withTabs(state, { type: 'page', page }), focusRequest: { part: 'documents', id: tabKey(page) } };
    }
    case 'settingsOpened':
      return state.page === 'settings' ? state : { ...state, page: 'settings' };
    case 'settingsClosed':
      return state.page === null ? state : { ...state, page: null };
    case 'listEntered':
      return state.part === 'list' ? state : { ...state, part: 'list' };
    case 'paneFolded':
    case 'paneUnfolded': {
      const isFolded = action.type === 'paneFolded';
      if (state.folded[action.pane] === isFolded) return state;
      return { ...state, folded: { ...state.folded, [action.pane]: isFolded } };
    }
    case 'placeOpened':
      return { ...state, sources: emptySelection(action.list) };
    case 'sourcesAsked': {
      const { sources } = state;
      if (action.list === sources.requestedList) return state;
      // Of nothing it needs no answer that it is there.
      if (sources.ids.length === 0) return { ...state, sources: emptySelection(action.list) };
      return { ...state, sources: { ...sources, requestedList: action.list } };
    }
    case 'sourcesListed': {
      const sources = confirmSelection(state.sources, action);
      return sources === state.sources ? state : { ...state, sources };
    }
    case 'sourcesSelected': {
      const { sources } = state;
      if (action.list !== sources.requestedList) return state;
      if (action.ids.length === 0) return { ...state, sources: emptySelection(action.list), part: 'list' };
      return { ...state, sources: { ...sources, ids: action.ids }, part: 'list' };
    }
    case 'notesAsked':
      return action.list === state.notes.list ? state : { ...state, notes: { rows: [], list: action.list } };
    case 'notesSelected':
      return action.list === state.notes.list ? { ...state, notes: { ...state.notes, rows: action.rows } } : state;
    case 'searched':
      return { ...state, query: action.query };
    case 'lineReached':
      return action.sourceId === state.concordanceSourceId ? state : { ...state, concordanceSourceId: action.sourceId };
    default:
      return withTabs(state, action);
  }
}

function emptySelection(list: string): SourceSelection {
  return { ids: [], requestedList: list, confirmedList: list };
}

type SourcesListedAction = Extract<WorkspaceAction, { type: 'sourcesListed' }>;

function confirmSelection(selection: SourceSelection, { list, among, ids }: SourcesListedAction): SourceSelection {
  // The answer to an earlier question.
  if (list !== selection.requestedList) return selection;
  const [present, requested] = [new Set(ids), among && new Set(among)];
  const isAskedFor = (id: SourceId) => requested === null || requested.has(id);
  const remaining = selection.ids.filter((id) => present.has(id) || !isAskedFor(id));
  // What was selected since is asked about next; until then nothing is certain of it.
  const isSettled = selection.confirmedList === list || remaining.every(isAskedFor);
  if (remaining.length === selection.ids.length) {
    return isSettled && selection.confirmedList !== list ? { ...selection, confirmedList: list } : selection;
  }
  return { ids: remaining, requestedList: list, confirmedList: isSettled ? list : selection.confirmedList };
}

/** The ways to a tab; the others only arrange tabs, or show one that the list or another tab is at. */
const FOCUSING_ACTIONS: readonly TabsAction['type'][] = ['open', 'page', 'activate', 'other'];

function withTabs(state: Workspace, action: TabsAction): Workspace {
  const tabs = tabsReducer(state.tabs, action);
  const part = FOCUSING_ACTIONS.includes(action.type) ? 'documents' : state.part;
  // An opened document must be visible.
  const page = action.type === 'open' || action.type === 'page' ? null : state.page;
  if (tabs === state.tabs && part === state.part && page === state.page) return state;
  return { ...state, tabs, part, page };
}
