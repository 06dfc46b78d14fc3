/** The door of export: writes what was found to a file, whole or not at all. */
export { type ExportFormat, type ExportSearchOptions, exportSearch } from './export-search.js';
export { writeWhole } from './write-whole.js';
