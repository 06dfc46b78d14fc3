/** The door of the reading room. */
export { ReadingPane, type ReadingPaneProps } from './ReadingPane.js';
export type { ReadingQuery } from './use-document.js';
