/**
 * The public API of the exchange room: annotations, tags and references to and from the files of other tools. Each format has a
 * folder: `refi` (REFI-QDA projects and codebooks), `web-annotation` (W3C, Hypothesis), `references` (BibTeX, RIS, CSL-JSON).
 */
export type { ExchangeContext } from './exchange-context.js';
export type { ExchangePart } from './exchange-model.js';
export { type ImportAnnotationsOptions, importAnnotations } from './import-annotations.js';
export type { ReadExchangeTask } from './read-exchange-file.js';
export { bibtex } from './references/bibtex.js';
export { citationKeys } from './references/citation-keys.js';
export { cslJson } from './references/csl-json.js';
export { ris } from './references/ris.js';
export type { PageBox } from './refi/page-box.js';
export { codebook } from './refi/write-codebook.js';
export { type RefiPackageOptions, refiPackage } from './refi/write-package.js';
export { webAnnotations } from './web-annotation/write-annotations.js';
