/** The door of the reading view. */

export type { TextMark } from './mark-lanes.js';
export { originalKind } from './OriginalView.js';
export { PageImages, type PageImagesProps } from './PageImages.js';
export type { RegionMark, RegionTools } from './pages/index.js';
export { type ReadingHandle, ReadingPane, type ReadingPaneProps } from './ReadingPane.js';
export type { MarginSlot, ReadingSelection, SelectionToolsSlot } from './reader-slots.js';
export { type TextOnlyHandle, TextOnlyReader, type TextOnlyReaderProps } from './TextOnlyReader.js';
export type { TextOverlay } from './text-overlays.js';
export type { ReadingQuery } from './use-document.js';
export type { RevealRange } from './use-hits.js';
export type { MarginMode } from './use-margin.js';
