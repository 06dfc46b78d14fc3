/** The reading room with the annotations of its source: what is read and what was marked in it, joined. */
import { PencilLine } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { SourceId } from '../../electron/contract/index.js';
import { useCommand } from '../api/index.js';
import { AnnotationMargin, ReadingNotices, SelectionTools, useAnnotating } from '../features/annotation/index.js';
import {
  type ReadingHandle,
  ReadingPane,
  type ReadingPaneProps,
  type ReadingSelection,
  type TextMark,
} from '../features/reading/index.js';
import { MenuItem } from '../ui/index.js';

type Joined = 'marks' | 'activeMark' | 'handle' | 'onTarget' | 'onMarks' | 'beside' | 'over' | 'notices' | 'menu';

export interface AnnotatedReadingProps extends Omit<ReadingPaneProps, Joined> {
  /** The text of this source is to be corrected by hand. */
  onCorrect(id: SourceId): void;
}

export function AnnotatedReading({ onCorrect, onSelection, ...props }: AnnotatedReadingProps) {
  const { sourceId, isActive } = props;
  const reader = useRef<ReadingHandle>(null);
  const [selection, setSelection] = useState<ReadingSelection | null>(null);
  const [target, setTarget] = useState<ReadingSelection | null>(null);
  const annotating = useAnnotating({ sourceId, isActive, selection, target, reader });
  const { placed, canEdit } = annotating;
  const marks = useMemo<readonly TextMark[]>(
    () => placed.map(({ id, colour, anchor: { versionId, start, end } }) => ({ id, versionId, start, end, colour })),
    [placed],
  );
  useCommand('text.correct', () => onCorrect(sourceId), { enabled: isActive && canEdit });

  return (
    <>
      <ReadingPane
        {...props}
        marks={marks}
        activeMark={annotating.activeId}
        handle={reader}
        onSelection={(next) => {
          setSelection(next);
          onSelection(next);
        }}
        onTarget={setTarget}
        onMarks={annotating.choose}
        beside={(view) => <AnnotationMargin view={view} annotating={annotating} />}
        over={({ selection: passage, toText }) => (
          <SelectionTools passage={passage} annotating={annotating} toText={toText} />
        )}
        notices={
          <ReadingNotices
            sourceId={sourceId}
            inReview={annotating.inReview}
            selection={selection}
            onPlaced={() => {
              reader.current?.clearSelection();
              reader.current?.focus();
            }}
          />
        }
        menu={
          <MenuItem
            icon={<PencilLine size={14} />}
            keys="CmdOrCtrl+Alt+E"
            isDisabled={!canEdit}
            onAction={() => onCorrect(sourceId)}
          >
            Correct the text…
          </MenuItem>
        }
      />
      <div role="status" className="visually-hidden">
        {annotating.said}
      </div>
    </>
  );
}
