/** The editor of notes, as pages use it. */

export { createNoteEditor, type NoteEditor } from './note-editor.js';
export type { MenuAnchor, NoteHost } from './note-host.js';
export { keysOfMark } from './note-marks.js';
export type { References } from './references.js';
