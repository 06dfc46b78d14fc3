/** The door of the reading room. */
export { ReadingPane, type ReadingPaneProps, type ReadingSelection } from './ReadingPane.js';
export type { ReadingQuery } from './use-document.js';
export type { ReadingPlace } from './use-hits.js';
