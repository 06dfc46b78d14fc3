/** The door of the search. */
export { type HitQuery, SearchPane, type SearchPaneProps } from './SearchPane.js';
