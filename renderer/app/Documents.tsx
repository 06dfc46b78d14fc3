/** The open documents and pages, one shown or two side by side, the others kept as they were left. */
import { BookOpenText } from 'lucide-react';
import { Activity, type KeyboardEvent, memo, type ReactNode, useMemo, useRef } from 'react';
import type { ConcordanceLine, NoteId, SearchQuery, SourceId, TagId } from '../../electron/contract/index.js';
import { t } from '../../electron/wording/index.js';
import type { OpenTarget } from '../api/index.js';
import { ReviewPage } from '../features/annotation/index.js';
import { CollationPage, type CollationPageSubject, type CollationSlots } from '../features/collation/index.js';
import { ConcordancePage } from '../features/concordance/index.js';
import { GatherPage } from '../features/gathering/index.js';
import { NotePage } from '../features/notes/index.js';
import { ProofreadingPage, TranscriptionPage } from '../features/proofreading/index.js';
import { originalKind, type ReadingSelection } from '../features/reading/index.js';
import { SearchLogPage } from '../features/search-log/index.js';
import { TagPage, TagsPage } from '../features/tags/index.js';
import { ComparisonPage, CorrectionPage } from '../features/versions/index.js';
import { EmptyState, FocusReturn, Kbd, rich, useRestoreFocus } from '../ui/index.js';
import { AnnotatedReader, type QuotablePassage, type TextWork } from './AnnotatedReader.js';
import css from './Documents.module.css';
import { ErrorBoundary } from './ErrorBoundary.js';
import { tabId, tabPanelId } from './focus-tab-panel.js';
import { SplitHandle } from './SplitHandle.js';
import {
  type OpenOptions,
  type SplitSide,
  sideOf,
  type Tab,
  type TabsAction,
  type TabsState,
  tabKey,
} from './tabs-state.js';
import { usePanelFocus } from './use-panel-focus.js';
import { WitnessImage, WitnessReader } from './WitnessReader.js';

export interface DocumentsProps {
  readonly state: TabsState;
  dispatch(action: TabsAction): void;
  onOpen(id: SourceId, marks: OpenOptions): void;
  /** The source of the line one is on in a concordance; null when one is on none. */
  onReach(id: SourceId | null): void;
  /** What of the document that is read a quotation would be of; null when there is nothing. */
  onQuotable(passage: QuotablePassage | 'loading' | null): void;
  onSimilar(selection: ReadingSelection): void;
  /** Shows a search of the log in the search pane again. */
  onSearch(query: SearchQuery): void;
}

interface PanelProps {
  readonly tab: Tab;
  /** Null while one tab fills the room. */
  readonly side: SplitSide | null;
  readonly isActive: boolean;
  dispatch(action: TabsAction): void;
  readonly children: ReactNode;
}

/** Pages that Escape leaves again; documents, notes and collations keep the focus. */
const TRANSIENT: readonly Tab['kind'][] = ['concordance', 'log', 'tags', 'tag', 'review', 'comparison'];

/** Focus or a click inside activates the tab. */
function Panel({ tab, side, isActive, dispatch, children }: PanelProps) {
  const id = tabKey(tab);
  const isPassing = TRANSIENT.includes(tab.kind);
  const restoreFocus = useRestoreFocus();
  const enter = () => dispatch({ type: 'activate', id });
  const leave = (event: KeyboardEvent) => {
    if (isPassing && event.key === 'Escape' && !event.defaultPrevented) restoreFocus();
  };
  return (
    <div
      role="tabpanel"
      id={tabPanelId(id)}
      aria-labelledby={tabId(id)}
      tabIndex={-1}
      className={css.panel}
      data-side={side ?? undefined}
      data-active={isActive || undefined}
      onFocusCapture={enter}
      onPointerDownCapture={enter}
      onKeyDown={leave}
    >
      {isPassing ? <FocusReturn /> : null}
      <ErrorBoundary what={NAMES[tab.kind]}>{children}</ErrorBoundary>
    </div>
  );
}

const NAMES: Record<Tab['kind'], string> = {
  document: t('The reading view'),
  concordance: t('The concordance'),
  log: t('The search log'),
  note: t('The note'),
  tags: t('The list of tags'),
  tag: t('The page of a tag'),
  gather: t('The pages to gather'),
  review: t('The list of annotations to review'),
  correction: t('The correction'),
  proofreading: t('The proofreading'),
  transcription: t('The transcription'),
  comparison: t('The comparison'),
  collation: t('The comparison'),
  unsaved: t('The comparison'),
};

export const Documents = memo(function Documents(props: DocumentsProps) {
  const { state, dispatch, onOpen, onReach, onQuotable, onSimilar, onSearch } = props;
  const { tabs, activeId, besideId } = state;
  const room = useRef<HTMLDivElement>(null);
  const watchKeys = usePanelFocus(room, activeId);
  const slots = useMemo<CollationSlots>(
    () => ({
      text: (view) => <WitnessReader view={view} onQuotable={onQuotable} onSimilar={onSimilar} />,
      image: (view) => <WitnessImage view={view} />,
      imageOf: ({ originals }) => originalKind(originals),
    }),
    [onQuotable, onSimilar],
  );
  if (tabs.length === 0) {
    return (
      <div className={css.room}>
        <EmptyState icon={<BookOpenText size={32} strokeWidth={1.4} />} title={t('Nothing is open')}>
          {rich(
            'Choose a source in the list to look at it, press Enter to keep it open, or press {palette} and type a title.',
            { palette: <Kbd keys="CmdOrCtrl+K" /> },
          )}
        </EmptyState>
      </div>
    );
  }
  const isSplit = besideId !== null;
  return (
    <div ref={room} className={css.room} {...watchKeys} data-split={isSplit || undefined}>
      {tabs.map((tab) => {
        const id = tabKey(tab);
        const side = sideOf(state, id);
        return (
          <Activity key={id} mode={side === null ? 'hidden' : 'visible'}>
            <Panel tab={tab} side={isSplit ? side : null} isActive={id === activeId} dispatch={dispatch}>
              {content(tab, id === activeId)}
            </Panel>
          </Activity>
        );
      })}
      {isSplit ? <SplitHandle room={room} /> : null}
    </div>
  );

  function content(tab: Tab, isActive: boolean): ReactNode {
    switch (tab.kind) {
      case 'document':
        return (
          <AnnotatedReader
            sourceId={tab.sourceId}
            query={tab.query}
            place={tab.place}
            page={tab.page ?? null}
            isActive={isActive}
            onQuotable={onQuotable}
            onSimilar={onSimilar}
            onWork={openWork}
          />
        );
      case 'concordance':
        return (
          <ConcordancePage
            query={tab.query}
            onOpen={(line) => openLine(line, tab.query)}
            onReach={(line) => onReach(line?.sourceId ?? null)}
          />
        );
      case 'log':
        return <SearchLogPage onSearch={onSearch} />;
      case 'note':
        return (
          <NotePage
            noteId={tab.noteId}
            isActive={isActive}
            onOpenBeside={openBeside}
            onOpenNote={openNote}
            onOpenTag={openTag}
          />
        );
      case 'tags':
        return <TagsPage onOpenTag={openTag} />;
      case 'tag':
        return <TagPage tagId={tab.tagId} onOpen={openPlace} />;
      case 'gather':
        return (
          <GatherPage
            sourceIds={tab.sourceIds}
            isActive={isActive}
            onSources={gather}
            onOpen={(sourceId) => dispatch({ type: 'open', sourceId, query: null, place: null })}
          />
        );
      case 'review':
        return <ReviewPage onOpen={openBeside} />;
      case 'correction':
        return <CorrectionPage sourceId={tab.sourceId} isActive={isActive} onDone={() => closeWork(tab)} />;
      case 'proofreading':
        return (
          <ProofreadingPage
            sourceId={tab.sourceId}
            isActive={isActive}
            onDone={() => closeWork(tab)}
            onTranscribe={(id) => openWork('transcription', id)}
          />
        );
      case 'transcription':
        return <TranscriptionPage sourceId={tab.sourceId} onDone={() => closeWork(tab)} />;
      case 'comparison':
        return <ComparisonPage sourceId={tab.sourceId} from={tab.from} to={tab.to} isActive={isActive} />;
      case 'collation':
        return compared({ id: tab.collationId }, isActive);
      case 'unsaved':
        return compared({ sourceIds: tab.sourceIds }, isActive);
    }
  }

  function compared(subject: CollationPageSubject, isActive: boolean): ReactNode {
    return <CollationPage subject={subject} isActive={isActive} slots={slots} onOpenSource={openSource} />;
  }
  function gather(sourceIds: readonly SourceId[]): void {
    dispatch({ type: 'page', page: { kind: 'gather', sourceIds: [...sourceIds] } });
  }
  function openSource(sourceId: SourceId): void {
    dispatch({ type: 'beside', sourceId, query: null, place: null });
  }
  function openLine({ sourceId, start, end }: ConcordanceLine, query: SearchQuery): void {
    const { query: words, mode, matching } = query;
    onOpen(sourceId, { query: { query: words, mode, matching }, place: { start, end } });
  }
  function openPlace({ sourceId, place, page }: OpenTarget): void {
    onOpen(sourceId, { query: null, place, page });
  }
  function openBeside({ sourceId, place, page }: OpenTarget): void {
    dispatch({ type: 'beside', sourceId, query: null, place, page });
  }
  function openNote(noteId: NoteId): void {
    dispatch({ type: 'page', page: { kind: 'note', noteId } });
  }
  function openTag(tagId: TagId): void {
    dispatch({ type: 'page', page: { kind: 'tag', tagId } });
  }
  function openWork(kind: TextWork, sourceId: SourceId): void {
    dispatch({ type: 'page', page: { kind, sourceId } });
  }
  function closeWork(tab: { readonly kind: TextWork; readonly sourceId: SourceId }): void {
    dispatch({ type: 'close', id: tabKey(tab) });
    dispatch({ type: 'open', sourceId: tab.sourceId, query: null, place: null });
  }
});
