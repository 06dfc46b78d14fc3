/** The reading view with the annotations of its source: what is read and what was marked in it, joined. */
import { CaseSensitive, Keyboard, PencilLine, SpellCheck2 } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { QuoteSubject, SourceId } from '../../electron/contract/index.js';
import { t } from '../../electron/wording/index.js';
import { runCommand, useCall, useCommand, useEnabledCommands } from '../api/index.js';
import {
  AnnotationMargin,
  AnnotationNotices,
  RegionCard,
  SelectionTools,
  useDocumentAnnotations,
  useRegionMarks,
} from '../features/annotation/index.js';
import {
  type ReadingHandle,
  ReadingPane,
  type ReadingPaneProps,
  type ReadingSelection,
  type TextMark,
} from '../features/reading/index.js';
import { MenuItem } from '../ui/index.js';

/** What a quotation would be of, and of which source. */
export interface QuotablePassage {
  readonly sourceId: SourceId;
  readonly passage: QuoteSubject;
}

type WiredProps =
  | 'marks'
  | 'activeMark'
  | 'handle'
  | 'onTarget'
  | 'onWaitingFor'
  | 'onMarks'
  | 'renderMargin'
  | 'renderSelectionTools'
  | 'notices'
  | 'regions'
  | 'menu'
  | 'onSelection';

/** Ways to work on a text, each a page of its own. */
export type TextWork = 'correction' | 'proofreading' | 'transcription';

export interface AnnotatedReaderProps extends Omit<ReadingPaneProps, WiredProps> {
  /** A person is to work on the text of this source. */
  onWork(kind: TextWork, id: SourceId): void;
  /** What is selected, else the annotation one is at, else the hit; null when there is none of them, or not yet. */
  onQuotable(passage: QuotablePassage | 'loading' | null): void;
}

export function AnnotatedReader({ onWork, onQuotable, ...props }: AnnotatedReaderProps) {
  const { sourceId, isActive, page } = props;
  const reader = useRef<ReadingHandle>(null);
  const [selection, setSelection] = useState<ReadingSelection | null>(null);
  const [target, setTarget] = useState<ReadingSelection | null>(null);
  const [waitingFor, setWaitingFor] = useState<string | null>(t('the document'));
  const annotations = useDocumentAnnotations({ sourceId, isActive, selection, target, waitingFor, reader });
  const { placed, canEdit } = annotations;
  const marks = useMemo<readonly TextMark[]>(
    () => placed.map(({ id, colour, anchor: { versionId, start, end } }) => ({ id, versionId, start, end, colour })),
    [placed],
  );
  const regionMarks = useRegionMarks(annotations);
  const { activate } = annotations;
  // A region that was opened from a list is the current one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time a page is opened
  useEffect(() => {
    if (page?.annotationId) activate(page.annotationId);
  }, [page]);
  const canReread = useEnabledCommands().has('text.reread');
  useCommand('text.correct', () => onWork('correction', sourceId), { enabled: isActive && canEdit });
  const pages = useCall('page.list', { sourceId }, { enabled: isActive && canEdit, keepPrevious: true });
  const hasPages = pages.status === 'ready' && pages.data.length > 0;
  const ofPages = { enabled: isActive && canEdit && hasPages };
  useCommand('text.proofread', () => onWork('proofreading', sourceId), ofPages);
  useCommand('text.transcribe', () => onWork('transcription', sourceId), ofPages);

  const { activeId } = annotations;
  const quotable = useMemo<QuotablePassage | 'loading' | null>(() => {
    if (!selection && activeId) return { sourceId, passage: { kind: 'annotation', id: activeId } };
    const meant = selection ?? target;
    if (!meant) return waitingFor === null ? null : 'loading';
    const { versionId, start, end } = meant;
    return { sourceId, passage: { kind: 'text', sourceId, versionId, start, end } };
  }, [sourceId, selection, activeId, target, waitingFor]);
  useEffect(() => {
    if (!isActive) return;
    onQuotable(quotable);
    return () => onQuotable(null);
  }, [isActive, quotable, onQuotable]);

  return (
    <>
      <ReadingPane
        {...props}
        marks={marks}
        activeMark={annotations.activeId}
        handle={reader}
        onSelection={setSelection}
        onTarget={setTarget}
        onWaitingFor={setWaitingFor}
        onMarks={annotations.activateNext}
        regions={{
          marks: regionMarks,
          canDraw: canEdit,
          onDraw: annotations.highlightRegion,
          onRemove: (id) => {
            const region = annotations.regions.find((other) => other.id === id);
            if (region) void annotations.remove(region.id);
          },
          card: (id, leave) => <RegionCard id={id} annotations={annotations} leave={leave} />,
        }}
        renderMargin={(view) => <AnnotationMargin view={view} annotations={annotations} />}
        renderSelectionTools={({ selection: passage, focusText }) => (
          <SelectionTools passage={passage} annotations={annotations} focusText={focusText} />
        )}
        notices={
          <AnnotationNotices
            sourceId={sourceId}
            reviewCount={annotations.reviewCount}
            selection={selection}
            onPlaced={() => {
              reader.current?.clearSelection();
              reader.current?.focus();
            }}
          />
        }
        menu={
          <>
            <MenuItem
              icon={<PencilLine size={14} />}
              keys="CmdOrCtrl+Alt+E"
              isDisabled={!canEdit}
              onAction={() => onWork('correction', sourceId)}
            >
              {t('Correct the text…')}
            </MenuItem>
            {hasPages ? (
              <>
                <MenuItem
                  icon={<SpellCheck2 size={14} />}
                  keys="CmdOrCtrl+Alt+P"
                  isDisabled={!canEdit}
                  onAction={() => onWork('proofreading', sourceId)}
                >
                  {t('Proofread…')}
                </MenuItem>
                <MenuItem
                  icon={<Keyboard size={14} />}
                  keys="CmdOrCtrl+Alt+R"
                  isDisabled={!canEdit}
                  onAction={() => onWork('transcription', sourceId)}
                >
                  {t('Transcribe…')}
                </MenuItem>
              </>
            ) : null}
            <MenuItem
              icon={<CaseSensitive size={14} />}
              isDisabled={!canReread}
              onAction={() => runCommand('text.reread')}
            >
              {t('Read again with another character set…')}
            </MenuItem>
          </>
        }
      />
      <div role="status" className="visually-hidden">
        {annotations.status}
      </div>
    </>
  );
}
