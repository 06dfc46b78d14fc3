/** The door of the concordance. */
export { ConcordancePage, type ConcordancePageProps } from './ConcordancePage.js';
