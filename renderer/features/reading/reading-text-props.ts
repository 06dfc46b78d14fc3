/** Props and imperative handle of the scrolled text. */
import type { ReactNode, Ref } from 'react';
import type { Range } from '../../../electron/contract/index.js';
import type { MarksInLanes } from './mark-lanes.js';
import type { ReaderPosition } from './reader-position.js';
import type { MarginSlot, SelectionToolsSlot } from './reader-slots.js';
import type { TextOverlay } from './text-overlays.js';
import type { ReadingDocument } from './use-document.js';
import type { Hits } from './use-hits.js';

export interface ReadingTextHandle {
  focus(): void;
  /** Scrolls a mark into view, unless it is in sight. */
  goTo(mark: { readonly id: string; readonly start: number }): void;
  /** Offset of the text cursor, else of the first letter in sight. */
  currentOffset(): number;
  /** Nothing is selected any more; a text cursor stays where it was. */
  clearSelection(): void;
  /** Selects a passage, at which the text cursor then is. */
  select(range: Range): void;
  /** Puts the first line of an overlay at a share of the window's height. */
  goToOverlay(overlay: { readonly id: string; readonly start: number }, share: number): void;
  /** How far an offset is from the top, in CSS pixels; an estimate until its block has been drawn. */
  topOf(offset: number): number;
  /** The offset that stands at a height, as `topOf` has it. */
  offsetAt(px: number): number;
  scroller(): HTMLElement | null;
}

export interface ReadingTextProps {
  readonly document: ReadingDocument;
  readonly header: ReactNode;
  readonly hits: Hits;
  readonly marks: MarksInLanes;
  readonly activeMark: string | null;
  /** Whether keys and commands are for this document. */
  readonly isActive: boolean;
  /** Distinguishes one query from another, for the remembered place. */
  readonly queryKey: string;
  readonly handle: Ref<ReadingTextHandle>;
  /** Where the reader is now, each time it changes. */
  onPositionChange(position: ReaderPosition): void;
  /** What of the text is selected, each time it changes; null when nothing is. */
  onSelectionChange(range: Range | null): void;
  /** A place in one or several marks was chosen; the lowest first. */
  onMarks(ids: readonly string[]): void;
  /** What stands beside the text, in its right margin. */
  renderMargin(view: MarginSlot): ReactNode;
  /** Tools for what is selected. */
  renderSelectionTools(view: Pick<SelectionToolsSlot, 'close' | 'focusText'>, range: Range): ReactNode;
  /** What is laid over the words, by start; a stable array. */
  readonly overlays?: readonly TextOverlay[];
  /** Id of the current overlay; null for none. */
  readonly currentOverlay?: string | null;
  /** Another name than the source's to remember the place under: a text that is read in two rooms has two places. */
  readonly memoryKey?: string;
  /** The selection stays in sight while another text is active. */
  readonly keep?: 'selection';
  /** Other letters are drawn, or they stand elsewhere. */
  onDrawn?(): void;
  /** An overlay was clicked. */
  onOverlay?(id: string): void;
}
