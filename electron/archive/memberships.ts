/** What is in which set: sources in collections, tags on sources and on passages. Going in and out is journaled. */
import type { Scope, SourceId } from '../contract/index.js';
import type { ArchiveContext } from './archive-context.js';
import type { JournalChange } from './journal-change.js';
import type { Journal } from './journal-store.js';

export interface MembershipTable<Item extends string> {
  /** In the journal, such as `collection.members`. Written for ever. */
  readonly kind: string;
  readonly table: string;
  /** Columns: the id of the set and the id of what is in it; together unique. */
  readonly set: string;
  readonly item: string;
  readonly scopes: readonly Scope[];
  /** @throws FondsError NOT_FOUND when there is no such item. */
  check(item: Item): void;
  /** Sources that are shown differently when these items go in or out. */
  sourcesOf(items: readonly Item[]): SourceId[];
}

export interface Memberships<Id extends string, Item extends string> {
  /** All that is in a set, in order of id, the bin included. */
  of(id: Id): Item[];
  /** Inside the caller's step. @returns the change; null when all were there already. @throws FondsError NOT_FOUND. */
  move(id: Id, items: readonly Item[], side: 'in' | 'out'): JournalChange | null;
}

/** A state in the journal: these are in, or these are out; others are left alone. */
interface MembershipState<Item> {
  readonly in?: readonly Item[];
  readonly out?: readonly Item[];
}

export function createMemberships<Id extends string, Item extends string>(
  { database }: Pick<ArchiveContext, 'database'>,
  journal: Pick<Journal, 'register'>,
  { kind, table, set, item, scopes, check, sourcesOf }: MembershipTable<Item>,
): Memberships<Id, Item> {
  const OF = `SELECT ${item} AS item FROM ${table} WHERE ${set} = :id ORDER BY ${item}`;
  const JOIN = `INSERT INTO ${table} (${set}, ${item}) VALUES (:id, :item) ON CONFLICT DO NOTHING`;
  const PART = `DELETE FROM ${table} WHERE ${set} = :id AND ${item} = :item`;

  journal.register(kind, (id, state) => {
    const { in: joining = [], out: parting = [] } = state as MembershipState<Item>;
    for (const each of joining) database.prepare(JOIN).run({ id, item: each });
    for (const each of parting) database.prepare(PART).run({ id, item: each });
    return { scopes, sourceIds: sourcesOf([...joining, ...parting]) };
  });

  return {
    of: (id) =>
      database
        .prepare<{ item: Item }>(OF)
        .all({ id })
        .map((row) => row.item),
    move: (id, items, side) => {
      const statement = database.prepare(side === 'in' ? JOIN : PART);
      const moved = [...new Set(items)].filter((each) => {
        check(each);
        return statement.run({ id, item: each }) > 0;
      });
      if (moved.length === 0) return null;
      const [before, after] = side === 'in' ? [{ out: moved }, { in: moved }] : [{ in: moved }, { out: moved }];
      return { kind, subjectId: id, before, after };
    },
  };
}
