/**
 * The frame over an open archive: rail, list, documents, inspector, status line. Invariant: what is not shown keeps
 * its state (React's Activity) but none of its commands.
 */
import { Moon, PanelLeft, PanelRight, Sun } from 'lucide-react';
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import type { ArchiveInfo, JobId, SearchQuery, ShellOutput, SourceId } from '../../electron/contract/index.js';
import { announce, perform, rememberLayout, runCommand, useCall, useCommand } from '../api/index.js';
import { DescriptionPane } from '../features/description/index.js';
import { ImportLayer } from '../features/import/index.js';
import { JobSheet, JobsLine } from '../features/jobs/index.js';
import { SettingsPage } from '../features/settings/index.js';
import { SimilarPane } from '../features/similar/index.js';
import { Button, Tooltip } from '../ui/index.js';
import { Documents } from './Documents.js';
import { ErrorBoundary } from './ErrorBoundary.js';
import { Exports } from './Exports.js';
import css from './Frame.module.css';
import { LIST_ENTRY, type ListArea, ListPane } from './ListPane.js';
import { useProvideOpenSource } from './open-source.js';
import { Rail } from './Rail.js';
import { SampleCard } from './SampleCard.js';
import { StatusLine } from './StatusLine.js';
import { TabBar } from './TabBar.js';
import { activeSource, type Marks, type TabPlace, type TabQuery } from './tabs-state.js';
import { useDark } from './use-dark.js';
import { useOpening } from './use-opening.js';
import { DOCUMENTS_MIN_PX, PANES, type PaneName, usePanes } from './use-panes.js';
import { useSearchPages } from './use-search-pages.js';
import { useSimilar } from './use-similar.js';
import { useTabs } from './use-tabs.js';

export interface FrameProps {
  readonly info: ArchiveInfo;
  readonly shell: ShellOutput<'shell.state'>;
  /** What the layout of this archive is remembered under. */
  readonly archiveKey: string;
}

const atPlace = ({ sourceId, start, end }: TabPlace & { readonly sourceId: SourceId }) => ({
  sourceId,
  place: { start, end },
});

/** Drawn again only when other sources are described: an import changes the counts around it every second. */
const Inspector = memo(DescriptionPane);

function useHistoryCommands(isReadOnly: boolean): void {
  const history = useCall('history.state', undefined);
  const state = history.status === 'ready' && !isReadOnly ? history.data : { undo: null, redo: null };
  const turn = async (call: 'history.undo' | 'history.redo', said: string, label: string | null) => {
    const result = await perform(call, undefined);
    if (result.ok) announce(`${said}: ${label ?? ''}`);
  };
  useCommand('edit.undo', () => void turn('history.undo', 'Undone', state.undo), { enabled: state.undo !== null });
  useCommand('edit.redo', () => void turn('history.redo', 'Done again', state.redo), { enabled: state.redo !== null });
}

export function Frame({ info, shell, archiveKey }: FrameProps) {
  const { layout } = shell.preferences;
  const tabsName = `tabs:${archiveKey}`;
  const [isFirst] = useState(() => layout[tabsName] === undefined);
  const [tabs, dispatch] = useTabs(tabsName, layout[tabsName]);
  const { start, hidden, refs, documents, resized, moved, toggle, show } = usePanes(layout.panes);
  const [listArea, setListArea] = useState<ListArea>(layout.area === 'search' ? 'search' : 'sources');
  const [isInSettings, setInSettings] = useState(false);
  const [selected, setSelected] = useState<readonly SourceId[]>([]);
  const [query, setQuery] = useState<SearchQuery | null>(null);
  const [reached, setReached] = useState<SourceId | null>(null);
  const [scanId, setScanId] = useState<JobId | null>(null);
  const [jobId, setJobId] = useState<JobId | null>(null);
  const isDark = useDark();
  const listElement = useRef<HTMLDivElement>(null);
  /** The area the person asked for last; a new object for each time, so that asking again moves the focus again. */
  const [wanted, setWanted] = useState<{ readonly area: ListArea } | null>(null);
  useEffect(() => {
    if (wanted) listElement.current?.querySelector<HTMLElement>(LIST_ENTRY[wanted.area])?.focus();
  }, [wanted]);

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
  useCommand('tab.close', () => tabs.activeId && dispatch({ type: 'close', id: tabs.activeId }), {
    enabled: tabs.activeId !== null && !isInSettings,
  });

  const activeId = activeSource(tabs);
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
  const similar = useSimilar(
    dispatch,
    useCallback(() => showInspector.current(), []),
  );
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
                    <>
                      <Tooltip text={isDark ? 'Light' : 'Dark'} keys="CmdOrCtrl+Shift+L">
                        <Button
                          variant="icon"
                          aria-label={isDark ? 'Switch to light' : 'Switch to dark'}
                          onPress={() => void runCommand('view.theme')}
                        >
                          {isDark ? <Sun size={16} aria-hidden /> : <Moon size={16} aria-hidden />}
                        </Button>
                      </Tooltip>
                      <Tooltip
                        text={hidden.inspector ? 'Show the inspector' : 'Hide the inspector'}
                        keys="CmdOrCtrl+Alt+B"
                      >
                        <Button
                          variant="icon"
                          aria-label={hidden.inspector ? 'Show the inspector' : 'Hide the inspector'}
                          onPress={() => toggle('inspector')}
                        >
                          <PanelRight size={16} aria-hidden />
                        </Button>
                      </Tooltip>
                    </>
                  }
                />
                <Documents
                  state={tabs}
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
                  <ErrorBoundary what="The description">
                    <Inspector sourceIds={described} />
                  </ErrorBoundary>
                )}
              </section>
            </Panel>
          </Group>
          {isInSettings ? (
            <div className={css.over}>
              <SettingsPage info={info} shell={shell} onClose={() => setInSettings(false)} />
            </div>
          ) : null}
        </main>
      </div>
      <StatusLine info={info} shell={shell}>
        <JobsLine onShow={(job) => (job.kind === 'scan' ? setScanId(job.id) : setJobId(job.id))} onStart={setJobId} />
      </StatusLine>
      <ImportLayer isReadOnly={info.readOnly} scanId={scanId} onShow={setScanId} onStarted={setJobId} />
      <JobSheet jobId={jobId} onClose={() => setJobId(null)} onOpenSource={openPlain} />
      <Exports query={query} isConcordanceOnTop={isConcordanceOnTop} />
    </>
  );
}
