/** The reading room for one source: its text, its hits, find in document, its original. */
import { ChevronDown, ChevronUp, Copy, FileCode, FileText, MoreHorizontal, TextQuote, TextSearch } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { Range, SourceId, VersionId } from '../../../electron/contract/index.js';
import { announce, sayPage, useCommand, wordFailure } from '../../api/index.js';
import { Button, EmptyState, ErrorState, Loading, Menu, MenuItem, ToggleButton, Tooltip } from '../../ui/index.js';
import { copyText } from './copy-text.js';
import { DocumentHead, descriptionLine } from './DocumentHead.js';
import { FindBar } from './FindBar.js';
import { findAll, foldText } from './find-text.js';
import { OriginalView } from './OriginalView.js';
import css from './ReadingPane.module.css';
import { ReadingText, type ReadingTextHandle, type Where } from './ReadingText.js';
import { type ReadingDocument, type ReadingQuery, useDocument, useMatches } from './use-document.js';
import { type Hits, type ReadingPlace, useHits, withPlace } from './use-hits.js';

export interface ReadingPaneProps {
  readonly sourceId: SourceId;
  /** The search that led here, to mark its hits; null when none did. */
  readonly query: ReadingQuery | null;
  /** The passage to begin at, marked where the search does not mark it; null for none. */
  readonly place: ReadingPlace | null;
  /** Passages like this stretch of the text are wanted. */
  onSimilar(selection: ReadingSelection): void;
}

/** A stretch of a source's text, `[start, end)` in UTF-16 units. */
export interface ReadingSelection {
  readonly sourceId: SourceId;
  readonly versionId: VersionId;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

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

function ReadingDesk({ document, query, place, isStale, onSimilar }: DeskProps) {
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

  useCommand('find.inDocument', () => {
    setView('text');
    const marked = window.getSelection()?.toString() ?? '';
    const asked = marked !== '' && marked.length <= 120 && !marked.includes('\n') ? marked : null;
    setFind((now) => ({ isOpen: true, words: asked ?? now.words, calls: now.calls + 1 }));
  });
  useCommand('search.similar', findSimilar, { enabled: hasSelection });
  useCommand('find.next', hits.next, { enabled: hits.ranges.length > 0 });
  useCommand('find.previous', hits.previous, { enabled: hits.ranges.length > 0 });

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
        </Menu>
      </div>
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
          queryKey={query ? `${query.mode} ${query.matching ?? 'expanded'} ${query.query}` : ''}
          handle={reader}
          onWhere={setWhere}
          onSelected={setSelected}
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
    if (!selected) return;
    const [start, end] = selected;
    onSimilar({ sourceId: source.id, versionId: text.id, start, end, text: text.text.slice(start, end) });
  }

  function copy(what: 'text' | 'description'): void {
    if (what === 'text') copyText(text.text);
    else copyText([source.description.title, descriptionLine(source)].filter(Boolean).join('\n'));
    announce(what === 'text' ? 'The whole text was copied' : 'Title and description were copied', { tone: 'good' });
  }
}

interface HitWalkerProps {
  readonly hits: Hits;
  readonly isSearch: boolean;
  /** The find bar shows the same. */
  readonly isQuiet: boolean;
}

function HitWalker({ hits, isSearch, isQuiet }: HitWalkerProps) {
  if (isQuiet || !isSearch || hits.ranges.length === 0) return null;
  return (
    <span className={css.walker}>
      <span className={css.count} role="status">
        <span className="visually-hidden">Hit </span>
        {(hits.current + 1).toLocaleString('en-GB')} of {hits.ranges.length.toLocaleString('en-GB')}
      </span>
      <Tooltip text="Previous hit" keys="Shift+F3">
        <Button variant="icon" aria-label="Previous hit" onPress={hits.previous}>
          <ChevronUp size={16} aria-hidden />
        </Button>
      </Tooltip>
      <Tooltip text="Next hit" keys="F3">
        <Button variant="icon" aria-label="Next hit" onPress={hits.next}>
          <ChevronDown size={16} aria-hidden />
        </Button>
      </Tooltip>
    </span>
  );
}
