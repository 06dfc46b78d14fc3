/**
 * Rows that a person names: collections, tags, saved searches. A name is taken once, whatever its case and accents;
 * making, renaming and deleting are journaled. What is deleted keeps its row, so that undo finds it.
 */
import { FondsError, foldedKey, type Scope } from '../contract/index.js';
import { t } from '../wording/index.js';
import type { Database, SqlValue } from './database.js';
import type { ChangeApplier, JournalChange } from './journal-change.js';
import type { Journal } from './journal-store.js';

export interface NamedRow<Id extends string> {
  readonly id: Id;
  readonly name: string;
}

export interface NamedTable {
  /** Has columns id, name, name_key (unique while not deleted), created_at, deleted_at. */
  readonly table: string;
  /** What a person calls one of them. */
  readonly noun: string;
  /** In the journal: `${kind}.exists` and `${kind}.name`. */
  readonly kind: string;
  /** What a client must ask for again when one is made or goes, and when one is renamed. */
  readonly scopes: { readonly exists: readonly Scope[]; readonly name: readonly Scope[] };
  /** Further columns that `create` fills; a parameter is named as its column. */
  readonly columns?: readonly string[];
}

export interface NamedRowsOptions {
  readonly database: Database;
  readonly journal: Pick<Journal, 'register' | 'step'>;
  readonly now: () => Date;
  /** A new UUIDv7. */
  readonly newId: () => string;
}

export interface NamedRows<Id extends string> {
  /** @throws FondsError NOT_FOUND. */
  get(id: Id): NamedRow<Id>;
  /** @throws FondsError INVALID_INPUT when the name is taken or empty. */
  create(name: string, columns?: Readonly<Record<string, SqlValue>>): NamedRow<Id> & { readonly createdAt: string };
  /** @throws FondsError NOT_FOUND, INVALID_INPUT. */
  rename(id: Id, name: string): void;
  /** @throws FondsError NOT_FOUND. */
  delete(id: Id): void;
}

export function createNamedRows<Id extends string>(
  { database, journal, now, newId }: NamedRowsOptions,
  { table, noun, kind, scopes, columns = [] }: NamedTable,
): NamedRows<Id> {
  const GET = `SELECT id, name FROM ${table} WHERE id = :id AND deleted_at IS NULL`;
  const BY_NAME = `SELECT id, name FROM ${table} WHERE name_key = :nameKey AND deleted_at IS NULL`;
  const INSERT = `INSERT INTO ${table} (${['id', 'name', 'name_key', 'created_at', 'deleted_at', ...columns].join(', ')})
    VALUES (${[':id', ':name', ':nameKey', ':at', 'NULL', ...columns.map((column) => `:${column}`)].join(', ')})`;
  const SET_DELETED = `UPDATE ${table} SET deleted_at = :at WHERE id = :id`;
  const SET_NAME = `UPDATE ${table} SET name = :name, name_key = :nameKey WHERE id = :id`;

  const get = (id: Id): NamedRow<Id> => {
    const row = database.prepare<NamedRow<Id>>(GET).get({ id });
    if (!row) throw new FondsError('NOT_FOUND', t('There is no {noun} {id} in this archive.', { noun, id }), { id });
    return row;
  };

  /** @throws FondsError INVALID_INPUT when another row has the name. */
  const freeName = (name: string, own: Id | null): { name: string; nameKey: string } => {
    const trimmed = name.trim();
    if (trimmed === '') throw new FondsError('INVALID_INPUT', t('A {noun} needs a name.', { noun }), { name });
    const nameKey = foldedKey(trimmed);
    const other = database.prepare<NamedRow<Id>>(BY_NAME).get({ nameKey });
    if (other && other.id !== own) {
      throw new FondsError(
        'INVALID_INPUT',
        t('There is already a {noun} “{name}”. Choose another name.', { noun, name: other.name }),
        {
          name,
        },
      );
    }
    return { name: trimmed, nameKey };
  };

  const applyExists: ChangeApplier = (subjectId, state) => {
    const at = (state as { exists: boolean }).exists ? null : now().toISOString();
    database.prepare(SET_DELETED).run({ id: subjectId, at });
    return { scopes: scopes.exists, sourceIds: [] };
  };
  const applyName: ChangeApplier = (subjectId, state) => {
    const { name } = state as { name: string };
    database.prepare(SET_NAME).run({ id: subjectId, name, nameKey: foldedKey(name) });
    return { scopes: scopes.name, sourceIds: [] };
  };
  journal.register(`${kind}.exists`, applyExists);
  journal.register(`${kind}.name`, applyName);

  return {
    get,
    create: (name, values = {}) => {
      const id = newId() as Id;
      const at = now().toISOString();
      const created = journal.step(() => {
        const free = freeName(name, null);
        database.prepare(INSERT).run({ ...values, id, ...free, at });
        const change: JournalChange = {
          kind: `${kind}.exists`,
          subjectId: id,
          before: { exists: false },
          after: { exists: true, name: free.name },
        };
        return {
          label: t('Create {noun} “{name}”', { noun, name: free.name }),
          changes: [change],
          scopes: scopes.exists,
          name: free.name,
        };
      });
      return { id, name: created.name, createdAt: at };
    },
    rename: (id, name) => {
      journal.step(() => {
        const before = get(id);
        const free = freeName(name, id);
        const label = t('Rename {noun} “{name}” to “{name2}”', { noun, name: before.name, name2: free.name });
        if (free.name === before.name) return { label, changes: [], scopes: [] };
        database.prepare(SET_NAME).run({ id, ...free });
        const [from, to] = [{ name: before.name }, { name: free.name }];
        const change: JournalChange = { kind: `${kind}.name`, subjectId: id, before: from, after: to };
        return { label, changes: [change], scopes: scopes.name };
      });
    },
    delete: (id) => {
      journal.step(() => {
        const { name } = get(id);
        database.prepare(SET_DELETED).run({ id, at: now().toISOString() });
        const [before, after] = [{ exists: true, name }, { exists: false }];
        const change: JournalChange = { kind: `${kind}.exists`, subjectId: id, before, after };
        return { label: t('Delete {noun} “{name}”', { noun, name }), changes: [change], scopes: scopes.exists };
      });
    },
  };
}
