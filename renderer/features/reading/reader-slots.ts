/** What the reading view passes to whatever draws in its margin or over its text. It knows nothing of what they draw. */
import type { SourceId, VersionId } from '../../../electron/contract/index.js';
import type { MarginMode } from './use-margin.js';

/** A selection in a source's text, `[start, end)` in UTF-16 code units. */
export interface ReadingSelection {
  readonly sourceId: SourceId;
  readonly versionId: VersionId;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface MarginSlot {
  readonly mode: MarginMode;
  /** The range that is drawn, in CSS pixels from the top of the text. */
  readonly fromPx: number;
  readonly toPx: number;
  /** Height of the whole text, in CSS pixels. */
  readonly totalPx: number;
  /** At what height a mark begins; an estimate from its offset until it has been drawn. */
  topOf(id: string, offset: number): number;
  /** Returns the focus to the text. */
  focusText(): void;
}

export interface SelectionToolsSlot {
  readonly selection: ReadingSelection;
  /** Takes the selection away and returns the focus to the text. */
  close(): void;
  focusText(): void;
}
