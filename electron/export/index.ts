/** The door of export: writes what was found or made to a file, whole or not at all. */

export type { ExchangeContext } from '../exchange/exchange-context.js';
export type { ExchangePart } from '../exchange/exchange-model.js';
export { type ImportAnnotationsOptions, importAnnotations } from '../exchange/import-annotations.js';
export type { ReadExchangeTask } from '../exchange/read-exchange-file.js';
export { bibtex } from '../exchange/references/bibtex.js';
export { citationKeys } from '../exchange/references/citation-keys.js';
export { cslJson } from '../exchange/references/csl-json.js';
export { ris } from '../exchange/references/ris.js';
export type { PageBox } from '../exchange/refi/page-box.js';
export { codebook } from '../exchange/refi/write-codebook.js';
export { type RefiPackageOptions, refiPackage } from '../exchange/refi/write-package.js';
export { webAnnotations } from '../exchange/web-annotation/write-annotations.js';
export type { CollationContent } from './collation/collation-content.js';
export { tooLongForWord } from './collation/collation-docx.js';
export type { WriteCollationTask } from './collation/write-collation.js';
export { writeCollation } from './collation/write-collation.js';
export {
  type CitationSource,
  type ComposeDocumentOptions,
  composeDocument,
  inlines,
} from './document/compose-document.js';
export type { ExportDocument } from './document/document-model.js';
export type { ExportContent, ExportedSource } from './document/export-content.js';
export { type ContentLookup, gatherContent } from './document/gather-content.js';
export { pandocCitations } from './document/pandoc-citations.js';
export { type ExportConcordanceOptions, exportConcordance } from './export-concordance.js';
export { type ExportLogOptions, exportLog } from './export-log.js';
export { type ExportSearchOptions, exportSearch, type HitListFormat } from './export-search.js';
export { mendOutline } from './print/mend-outline.js';
export type { PrintPage, PrintPageTask } from './print/print-page-document.js';
export type { DocumentFormat, RenderTask } from './render-document.js';
export { annotationTable } from './write/annotation-table.js';
