/** What features ask the frame to open; the frame knows the tabs. */
import type { AnnotationId, Region, SourceId } from '../../electron/contract/index.js';

/** A position on a page image, and the annotation to activate, if any. */
export interface PageTarget extends Pick<Region, 'sha256' | 'pageIndex' | 'x' | 'y'> {
  readonly annotationId: AnnotationId | null;
}

export interface OpenTarget {
  readonly sourceId: SourceId;
  /** `[start, end)` in UTF-16 code units of the current text; null for the source as a whole. */
  readonly place: { readonly start: number; readonly end: number } | null;
  /** The page image is to be shown, at this place. */
  readonly page?: PageTarget;
}
