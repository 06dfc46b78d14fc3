/** Citations: from the archival description through CSL. The public API of this part of the notes room. */
export type { CitationDocument, FinishedCitations } from './citation-document.js';
export { type CitationLimits, type CitationPool, createCitationPool } from './citation-pool.js';
export { type Citations, type CitationsOptions, createCitations } from './citations.js';
export { type CslItem, toCsl } from './csl-item.js';
export { type CslLibrary, createCslLibrary } from './csl-library.js';
export { plainText } from './styled-text.js';
