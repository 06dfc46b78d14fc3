/** The door of export: writes what was found to a file, whole or not at all. */
export { type ExportConcordanceOptions, exportConcordance } from './export-concordance.js';
export { type ExportLogOptions, exportLog } from './export-log.js';
export { type ExportFormat, type ExportSearchOptions, exportSearch } from './export-search.js';
export { writeWhole } from './write-whole.js';
