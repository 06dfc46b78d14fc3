/** Which tags all or some of the described sources have, and suggestions for typed text. */
import { foldedKey, PATH_SEPARATOR, type Source, type Tag, type TagTree } from '../../../electron/contract/index.js';

export interface TagCoverage {
  readonly tag: Tag;
  /** How many of the described sources have it. */
  readonly count: number;
  readonly isOnAll: boolean;
}

/** Tags of all first, then those of some; by name in each. A tag that is not in the tree (just deleted) is left out. */
export function tagCoverage(sources: readonly Pick<Source, 'tagIds'>[], known: TagTree<Tag>): TagCoverage[] {
  const counts = new Map<string, number>();
  for (const { tagIds } of sources) for (const id of new Set(tagIds)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .flatMap(([id, count]) => {
      const tag = known.get(id as Tag['id']);
      return tag ? [{ tag, count, isOnAll: count === sources.length }] : [];
    })
    .sort((a, b) => Number(b.isOnAll) - Number(a.isOnAll) || a.tag.name.localeCompare(b.tag.name));
}

/** A tag that may be given, with its path. */
export interface TagSuggestion {
  readonly tag: Tag;
  readonly path: string;
}

/**
 * Tags whose name or path holds what is typed and which are not on all of the sources: those whose name begins with it,
 * then those that hold it in their name, then those below such a one.
 */
export function suggestTags(typed: string, known: TagTree<Tag>, standings: readonly TagCoverage[]): TagSuggestion[] {
  const typedKey = typed.split(PATH_SEPARATOR).map(foldedKey).join(PATH_SEPARATOR);
  const isOnAll = new Set(standings.filter((standing) => standing.isOnAll).map(({ tag }) => tag.id));
  return known.tags
    .filter(({ id }) => !isOnAll.has(id))
    .map((tag) => {
      const path = known.path(tag.id);
      const at = foldedKey(tag.name).indexOf(typedKey);
      const isInPath = foldedKey(path).includes(typedKey);
      return { tag, path, rank: at === 0 ? 0 : at > 0 ? 1 : isInPath ? 2 : 3 };
    })
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank || a.path.localeCompare(b.path))
    .map(({ tag, path }) => ({ tag, path }));
}
