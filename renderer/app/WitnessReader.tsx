/** A witness of a comparison as it is read: its text from the reading view, its annotations from annotating, joined. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useCommand } from '../api/index.js';
import { AnnotationMargin, SelectionTools, useDocumentAnnotations } from '../features/annotation/index.js';
import type { WitnessImageView, WitnessTextView } from '../features/collation/index.js';
import {
  PageImages,
  type ReadingSelection,
  type TextMark,
  type TextOnlyHandle,
  TextOnlyReader,
} from '../features/reading/index.js';
import type { QuotablePassage } from './AnnotatedReader.js';

export interface WitnessReaderProps {
  readonly view: WitnessTextView;
  onQuotable(passage: QuotablePassage | null): void;
  onSimilar(selection: ReadingSelection): void;
}

export function WitnessReader({ view, onQuotable, onSimilar }: WitnessReaderProps) {
  const { source, text, isActive, handle } = view;
  const [selection, setSelection] = useState<ReadingSelection | null>(null);
  const reader = useRef({
    focus: () => handle.current?.focus(),
    goTo: ({ id, start }: { id: string; start: number }) =>
      (handle.current as TextOnlyHandle | null)?.goTo({ id, start }),
    currentOffset: () => (handle.current as TextOnlyHandle | null)?.currentOffset() ?? 0,
    clearSelection: () => handle.current?.clearSelection(),
    goToRegion: () => undefined,
    currentPage: () => null,
  });
  const annotations = useDocumentAnnotations({
    sourceId: source.id,
    isActive,
    selection,
    target: selection,
    waitingFor: null,
    reader,
  });
  const { placed, activeId } = annotations;
  useCommand('search.similar', () => selection && onSimilar(selection), { enabled: isActive && selection !== null });
  const marks = useMemo<readonly TextMark[]>(
    () =>
      placed.flatMap(({ id, colour, anchor, target }): TextMark[] => {
        // A version that is not read any more has the marks that were made on it.
        const at = anchor.versionId === text.id ? anchor : target.kind === 'text' ? target : null;
        return at?.versionId === text.id ? [{ id, versionId: text.id, start: at.start, end: at.end, colour }] : [];
      }),
    [placed, text.id],
  );
  const isCurrent = source.versions.some(({ id, isCurrent: isRead }) => isRead && id === text.id);

  const quotable = useMemo<QuotablePassage | null>(() => {
    if (!selection && activeId) return { sourceId: source.id, passage: { kind: 'annotation', id: activeId } };
    if (!selection) return null;
    const { sourceId, versionId, start, end } = selection;
    return { sourceId, passage: { kind: 'text', sourceId, versionId, start, end } };
  }, [source.id, selection, activeId]);
  useEffect(() => {
    if (!isActive) return;
    onQuotable(quotable);
    return () => onQuotable(null);
  }, [isActive, quotable, onQuotable]);

  return (
    <>
      <TextOnlyReader
        source={source}
        text={text}
        memoryKey={view.memoryKey}
        isActive={isActive}
        marks={marks}
        activeMark={activeId}
        overlays={view.overlays}
        currentOverlay={view.currentOverlay}
        handle={handle as React.RefObject<TextOnlyHandle | null>}
        onSelection={(next) => {
          setSelection(next);
          view.onSelection(next);
        }}
        onMarks={annotations.activateNext}
        onOverlay={view.onOverlay}
        onDrawn={view.onDrawn}
        // The places of another version than the one that is read are not known here.
        renderMargin={(slot) => (isCurrent ? <AnnotationMargin view={slot} annotations={annotations} /> : null)}
        renderSelectionTools={({ selection: passage, focusText }) =>
          isActive ? <SelectionTools passage={passage} annotations={annotations} focusText={focusText} /> : null
        }
      />
      <div role="status" className="visually-hidden">
        {annotations.status}
      </div>
    </>
  );
}

export function WitnessImage({ view }: { readonly view: WitnessImageView }) {
  return <PageImages {...view} />;
}
