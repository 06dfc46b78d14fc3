/** Lists of notes in pages. Each order is one index; the summary of a note is cached until it changes. */
import { type Archive, foldedKey, type SqlValue } from '../archive/index.js';
import type { NoteId, NoteRow, Output, ParsedInput } from '../contract/index.js';
import { type NoteSummary, noteSummary } from './note-excerpts.js';

type NoteListQuery = ParsedInput<'note.list'>;

interface NoteListRow extends Omit<NoteRow, keyof NoteSummary> {
  readonly revision: number;
}

const ORDER: Record<NoteListQuery['sort'], string> = {
  changed: 'n.changed_at DESC, n.id DESC',
  created: 'n.created_at DESC, n.id DESC',
  title: 'n.title_key, n.id',
};
const COLUMNS = `n.id AS id, n.title AS title, n.created_at AS createdAt, n.changed_at AS changedAt,
  n.deleted_at AS deletedAt, n.revision AS revision`;
const BODY = `SELECT body FROM note WHERE id = :id`;

/** The statements of a list, for the test that asks SQLite for its plan. */
export function noteListStatements({ sort, contains, within, inBin }: Omit<NoteListQuery, 'offset' | 'limit'>) {
  const where = [`n.deleted_at IS ${inBin ? 'NOT NULL' : 'NULL'}`];
  const values: Record<string, SqlValue> = {};
  const key = foldedKey(contains ?? '');
  if (key !== '') {
    where.push(`instr(n.${within === 'titles' ? 'title_key' : 'text_key'}, :contains) > 0`);
    values.contains = key;
  }
  const [condition, order] = [where.join(' AND '), ORDER[sort]];
  return {
    values,
    count: `SELECT count(*) AS total FROM note n WHERE ${condition}`,
    ids: `SELECT n.id AS id FROM note n WHERE ${condition} ORDER BY ${order}`,
    // The page is found by id alone, so that rows before it are walked in the index and never read.
    page: `SELECT ${COLUMNS} FROM note n WHERE n.id IN (SELECT n.id FROM note n WHERE ${condition}
      ORDER BY ${order} LIMIT :limit OFFSET :offset) ORDER BY ${order}`,
  };
}

export interface NoteList {
  page(query: NoteListQuery): Output<'note.list'>;
  /** Of every note that is not in the bin, in order of title. */
  ids(): NoteId[];
}

export function createNoteList({ database }: Pick<Archive, 'database'>): NoteList {
  const known = new Map<NoteId, NoteSummary & { readonly revision: number }>();

  const summaryOf = ({ id, revision }: NoteListRow): NoteSummary => {
    const kept = known.get(id);
    if (kept?.revision === revision) return kept;
    const words = noteSummary(database.prepare<{ body: string }>(BODY).get({ id })?.body ?? '');
    known.set(id, { ...words, revision });
    return words;
  };

  return {
    page: ({ offset, limit, ...query }) => {
      const { values, count, page } = noteListStatements(query);
      const rows = database.prepare<NoteListRow>(page).all({ ...values, offset, limit });
      return {
        total: database.prepare<{ total: number }>(count).get(values)?.total ?? 0,
        rows: rows.map((row) => {
          const { excerpt, words } = summaryOf(row);
          const { id, title, createdAt, changedAt, deletedAt } = row;
          return { id, title, excerpt, words, createdAt, changedAt, deletedAt };
        }),
      };
    },
    ids: () => {
      const { values, ids } = noteListStatements({ sort: 'title' });
      return database
        .prepare<{ id: NoteId }>(ids)
        .all(values)
        .map(({ id }) => id);
    },
  };
}
