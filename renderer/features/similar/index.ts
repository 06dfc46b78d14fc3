/** The door of the similar passages. */
export { SimilarPane, type SimilarPaneProps, type SoughtPassage } from './SimilarPane.js';
