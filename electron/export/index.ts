/** The public API of the export room: writes documents, hit lists, logs and collations to files, whole or not at all. */

export type { CollationExportContent } from './collation/collation-content.js';
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
export { closeTag, emptyTag, escapeXml, openTag, xmlElement, xmlInstruction } from './write/write-xml.js';
export { xmlText } from './write/xml-text.js';
