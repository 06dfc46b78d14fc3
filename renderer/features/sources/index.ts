/** The door of the list of sources. */
export { SourcesPane, type SourcesPaneProps } from './SourcesPane.js';
