export { CitingNotes, type CitingNotesProps } from './CitingNotes.js';
export { insertQuotation } from './insert-quotation.js';
export { NoteCommands, type NoteCommandsProps } from './NoteCommands.js';
export { NoteInspector, type NoteInspectorProps } from './NoteInspector.js';
export { NotePage, type NotePageProps } from './NotePage.js';
export { NotesPane, type NotesPaneProps } from './NotesPane.js';
