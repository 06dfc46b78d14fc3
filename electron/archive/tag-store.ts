/**
 * Tags: a tree of words by which a person marks what is alike, on sources and on passages. There is never a circle, and a
 * name is taken once among the children of one parent. Each operation is one undo step.
 *
 * `annotation_tag` belongs to the room of annotations. Merging writes to it from here all the same (ADR 0007): it must
 * change together with the tags, in one step, and says so by the scope 'annotations'. Deleting leaves the rows of both
 * tables, so that undo finds them; whoever reads them joins the tags that are not deleted.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type AnnotationId,
  FondsError,
  foldedKey,
  PATH_SEPARATOR,
  pathNames,
  type Scope,
  type SourceId,
  type Tag,
  type TagId,
  type TagNode,
  type TagTree,
  tagTree,
} from '../contract/index.js';
import { t } from '../wording/index.js';
import type { ArchiveContext } from './archive-context.js';
import type { JournalChange } from './journal-change.js';
import type { Journal } from './journal-store.js';
import { createMemberships } from './memberships.js';
import type { SourceStore } from './source-store.js';
import { tagListing } from './tag-listing.js';
import { createTagRows } from './tag-rows.js';
import type { ArchiveTags, TagChange } from './tags.js';

const MEMBERS = `SELECT m.source_id AS id FROM tag_source m JOIN source s ON s.id = m.source_id
  WHERE m.tag_id = :id AND s.deleted_at IS NULL ORDER BY m.source_id`;
const SOURCES_OF = `SELECT DISTINCT source_id AS id FROM annotated_passage
  WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY source_id`;

const TREE: readonly Scope[] = ['tags', 'sources'];
/** Where the tags of passages are others, and not only their names. */
const PASSAGES: readonly Scope[] = ['tags', 'sources', 'annotations'];

/** How often tags are read again when something was written meanwhile; whoever shows them asks again for what comes after. */
const READINGS = 3;

const PLAIN = { colour: null, description: '' };

const refused = (message: string, details: Record<string, unknown>) =>
  new FondsError('INVALID_INPUT', message, details);

export function createTagStore(context: ArchiveContext, journal: Journal, sources: SourceStore): ArchiveTags {
  const { database } = context;
  const rows = createTagRows(context, journal);
  const ids = <Id>(sql: string, parameters: Record<string, string>): Id[] =>
    database
      .prepare<{ id: Id }>(sql)
      .all(parameters)
      .map(({ id }) => id);
  const onSources = createMemberships<TagId, SourceId>(context, journal, {
    kind: 'tag.members',
    table: 'tag_source',
    set: 'tag_id',
    item: 'source_id',
    scopes: TREE,
    check: (sourceId) => void sources.record(sourceId),
    sourcesOf: (sourceIds) => [...sourceIds],
  });
  const sourcesOf = (annotationIds: readonly AnnotationId[]): SourceId[] =>
    annotationIds.length === 0 ? [] : ids(SOURCES_OF, { ids: JSON.stringify(annotationIds) });
  const onPassages = createMemberships<TagId, AnnotationId>(context, journal, {
    kind: 'tag.passages',
    table: 'annotation_tag',
    set: 'tag_id',
    item: 'annotation_id',
    scopes: PASSAGES,
    check: () => undefined,
    sourcesOf,
  });

  const tree = (): TagTree<TagNode> => tagTree(rows.nodes());

  /** Costs as much as the path is long where paths follow from parents and names, as they do in all but old archives. */
  const idAt = (path: string): TagId | undefined => {
    if (rows.isIrregular()) return tree().byPath(path)?.id;
    let id: TagId | null = null;
    for (const name of pathNames(path)) {
      const tag = rows.sibling(id, name);
      if (!tag) return undefined;
      id = tag.id;
    }
    return id ?? undefined;
  };

  async function listInTurns(): Promise<Tag[]> {
    for (let reading = 1; ; reading += 1) {
      const { generation } = database;
      const slices = tagListing(context);
      let slice = slices.next();
      for (; !slice.done; slice = slices.next()) await nextTurn();
      if (database.generation === generation || reading === READINGS) return slice.value;
    }
  }

  function listAtOnce(): Tag[] {
    const slices = tagListing(context);
    for (let slice = slices.next(); ; slice = slices.next()) if (slice.done) return slice.value;
  }

  /** @throws FondsError INVALID_INPUT. */
  const freeName = (name: string, parentId: TagId | null, own: TagId | null): string => {
    const trimmed = name.trim();
    if (trimmed === '') throw refused(t('A tag needs a name.'), { name });
    if (trimmed.includes(PATH_SEPARATOR)) {
      throw refused(
        t(
          '“{trimmed}” cannot be the name of one tag: “/” stands between the names of a path. Leave it out, or make a tag below another.',
          { trimmed },
        ),
        { name },
      );
    }
    refuseDuplicateName(trimmed, parentId, own, t('Choose another name, or merge the two.'));
    return trimmed;
  };

  function refuseDuplicateName(name: string, parentId: TagId | null, own: TagId | null, remedy: string): void {
    const other = rows.sibling(parentId, name);
    if (!other || other.id === own) return;
    const where = parentId === null ? '' : t(' below “{name}”', { name: rows.get(parentId).name });
    throw refused(t('There is already a tag “{name}”{where}. {remedy}', { name: other.name, where, remedy }), {
      name,
      id: other.id,
    });
  }

  /** Tags of older archives may have a name that holds `/`: theirs is found in the tree as a whole. */
  const ensure = (path: string): { id: TagId; changes: JournalChange[] } => {
    const known = idAt(path);
    return known ? { id: known, changes: [] } : ensuring(path);
  };

  function ensuring(path: string): { id: TagId; changes: JournalChange[] } {
    const names = pathNames(path);
    if (names.length === 0) throw refused(t('A tag needs a name.'), { path });
    const changes: JournalChange[] = [];
    let id: TagId | null = null;
    for (const name of names) {
      const tag = ensuringBelow(id, name, PLAIN);
      if (tag.change) changes.push(tag.change);
      id = tag.id;
    }
    return { id: id as TagId, changes };
  }

  const ensuringBelow: ArchiveTags['ensureChildInStep'] = (parentId, name, content) => {
    const sibling = rows.sibling(parentId, name);
    if (sibling)
      return { id: sibling.id, change: null, existing: { colour: sibling.colour, description: sibling.description } };
    return { ...rows.insert(freeName(name, parentId, null), parentId, content), existing: null };
  };

  /** Inside a step. */
  const changing = (id: TagId, { colour, description }: TagChange): JournalChange[] => {
    const before = rows.get(id);
    const changes: JournalChange[] = [];
    if (colour !== undefined && colour !== before.colour) {
      changes.push(rows.turn('colour', id, { colour: before.colour }, { colour }));
    }
    if (description !== undefined && description !== before.description) {
      changes.push(rows.turn('description', id, { description: before.description }, { description }));
    }
    return changes;
  };

  const moveSources = (id: TagId, sourceIds: readonly SourceId[], side: 'in' | 'out'): void => {
    journal.step(() => {
      const { name } = rows.get(id);
      const change = onSources.move(id, sourceIds, side);
      const those = t('{count, plural, one {a source} other {# sources}}', { count: sourceIds.length });
      const label =
        side === 'in'
          ? t('Tag {those} “{name}”', { those, name })
          : t('Take tag “{name}” off {those}', { name, those });
      return { label, changes: change ? [change] : [], scopes: TREE, sourceIds };
    });
  };

  /** The steps of a merge of one tag, children included, in an order whose every state is one that may be. */
  function merging(id: TagId, into: TagId): { changes: JournalChange[]; sourceIds: SourceId[] } {
    const [gone, kept] = [rows.get(id), rows.get(into)];
    const children = rows.children(id);
    const others = new Map(
      rows.children(into).flatMap((other) => (other.id === id ? [] : [[foldedKey(other.name), other]])),
    );
    const [tagged, passages] = [onSources.of(id), onPassages.of(id)];
    const changes = [
      onSources.move(id, tagged, 'out'),
      onSources.move(into, tagged, 'in'),
      onPassages.move(id, passages, 'out'),
      onPassages.move(into, passages, 'in'),
    ].filter((change) => change !== null);
    if (kept.description === '') changes.push(...changing(into, { description: gone.description }));
    // It goes before its children move: one of them may be called as it is, and take its place.
    changes.push(rows.turn('exists', id, { exists: true, name: gone.name }, { exists: false, mergedInto: into }));
    const sourceIds = [...tagged, ...sourcesOf(passages)];
    for (const child of children) {
      const same = others.get(foldedKey(child.name));
      if (!same) {
        changes.push(rows.turn('parent', child.id, { parentId: id }, { parentId: into }));
        continue;
      }
      const below = merging(child.id, same.id);
      for (const change of below.changes) changes.push(change);
      for (const sourceId of below.sourceIds) sourceIds.push(sourceId);
    }
    return { changes, sourceIds };
  }

  return {
    list: listAtOnce,
    listInTurns,
    get: rows.get,
    members: (id) => ids<SourceId>(MEMBERS, { id: rows.get(id).id }),
    tree,
    path: (id) => rows.names(id).join(PATH_SEPARATOR),
    subtree: (id) => rows.below(id).map((each) => each.id),
    byPath: (path) => {
      const found = idAt(path);
      return found && rows.get(found);
    },
    find: (id) => {
      const answering = rows.answering(id);
      return answering && rows.get(answering);
    },
    mergedInto: (id) => rows.merged().flatMap((one) => (rows.answering(one.id) === id ? [one.id] : [])),

    create: (name, parentId = null, colour = null) => {
      const { id } = journal.step(() => {
        if (parentId !== null) rows.get(parentId);
        const made = rows.insert(freeName(name, parentId, null), parentId, { ...PLAIN, colour });
        const label = t('Create tag “{name}”', { name: rows.get(made.id).name });
        return { label, changes: [made.change], scopes: TREE, id: made.id };
      });
      return rows.get(id);
    },
    ensure: (path) =>
      journal.step(() => {
        const { id, changes } = ensure(path);
        return {
          label: t('Create tag “{names}”', { names: rows.names(id).join(PATH_SEPARATOR) }),
          changes,
          scopes: TREE,
          id,
        };
      }).id,
    ensureInStep: ensuring,
    ensureChildInStep: ensuringBelow,
    withSlashInName: () => rows.slashed(),
    rename: (id, name) => {
      journal.step(() => {
        const before = rows.get(id);
        const free = freeName(name, before.parentId, id);
        const label = t('Rename tag “{name}” to “{free}”', { name: before.name, free });
        if (free === before.name) return { label, changes: [], scopes: [] };
        return { label, changes: [rows.turn('name', id, { name: before.name }, { name: free })], scopes: TREE };
      });
    },
    change: (id, change) => {
      journal.step(() => ({
        label: t('Change tag “{name}”', { name: rows.get(id).name }),
        changes: changing(id, change),
        scopes: TREE,
      }));
    },
    move: (id, parentId) => {
      journal.step(() => {
        const before = rows.get(id);
        const parent = parentId === null ? null : rows.get(parentId);
        const label = t('Move tag “{name}” {value}', {
          name: before.name,
          value: parent ? t('below “{name}”', { name: parent.name }) : t('to the top'),
        });
        if (before.parentId === parentId) return { label, changes: [], scopes: [] };
        if (parent && rows.isBelow(parent.id, id)) {
          throw refused(
            t('“{name}” cannot go below “{name2}”, which is {value}. Choose a tag outside of it.', {
              name: before.name,
              name2: parent.name,
              value: parent.id === id ? t('itself') : t('below it'),
            }),
            { id, parentId },
          );
        }
        refuseDuplicateName(before.name, parentId, id, t('Rename one of them first, or merge the two.'));
        const change = rows.turn('parent', id, { parentId: before.parentId }, { parentId });
        return { label, changes: [change], scopes: TREE };
      });
    },
    merge: (id, into) => {
      journal.step(() => {
        const [gone, kept] = [rows.get(id), rows.get(into)];
        if (id === into)
          throw refused(t('“{name}” cannot be merged into itself. Choose another tag.', { name: gone.name }), { id });
        if (rows.isBelow(into, id)) {
          throw refused(
            t('“{name}” is below “{name2}”. Move it out of there first, or merge “{name}” into “{name2}”.', {
              name: kept.name,
              name2: gone.name,
            }),
            { id, into },
          );
        }
        return {
          label: t('Merge tag “{name}” into “{name2}”', { name: gone.name, name2: kept.name }),
          scopes: PASSAGES,
          ...merging(id, into),
        };
      });
    },
    delete: (id) => {
      journal.step(() => {
        const { name } = rows.get(id);
        const gone = rows.below(id).reverse();
        const changes = gone.map((each) =>
          rows.turn('exists', each.id, { exists: true, name: each.name }, { exists: false }),
        );
        const below = gone.length > 1 ? t(' and {count} below it', { count: gone.length - 1 }) : '';
        return { label: t('Delete tag “{name}”{below}', { name, below }), changes, scopes: TREE };
      });
    },
    add: (id, sourceIds) => moveSources(id, sourceIds, 'in'),
    giving: (id, sourceIds) => onSources.move(id, sourceIds, 'in'),
    remove: (id, sourceIds) => moveSources(id, sourceIds, 'out'),
  };
}
