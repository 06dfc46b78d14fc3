/** The public API of the notes room. Nothing deeper is imported. */
export * from './citation/index.js';
export { liveMarks } from './live-marks.js';
export { readTemplates } from './note-templates.js';
export { createNotes, type Notes, type NotesOptions, type QuoteInsertion } from './notes.js';
export { createSpeller, createSpelling, dictionariesOf, type Speller, type SpellingService } from './spelling/index.js';
