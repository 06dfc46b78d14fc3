/** Named sets of sources, which collections are. A source may be in many; it does not change when a set does. */
import type { Scope, SourceId } from '../contract/index.js';
import { t } from '../wording/index.js';
import type { ArchiveContext } from './archive-context.js';
import type { JournalChange } from './journal-change.js';
import type { Journal } from './journal-store.js';
import { createMemberships } from './memberships.js';
import { createNamedRows, type NamedTable } from './named-rows.js';
import type { SourceStore } from './source-store.js';

export interface NamedSetTable extends Omit<NamedTable, 'scopes' | 'columns'> {
  /** Which source is in which set: columns `member.set` and source_id. */
  readonly member: { readonly table: string; readonly set: string };
  readonly scopes: NamedTable['scopes'] & { readonly members: readonly Scope[] };
  /** Of the step that puts sources in or takes them out. @param sources “a source” or “3 sources”. */
  readonly label: Readonly<Record<'in' | 'out', (sources: string, name: string) => string>>;
}

export interface NamedSet<Id extends string> {
  readonly id: Id;
  readonly name: string;
  /** Without the bin. */
  readonly sourceCount: number;
}

export type NamedSetStore<Id extends string> = ReturnType<typeof createNamedSetStore<Id>>;

export function createNamedSetStore<Id extends string>(
  context: ArchiveContext,
  journal: Journal,
  sources: SourceStore,
  spec: NamedSetTable,
) {
  const { database } = context;
  const { table, kind, scopes, member, label } = spec;
  const rows = createNamedRows<Id>({ ...context, journal }, spec);

  const LIST = `SELECT n.id AS id, n.name AS name, (SELECT count(*) FROM ${member.table} m
    JOIN source s ON s.id = m.source_id WHERE m.${member.set} = n.id AND s.deleted_at IS NULL) AS sourceCount
    FROM ${table} n WHERE n.deleted_at IS NULL ORDER BY n.name_key`;
  const MEMBERS = `SELECT m.source_id AS id FROM ${member.table} m JOIN source s ON s.id = m.source_id
    WHERE m.${member.set} = :id AND s.deleted_at IS NULL ORDER BY m.source_id`;

  const membership = createMemberships<Id, SourceId>(context, journal, {
    kind: `${kind}.members`,
    table: member.table,
    set: member.set,
    item: 'source_id',
    scopes: scopes.members,
    check: (sourceId) => void sources.record(sourceId),
    sourcesOf: (sourceIds) => [...sourceIds],
  });

  const moveAsStep = (id: Id, ids: readonly SourceId[], side: 'in' | 'out'): void => {
    journal.step(() => {
      const { name } = rows.get(id);
      const change = membership.move(id, ids, side);
      return {
        label: label[side](t('{count, plural, one {a source} other {# sources}}', { count: ids.length }), name),
        changes: change ? [change] : [],
        scopes: scopes.members,
        sourceIds: ids,
      };
    });
  };

  return {
    /** For an import: the change belongs to the caller's step. @throws FondsError NOT_FOUND. */
    joining: (id: Id, sourceId: SourceId): JournalChange | null => membership.move(rows.get(id).id, [sourceId], 'in'),

    list: (): NamedSet<Id>[] => database.prepare<NamedSet<Id>>(LIST).all(),
    /** Sources in the set that are not in the bin. @throws FondsError NOT_FOUND. */
    members: (id: Id): SourceId[] =>
      database
        .prepare<{ id: SourceId }>(MEMBERS)
        .all({ id: rows.get(id).id })
        .map((row) => row.id),
    create: (name: string): NamedSet<Id> => {
      const { id, name: free } = rows.create(name);
      return { id, name: free, sourceCount: 0 };
    },
    rename: rows.rename,
    /** Its sources stay in the archive. */
    delete: rows.delete,
    add: (id: Id, ids: readonly SourceId[]) => moveAsStep(id, ids, 'in'),
    remove: (id: Id, ids: readonly SourceId[]) => moveAsStep(id, ids, 'out'),
  };
}
