/** What the reading room tells those who draw beside the text or over it. It knows nothing of what they draw. */
import type { SourceId, VersionId } from '../../../electron/contract/index.js';
import type { MarginMode } from './use-margin.js';

/** A stretch of a source's text, `[start, end)` in UTF-16 units. */
export interface ReadingSelection {
  readonly sourceId: SourceId;
  readonly versionId: VersionId;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface MarginSlot {
  readonly mode: MarginMode;
  /** The stretch that is drawn, in CSS pixels from the top of the text. */
  readonly fromPx: number;
  readonly toPx: number;
  /** Height of the whole text, in CSS pixels. */
  readonly totalPx: number;
  /** At what height a mark begins; an estimate from its offset until it has been drawn. */
  topOf(id: string, offset: number): number;
  /** Gives the focus back to the text. */
  focusText(): void;
}

export interface SelectionToolsSlot {
  readonly selection: ReadingSelection;
  /** Takes the selection away and gives the focus back to the text. */
  done(): void;
  toText(): void;
}
