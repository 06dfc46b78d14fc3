/** The door of comparing: the list, the suggestions of a source, the dialog that begins one, the comparison itself. */

export { CollationsPane, type CollationsPaneProps } from './CollationsPane.js';
export { CompareDialog, type CompareDialogProps } from './CompareDialog.js';
export { collationActions } from './collation-actions.js';
export type { CollationPageSubject } from './collation-labels.js';
export { CollationPage, type CollationPageProps } from './page/CollationPage.js';
export { SimilarSourcesPane, type SimilarSourcesPaneProps } from './SimilarSourcesPane.js';
export type { CollationSlots, WitnessImageView, WitnessTextView } from './slots.js';
