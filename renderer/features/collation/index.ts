/** The door of comparing: the list, the suggestions of a source, the dialog that begins one, the comparison itself. */
export { AlikePane, type AlikePaneProps } from './AlikePane.js';
export { CollationsPane, type CollationsPaneProps } from './CollationsPane.js';
export { CompareDialog, type CompareDialogProps } from './CompareDialog.js';
export { collationActions } from './collation-actions.js';
export type { Subject } from './collation-words.js';
export { CollationPage, type CollationPageProps } from './page/CollationPage.js';
export type { CollationSlots, WitnessImageView, WitnessTextView } from './slots.js';
