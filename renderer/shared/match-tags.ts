/** Matches tags against typed text. A path narrows from the top: `per/pres` is Person/President. Pure. */
import { foldedKey, pathNames, type Tag, type TagId, type TagTree } from '../../electron/contract/index.js';

/**
 * @param excluded tags that are not offered.
 * @returns those whose names begin with what was typed first, then those that hold it, in order of the tree.
 */
export function matchTags(typed: string, tree: TagTree<Tag>, excluded: ReadonlySet<TagId>): Tag[] {
  const segments = pathNames(typed).map(foldedKey);
  const open = tree.tags.filter(({ id }) => !excluded.has(id));
  if (segments.length === 0) return open;
  const last = segments.at(-1) ?? '';
  const ranked = open.flatMap((tag) => {
    const path = pathNames(tree.path(tag.id)).map(foldedKey);
    if (!containsInOrder(path, segments)) return [];
    const name = path.at(-1) ?? '';
    const rank = name === last ? 0 : name.startsWith(last) ? 1 : name.includes(last) ? 2 : 3;
    return [{ tag, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ tag }) => tag);
}

/** Whether each segment occurs in a name of the path, in this order. */
function containsInOrder(path: readonly string[], segments: readonly string[]): boolean {
  let at = 0;
  for (const name of path) if (at < segments.length && name.includes(segments[at] as string)) at += 1;
  return at === segments.length;
}
