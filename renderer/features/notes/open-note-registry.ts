/** A registry of notes that have an editor, by id, for actions from outside their page. */
import type { NoteId, QuoteSubject } from '../../../electron/contract/index.js';

export type NoteFocusTarget = 'title' | 'text';

export interface OpenNote {
  /** Puts a quotation at the cursor. @returns whether it was written; a failure has been announced. */
  quote(passage: QuoteSubject): Promise<boolean>;
  /** Brings a position in the text into sight. UTF-16 offset. */
  reveal(offset: number): void;
  focus(place: NoteFocusTarget): void;
  isShown(): boolean;
}

const notes = new Map<NoteId, OpenNote>();
const pendingFocus = new Map<NoteId, NoteFocusTarget>();

/** A note that was closed keeps its entry until it is opened again; what is done to it still reaches the archive. */
export const registerOpenNote = (id: NoteId, note: OpenNote): void => void notes.set(id, note);
export const getOpenNote = (id: NoteId): OpenNote | undefined => notes.get(id);

/** Gives a note the focus, now or as soon as its page is there. */
export function focusNote(id: NoteId, place: NoteFocusTarget): void {
  const note = notes.get(id);
  if (note?.isShown()) note.focus(place);
  else pendingFocus.set(id, place);
}

/** @returns the focus that was requested before the page was mounted, and clears it. */
export function takePendingFocus(id: NoteId): NoteFocusTarget | null {
  const place = pendingFocus.get(id) ?? null;
  pendingFocus.delete(id);
  return place;
}
