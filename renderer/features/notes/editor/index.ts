/** The editor of notes, as pages use it. */
export { keysOfMark } from './marks.js';
export { createNoteEditor, type NoteEditor } from './note-editor.js';
export type { MenuPlace, NoteHost } from './note-host.js';
export type { References } from './references.js';
