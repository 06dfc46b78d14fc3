/** Citing a source: what goes to the clipboard. */
export { CopyCitation, type CopyCitationProps } from './CopyCitation.js';
