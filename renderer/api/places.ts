/** A place that features ask the frame to show; the frame knows the tabs. */
import type { SourceId } from '../../electron/contract/index.js';

export interface OpenPlace {
  readonly sourceId: SourceId;
  /** `[start, end)` in UTF-16 units of the current text; null for the source as a whole. */
  readonly place: { readonly start: number; readonly end: number } | null;
}
