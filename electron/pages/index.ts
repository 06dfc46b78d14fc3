/** The public API of the pages room: which pages the originals of a source have, how they are looked at, and drawn. */

export type { OriginalPages } from './page-store.js';
export { createPages, type DrawnPage, type OriginalToDraw, type Pages } from './pages.js';
