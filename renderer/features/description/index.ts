/** The door of the description. */
export { DescriptionPane, type DescriptionPaneProps } from './DescriptionPane.js';
