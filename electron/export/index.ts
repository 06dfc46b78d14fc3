/** The door of export: writes what was found or made to a file, whole or not at all. */
export { bibtex } from './exchange/bibtex.js';
export { citationKeys } from './exchange/citation-keys.js';
export { cslJson } from './exchange/csl-json.js';
export { ris } from './exchange/ris.js';
export { type ExportConcordanceOptions, exportConcordance } from './export-concordance.js';
export { type ExportLogOptions, exportLog } from './export-log.js';
export { type ExportFormat, type ExportSearchOptions, exportSearch } from './export-search.js';
export type { DocumentFormat, RenderTask } from './render-document.js';
export { type Citing, type ComposeOptions, composeWork, inlines } from './work/compose.js';
export type { WorkDocument } from './work/document.js';
export { gatherWork, type WorkRooms } from './work/gather-work.js';
export { pandocCiting } from './work/pandoc-citing.js';
export type { Work, WorkSource } from './work/work.js';
export { annotationTable } from './write/annotation-table.js';
export { writeWhole } from './write-whole.js';
