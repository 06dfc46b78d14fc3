/** Inserts a quotation into a note, at the cursor of its editor when it is open. */
import type { NoteId, QuoteSubject } from '../../../electron/contract/index.js';
import { perform } from '../../api/index.js';
import { getOpenNote } from './open-note-registry.js';

/** @returns whether it was written; a failure has been announced. */
export async function insertQuotation(id: NoteId, passage: QuoteSubject): Promise<boolean> {
  const open = getOpenNote(id);
  if (open) return open.quote(passage);
  const note = await perform('note.get', { id });
  if (!note.ok) return false;
  const done = await perform('note.quote', { id, revision: note.value.revision, passage, at: null });
  return done.ok;
}
