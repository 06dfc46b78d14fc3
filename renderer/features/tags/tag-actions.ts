/** What can be done with tags. Each change is one undo step; a failure has been announced when one answers false. */
import type { Colour, Tag, TagId, TagTree } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { announceUndoable, perform } from '../../api/index.js';

export const tagActions = {
  /** @param name may be a path: what is missing of it is made. Below a tag it is a name. */
  async create(name: string, parentId: TagId | null): Promise<TagId | null> {
    const made =
      parentId === null ? await perform('tag.ensure', { path: name }) : await perform('tag.create', { name, parentId });
    return made.ok ? made.value.id : null;
  },
  async rename(id: TagId, name: string): Promise<boolean> {
    return (await perform('tag.rename', { id, name })).ok;
  },
  async recolour(ids: readonly TagId[], colour: Colour | null): Promise<boolean> {
    for (const id of ids) if (!(await perform('tag.change', { id, change: { colour } })).ok) return false;
    return true;
  },
  async describe(id: TagId, description: string): Promise<boolean> {
    return (await perform('tag.change', { id, change: { description } })).ok;
  },
  async move(ids: readonly TagId[], parentId: TagId | null): Promise<boolean> {
    for (const id of ids) if (!(await perform('tag.move', { id, parentId })).ok) return false;
    return true;
  },
  async merge(ids: readonly TagId[], into: Tag): Promise<boolean> {
    for (const id of ids) if (!(await perform('tag.merge', { id, into: into.id })).ok) return false;
    await announceUndoable(
      t('{count, plural, one {# tag} other {# tags}} merged into {name}', { count: ids.length, name: into.name }),
    );
    return true;
  },
  async delete(ids: readonly TagId[]): Promise<boolean> {
    for (const id of ids) if (!(await perform('tag.delete', { id })).ok) return false;
    await announceUndoable(t('{count, plural, one {# tag} other {# tags}} deleted', { count: ids.length }));
    return true;
  },
} as const;

/** Without those that go with another of them. */
export function topmostTags(ids: readonly TagId[], tree: TagTree<Tag>): TagId[] {
  const chosen = new Set(ids);
  return ids.filter((id) => !tree.ancestors(id).some((above) => chosen.has(above)));
}

/** What goes with these tags: themselves and all below. */
export function withDescendants(ids: readonly TagId[], tree: TagTree<Tag>): Tag[] {
  const below = new Set(ids.flatMap((id) => tree.subtree(id)));
  return tree.tags.filter(({ id }) => below.has(id));
}

/** @returns the tags to draw for what is typed: those that hold it, and those above them so that the tree stays one. */
export function visibleTags(tree: TagTree<Tag>, found: readonly Tag[]): ReadonlySet<TagId> {
  return new Set(found.flatMap(({ id }) => [id, ...tree.ancestors(id)]));
}

/** So many are shown unfolded when the page opens. */
const MOST_UNFOLDED = 2_000;

/** @returns the tags that are folded when the page opens: none, or of very many tags all that have others below them. */
export function foldedAtFirst(tree: TagTree<Tag>): ReadonlySet<TagId> {
  if (tree.tags.length <= MOST_UNFOLDED) return new Set();
  return new Set(tree.tags.flatMap(({ id }) => (tree.children(id).length > 0 ? [id] : [])));
}
