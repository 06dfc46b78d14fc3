/** One text version to read and nothing else: for rooms that show several texts at once and bring tools of their own. */
import { type ReactNode, type Ref, useEffect, useMemo, useRef } from 'react';
import type { Range, Source, TextVersion } from '../../../electron/contract/index.js';
import { assignLanes, type TextMark } from './mark-lanes.js';
import { ReadingText } from './ReadingText.js';
import type { MarginSlot, ReadingSelection, SelectionToolsSlot } from './reader-slots.js';
import type { ReadingTextHandle } from './reading-text-props.js';
import type { TextOverlay } from './text-overlays.js';
import type { Hits } from './use-hits.js';

/** What others may ask of it. */
export type TextOnlyHandle = ReadingTextHandle;

export interface TextOnlyReaderProps {
  readonly source: Source;
  readonly text: TextVersion;
  /** What its place is remembered under. */
  readonly memoryKey: string;
  /** Whether keys and commands are for this text. */
  readonly isActive: boolean;
  /** What is marked in this very version, in any order; a stable array. */
  readonly marks: readonly TextMark[];
  readonly activeMark: string | null;
  /** By start; a stable array. */
  readonly overlays: readonly TextOverlay[];
  readonly currentOverlay: string | null;
  readonly handle: Ref<TextOnlyHandle>;
  /** What is selected, each time it changes; it stays while another text is selected in. */
  onSelection(selection: ReadingSelection | null): void;
  onMarks(ids: readonly string[]): void;
  onOverlay(id: string): void;
  onDrawn(): void;
  renderMargin(view: MarginSlot): ReactNode;
  renderSelectionTools(view: SelectionToolsSlot): ReactNode;
}

const NO_HITS: Hits = {
  ranges: [],
  current: -1,
  moveCount: 0,
  next: () => undefined,
  previous: () => undefined,
  goTo: () => undefined,
};
const ignore = () => undefined;

export function TextOnlyReader({
  source,
  text,
  marks,
  onSelection,
  renderSelectionTools,
  ...props
}: TextOnlyReaderProps) {
  const document = useMemo(() => ({ source, text }), [source, text]);
  const laid = useMemo(() => assignLanes(marks), [marks]);
  const selectionOf = ([start, end]: Range): ReadingSelection => ({
    sourceId: source.id,
    versionId: text.id,
    start,
    end,
    text: text.text.slice(start, end),
  });
  const latest = useRef(onSelection);
  useEffect(() => {
    latest.current = onSelection;
  });
  return (
    <ReadingText
      {...props}
      key={text.id}
      document={document}
      header={<div style={{ height: 14 }} />}
      hits={NO_HITS}
      marks={laid}
      queryKey=""
      keep="selection"
      onPositionChange={ignore}
      onSelectionChange={(range) => latest.current(range && selectionOf(range))}
      renderSelectionTools={(view, range) => renderSelectionTools({ ...view, selection: selectionOf(range) })}
    />
  );
}
