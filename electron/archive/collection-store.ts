/** Collections: named sets of sources. A source may be in many; the archive does not change when a set does. */
import { Collection, CollectionId, FondsError, type SourceId } from '../contract/index.js';
import { type Context, foldedKey } from './context.js';
import type { Applier, Change, Journal } from './journal-store.js';
import type { SourceStore } from './source-store.js';

interface CollectionRow {
  id: CollectionId;
  name: string;
}

const GET = `SELECT id, name FROM collection WHERE id = :id AND deleted_at IS NULL`;
const BY_NAME = `SELECT id, name FROM collection WHERE name_key = :nameKey AND deleted_at IS NULL`;
const LIST = `SELECT c.id AS id, c.name AS name, (SELECT count(*) FROM collection_source cs
  JOIN source s ON s.id = cs.source_id WHERE cs.collection_id = c.id AND s.deleted_at IS NULL) AS sourceCount
  FROM collection c WHERE c.deleted_at IS NULL ORDER BY c.name_key`;
const MEMBERS = `SELECT cs.source_id AS id FROM collection_source cs JOIN source s ON s.id = cs.source_id
  WHERE cs.collection_id = :id AND s.deleted_at IS NULL ORDER BY cs.source_id`;
const INSERT = `INSERT INTO collection (id, name, name_key, created_at, deleted_at) VALUES (:id, :name, :nameKey, :at, NULL)`;
const SET_DELETED = `UPDATE collection SET deleted_at = :at WHERE id = :id`;
const SET_NAME = `UPDATE collection SET name = :name, name_key = :nameKey WHERE id = :id`;
const JOIN = `INSERT INTO collection_source (collection_id, source_id) VALUES (:id, :sourceId) ON CONFLICT DO NOTHING`;
const PART = `DELETE FROM collection_source WHERE collection_id = :id AND source_id = :sourceId`;

/** A state of `collection.members`: these sources are in, or these are out; others are left alone. */
interface Membership {
  readonly in?: readonly SourceId[];
  readonly out?: readonly SourceId[];
}

export type CollectionStore = ReturnType<typeof createCollectionStore>;

export function createCollectionStore(context: Context, journal: Journal, sources: SourceStore) {
  const { database, now, newId, announce } = context;

  const get = (id: CollectionId): CollectionRow => {
    const row = database.prepare<CollectionRow>(GET).get({ id });
    if (!row) throw new FondsError('NOT_FOUND', `There is no collection ${id} in this archive.`, { id });
    return row;
  };

  /** @throws FondsError INVALID_INPUT when another collection has the name, whatever its case and accents. */
  const freeName = (name: string, own: CollectionId | null): { name: string; nameKey: string } => {
    const trimmed = name.trim();
    if (trimmed === '') throw new FondsError('INVALID_INPUT', 'A collection needs a name.', { name });
    const nameKey = foldedKey(trimmed);
    const other = database.prepare<CollectionRow>(BY_NAME).get({ nameKey });
    if (other && other.id !== own) {
      throw new FondsError('INVALID_INPUT', `There is already a collection “${other.name}”. Choose another name.`, {
        name,
      });
    }
    return { name: trimmed, nameKey };
  };

  const applyExists: Applier = (subjectId, state) => {
    const at = (state as { exists: boolean }).exists ? null : now().toISOString();
    database.prepare(SET_DELETED).run({ id: subjectId, at });
    return { scopes: ['collections', 'sources'], sourceIds: [] };
  };
  const applyName: Applier = (subjectId, state) => {
    const { name } = state as { name: string };
    database.prepare(SET_NAME).run({ id: subjectId, name, nameKey: foldedKey(name) });
    return { scopes: ['collections'], sourceIds: [] };
  };
  const applyMembers: Applier = (subjectId, state) => {
    const membership = state as Membership;
    for (const sourceId of membership.in ?? []) database.prepare(JOIN).run({ id: subjectId, sourceId });
    for (const sourceId of membership.out ?? []) database.prepare(PART).run({ id: subjectId, sourceId });
    return { scopes: ['collections', 'sources'], sourceIds: [...(membership.in ?? []), ...(membership.out ?? [])] };
  };

  /** Puts sources in or out inside a transaction. @returns the change, or null when all were there already. */
  const move = (id: CollectionId, ids: readonly SourceId[], side: 'in' | 'out'): Change | null => {
    const statement = database.prepare(side === 'in' ? JOIN : PART);
    const moved = [...new Set(ids)].filter((sourceId) => {
      sources.record(sourceId);
      return statement.run({ id, sourceId }) > 0;
    });
    const [before, after] = side === 'in' ? [{ out: moved }, { in: moved }] : [{ in: moved }, { out: moved }];
    return moved.length > 0 ? { kind: 'collection.members', subjectId: id, before, after } : null;
  };

  const moveAsStep = (id: CollectionId, ids: readonly SourceId[], side: 'in' | 'out'): void => {
    const done = database.write(() => {
      const { name } = get(id);
      const change = move(id, ids, side);
      const count = ids.length === 1 ? 'a source' : `${ids.length} sources`;
      const label = side === 'in' ? `Add ${count} to “${name}”` : `Take ${count} out of “${name}”`;
      if (change) journal.record({ id: newId(), label }, [change]);
      return change !== null;
    });
    if (done) announce(['collections', 'sources', 'history'], [...ids]);
  };

  return {
    get,
    applyExists,
    applyName,
    applyMembers,
    /** For an import: the change belongs to the caller's step. @throws FondsError NOT_FOUND. */
    joining: (id: CollectionId, sourceId: SourceId): Change | null => move(get(id).id, [sourceId], 'in'),

    list: (): Collection[] => database.prepare<Collection>(LIST).all(),
    /** Sources in the collection that are not in the bin. @throws FondsError NOT_FOUND. */
    members: (id: CollectionId): SourceId[] =>
      database
        .prepare<{ id: SourceId }>(MEMBERS)
        .all({ id: get(id).id })
        .map((row) => row.id),

    create(name: string): Collection {
      const id = CollectionId.parse(newId());
      const created = database.write(() => {
        const free = freeName(name, null);
        database.prepare(INSERT).run({ id, ...free, at: now().toISOString() });
        const change: Change = {
          kind: 'collection.exists',
          subjectId: id,
          before: { exists: false },
          after: { exists: true, name: free.name },
        };
        journal.record({ id: newId(), label: `Create collection “${free.name}”` }, [change]);
        return free;
      });
      announce(['archive', 'collections', 'history'], []);
      return Collection.parse({ id, name: created.name, sourceCount: 0 });
    },

    rename(id: CollectionId, name: string): void {
      const renamed = database.write(() => {
        const before = get(id);
        const free = freeName(name, id);
        if (free.name === before.name) return false;
        database.prepare(SET_NAME).run({ id, ...free });
        const label = `Rename collection “${before.name}” to “${free.name}”`;
        const after = { name: free.name };
        journal.record({ id: newId(), label }, [
          { kind: 'collection.name', subjectId: id, before: { name: before.name }, after },
        ]);
        return true;
      });
      if (renamed) announce(['collections', 'history'], []);
    },

    /** Its sources stay in the archive. */
    delete(id: CollectionId): void {
      database.write(() => {
        const { name } = get(id);
        database.prepare(SET_DELETED).run({ id, at: now().toISOString() });
        journal.record({ id: newId(), label: `Delete collection “${name}”` }, [
          { kind: 'collection.exists', subjectId: id, before: { exists: true, name }, after: { exists: false } },
        ]);
      });
      announce(['archive', 'collections', 'sources', 'history'], []);
    },

    add: (id: CollectionId, ids: readonly SourceId[]): void => moveAsStep(id, ids, 'in'),
    remove: (id: CollectionId, ids: readonly SourceId[]): void => moveAsStep(id, ids, 'out'),
  };
}
