/** The notes as the search reads them. The table belongs to the room of notes, which the search may not import: it is only read. */
import type { Archive } from '../../archive/index.js';
import type { NoteId } from '../../contract/index.js';

export interface NoteText {
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  /** Differs after every change of the note. */
  readonly changedAt: string;
}

export interface NoteTexts {
  /** Notes that are not in the bin. */
  live(): { readonly id: NoteId; readonly changedAt: string }[];
  /** @returns null for a note that is gone or in the bin. */
  get(id: NoteId): NoteText | null;
}

// Told by the index alone; otherwise SQLite walks through every body to what stands behind it.
const LIVE = `SELECT id, changed_at AS changedAt FROM note INDEXED BY note_by_change WHERE deleted_at IS NULL`;
const GET = `SELECT title, body, changed_at AS changedAt FROM note WHERE id = :id AND deleted_at IS NULL`;

export const createNoteTexts = ({ database }: Pick<Archive, 'database'>): NoteTexts => ({
  live: () => database.prepare<{ id: NoteId; changedAt: string }>(LIVE).all(),
  get: (id) => database.prepare<NoteText>(GET).get({ id }) ?? null,
});
