/** The reading room for one source: its text, its hits, find in document, its original. */
import { Copy, FileCode, FileText, MoreHorizontal, TextQuote, TextSearch } from 'lucide-react';
import {
  type ReactNode,
  type Ref,
  useDeferredValue,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Range, SourceId } from '../../../electron/contract/index.js';
import { announce, sayPage, useCommand, wordFailure } from '../../api/index.js';
import { Button, EmptyState, ErrorState, Loading, Menu, MenuItem, ToggleButton, Tooltip } from '../../ui/index.js';
import type { BesideView, OverView, ReadingSelection } from './beside.js';
import { copyText } from './copy-text.js';
import { DocumentHead, descriptionLine } from './DocumentHead.js';
import { FindBar } from './FindBar.js';
import { findAll, foldText } from './find-text.js';
import { HitWalker } from './HitWalker.js';
import { layMarks, type TextMark } from './lay-marks.js';
import { OriginalView } from './OriginalView.js';
import css from './ReadingPane.module.css';
import { ReadingText, type ReadingTextHandle } from './ReadingText.js';
import { type ReadingDocument, type ReadingQuery, useDocument, useMatches } from './use-document.js';
import { type ReadingPlace, useHits, withPlace } from './use-hits.js';
import type { Where } from './where.js';

export interface ReadingPaneProps {
  readonly sourceId: SourceId;
  /** The search that led here, to mark its hits; null when none did. */
  readonly query: ReadingQuery | null;
  /** The passage to begin at, marked where the search does not mark it; null for none. */
  readonly place: ReadingPlace | null;
  /** Passages like this stretch of the text are wanted. */
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
  /** A place in one or several marks was chosen; the lowest first; none: a place beside all marks. */
  onMarks(ids: readonly string[]): void;
  /** What stands in the right margin. */
  beside(view: BesideView): ReactNode;
  /** Tools for what is selected, near it. */
  over(view: OverView): ReactNode;
  /** Lines above the text: what a person should know of this document now. */
  readonly notices: ReactNode;
  /** More for the menu of the document. */
  readonly menu?: ReactNode;
}

export type ReadingHandle = ReadingTextHandle;

export function ReadingPane({ sourceId, ...props }: ReadingPaneProps) {
  const answer = useDocument(sourceId);
  switch (answer.status) {
    case 'loading':
      return (
        <div className={css.pane}>
          <Loading>Opening the document</Loading>
        </div>
      );
    case 'error':
      return (
        <div className={css.pane}>
          <ErrorState {...wordFailure(answer.error)} retry={answer.retry} />
        </div>
      );
    case 'ready':
      return <ReadingDesk {...props} document={answer.document} isStale={answer.isStale} />;
  }
}

const NOWHERE: readonly Range[] = [];

interface DeskProps extends Omit<ReadingPaneProps, 'sourceId'> {
  readonly document: ReadingDocument;
  readonly isStale: boolean;
}

function ReadingDesk({ document, query, place, isStale, ...props }: DeskProps) {
  const { isActive, marks, activeMark, handle, notices, menu, beside, over, onMarks, onSimilar } = props;
  const { source, text } = document;
  const [find, setFind] = useState({ isOpen: false, words: '', calls: 0 });
  const [view, setView] = useState<'text' | 'original'>('text');
  const [where, setWhere] = useState<Where>({ isPastHead: false, pageLabel: null });
  const reader = useRef<ReadingTextHandle>(null);
  const matches = useMatches(document, query);
  const words = useDeferredValue(find.isOpen ? find.words : '');
  const folded = useMemo(() => (find.isOpen ? foldText(text.text) : null), [find.isOpen, text]);
  const found = useMemo(() => (folded ? findAll(folded, words) : NOWHERE), [folded, words]);
  const isFinding = find.isOpen && find.words.trim() !== '';
  const marked = useMemo(() => withPlace(matches, place), [matches, place]);
  const hits = useHits(isFinding ? found : marked, isFinding || isStale ? null : place);
  const [selected, setSelected] = useState<Range | null>(null);
  const hasSelection = selected !== null && view === 'text';
  const hasText = text.text.trim() !== '';
  // Marks of another text lie at other places.
  const laid = useMemo(() => layMarks(marks.filter(({ versionId }) => versionId === text.id)), [marks, text.id]);
  const current = hits.ranges[hits.current] ?? null;
  const stretch = (range: Range | null): ReadingSelection | null =>
    range && {
      sourceId: source.id,
      versionId: text.id,
      start: range[0],
      end: range[1],
      text: text.text.slice(range[0], range[1]),
    };
  const canTell = isActive && view === 'text' && !isStale;
  const tell = useRef(props);
  useEffect(() => {
    tell.current = props;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: told each time the selection is another one
  useEffect(() => {
    if (!isActive) return;
    tell.current.onSelection(canTell ? stretch(selected) : null);
    return () => tell.current.onSelection(null);
  }, [selected, canTell, text.id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told each time the target is another one
  useEffect(
    () => tell.current.onTarget(canTell ? stretch(selected ?? current) : null),
    [selected, current, canTell, text.id],
  );
  useImperativeHandle(handle, () => ({
    focus: () => reader.current?.focus(),
    goTo: (mark) => {
      setView('text');
      // The text is drawn first.
      requestAnimationFrame(() => reader.current?.goTo(mark));
    },
    here: () => reader.current?.here() ?? 0,
    clearSelection: () => reader.current?.clearSelection(),
  }));

  const canRun = { enabled: isActive };
  useCommand(
    'find.inDocument',
    () => {
      setView('text');
      const marked = window.getSelection()?.toString() ?? '';
      const asked = marked !== '' && marked.length <= 120 && !marked.includes('\n') ? marked : null;
      setFind((now) => ({ isOpen: true, words: asked ?? now.words, calls: now.calls + 1 }));
    },
    canRun,
  );
  const hasHits = hits.ranges.length > 0;
  useCommand('search.similar', findSimilar, { enabled: isActive && hasSelection });
  useCommand('find.next', hits.next, { enabled: isActive && hasHits });
  useCommand('find.previous', hits.previous, { enabled: isActive && hasHits });

  return (
    <article className={css.pane} aria-busy={isStale} aria-label={source.description.title || 'Document'}>
      <div className={css.bar}>
        <span className={css.where}>
          <h1 className={where.isPastHead ? css.title : 'visually-hidden'} dir="auto">
            {source.description.title || 'Untitled'}
          </h1>
        </span>
        {where.pageLabel !== null && view === 'text' ? (
          <span className={css.page}>{sayPage(where.pageLabel)}</span>
        ) : null}
        <HitWalker
          hits={hits}
          isSearch={!isFinding && query !== null && query.query.trim() !== ''}
          isQuiet={find.isOpen}
        />
        {hasSelection ? (
          <Tooltip text="Find similar passages" keys="CmdOrCtrl+Shift+M">
            <Button variant="icon" aria-label="Find passages similar to the selection" onPress={findSimilar}>
              <TextQuote size={16} aria-hidden />
            </Button>
          </Tooltip>
        ) : null}
        <Tooltip text="Find in document" keys="CmdOrCtrl+F">
          <Button
            variant="icon"
            aria-label="Find in document"
            onPress={() => setFind((now) => ({ ...now, isOpen: true, calls: now.calls + 1 }))}
          >
            <TextSearch size={16} aria-hidden />
          </Button>
        </Tooltip>
        <Tooltip text={view === 'original' ? 'Show the text' : 'Show the original'}>
          <ToggleButton
            variant="icon"
            aria-label="Original"
            isSelected={view === 'original'}
            onChange={(isOriginal) => setView(isOriginal ? 'original' : 'text')}
          >
            {view === 'original' ? <FileText size={16} aria-hidden /> : <FileCode size={16} aria-hidden />}
          </ToggleButton>
        </Tooltip>
        <Menu
          label="Document"
          trigger={
            <Button variant="icon" aria-label="More for this document">
              <MoreHorizontal size={16} aria-hidden />
            </Button>
          }
        >
          <MenuItem icon={<Copy size={14} />} isDisabled={!hasText} onAction={() => copy('text')}>
            Copy text
          </MenuItem>
          <MenuItem icon={<Copy size={14} />} onAction={() => copy('description')}>
            Copy title and description
          </MenuItem>
          <MenuItem
            icon={<TextQuote size={14} />}
            keys="CmdOrCtrl+Shift+M"
            isDisabled={!hasSelection}
            {...(hasSelection ? {} : { detail: 'Select a passage first' })}
            onAction={findSimilar}
          >
            Find similar passages
          </MenuItem>
          {menu}
        </Menu>
      </div>
      {notices}
      {find.isOpen && view === 'text' ? (
        <FindBar
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
      {view === 'original' ? (
        <OriginalView originals={source.originals} title={source.description.title} />
      ) : hasText ? (
        <ReadingText
          key={text.id}
          document={document}
          head={<DocumentHead source={source} remarks={text.remarks} />}
          hits={hits}
          marks={laid}
          activeMark={activeMark}
          isActive={isActive}
          queryKey={query ? `${query.mode} ${query.matching ?? 'expanded'} ${query.query}` : ''}
          handle={reader}
          onWhere={setWhere}
          onSelected={setSelected}
          onMarks={onMarks}
          beside={beside}
          over={(toolsView, range) => {
            const selection = stretch(range);
            return selection && over({ ...toolsView, selection });
          }}
        />
      ) : (
        <EmptyState
          icon={<FileText size={28} strokeWidth={1.5} />}
          title="There is no text in this document"
          action={<Button onPress={() => setView('original')}>Show the original</Button>}
        >
          The reader found nothing to read: it may be a scan without a text layer. The original is kept.
        </EmptyState>
      )}
    </article>
  );

  function findSimilar(): void {
    const selection = stretch(selected);
    if (selection) onSimilar(selection);
  }

  function copy(what: 'text' | 'description'): void {
    if (what === 'text') copyText(text.text);
    else copyText([source.description.title, descriptionLine(source)].filter(Boolean).join('\n'));
    announce(what === 'text' ? 'The whole text was copied' : 'Title and description were copied', { tone: 'good' });
  }
}
