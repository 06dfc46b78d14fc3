/** The door of the similar passages. */
export { type ReferencePassage, SimilarPane, type SimilarPaneProps } from './SimilarPane.js';
