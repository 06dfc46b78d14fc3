/** The door of the search log. */
export { SearchLogPage, type SearchLogPageProps } from './SearchLogPage.js';
