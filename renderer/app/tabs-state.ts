/**
 * The tabs of documents, notes and pages about the whole archive, one or two of them shown. Invariant: one tab a
 * document, note or page, at most one preview, an active tab whenever there is one, and never the same tab on both sides.
 */
import { z } from 'zod';
import {
  AnnotationId,
  CollationId,
  NoteId,
  SearchMode,
  SearchQuery,
  Sha256,
  SourceId,
  TagId,
  VersionId,
  WordMatching,
} from '../../electron/contract/index.js';

export const TabQuery = z.object({ query: z.string(), mode: SearchMode, matching: WordMatching.optional() });
export type TabQuery = z.infer<typeof TabQuery>;

/** `[start, end)` in UTF-16 code units of the document's text. */
export const TabRange = z.object({ start: z.number().int().min(0), end: z.number().int().min(0) });
export type TabRange = z.infer<typeof TabRange>;

/** A position on a page image, in fractions of the page, and the annotation to activate, if any. */
export const TabPageTarget = z.object({
  sha256: Sha256,
  pageIndex: z.number().int().min(0),
  x: z.number(),
  y: z.number(),
  annotationId: AnnotationId.nullable(),
});
export type TabPageTarget = z.infer<typeof TabPageTarget>;

const DocumentTab = z.object({
  /** Tabs remembered before there were pages have no kind. */
  kind: z.literal('document').default('document'),
  sourceId: SourceId,
  /** What was searched when it was opened, so that its hits are marked. */
  query: TabQuery.nullable(),
  /** The passage it was opened at; null when it was opened as a whole. */
  place: TabRange.nullable().default(null),
  /** The page image it was opened at, if any. For this run only: a window that opens again shows the text. */
  page: TabPageTarget.optional().catch(undefined),
  /** A preview gives way to the next preview. */
  standing: z.enum(['preview', 'kept']),
});
export type DocumentTab = z.infer<typeof DocumentTab>;

const PageTab = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('concordance'), query: SearchQuery }),
  z.object({ kind: z.literal('log') }),
  z.object({ kind: z.literal('note'), noteId: NoteId }),
  z.object({ kind: z.literal('tags') }),
  z.object({ kind: z.literal('tag'), tagId: TagId }),
  z.object({ kind: z.literal('review') }),
  /** The sources whose pages are gathered; another set takes its place. */
  z.object({ kind: z.literal('gather'), sourceIds: z.array(SourceId).max(5_000) }),
  z.object({ kind: z.literal('correction'), sourceId: SourceId }),
  z.object({ kind: z.literal('proofreading'), sourceId: SourceId }),
  z.object({ kind: z.literal('transcription'), sourceId: SourceId }),
  z.object({ kind: z.literal('comparison'), sourceId: SourceId, from: VersionId, to: VersionId }),
  z.object({ kind: z.literal('collation'), collationId: CollationId }),
  /** Sources compared where nothing can be saved. */
  z.object({ kind: z.literal('unsaved'), sourceIds: z.array(SourceId).min(2) }),
]);
/** A page beside the documents: each search has its own concordance, each note its page, the log is one. */
export type PageTab = z.infer<typeof PageTab>;

const Tab = z.union([DocumentTab, PageTab]);
export type Tab = z.infer<typeof Tab>;

export const SplitSide = z.enum(['left', 'right']);
export type SplitSide = z.infer<typeof SplitSide>;

/** As it is remembered with the layout. */
export const TabsState = z.object({
  tabs: z.array(Tab).max(50),
  activeId: z.string().nullable(),
  /** What is shown on the other side; null while one tab fills the room. */
  besideId: z.string().nullable().default(null),
  /** Where the active tab is while there are two sides. */
  activeSide: SplitSide.default('left'),
});
export type TabsState = z.infer<typeof TabsState>;

/** What to show when a document is opened; both null for the document as a whole. */
export interface OpenOptions {
  readonly query: TabQuery | null;
  readonly place: TabRange | null;
  readonly page?: TabPageTarget | undefined;
}

export type TabsAction =
  | ({ readonly type: 'open' | 'preview' | 'beside'; readonly sourceId: SourceId } & OpenOptions)
  | { readonly type: 'page' | 'pageBeside'; readonly page: PageTab }
  | { readonly type: 'activate' | 'keep' | 'close'; readonly id: string }
  /** `split` shows a second tab beside the first, or one alone again; `other` goes to the other side. */
  | { readonly type: 'split' | 'other' };

export const NO_TABS: TabsState = { tabs: [], activeId: null, besideId: null, activeSide: 'left' };

/** The key of a tab, without blanks: the id of its source, or the page it shows. */
export function tabKey(tab: Tab): string {
  switch (tab.kind) {
    case 'document':
      return tab.sourceId;
    case 'concordance':
      return `concordance-${encodeURIComponent(JSON.stringify(SearchQuery.parse(tab.query)))}`;
    case 'note':
      return `note-${tab.noteId}`;
    case 'tag':
      return `tag-${tab.tagId}`;
    case 'correction':
    case 'proofreading':
    case 'transcription':
      return `${tab.kind}-${tab.sourceId}`;
    case 'comparison':
      return `comparison-${tab.from}-${tab.to}`;
    case 'collation':
      return `collation-${tab.collationId}`;
    case 'unsaved':
      return `unsaved-${tab.sourceIds.join('-')}`;
    default:
      return tab.kind;
  }
}

/** The tab that keys and commands are for. */
export const activeTab = ({ tabs, activeId }: TabsState): Tab | null =>
  tabs.find((tab) => tabKey(tab) === activeId) ?? null;

/** The source that is being read; null when no document is on top. */
export function activeSource(state: TabsState): SourceId | null {
  const tab = activeTab(state);
  switch (tab?.kind) {
    case 'document':
    case 'correction':
    case 'proofreading':
    case 'transcription':
      return tab.sourceId;
    default:
      return null;
  }
}

/** On which side a tab is shown; null when it is behind others. */
export function sideOf({ activeId, besideId, activeSide }: TabsState, id: string): SplitSide | null {
  if (id === activeId) return activeSide;
  if (id !== besideId) return null;
  return activeSide === 'left' ? 'right' : 'left';
}

const sameQuery = (a: TabQuery | null, b: TabQuery | null): boolean =>
  a?.query === b?.query && a?.mode === b?.mode && a?.matching === b?.matching;

const isPreview = (tab: Tab): boolean => tab.kind === 'document' && tab.standing === 'preview';

/** The options of an open document that is opened again with others. */
function mergeOpenOptions(known: OpenOptions, next: OpenOptions): OpenOptions {
  // Opened without a search, or with the one it shows: it keeps the hits and the place that it shows already.
  const isSame = next.place === null && (next.query === null || sameQuery(next.query, known.query));
  const { query, place } = isSame ? known : next;
  return { query, place, page: next.page ?? (isSame ? known.page : undefined) };
}

/** Shows a tab on the active side, or goes to the side that shows it already. */
function activate(state: TabsState, id: string): TabsState {
  if (id === state.activeId) return state;
  return id === state.besideId ? switchSides(state) : { ...state, activeId: id };
}

function switchSides(state: TabsState): TabsState {
  if (state.besideId === null) return state;
  const activeSide = state.activeSide === 'left' ? 'right' : 'left';
  return { ...state, activeId: state.besideId, besideId: state.activeId, activeSide };
}

/** Puts a tab among the others, not yet shown. */
function insert(state: TabsState, tab: Tab): TabsState {
  const preview = state.tabs.findIndex(isPreview);
  const shown = [state.activeId, state.besideId];
  if (isPreview(tab) && preview >= 0) {
    const gone = tabKey(state.tabs[preview] as Tab);
    return {
      ...state,
      tabs: state.tabs.with(preview, tab),
      besideId: state.besideId === gone ? tabKey(tab) : state.besideId,
    };
  }
  const after = state.tabs.findIndex((other) => tabKey(other) === state.activeId);
  const tabs = state.tabs.toSpliced(after < 0 ? state.tabs.length : after + 1, 0, tab);
  if (tabs.length <= 50) return { ...state, tabs };
  // Fifty are remembered; the oldest one that is not looked at gives way.
  const oldest = tabs.findIndex((other) => other !== tab && !shown.includes(tabKey(other)));
  return { ...state, tabs: tabs.toSpliced(Math.max(0, oldest), 1) };
}

/** The document among the tabs, with the marks it is opened with now. */
function withDocument(state: TabsState, tab: DocumentTab): TabsState {
  const known = state.tabs.find((other) => other.kind === 'document' && other.sourceId === tab.sourceId);
  if (known?.kind !== 'document') return insert(state, tab);
  const standing = known.standing === 'kept' ? 'kept' : tab.standing;
  const next: DocumentTab = { ...known, standing, ...mergeOpenOptions(known, tab) };
  return { ...state, tabs: state.tabs.map((other) => (other === known ? next : other)) };
}

function withPage(state: TabsState, page: PageTab): TabsState {
  const at = state.tabs.findIndex((tab) => tabKey(tab) === tabKey(page));
  if (at < 0) return insert(state, page);
  return page.kind === 'gather' ? { ...state, tabs: state.tabs.with(at, page) } : state;
}

/** Shows a tab on the side that is not active, which stays active. */
function showBeside(state: TabsState, id: string): TabsState {
  if (state.activeId === null) return { ...state, activeId: id };
  return id === state.activeId ? state : { ...state, besideId: id };
}

/** A document goes beside the note that is being written, when there are two sides. */
function show(state: TabsState, id: string): TabsState {
  const active = activeTab(state);
  const isWriting = active?.kind === 'note' && state.besideId !== null && id !== state.activeId;
  return isWriting ? switchSides({ ...state, besideId: id }) : activate(state, id);
}

function close(state: TabsState, id: string): TabsState {
  const index = state.tabs.findIndex((tab) => tabKey(tab) === id);
  if (index < 0) return state;
  const tabs = state.tabs.toSpliced(index, 1);
  if (id === state.besideId) return { ...state, tabs, besideId: null, activeSide: 'left' };
  if (id !== state.activeId) return { ...state, tabs };
  const neighbours = [tabs[index], tabs[index - 1], ...tabs].filter((tab) => tab !== undefined).map(tabKey);
  const next = neighbours.find((neighbour) => neighbour !== state.besideId);
  if (next !== undefined) return { ...state, tabs, activeId: next };
  return { tabs, activeId: state.besideId, besideId: null, activeSide: 'left' };
}

function split(state: TabsState): TabsState {
  if (state.besideId !== null) return { ...state, besideId: null, activeSide: 'left' };
  const at = state.tabs.findIndex((tab) => tabKey(tab) === state.activeId);
  const other = state.tabs[at + 1] ?? state.tabs[at - 1];
  return other ? { ...state, besideId: tabKey(other) } : state;
}

export function tabsReducer(state: TabsState, action: TabsAction): TabsState {
  switch (action.type) {
    case 'open':
    case 'preview':
    case 'beside': {
      const { type, sourceId, query, place, page } = action;
      const standing = type === 'preview' ? 'preview' : 'kept';
      const held = withDocument(state, { kind: 'document', sourceId, query, place, page, standing });
      return type === 'beside' ? showBeside(held, sourceId) : show(held, sourceId);
    }
    case 'page':
      return activate(withPage(state, action.page), tabKey(action.page));
    case 'pageBeside':
      return showBeside(withPage(state, action.page), tabKey(action.page));
    case 'activate':
      return state.tabs.some((tab) => tabKey(tab) === action.id) ? activate(state, action.id) : state;
    case 'keep':
      return {
        ...state,
        tabs: state.tabs.map((tab) =>
          tab.kind === 'document' && tabKey(tab) === action.id ? { ...tab, standing: 'kept' } : tab,
        ),
      };
    case 'close':
      return close(state, action.id);
    case 'split':
      return split(state);
    case 'other':
      return switchSides(state);
  }
}

/** As a window begins: each document at its text. */
export const withoutPageTargets = (state: TabsState): TabsState => ({
  ...state,
  tabs: state.tabs.map((tab) => (tab.kind === 'document' ? { ...tab, page: undefined } : tab)),
});
