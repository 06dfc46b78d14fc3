/** The door of the reading room. */
export type { BesideView, OverView, ReadingSelection } from './beside.js';
export type { TextMark } from './lay-marks.js';
export { originalKind } from './OriginalView.js';
export type { Overlay } from './overlays.js';
export { PageImages, type PageImagesProps } from './PageImages.js';
export type { RegionMark, RegionTools } from './pages/index.js';
export { type ReadingHandle, ReadingPane, type ReadingPaneProps } from './ReadingPane.js';
export { type TextOnly, TextOnlyReading, type TextOnlyReadingProps } from './TextOnlyReading.js';
export type { BesideRoom } from './use-beside.js';
export type { ReadingQuery } from './use-document.js';
export type { ReadingPlace } from './use-hits.js';
