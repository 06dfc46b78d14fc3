/**
 * Rows of tags, and the journaled changes of one row. Nothing here looks at the tree as a whole. What is deleted keeps
 * its row, so that undo finds it; what was merged says into which tag.
 */
import { FondsError, foldedKey, type Tag, type TagId, type TagNode } from '../contract/index.js';
import { t } from '../wording/index.js';
import type { ArchiveContext } from './archive-context.js';
import type { SqlParameters, SqlValue } from './database.js';
import type { JournalChange } from './journal-change.js';
import type { Journal } from './journal-store.js';

/** What can be changed of one tag, with its state on either side as the journal keeps it. Kinds are written for ever. */
interface TagStates {
  exists: { readonly exists: boolean; readonly name?: string; readonly mergedInto?: TagId };
  name: { readonly name: string };
  parent: { readonly parentId: TagId | null };
  colour: { readonly colour: number | null };
  description: { readonly description: string };
}

/** Sources that bear `:tagId` or one below it, or have a passage that does. From the few tags on: the planner cannot know. */
export const BEARING = `WITH RECURSIVE below (id) AS (SELECT :tagId
    UNION SELECT t.id FROM below b JOIN tag t ON t.parent_id = b.id WHERE t.deleted_at IS NULL)
  SELECT ts.source_id FROM below b CROSS JOIN tag_source ts ON ts.tag_id = b.id
  UNION SELECT m.source_id FROM below b CROSS JOIN live_annotation_tag m ON m.tag_id = b.id`;

const INSERT = `INSERT INTO tag (id, name, name_key, parent_id, colour, description, created_at, deleted_at)
  VALUES (:id, :name, :nameKey, :parentId, :colour, :description, :at, NULL)`;
const SET = {
  exists: `UPDATE tag SET deleted_at = :deletedAt, merged_into = :mergedInto WHERE id = :id`,
  name: `UPDATE tag SET name = :name, name_key = :nameKey WHERE id = :id`,
  parent: `UPDATE tag SET parent_id = :parentId WHERE id = :id`,
  colour: `UPDATE tag SET colour = :colour WHERE id = :id`,
  description: `UPDATE tag SET description = :description WHERE id = :id`,
};
const NODES = `SELECT id, name, parent_id AS parentId FROM tag WHERE deleted_at IS NULL ORDER BY name_key, id`;
const LIST = `SELECT t.id AS id, t.name AS name, t.parent_id AS parentId, t.colour AS colour,
  t.description AS description,
  (SELECT count(*) FROM tag_source m JOIN source s ON s.id = m.source_id
    WHERE m.tag_id = t.id AND s.deleted_at IS NULL) AS sourceCount,
  (SELECT count(*) FROM live_annotation_tag m JOIN source s ON s.id = m.source_id
    WHERE m.tag_id = t.id AND s.deleted_at IS NULL) AS annotationCount,
  EXISTS (SELECT 1 FROM tag c WHERE c.parent_id = t.id AND c.deleted_at IS NULL) AS isParent
  FROM tag t WHERE t.deleted_at IS NULL`;
const ONE = `${LIST} AND t.id = :id`;
const REACH = `SELECT count(*) AS count FROM source s WHERE s.deleted_at IS NULL AND s.id IN (${BEARING})`;
const SIBLING = `SELECT id, name, parent_id AS parentId, colour, description FROM tag
  WHERE ifnull(parent_id, '') = ifnull(:parentId, '') AND name_key = :nameKey AND deleted_at IS NULL`;
/** From the tag up. A live tag may lie below one that was deleted by itself: then it stands at the top. */
const ABOVE = `WITH RECURSIVE way (step, name, parent_id) AS (
    SELECT 0, name, parent_id FROM tag WHERE id = :id AND deleted_at IS NULL
    UNION ALL SELECT w.step + 1, t.name, t.parent_id FROM way w JOIN tag t ON t.id = w.parent_id
      WHERE t.deleted_at IS NULL)
  SELECT name FROM way ORDER BY step DESC`;
const ANSWERING = `WITH RECURSIVE way (id, deleted_at, merged_into) AS (
    SELECT id, deleted_at, merged_into FROM tag WHERE id = :id
    UNION SELECT t.id, t.deleted_at, t.merged_into FROM way w JOIN tag t ON t.id = w.merged_into)
  SELECT id FROM way WHERE deleted_at IS NULL`;
const SLASHED = `SELECT id FROM tag WHERE instr(name, '/') > 0 AND deleted_at IS NULL`;
/** A tag whose name holds the separator, or that lies below a deleted one: paths do not follow from parents and names then. */
const IRREGULAR = `SELECT EXISTS (SELECT 1 FROM tag WHERE instr(name, '/') > 0 AND deleted_at IS NULL)
  OR EXISTS (SELECT 1 FROM tag p CROSS JOIN tag t ON t.parent_id = p.id
    WHERE p.deleted_at IS NOT NULL AND t.deleted_at IS NULL) AS isIrregular`;
const CHILDREN = `SELECT id, name, parent_id AS parentId FROM tag
  WHERE parent_id = :id AND deleted_at IS NULL ORDER BY name_key`;
/** A parent before its children. */
const BELOW = `WITH RECURSIVE below (id, name) AS (SELECT id, name FROM tag WHERE id = :id AND deleted_at IS NULL
    UNION ALL SELECT t.id, t.name FROM below b JOIN tag t ON t.parent_id = b.id WHERE t.deleted_at IS NULL)
  SELECT id, name FROM below`;
const IS_BELOW = `WITH RECURSIVE way (id, parent_id) AS (
    SELECT id, parent_id FROM tag WHERE id = :id AND deleted_at IS NULL
    UNION SELECT t.id, t.parent_id FROM way w JOIN tag t ON t.id = w.parent_id WHERE t.deleted_at IS NULL)
  SELECT EXISTS (SELECT 1 FROM way WHERE id = :above) AS isBelow`;
const MERGED = `SELECT id, merged_into AS into_id FROM tag WHERE merged_into IS NOT NULL`;

type SiblingTag = TagNode & Pick<Tag, 'colour' | 'description'>;

interface CountedTagRow extends Omit<Tag, 'reachCount'> {
  isParent: number;
}

export type TagRows = ReturnType<typeof createTagRows>;

export function createTagRows({ database, now, newId }: ArchiveContext, journal: Pick<Journal, 'register'>) {
  const columns: { readonly [K in keyof TagStates]: (state: TagStates[K]) => SqlParameters } = {
    exists: ({ exists, mergedInto }): Record<string, SqlValue> => ({
      deletedAt: exists ? null : now().toISOString(),
      mergedInto: mergedInto ?? null,
    }),
    name: ({ name }) => ({ name, nameKey: foldedKey(name) }),
    parent: ({ parentId }) => ({ parentId }),
    colour: ({ colour }) => ({ colour }),
    description: ({ description }) => ({ description }),
  };
  const put = <K extends keyof TagStates>(kind: K, id: string, state: TagStates[K]): void => {
    database.prepare(SET[kind]).run({ ...columns[kind](state), id });
  };
  for (const kind of Object.keys(SET) as (keyof TagStates)[]) {
    journal.register(`tag.${kind}`, (id, state) => {
      put(kind, id, state as never);
      return { scopes: ['tags', 'sources'], sourceIds: [] };
    });
  }

  /** Most tags have nothing below them and no passages: what they reach is what bears them. */
  const counted = ({ isParent, ...row }: CountedTagRow): Tag => {
    const isSimple = isParent === 0 && row.annotationCount === 0;
    const reach = isSimple ? null : database.prepare<{ count: number }>(REACH).get({ tagId: row.id });
    return { ...row, reachCount: reach?.count ?? row.sourceCount };
  };

  return {
    nodes: (): TagNode[] => database.prepare<TagNode>(NODES).all(),
    /** @throws FondsError NOT_FOUND. */
    get(id: TagId): Tag {
      const row = database.prepare<CountedTagRow>(ONE).get({ id });
      if (!row) throw new FondsError('NOT_FOUND', t('There is no tag {id} in this archive.', { id }), { id });
      return counted(row);
    },
    sibling: (parentId: TagId | null, name: string): SiblingTag | undefined =>
      database.prepare<SiblingTag>(SIBLING).get({ parentId, nameKey: foldedKey(name) }),
    /** Names from the top; none when there is no such tag. */
    names: (id: TagId): string[] =>
      database
        .prepare<{ name: string }>(ABOVE)
        .all({ id })
        .map(({ name }) => name),
    /** The tag that answers to an id: itself, or what it was merged into. */
    answering: (id: TagId): TagId | undefined => database.prepare<{ id: TagId }>(ANSWERING).get({ id })?.id,
    /** Whether some path does not follow from parents and names. Looks at every tag. */
    isIrregular: (): boolean => database.prepare<{ isIrregular: number }>(IRREGULAR).get()?.isIrregular === 1,
    children: (id: TagId): TagNode[] => database.prepare<TagNode>(CHILDREN).all({ id }),
    /** Itself and all below it, a parent before its children. */
    below: (id: TagId): { id: TagId; name: string }[] =>
      database.prepare<{ id: TagId; name: string }>(BELOW).all({ id }),
    /** Whether it is `above` or below that. */
    isBelow: (id: TagId, above: TagId): boolean =>
      database.prepare<{ isBelow: number }>(IS_BELOW).get({ id, above })?.isBelow === 1,
    slashed: (): TagId[] =>
      database
        .prepare<{ id: TagId }>(SLASHED)
        .all()
        .map(({ id }) => id),
    merged: (): { id: TagId; into: TagId }[] =>
      database
        .prepare<{ id: TagId; into_id: TagId }>(MERGED)
        .all()
        .map(({ id, into_id }) => ({ id, into: into_id })),

    /** Inside the caller's step. The name is free and trimmed. */
    insert(
      name: string,
      parentId: TagId | null,
      { colour, description }: Pick<Tag, 'colour' | 'description'>,
    ): { id: TagId; change: JournalChange } {
      const id = newId() as TagId;
      const row = { id, name, nameKey: foldedKey(name), parentId, colour, description };
      database.prepare(INSERT).run({ ...row, at: now().toISOString() });
      const [before, after]: TagStates['exists'][] = [{ exists: false }, { exists: true, name }];
      return { id, change: { kind: 'tag.exists', subjectId: id, before, after } };
    },
    /** Inside the caller's step: puts one side of a tag into a state. @returns the change. */
    turn<K extends keyof TagStates>(kind: K, id: TagId, before: TagStates[K], after: TagStates[K]): JournalChange {
      put(kind, id, after);
      return { kind: `tag.${kind}`, subjectId: id, before, after };
    },
  };
}
