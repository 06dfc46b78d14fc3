/** The door of the notes room. Nothing deeper is imported. */
export * from './citation/index.js';
export { liveMarks } from './live-marks.js';
export { createNotes, type Notes, type NotesOptions, type Quoting } from './notes.js';
export { createSpeller, createSpelling, dictionariesOf, type Speller, type Spelling } from './spelling/index.js';
export { readTemplates } from './templates.js';
