/** The notes as the search reads them. The room of notes publishes them as views. */
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

const LIVE = `SELECT id, changed_at AS changedAt FROM live_note_change`;
const GET = `SELECT title, body, changed_at AS changedAt FROM live_note WHERE id = :id`;

export const createNoteTexts = ({ database }: Pick<Archive, 'database'>): NoteTexts => ({
  live: () => database.prepare<{ id: NoteId; changedAt: string }>(LIVE).all(),
  get: (id) => database.prepare<NoteText>(GET).get({ id }) ?? null,
});
