/**
 * The frame over an open archive: rail, list, documents, inspector, status line. Invariant: what is not shown keeps
 * its state (React's Activity) but none of its commands.
 */
import { PanelLeft } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import type { ArchiveInfo, JobId, NoteId, ShellOutput, SourceId } from '../../electron/contract/index.js';
import { t } from '../../electron/wording/index.js';
import { saveLayout, useCommand } from '../api/index.js';
import { CopyCitation } from '../features/citing/index.js';
import { ExportDialog } from '../features/export/index.js';
import { ImportLayer } from '../features/import/index.js';
import { JobSheet, JobsStatus } from '../features/jobs/index.js';
import { NoteCommands } from '../features/notes/index.js';
import { OcrCommand } from '../features/ocr/index.js';
import { RereadCommand } from '../features/rereading/index.js';
import { SettingsPage } from '../features/settings/index.js';
import { SimilarPane } from '../features/similar/index.js';
import { Button, Tooltip } from '../ui/index.js';
import { Documents } from './Documents.js';
import { ErrorBoundary } from './ErrorBoundary.js';
import { ExportCommands } from './ExportCommands.js';
import css from './Frame.module.css';
import { FrameTools } from './FrameTools.js';
import { Inspector } from './Inspector.js';
import { ListPane } from './ListPane.js';
import { Rail } from './Rail.js';
import { SampleCard } from './SampleCard.js';
import { StatusLine } from './StatusLine.js';
import { useProvideSourceOpener } from './source-opener.js';
import { TabBar } from './TabBar.js';
import { activeSource, activeTab, type OpenOptions, type TabQuery, type TabRange } from './tabs-state.js';
import { useCompare } from './use-compare.js';
import { useDescribeCommand } from './use-describe-command.js';
import { useFirstLook } from './use-first-look.js';
import { useFocusRequest } from './use-focus-request.js';
import { useHistoryCommands } from './use-history-commands.js';
import { DOCUMENTS_MIN_PX, PANES, usePanes } from './use-panes.js';
import { useQuoteCommand } from './use-quote-command.js';
import { useSearchPages } from './use-search-pages.js';
import { useSimilarPassages } from './use-similar-passages.js';
import { useTabCommands } from './use-tab-commands.js';
import { type ListArea, type PaneName, useWorkspace } from './workspace/index.js';

export interface FrameProps {
  readonly info: ArchiveInfo;
  readonly shell: ShellOutput<'shell.state'>;
  /** What the layout of this archive is remembered under. */
  readonly archiveKey: string;
}

const atPlace = ({ sourceId, start, end }: TabRange & { readonly sourceId: SourceId }) => ({
  sourceId,
  place: { start, end },
});

export function Frame({ info, shell, archiveKey }: FrameProps) {
  const { layout } = shell.preferences;
  const tabsName = `tabs:${archiveKey}`;
  const [isFirst] = useState(() => layout[tabsName] === undefined);
  const { state, dispatch, described, selectedNotes, targets } = useWorkspace(layout, tabsName);
  const { tabs, folded, query } = state;
  const isInSettings = state.page === 'settings';
  const onFolded = (name: PaneName, isFolded: boolean) =>
    dispatch({ type: isFolded ? 'paneFolded' : 'paneUnfolded', pane: name });
  const { start, refs, documents, resized, moved, toggle, show, want: requestWidth } = usePanes(layout.panes, onFolded);
  const [scanId, setScanId] = useState<JobId | null>(null);
  const [jobId, setJobId] = useState<JobId | null>(null);
  const listElement = useRef<HTMLDivElement>(null);
  const ofList = useFocusRequest({
    request: state.focusRequest,
    isListFolded: folded.list,
    list: listElement,
    activeId: tabs.activeId,
    onListFocus: () => dispatch({ type: 'listEntered' }),
  });

  const openMarked = useCallback(
    (sourceId: SourceId, marks: OpenOptions) => dispatch({ type: 'open', sourceId, ...marks }),
    [dispatch],
  );
  const open = useCallback(
    (sourceId: SourceId, tabQuery: TabQuery | null = null) => openMarked(sourceId, { query: tabQuery, place: null }),
    [openMarked],
  );
  const openPlain = useCallback((id: SourceId) => open(id), [open]);
  const reach = useCallback((sourceId: SourceId | null) => dispatch({ type: 'lineReached', sourceId }), [dispatch]);
  const go = (area: ListArea) => {
    saveLayout('area', area);
    show('list');
    dispatch({ type: 'areaOpened', area });
  };

  useProvideSourceOpener(openPlain);
  useFirstLook(isFirst, dispatch);
  useHistoryCommands(info.readOnly);
  useCommand('go.sources', () => go('sources'));
  useCommand('go.search', () => go('search'));
  useCommand('go.settings', () => dispatch({ type: 'settingsOpened' }));
  useCommand('view.list', () => toggle('list'), { enabled: !isInSettings });
  useCommand('view.inspector', () => toggle('inspector'), { enabled: !isInSettings });
  useCommand('go.notes', () => go('notes'));
  useCommand('go.compare', () => go('compare'));
  useTabCommands(tabs, dispatch, !isInSettings);
  const gathered = targets('pages.gather');
  useCommand(
    'pages.gather',
    () => dispatch({ type: 'pageEntered', page: { kind: 'gather', sourceIds: gathered.slice(0, 5_000) } }),
    { enabled: gathered.length > 0 },
  );
  const setQuotable = useQuoteCommand(tabs, dispatch, info.readOnly);

  const activeId = activeSource(tabs);
  const active = activeTab(tabs);
  const noteId = active?.kind === 'note' ? active.noteId : null;
  const openNote = useCallback(
    (id: NoteId) => dispatch({ type: 'page', page: { kind: 'note', noteId: id } }),
    [dispatch],
  );
  const goToSearch = useStable(() => go('search'));
  const { requested, search } = useSearchPages(query, info.readOnly, dispatch, goToSearch);
  const showInspector = useStable(() => show('inspector'));
  const similar = useSimilarPassages(dispatch, showInspector);
  const compare = useCompare({
    tabs,
    dispatch,
    selected: targets('collation.compare'),
    isReadOnly: info.readOnly,
    requestWidth,
  });
  useDescribeCommand({
    isPossible: targets('source.describe').length > 0,
    isShown: !folded.inspector && similar.passage === null,
    onShow: () => {
      similar.close();
      show('inspector');
    },
  });

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
        <Rail area={isInSettings ? 'settings' : state.area} />
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
              <div ref={listElement} className={css.list} data-pane inert={folded.list} {...ofList}>
                <ListPane
                  area={state.area}
                  sources={state.sources}
                  targets={targets('source.delete')}
                  notes={state.notes}
                  dispatch={dispatch}
                  requested={requested}
                  onOpen={open}
                  activeNoteId={noteId}
                  onOpenNote={openNote}
                  activeCollationId={compare.collationId}
                  onOpenCollation={compare.open}
                  onCompare={compare.compare}
                />
                <SampleCard shell={shell} />
              </div>
            </Panel>
            <Separator className={css.separator} aria-label={t('Width of the list')} disabled={folded.list} />
            <Panel
              id="documents"
              panelRef={documents}
              minSize={DOCUMENTS_MIN_PX}
              className={css.pane}
              style={{ overflow: 'hidden' }}
            >
              <section className={css.documents} aria-label={t('Documents')}>
                <TabBar
                  state={tabs}
                  dispatch={dispatch}
                  before={
                    <Tooltip text={folded.list ? t('Show the list') : t('Hide the list')} keys="CmdOrCtrl+B">
                      <Button
                        variant="icon"
                        aria-label={folded.list ? t('Show the list') : t('Hide the list')}
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
                      isInspectorHidden={folded.inspector}
                    />
                  }
                />
                <Documents
                  state={tabs}
                  dispatch={dispatch}
                  onQuotable={setQuotable}
                  onOpen={openMarked}
                  onReach={reach}
                  onSimilar={similar.open}
                  onSearch={search}
                />
              </section>
            </Panel>
            <Separator className={css.separator} aria-label={t('Width of the inspector')} disabled={folded.inspector} />
            <Panel {...pane('inspector')}>
              <section className={css.inspector} aria-label={t('Inspector')} data-pane inert={folded.inspector}>
                {similar.passage ? (
                  <ErrorBoundary what={t('The list of similar passages')}>
                    <SimilarPane
                      passage={similar.passage}
                      onPreview={(place) => dispatch({ type: 'preview', query: null, ...atPlace(place) })}
                      onOpen={(place) => dispatch({ type: 'open', query: null, ...atPlace(place) })}
                      onClose={similar.close}
                    />
                  </ErrorBoundary>
                ) : (
                  <Inspector
                    described={described}
                    dispatch={dispatch}
                    onShow={showInspector}
                    onCompare={compare.compare}
                    onChooseToCompare={compare.choose}
                  />
                )}
              </section>
            </Panel>
          </Group>
          {isInSettings ? (
            <div className={css.over} data-pane>
              <SettingsPage
                info={info}
                shell={shell}
                sourceId={activeId}
                onClose={() => dispatch({ type: 'settingsClosed' })}
              />
            </div>
          ) : null}
        </main>
      </div>
      <StatusLine info={info} shell={shell}>
        <JobsStatus onShow={(job) => (job.kind === 'scan' ? setScanId(job.id) : setJobId(job.id))} onStart={setJobId} />
      </StatusLine>
      <ImportLayer isReadOnly={info.readOnly} scanId={scanId} onShow={setScanId} onStarted={setJobId} />
      <JobSheet jobId={jobId} onClose={() => setJobId(null)} onOpenSource={openPlain} />
      <NoteCommands isReadOnly={info.readOnly} onOpen={openNote} />
      <CopyCitation sourceIds={targets('cite.copy')} preferences={shell.preferences} />
      <OcrCommand sourceIds={targets('source.ocr')} isReadOnly={info.readOnly} onStarted={setJobId} />
      <RereadCommand sourceIds={targets('text.reread')} isReadOnly={info.readOnly} />
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
      <ExportCommands query={query} isConcordanceOnTop={active?.kind === 'concordance'} />
      {compare.dialog}
    </>
  );
}

/** The same function for as long as the frame is shown, which does what the newest one would. */
function useStable(run: () => void): () => void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  return useCallback(() => latest.current(), []);
}
