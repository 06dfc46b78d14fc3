/**
 * Notes as they lie in the archive. Invariant: every write counts `revision` up and moves `changed_at` on, undo and redo
 * included, so that whoever holds an older note knows it; what follows from the body is written with it.
 */
import { type Archive, foldedKey, type JournalChange, laterThan } from '../archive/index.js';
import type { Note, NoteId } from '../contract/index.js';
import type { ReferenceStore } from './reference-store.js';
import { type Splice, spliceBetween, spliced } from './splice.js';

/** What of a note was changed, for the journal; a title that is left out stays. */
interface NoteTextState {
  readonly title?: string;
  readonly splice?: Splice;
}

export interface NoteStore {
  /** Also from the bin. */
  get(id: NoteId): Note | null;
  /** These write inside the caller's step. @returns what makes it so, for the journal. */
  insert(note: Pick<Note, 'id' | 'title' | 'body'>): JournalChange;
  /** @returns null when nothing differs. @param note as it is stored. */
  write(note: Note, text: Partial<Pick<Note, 'title' | 'body'>>): JournalChange | null;
  /** Into the bin or out of it. @returns null when it is there already. */
  move(note: Note, to: 'bin' | 'notes'): JournalChange | null;
}

const COLUMNS = `id, title, body, revision, who, created_at AS createdAt, changed_at AS changedAt, deleted_at AS deletedAt`;
const GET = `SELECT ${COLUMNS} FROM note WHERE id = :id`;
const INSERT = `INSERT INTO note (id, title, title_key, body, text_key, revision, who, created_at, changed_at, deleted_at)
  VALUES (:id, :title, :titleKey, :body, :textKey, 1, :who, :at, :at, NULL)`;
const SET_TEXT = `UPDATE note SET title = :title, title_key = :titleKey, body = :body, text_key = :textKey,
  revision = revision + 1, changed_at = :changedAt WHERE id = :id`;
const SET_DELETED = `UPDATE note SET deleted_at = :deletedAt, revision = revision + 1, changed_at = :changedAt WHERE id = :id`;

const keysOf = (title: string, body: string) => ({
  titleKey: foldedKey(title),
  textKey: foldedKey(`${title}\n${body}`),
});

export function createNoteStore(
  { database, history, who }: Pick<Archive, 'database' | 'history' | 'who'>,
  references: ReferenceStore,
  now: () => Date,
): NoteStore {
  const get = (id: NoteId): Note | null => database.prepare<Note>(GET).get({ id }) ?? null;
  const stored = (id: string): Note => {
    const note = get(id as NoteId);
    if (!note) throw new Error(`The journal names note ${id}, which is not in the archive`);
    return note;
  };

  const setText = ({ id, changedAt }: Note, title: string, body: string): void => {
    const at = laterThan(changedAt, now());
    database.prepare(SET_TEXT).run({ id, title, body, ...keysOf(title, body), changedAt: at });
    references.write(id, body);
  };
  const setDeleted = ({ id, changedAt }: Note, to: 'bin' | 'notes'): void => {
    const at = laterThan(changedAt, now());
    database.prepare(SET_DELETED).run({ id, deletedAt: to === 'bin' ? at : null, changedAt: at });
  };

  history.register('note.text', (id, state) => {
    const note = stored(id);
    const { title = note.title, splice } = state as NoteTextState;
    setText(note, title, splice ? spliced(note.body, splice) : note.body);
    return { scopes: ['notes'], sourceIds: [] };
  });
  history.register('note.bin', (id, state) => {
    setDeleted(stored(id), (state as { inBin: boolean }).inBin ? 'bin' : 'notes');
    return { scopes: ['notes'], sourceIds: [] };
  });

  return {
    get,
    insert: ({ id, title, body }) => {
      database.prepare(INSERT).run({ id, title, body, ...keysOf(title, body), who, at: now().toISOString() });
      references.write(id, body);
      return { kind: 'note.bin', subjectId: id, before: { inBin: true }, after: { inBin: false, title } };
    },
    write: (note, { title = note.title, body = note.body }) => {
      if (title === note.title && body === note.body) return null;
      const splice = body === note.body ? null : spliceBetween(note.body, body);
      setText(note, title, body);
      const state = (of: string, change: Splice | undefined): NoteTextState => ({
        ...(title === note.title ? {} : { title: of }),
        ...(change ? { splice: change } : {}),
      });
      const [before, after] = [state(note.title, splice?.back), state(title, splice?.there)];
      return { kind: 'note.text', subjectId: note.id, before, after };
    },
    move: (note, to) => {
      const inBin = to === 'bin';
      if (inBin === (note.deletedAt !== null)) return null;
      setDeleted(note, to);
      return { kind: 'note.bin', subjectId: note.id, before: { inBin: !inBin }, after: { inBin } };
    },
  };
}
