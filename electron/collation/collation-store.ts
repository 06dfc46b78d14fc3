/**
 * Collations as they lie in the archive: what they consist of, never what was computed. Invariant: every write counts
 * `revision` up, undo and redo included, so that what was computed for an older one is known to be old.
 */
import {
  type Archive,
  createNamedRows,
  foldedKey,
  type JournalChange,
  laterThan,
  type NamedRows,
} from '../archive/index.js';
import type { CollationId, Pin, SourceId, VersionId } from '../contract/index.js';

export interface StoredWitness {
  readonly sourceId: SourceId;
  readonly versionId: VersionId;
  readonly siglum: string;
}

/** What of a collation can be changed, but for its name. */
export interface CollationDefinition {
  readonly witnesses: readonly StoredWitness[];
  readonly base: number;
  readonly pins: readonly Pin[];
}

export interface StoredCollation extends CollationDefinition {
  readonly id: CollationId;
  readonly name: string;
  readonly revision: number;
  readonly createdAt: string;
  readonly changedAt: string;
}

export interface CollationStore extends Pick<NamedRows<CollationId>, 'rename' | 'delete'> {
  /** Newest change first. */
  list(): StoredCollation[];
  /** @returns null for one that is not there or was deleted. */
  get(id: CollationId): StoredCollation | null;
  /** Whether no other has this name. */
  isFree(name: string): boolean;
  /** A step of its own. @throws FondsError INVALID_INPUT when the name is in use. */
  create(name: string, shape: CollationDefinition): CollationId;
  /** Inside the caller's step. @returns null when nothing differs. */
  update(stored: StoredCollation, shape: CollationDefinition): JournalChange | null;
}

interface StoredCollationRow {
  id: CollationId;
  name: string;
  witnesses: string;
  base: number;
  pins: string;
  revision: number;
  createdAt: string;
  changedAt: string;
}

const COLUMNS = `id, name, witnesses, base, pins, revision, created_at AS createdAt, changed_at AS changedAt`;
const LIST = `SELECT ${COLUMNS} FROM collation WHERE deleted_at IS NULL ORDER BY changed_at DESC, id DESC`;
const GET = `SELECT ${COLUMNS} FROM collation WHERE id = :id AND deleted_at IS NULL`;
const CHANGED_AT = `SELECT changed_at AS changedAt FROM collation WHERE id = :id`;
const NAMED = `SELECT id FROM collation WHERE name_key = :nameKey AND deleted_at IS NULL`;
const RESHAPE = `UPDATE collation SET witnesses = :witnesses, base = :base, pins = :pins, revision = revision + 1,
  changed_at = :changedAt WHERE id = :id`;

const stored = ({ witnesses, pins, ...row }: StoredCollationRow): StoredCollation => ({
  ...row,
  witnesses: JSON.parse(witnesses),
  pins: JSON.parse(pins),
});
const written = ({ witnesses, base, pins }: CollationDefinition) => ({
  witnesses: JSON.stringify(witnesses),
  base,
  pins: JSON.stringify(pins),
});

export function createCollationStore(
  { database, history }: Pick<Archive, 'database' | 'history'>,
  { now, newId }: { readonly now: () => Date; readonly newId: () => string },
): CollationStore {
  const rows = createNamedRows<CollationId>(
    { database, journal: history, now, newId },
    {
      table: 'collation',
      noun: 'collation',
      kind: 'collation',
      scopes: { exists: ['collations'], name: ['collations'] },
      columns: ['witnesses', 'base', 'pins', 'revision', 'changed_at'],
    },
  );
  const write = (id: string, shape: CollationDefinition): void => {
    const before = database.prepare<{ changedAt: string }>(CHANGED_AT).get({ id });
    if (!before) throw new Error(`The journal names collation ${id}, which is not in the archive`);
    database.prepare(RESHAPE).run({ id, ...written(shape), changedAt: laterThan(before.changedAt, now()) });
  };
  history.register('collation.shape', (id, state) => {
    write(id, state as CollationDefinition);
    return { scopes: ['collations'], sourceIds: [] };
  });

  return {
    list: () => database.prepare<StoredCollationRow>(LIST).all().map(stored),
    get: (id) => {
      const row = database.prepare<StoredCollationRow>(GET).get({ id });
      return row ? stored(row) : null;
    },
    isFree: (name) => !database.prepare(NAMED).get({ nameKey: foldedKey(name) }),
    create: (name, shape) => rows.create(name, { ...written(shape), revision: 1, changed_at: now().toISOString() }).id,
    rename: rows.rename,
    delete: rows.delete,
    update: ({ id, witnesses, base, pins }, shape) => {
      const before: CollationDefinition = { witnesses, base, pins };
      const after: CollationDefinition = { witnesses: shape.witnesses, base: shape.base, pins: shape.pins };
      if (JSON.stringify(written(before)) === JSON.stringify(written(after))) return null;
      write(id, after);
      return { kind: 'collation.shape', subjectId: id, before, after };
    },
  };
}
