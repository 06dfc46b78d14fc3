/** The reading view for one source: its text, its hits, find in document, its original. */
import { Columns2, FileCode, FileText, ScanEye, TextQuote, TextSearch } from 'lucide-react';
import {
  Activity,
  type ReactNode,
  type Ref,
  useDeferredValue,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import {
  DOUBTFUL_BELOW,
  hasPages,
  NO_TEXT_ORIGIN,
  type Range,
  type Region,
  type SourceId,
} from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { type CommandOptions, failureMessage, formatPageLabel, type PageTarget, useCommand } from '../../api/index.js';
import { Button, EmptyState, ErrorState, Loading, ToggleButton, Tooltip } from '../../ui/index.js';
import { DocumentFindBar } from './DocumentFindBar.js';
import { DocumentHeader } from './DocumentHeader.js';
import { DocumentMenu } from './DocumentMenu.js';
import { findAll, foldText } from './find-text.js';
import { HitNavigator } from './HitNavigator.js';
import { assignLanes, type TextMark } from './mark-lanes.js';
import { NoTextYet } from './NoTextYet.js';
import { OriginalView } from './OriginalView.js';
import type { PagePoint, RegionTools } from './pages/index.js';
import css from './ReadingPane.module.css';
import { ReadingText } from './ReadingText.js';
import type { ReaderPosition } from './reader-position.js';
import type { MarginSlot, ReadingSelection, SelectionToolsSlot } from './reader-slots.js';
import type { ReadingTextHandle } from './reading-text-props.js';
import { type ReadingDocument, type ReadingQuery, useDocument, useMatches } from './use-document.js';
import { includeRange, type RevealRange, useHits } from './use-hits.js';
import { usePagesBeside } from './use-pages-beside.js';
import { useReaderView } from './use-reader-view.js';
import { useWordMarks } from './use-word-marks.js';
import { type PagePart, rangeOfPart } from './word-boxes.js';

export interface ReadingPaneProps {
  readonly sourceId: SourceId;
  /** The search that led here, to mark its hits; null when none did. */
  readonly query: ReadingQuery | null;
  /** The passage to begin at, marked where the search does not mark it; null for none. */
  readonly place: RevealRange | null;
  /** The page image to begin at; null for the text. */
  readonly page: PageTarget | null;
  /** What is marked on the page images. */
  readonly regions: RegionTools;
  /** Searches for passages similar to this selection. */
  onSimilar(selection: ReadingSelection): void;
  /** Whether keys and commands are for this document. */
  readonly isActive: boolean;
  /** What is marked in the current text, in any order; a stable array. */
  readonly marks: readonly TextMark[];
  /** Id of the mark that is looked at; null for none. */
  readonly activeMark: string | null;
  readonly handle: Ref<ReadingHandle>;
  /** What is selected, each time it changes; null when nothing is, or another document is active. */
  onSelection(selection: ReadingSelection | null): void;
  /** What a person means by "this": what is selected, else the current hit. */
  onTarget(target: ReadingSelection | null): void;
  /** What is still loading before keys can be answered, as in “Waiting for …”; null when nothing is. */
  onWaitingFor(waitingFor: string | null): void;
  /** A place in one or several marks was chosen; the lowest first; none: a place beside all marks. */
  onMarks(ids: readonly string[]): void;
  /** What stands in the right margin. */
  renderMargin(view: MarginSlot): ReactNode;
  /** Tools for what is selected, near it. */
  renderSelectionTools(view: SelectionToolsSlot): ReactNode;
  /** Lines above the text: what a person should know of this document now. */
  readonly notices: ReactNode;
  /** More for the menu of the document. */
  readonly menu?: ReactNode;
}

export interface ReadingHandle extends Pick<ReadingTextHandle, 'focus' | 'goTo' | 'currentOffset' | 'clearSelection'> {
  /** Shows the page image at a region. */
  goToRegion(region: Region): void;
  /** Where one is on the page images; null while the text is shown. */
  currentPage(): PagePoint | null;
}

export function ReadingPane({ sourceId, ...props }: ReadingPaneProps) {
  const answer = useDocument(sourceId);
  switch (answer.status) {
    case 'loading':
      return <LoadingReader subject={sourceId} isActive={props.isActive} onWaitingFor={props.onWaitingFor} />;
    case 'error':
      return (
        <div className={css.pane}>
          <ErrorState {...failureMessage(answer.error)} retry={answer.retry} />
        </div>
      );
    case 'ready':
      return <LoadedReader {...props} subject={sourceId} document={answer.document} isStale={answer.isStale} />;
  }
}

const DOCUMENT = t('the document');
const nothing = () => undefined;

/** Keys that are pressed meanwhile are for the document that comes. */
function LoadingReader({
  subject,
  isActive,
  onWaitingFor,
}: Pick<ReadingPaneProps, 'isActive' | 'onWaitingFor'> & { subject: string }) {
  const waiting: CommandOptions = { enabled: false, waitingFor: isActive ? DOCUMENT : null, subject };
  useCommand('find.inDocument', nothing, waiting);
  useCommand('find.next', nothing, waiting);
  useCommand('find.previous', nothing, waiting);
  useCommand('text.cursor', nothing, waiting);
  useReportWaiting(DOCUMENT, onWaitingFor);
  return (
    <div className={css.pane}>
      <Loading>{t('Opening the document')}</Loading>
    </div>
  );
}

function useReportWaiting(waitingFor: string | null, onWaitingFor: ReadingPaneProps['onWaitingFor']): void {
  useEffect(() => onWaitingFor(waitingFor), [waitingFor, onWaitingFor]);
}

const NOWHERE: readonly Range[] = [];

interface LoadedReaderProps extends Omit<ReadingPaneProps, 'sourceId'> {
  /** The source that is wanted: not yet that of the document while it is stale. */
  readonly subject: SourceId;
  readonly document: ReadingDocument;
  readonly isStale: boolean;
}

function LoadedReader({ document, query, place, page, isStale, subject, ...props }: LoadedReaderProps) {
  const {
    isActive,
    marks,
    activeMark,
    regions,
    handle,
    notices,
    menu,
    renderMargin,
    renderSelectionTools,
    onMarks,
    onSimilar,
  } = props;
  const { source, text } = document;
  const [find, setFind] = useState({ isOpen: false, words: '', calls: 0 });
  const [position, setPosition] = useState<ReaderPosition>({ isPastHead: false, pageLabel: null, pageIndex: null });
  const queryKey = query ? `${query.mode} ${query.matching ?? 'expanded'} ${query.query}` : '';
  const view = useReaderView({ source, text, place, page, pageIndex: position.pageIndex, queryKey });
  const isText = view.shown === 'text';
  const canStandBeside = text.text.trim() !== '' && source.originals.some(hasPages);
  const [wantsBeside, setWantsBeside] = useState(false);
  const isBeside = wantsBeside && isText && canStandBeside;
  const [showsDoubtful, setShowsDoubtful] = useState(false);
  const reader = useRef<ReadingTextHandle>(null);
  const matches = useMatches(document, query);
  const words = useDeferredValue(find.isOpen ? find.words : '');
  const folded = useMemo(() => (find.isOpen ? foldText(text.text) : null), [find.isOpen, text]);
  const found = useMemo(() => (folded ? findAll(folded, words) : NOWHERE), [folded, words]);
  const isFinding = find.isOpen && find.words.trim() !== '';
  const marked = useMemo(() => includeRange(matches.ranges, place), [matches.ranges, place]);
  const hits = useHits(isFinding ? found : marked, isFinding || isStale ? null : place);
  const [selected, setSelected] = useState<Range | null>(null);
  const hasSelection = selected !== null && isText;
  const hasText = text.text.trim() !== '';
  // Marks of another text lie at other places.
  const laid = useMemo(() => assignLanes(marks.filter(({ versionId }) => versionId === text.id)), [marks, text.id]);
  const current = hits.ranges[hits.current] ?? null;
  const onImage = useWordMarks({
    versionId: text.id,
    isShown: isBeside || !isText,
    hits: hits.ranges,
    currentHit: current,
    selected,
    marks: laid.marks,
    showsDoubtful,
  });
  const beside = usePagesBeside({ spans: text.spans, text: reader, pages: view.pages });
  const selectionOf = (range: Range | null): ReadingSelection | null =>
    range && {
      sourceId: source.id,
      versionId: text.id,
      start: range[0],
      end: range[1],
      text: text.text.slice(range[0], range[1]),
    };
  const canReport = isActive && isText && !isStale;
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs each time the selection changes
  useEffect(() => {
    if (!isActive) return;
    latest.current.onSelection(canReport ? selectionOf(selected) : null);
    return () => latest.current.onSelection(null);
  }, [selected, canReport, text.id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs each time the target changes
  useEffect(
    () => latest.current.onTarget(canReport ? selectionOf(selected ?? current) : null),
    [selected, current, canReport, text.id],
  );
  useImperativeHandle(handle, () => ({
    focus: () => (isText ? reader.current?.focus() : view.pages.current?.focus()),
    goTo: (mark) => {
      view.toText();
      // The text is drawn first.
      requestAnimationFrame(() => reader.current?.goTo(mark));
    },
    currentOffset: () => reader.current?.currentOffset() ?? 0,
    clearSelection: () => reader.current?.clearSelection(),
    goToRegion: view.goTo,
    currentPage: () => (isText ? null : (view.pages.current?.currentPoint() ?? null)),
  }));

  const waitingFor = isStale ? DOCUMENT : matches.isLoading && !isFinding ? t('the hits') : null;
  useReportWaiting(waitingFor, props.onWaitingFor);
  const forThis = isActive && !isStale;
  const canRun: CommandOptions = { enabled: forThis, waitingFor: isActive && isStale ? DOCUMENT : null, subject };
  useCommand(
    'find.inDocument',
    () => {
      if (!isText) view.toText();
      const marked = window.getSelection()?.toString() ?? '';
      const asked = marked !== '' && marked.length <= 120 && !marked.includes('\n') ? marked : null;
      setFind((now) => ({ isOpen: true, words: asked ?? now.words, calls: now.calls + 1 }));
    },
    canRun,
  );
  useCommand('view.beside', () => setWantsBeside((now) => !now), { enabled: forThis && isText && canStandBeside });
  const hasHits = hits.ranges.length > 0;
  useCommand('search.similar', findSimilar, { enabled: isActive && hasSelection });
  const canWalk: CommandOptions = {
    enabled: forThis && hasHits,
    waitingFor: isActive ? waitingFor : null,
    subject,
  };
  useCommand('find.next', hits.next, canWalk);
  useCommand('find.previous', hits.previous, canWalk);

  return (
    <article className={css.pane} aria-busy={isStale} aria-label={source.description.title || t('Document')}>
      <div className={css.bar}>
        <span className={css.where}>
          <h1 className={position.isPastHead ? css.title : 'visually-hidden'} dir="auto">
            {source.description.title || t('Untitled')}
          </h1>
        </span>
        {position.pageLabel !== null && isText ? (
          <span className={css.page}>{formatPageLabel(position.pageLabel)}</span>
        ) : null}
        <HitNavigator
          hits={hits}
          isSearch={!isFinding && query !== null && query.query.trim() !== ''}
          isQuiet={find.isOpen}
        />
        {hasSelection ? (
          <Tooltip text={t('Find similar passages')} keys="CmdOrCtrl+Shift+M">
            <Button variant="icon" aria-label={t('Find passages similar to the selection')} onPress={findSimilar}>
              <TextQuote size={16} aria-hidden />
            </Button>
          </Tooltip>
        ) : null}
        <Tooltip text={t('Find in document')} keys="CmdOrCtrl+F">
          <Button
            variant="icon"
            aria-label={t('Find in document')}
            onPress={() => setFind((now) => ({ ...now, isOpen: true, calls: now.calls + 1 }))}
          >
            <TextSearch size={16} aria-hidden />
          </Button>
        </Tooltip>
        {canStandBeside && isText ? (
          <Tooltip text={t('Page image beside the text')} keys="CmdOrCtrl+Alt+I">
            <ToggleButton
              variant="icon"
              aria-label={t('Page image beside the text')}
              isSelected={isBeside}
              onChange={setWantsBeside}
            >
              <Columns2 size={16} aria-hidden />
            </ToggleButton>
          </Tooltip>
        ) : null}
        {(isBeside || !isText) && onImage.doubtfulCount > 0 ? (
          <Tooltip
            text={t(
              '{count, plural, one {One word} other {# words}} that OCR was not sure of (less than {limit} of 100): mark them on the image',
              { count: onImage.doubtfulCount, limit: DOUBTFUL_BELOW },
            )}
          >
            <ToggleButton
              variant="icon"
              aria-label={t('Mark doubtful words on the image')}
              isSelected={showsDoubtful}
              onChange={setShowsDoubtful}
            >
              <ScanEye size={16} aria-hidden />
            </ToggleButton>
          </Tooltip>
        ) : null}
        <Tooltip text={isText ? t('Show the original') : t('Show the text')}>
          <ToggleButton
            variant="icon"
            aria-label={t('Original')}
            isSelected={!isText}
            onChange={(isOriginal) => (isOriginal ? view.toOriginal() : view.toText())}
          >
            {isText ? <FileCode size={16} aria-hidden /> : <FileText size={16} aria-hidden />}
          </ToggleButton>
        </Tooltip>
        <DocumentMenu document={document} {...(hasSelection ? { onSimilar: findSimilar } : {})}>
          {menu}
        </DocumentMenu>
      </div>
      {notices}
      {find.isOpen && isText ? (
        <DocumentFindBar
          words={find.words}
          calls={find.calls}
          hits={hits}
          onWords={(next) => setFind((now) => ({ ...now, words: next }))}
          onClose={() => {
            setFind((now) => ({ ...now, isOpen: false }));
            reader.current?.focus();
          }}
        />
      ) : null}
      <div className={isBeside ? css.beside : css.alone}>
        {isText && !isBeside ? null : (
          <div className={css.side} {...(isBeside ? beside.pagesProps : {})}>
            <OriginalView
              sourceId={source.id}
              originals={source.originals}
              title={source.description.title}
              isActive={isActive}
              chosen={view.sha256}
              onChoose={view.choose}
              labels={view.labels}
              start={view.start}
              regions={regions}
              wordMarks={onImage.marks}
              onWords={isBeside && onImage.hasWords ? selectWords : null}
              activeMark={activeMark}
              handle={view.pages}
              onMarks={onMarks}
              onPage={isBeside ? beside.onPage : view.onPage}
              toText={isBeside ? null : view.toTextOf}
            />
          </div>
        )}
        {/* The text stays as it was left while its original is looked at. */}
        <Activity mode={isText ? 'visible' : 'hidden'}>
          <div className={css.side} {...(isBeside ? beside.textProps : {})}>
            {hasText ? (
              <ReadingText
                key={text.id}
                document={document}
                header={<DocumentHeader source={source} text={text} />}
                hits={hits}
                marks={laid}
                activeMark={activeMark}
                isActive={isActive}
                queryKey={queryKey}
                handle={reader}
                onPositionChange={(next) => {
                  setPosition(next);
                  if (isBeside) beside.onTextPage(next.pageIndex);
                }}
                onSelectionChange={setSelected}
                onMarks={onMarks}
                renderMargin={renderMargin}
                renderSelectionTools={(toolsView, range) => {
                  const selection = selectionOf(range);
                  return selection && renderSelectionTools({ ...toolsView, selection });
                }}
              />
            ) : text.origin === NO_TEXT_ORIGIN ? (
              <NoTextYet hasFile={source.originals.length > 0} onOriginal={view.toOriginal} />
            ) : (
              <EmptyState
                icon={<FileText size={28} strokeWidth={1.5} />}
                title={t('There is no text in this document')}
                action={<Button onPress={view.toOriginal}>{t('Show the original')}</Button>}
              >
                {t('The reader found nothing to read: it may be a scan without a text layer. The original is kept.')}
              </EmptyState>
            )}
          </div>
        </Activity>
      </div>
    </article>
  );

  function selectWords(part: PagePart): void {
    const range = onImage.pages && rangeOfPart(onImage.pages, part);
    if (range) reader.current?.select(range);
  }

  function findSimilar(): void {
    const selection = selectionOf(selected);
    if (selection) onSimilar(selection);
  }
}
