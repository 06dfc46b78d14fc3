/**
 * The frame over an open archive: rail, list, documents, inspector, status line. Invariant: what is not shown keeps
 * its state (React's Activity) but none of its commands.
 */
import { PanelLeft } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import type { ArchiveInfo, JobId, NoteId, SearchQuery, ShellOutput, SourceId } from '../../electron/contract/index.js';
import { rememberLayout, runCommand, useCommand } from '../api/index.js';
import { CopyCitation } from '../features/citing/index.js';
import { ExportDialog } from '../features/export/index.js';
import { ImportLayer } from '../features/import/index.js';
import { JobSheet, JobsLine } from '../features/jobs/index.js';
import { NoteCommands } from '../features/notes/index.js';
import { RereadCommand } from '../features/rereading/index.js';
import { SettingsPage } from '../features/settings/index.js';
import { SimilarPane } from '../features/similar/index.js';
import { Button, Tooltip } from '../ui/index.js';
import { Documents } from './Documents.js';
import { ErrorBoundary } from './ErrorBoundary.js';
import { Exports } from './Exports.js';
import css from './Frame.module.css';
import { FrameTools } from './FrameTools.js';
import { Inspector } from './Inspector.js';
import { LIST_ENTRY, type ListArea, ListAreaName, ListPane } from './ListPane.js';
import { useProvideOpenSource } from './open-source.js';
import { Rail } from './Rail.js';
import { SampleCard } from './SampleCard.js';
import { StatusLine } from './StatusLine.js';
import { TabBar } from './TabBar.js';
import { activeSource, activeTab, type Marks, type TabPlace, type TabQuery } from './tabs-state.js';
import { useCompare } from './use-compare.js';
import { useHistoryCommands } from './use-history-commands.js';
import { useOpening } from './use-opening.js';
import { DOCUMENTS_MIN_PX, PANES, type PaneName, usePanes } from './use-panes.js';
import { useQuote } from './use-quote.js';
import { useSearchPages } from './use-search-pages.js';
import { useSimilar } from './use-similar.js';
import { useTabCommands } from './use-tab-commands.js';
import { useTabs } from './use-tabs.js';

export interface FrameProps {
  readonly info: ArchiveInfo;
  readonly shell: ShellOutput<'shell.state'>;
  /** What the layout of this archive is remembered under. */
  readonly archiveKey: string;
}

const NONE: readonly SourceId[] = [];

const atPlace = ({ sourceId, start, end }: TabPlace & { readonly sourceId: SourceId }) => ({
  sourceId,
  place: { start, end },
});

export function Frame({ info, shell, archiveKey }: FrameProps) {
  const { layout } = shell.preferences;
  const tabsName = `tabs:${archiveKey}`;
  const [isFirst] = useState(() => layout[tabsName] === undefined);
  const [tabs, dispatch] = useTabs(tabsName, layout[tabsName]);
  const { start, hidden, refs, documents, resized, moved, toggle, show, want } = usePanes(layout.panes);
  const [listArea, setListArea] = useState<ListArea>(() => ListAreaName.catch('sources').parse(layout.area));
  const [isInSettings, setInSettings] = useState(false);
  const [selectedNotes, setSelectedNotes] = useState<readonly NoteId[]>([]);
  const [selected, setSelected] = useState<readonly SourceId[]>([]);
  const [query, setQuery] = useState<SearchQuery | null>(null);
  const [reached, setReached] = useState<SourceId | null>(null);
  const [scanId, setScanId] = useState<JobId | null>(null);
  const [jobId, setJobId] = useState<JobId | null>(null);
  const listElement = useRef<HTMLDivElement>(null);
  /** The area the person asked for last; a new object for each time, so that asking again moves the focus again. */
  const [wanted, setWanted] = useState<{ readonly area: ListArea } | null>(null);
  useEffect(() => {
    // A list that was folded takes no focus until it is there.
    if (!wanted || hidden.list) return;
    listElement.current?.querySelector<HTMLElement>(LIST_ENTRY[wanted.area])?.focus();
    setWanted(null);
  }, [wanted, hidden.list]);

  const openMarked = useCallback(
    (sourceId: SourceId, marks: Marks) => {
      setInSettings(false);
      dispatch({ type: 'open', sourceId, ...marks });
    },
    [dispatch],
  );
  const open = useCallback(
    (sourceId: SourceId, tabQuery: TabQuery | null = null) => openMarked(sourceId, { query: tabQuery, place: null }),
    [openMarked],
  );
  const openPlain = useCallback((id: SourceId) => open(id), [open]);
  const preview = useCallback(
    (sourceId: SourceId, tabQuery: TabQuery | null = null) =>
      dispatch({ type: 'preview', sourceId, query: tabQuery, place: null }),
    [dispatch],
  );
  const go = (area: ListArea) => {
    setInSettings(false);
    setListArea(area);
    rememberLayout('area', area);
    show('list');
    setWanted({ area });
  };

  useProvideOpenSource(openPlain);
  useOpening(isFirst, dispatch);
  useHistoryCommands(info.readOnly);
  useCommand('go.sources', () => go('sources'));
  useCommand('go.search', () => go('search'));
  useCommand('go.settings', () => setInSettings(true));
  useCommand('view.list', () => toggle('list'), { enabled: !isInSettings });
  useCommand('view.inspector', () => toggle('inspector'), { enabled: !isInSettings });
  useCommand('go.notes', () => go('notes'));
  useCommand('go.compare', () => go('compare'));
  useTabCommands(tabs, dispatch, !isInSettings);
  const setQuotable = useQuote(tabs, dispatch, info.readOnly);

  const activeId = activeSource(tabs);
  const active = activeTab(tabs);
  const noteId = active?.kind === 'note' ? active.noteId : null;
  const openNote = useCallback(
    (id: NoteId) => dispatch({ type: 'page', page: { kind: 'note', noteId: id } }),
    [dispatch],
  );
  const isConcordanceOnTop = tabs.activeId?.startsWith('concordance') ?? false;
  const goSearch = useRef(() => go('search'));
  useEffect(() => {
    goSearch.current = () => go('search');
  });
  const goToSearch = useCallback(() => goSearch.current(), []);
  const { requested, search } = useSearchPages(query, info.readOnly, dispatch, goToSearch);
  const showInspector = useRef(() => show('inspector'));
  useEffect(() => {
    showInspector.current = () => show('inspector');
  });
  const showInspectorNow = useCallback(() => showInspector.current(), []);
  const similar = useSimilar(dispatch, showInspectorNow);
  const inListSelected = listArea === 'sources' ? selected : NONE;
  const compare = useCompare({ tabs, dispatch, selected: inListSelected, isReadOnly: info.readOnly, want });
  const described = useMemo(() => {
    if (listArea === 'sources' && selected.length > 1) return selected;
    if (activeId) return [activeId];
    return reached && isConcordanceOnTop ? [reached] : selected;
  }, [listArea, selected, activeId, reached, isConcordanceOnTop]);

  // Describing needs the description: it is shown first, then the pane's own command is run.
  const [isDescribing, setDescribing] = useState(false);
  useCommand(
    'source.describe',
    () => {
      setDescribing(true);
      similar.close();
      show('inspector');
    },
    { enabled: (hidden.inspector || similar.passage !== null) && described.length > 0 },
  );
  useEffect(() => {
    if (!isDescribing || hidden.inspector || similar.passage) return;
    setDescribing(false);
    runCommand('source.describe');
  }, [isDescribing, hidden.inspector, similar.passage]);

  const pane = (name: PaneName) => ({
    id: name,
    panelRef: refs[name],
    className: css.pane,
    style: { overflow: 'hidden' as const },
    collapsible: true,
    minSize: PANES[name].minPx,
    defaultSize: start[name].isHidden ? 0 : start[name].widthPx,
    groupResizeBehavior: 'preserve-pixel-size' as const,
    onResize: (size: { inPixels: number; asPercentage: number }) => resized(name, size),
  });

  return (
    <>
      <div className={css.work}>
        <Rail area={isInSettings ? 'settings' : listArea} />
        <main className={css.stage}>
          <h1 className="visually-hidden">{info.name}</h1>
          <Group
            id="frame"
            onLayoutChanged={(_layout, { isUserInteraction }) => isUserInteraction && moved()}
            orientation="horizontal"
            className={css.group}
            // Hidden would still be scrolled, by the pixel of a separator, when something far right takes the focus.
            style={{ overflow: 'clip' }}
            inert={isInSettings}
          >
            <Panel {...pane('list')}>
              <div ref={listElement} className={css.list} inert={hidden.list}>
                <ListPane
                  area={listArea}
                  selected={selected}
                  requested={requested}
                  onSelect={setSelected}
                  onOpen={open}
                  onPreview={preview}
                  onQueryChange={setQuery}
                  activeNoteId={noteId}
                  onOpenNote={openNote}
                  onSelectNotes={setSelectedNotes}
                  activeCollationId={compare.collationId}
                  onOpenCollation={compare.open}
                  onCompare={compare.compare}
                />
                <SampleCard shell={shell} />
              </div>
            </Panel>
            <Separator className={css.separator} aria-label="Width of the list" disabled={hidden.list} />
            <Panel
              id="documents"
              panelRef={documents}
              minSize={DOCUMENTS_MIN_PX}
              className={css.pane}
              style={{ overflow: 'hidden' }}
            >
              <section className={css.documents} aria-label="Documents">
                <TabBar
                  state={tabs}
                  dispatch={dispatch}
                  before={
                    <Tooltip text={hidden.list ? 'Show the list' : 'Hide the list'} keys="CmdOrCtrl+B">
                      <Button
                        variant="icon"
                        aria-label={hidden.list ? 'Show the list' : 'Hide the list'}
                        onPress={() => toggle('list')}
                      >
                        <PanelLeft size={16} aria-hidden />
                      </Button>
                    </Tooltip>
                  }
                  after={
                    <FrameTools
                      isSplit={tabs.besideId !== null}
                      canSplit={tabs.tabs.length > 1}
                      isInspectorHidden={hidden.inspector}
                    />
                  }
                />
                <Documents
                  state={tabs}
                  dispatch={dispatch}
                  onQuotable={setQuotable}
                  onOpen={openMarked}
                  onReach={setReached}
                  onSimilar={similar.seek}
                  onSearch={search}
                />
              </section>
            </Panel>
            <Separator className={css.separator} aria-label="Width of the inspector" disabled={hidden.inspector} />
            <Panel {...pane('inspector')}>
              <section className={css.inspector} aria-label="Inspector" inert={hidden.inspector}>
                {similar.passage ? (
                  <ErrorBoundary what="The list of similar passages">
                    <SimilarPane
                      passage={similar.passage}
                      onPreview={(place) => dispatch({ type: 'preview', query: null, ...atPlace(place) })}
                      onOpen={(place) => dispatch({ type: 'open', query: null, ...atPlace(place) })}
                      onClose={similar.close}
                    />
                  </ErrorBoundary>
                ) : (
                  <Inspector
                    noteId={noteId}
                    sourceIds={described}
                    dispatch={dispatch}
                    onShow={showInspectorNow}
                    onCompare={compare.compare}
                    onChooseToCompare={compare.choose}
                  />
                )}
              </section>
            </Panel>
          </Group>
          {isInSettings ? (
            <div className={css.over}>
              <SettingsPage info={info} shell={shell} sourceId={activeId} onClose={() => setInSettings(false)} />
            </div>
          ) : null}
        </main>
      </div>
      <StatusLine info={info} shell={shell}>
        <JobsLine onShow={(job) => (job.kind === 'scan' ? setScanId(job.id) : setJobId(job.id))} onStart={setJobId} />
      </StatusLine>
      <ImportLayer isReadOnly={info.readOnly} scanId={scanId} onShow={setScanId} onStarted={setJobId} />
      <JobSheet jobId={jobId} onClose={() => setJobId(null)} onOpenSource={openPlain} />
      <NoteCommands isReadOnly={info.readOnly} onOpen={openNote} />
      <CopyCitation sourceIds={described} preferences={shell.preferences} />
      <RereadCommand sourceIds={described} isReadOnly={info.readOnly} />
      <ExportDialog
        context={{
          noteId,
          selectedNotes,
          sourceId: activeId,
          tagId: active?.kind === 'tag' ? active.tagId : null,
          query,
        }}
        preferences={shell.preferences}
        isReadOnly={info.readOnly}
      />
      <Exports query={query} isConcordanceOnTop={isConcordanceOnTop} />
      {compare.dialog}
    </>
  );
}
