/** What notes cite and link to. Invariant: the rows of a note are the live marks of its body, written with it. */
import type { Archive } from '../archive/index.js';
import type { BacklinkTarget, NoteId } from '../contract/index.js';
import { liveMarks } from './live-marks.js';

export interface ReferenceRow {
  readonly start: number;
  readonly end: number;
  readonly kind: 'source' | 'passage' | 'note' | 'tag';
  readonly targetId: string;
}

/** A place in a note that leads somewhere. */
export interface ReferencePlace {
  readonly noteId: NoteId;
  readonly start: number;
  readonly end: number;
}

export interface ReferenceStore {
  /** Inside the transaction that writes the body. */
  write(noteId: NoteId, body: string): void;
  of(noteId: NoteId): ReferenceRow[];
  /** In notes that are not in the bin: the note changed last first, then in order of the text. */
  backlinksTo(target: BacklinkTarget): ReferencePlace[];
}

const DELETE = `DELETE FROM note_reference WHERE note_id = :noteId`;
const INSERT = `INSERT INTO note_reference (note_id, position, start_at, end_at, kind, target_id)
  VALUES (:noteId, :position, :start, :end, :kind, :targetId)`;
const OF = `SELECT start_at AS start, end_at AS end, kind, target_id AS targetId FROM note_reference
  WHERE note_id = :noteId ORDER BY position`;
const PLACE = `r.note_id AS noteId, r.start_at AS start, r.end_at AS end`;
const LIVE = `JOIN note n ON n.id = r.note_id AND n.deleted_at IS NULL`;
const ORDER = `ORDER BY n.changed_at DESC, r.note_id, r.position`;
const TO = `SELECT ${PLACE} FROM note_reference r ${LIVE} WHERE r.target_id = :id AND r.kind = :kind ${ORDER}`;
/** Also where a passage of the source is cited. */
const TO_SOURCE = `SELECT ${PLACE} FROM note_reference r ${LIVE}
  WHERE (r.target_id = :id AND r.kind = 'source')
    OR (r.kind = 'passage' AND r.target_id IN
      (SELECT a.id FROM annotation a WHERE a.source_id = :id AND a.deleted_at IS NULL)) ${ORDER}`;

/** For the test that asks SQLite for its plan. */
export const BACKLINK_STATEMENTS = { target: TO, source: TO_SOURCE };

/** @returns a row for each thing that is named; several of one citation have its place. */
export const referencesOf = (body: string): ReferenceRow[] =>
  liveMarks(body).flatMap((mark) => {
    const { start, end } = mark;
    const keys = mark.kind === 'link' ? [mark.key] : mark.items.map(({ key }) => key);
    return keys.map(({ kind, id }) => ({ start, end, kind, targetId: id }));
  });

export function createReferenceStore({ database }: Pick<Archive, 'database'>): ReferenceStore {
  const of: ReferenceStore['of'] = (noteId) => database.prepare<ReferenceRow>(OF).all({ noteId });
  const isSame = (a: ReferenceRow, b: ReferenceRow | undefined): boolean =>
    a.start === b?.start && a.end === b.end && a.kind === b.kind && a.targetId === b.targetId;

  return {
    of,
    write: (noteId, body) => {
      const [fresh, kept] = [referencesOf(body), of(noteId)];
      if (fresh.length === kept.length && fresh.every((row, at) => isSame(row, kept[at]))) return;
      database.prepare(DELETE).run({ noteId });
      const insert = database.prepare(INSERT);
      for (const [position, row] of fresh.entries()) insert.run({ noteId, position, ...row });
    },
    backlinksTo: (target) =>
      target.kind === 'source'
        ? database.prepare<ReferencePlace>(TO_SOURCE).all({ id: target.id })
        : database.prepare<ReferencePlace>(TO).all({ id: target.id, kind: target.kind }),
  };
}
