/**
 * All tags with their counts, read in slices: each asks for so many rows by an index, and whoever drives it may answer
 * others in between. What a tag reaches is counted in memory, from the leaves up; each set of sources goes into the larger
 * one, so that it costs little more than reading however the tags lie.
 */
import type { Tag, TagId } from '../contract/index.js';
import type { ArchiveContext } from './archive-context.js';

/** Rows of one slice. */
export const ROWS_A_SLICE = 1_000;

type Row = Pick<Tag, 'id' | 'name' | 'parentId' | 'colour' | 'description'> & { readonly nameKey: string };
interface Borne {
  readonly tagId: TagId;
  readonly sourceId: string;
  readonly count: number;
}

/** By the index of names: siblings in order of name. */
const tagsWhere = (rest: string, order: string) => `SELECT * FROM (
  SELECT id, name, parent_id AS parentId, colour, description, name_key AS nameKey FROM tag
  WHERE deleted_at IS NULL AND ${rest} ORDER BY ${order} LIMIT ${ROWS_A_SLICE})`;
/** The rest of the siblings, then the others: a comparison of both at once would begin at the first row each time. */
const TAGS = `${tagsWhere("ifnull(parent_id, '') = :parent AND name_key > :nameKey", 'name_key')}
  UNION ALL ${tagsWhere("ifnull(parent_id, '') > :parent", "ifnull(parent_id, ''), name_key")} LIMIT ${ROWS_A_SLICE}`;
const slices = (table: 'tag_source' | 'live_annotation_tag', member: 'source_id' | 'annotation_id') => {
  const next = `SELECT tag_id, ${member}, source_id FROM ${table} WHERE (tag_id, ${member}) > (:tag, :member)
    ORDER BY tag_id, ${member} LIMIT ${ROWS_A_SLICE}`;
  return { next, last: `SELECT tag_id AS tag, ${member} AS member FROM (${next}) ORDER BY 1 DESC, 2 DESC LIMIT 1` };
};
const ON_SOURCES = slices('tag_source', 'source_id');
const ON_PASSAGES = slices('live_annotation_tag', 'annotation_id');
const SOURCES = `SELECT n.tag_id AS tagId, n.source_id AS sourceId, 1 AS count FROM (${ON_SOURCES.next}) n
  CROSS JOIN source s ON s.id = n.source_id WHERE s.deleted_at IS NULL`;
const PASSAGES = `SELECT n.tag_id AS tagId, n.source_id AS sourceId, count(*) AS count FROM (${ON_PASSAGES.next}) n
  CROSS JOIN source s ON s.id = n.source_id WHERE s.deleted_at IS NULL GROUP BY n.tag_id, n.source_id`;

/** For the test of their plans. */
export const LISTING = [TAGS, SOURCES, ON_SOURCES.last, PASSAGES, ON_PASSAGES.last];

/** @returns in order of the tree: a parent before its children, siblings by name. Yields after each slice. */
export function* tagListing({ database }: Pick<ArchiveContext, 'database'>): Generator<void, Tag[]> {
  const rows = new Map<TagId, Row>();
  for (let from = { parent: '', nameKey: '' }; ; ) {
    const slice = database.prepare<Row>(TAGS).all(from);
    // A tag that was moved between two slices is there once.
    for (const row of slice) rows.set(row.id, row);
    const last = slice.at(-1);
    if (!last || slice.length < ROWS_A_SLICE) break;
    from = { parent: last.parentId ?? '', nameKey: last.nameKey };
    yield;
  }
  yield;

  const sourceCounts = new Map<TagId, number>();
  const annotationCounts = new Map<TagId, number>();
  const reached = new Map<TagId, Set<number>>();
  // Numbers take less room in sets than ids.
  const numbers = new Map<string, number>();
  function* count(sql: string, lastSql: string, counts: Map<TagId, number>): Generator<void> {
    for (let from = { tag: '', member: '' }; ; ) {
      const last = database.prepare<typeof from>(lastSql).get(from);
      if (!last) return;
      for (const { tagId, sourceId, count: more } of database.prepare<Borne>(sql).all(from)) {
        const number = numbers.get(sourceId) ?? numbers.size;
        numbers.set(sourceId, number);
        counts.set(tagId, (counts.get(tagId) ?? 0) + more);
        const set = reached.get(tagId);
        if (set) set.add(number);
        else reached.set(tagId, new Set([number]));
      }
      from = last;
      yield;
    }
  }
  yield* count(SOURCES, ON_SOURCES.last, sourceCounts);
  yield* count(PASSAGES, ON_PASSAGES.last, annotationCounts);

  const order = yield* inOrder(rows);
  const reachCounts = new Map<TagId, number>();
  for (const [at, { id, parentId }] of order.toReversed().entries()) {
    const own = reached.get(id);
    reachCounts.set(id, own?.size ?? 0);
    reached.delete(id);
    if (own && parentId !== null && rows.has(parentId)) reached.set(parentId, united(own, reached.get(parentId)));
    if (at % ROWS_A_SLICE === ROWS_A_SLICE - 1) yield;
  }
  const tags: Tag[] = [];
  for (const [at, { nameKey: _, ...row }] of order.entries()) {
    const counts = [sourceCounts, annotationCounts, reachCounts].map((each) => each.get(row.id) ?? 0);
    const [sourceCount = 0, annotationCount = 0, reachCount = 0] = counts;
    tags.push({ ...row, sourceCount, annotationCount, reachCount });
    if (at % ROWS_A_SLICE === ROWS_A_SLICE - 1) yield;
  }
  return tags;
}

/** @param rows siblings by name. A live tag below one that was deleted by itself stands at the top. */
function* inOrder(rows: ReadonlyMap<TagId, Row>): Generator<void, Row[]> {
  const childrenOf = new Map<TagId | null, Row[]>([[null, []]]);
  let lost = 0;
  for (const row of rows.values()) {
    const isLost = row.parentId !== null && !rows.has(row.parentId);
    if (isLost) lost += 1;
    const above = isLost ? null : row.parentId;
    const siblings = childrenOf.get(above);
    if (siblings) siblings.push(row);
    else childrenOf.set(above, [row]);
  }
  yield;
  const tops = childrenOf.get(null) ?? [];
  if (lost > 0) tops.sort((a, b) => compare(a.nameKey, b.nameKey) || compare(a.id, b.id));
  const order: Row[] = [];
  const waiting = tops.toReversed();
  for (let row = waiting.pop(); row; row = waiting.pop()) {
    order.push(row);
    // Not by spreading: a tag may have more children than a call has room for.
    for (const child of (childrenOf.get(row.id) ?? []).toReversed()) waiting.push(child);
    if (order.length % ROWS_A_SLICE === 0) yield;
  }
  return order;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Changes the larger one. */
function united(one: Set<number>, other: Set<number> | undefined): Set<number> {
  if (!other) return one;
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  for (const member of small) large.add(member);
  return large;
}
