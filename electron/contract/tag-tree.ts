/**
 * Tags as a tree: their paths, and what is below what. Pure, so that the archive, the search, the terminal and the window
 * read a path alike.
 */
import type { TagId } from './ids.js';
import { foldedKey } from './name-key.js';

/** Stands between the names of a path; no new name holds it. */
export const PATH_SEPARATOR = '/';

export interface TagNode {
  readonly id: TagId;
  readonly name: string;
  readonly parentId: TagId | null;
}

export interface TagTree<T extends TagNode> {
  /** In order of the tree: a parent before its children, siblings as they were given. */
  readonly tags: readonly T[];
  get(id: TagId): T | undefined;
  /** 0 at the top. */
  depth(id: TagId): number;
  /** `Person/President`; '' for a tag that is not in the tree. */
  path(id: TagId): string;
  /** The name alone where no other tag is called so, else the path. */
  label(id: TagId): string;
  children(id: TagId | null): readonly T[];
  /** The nearest first, without itself. */
  ancestors(id: TagId): TagId[];
  /** Itself and all below it, in order of the tree. */
  subtree(id: TagId): TagId[];
  /** The tag at a path from the top, whatever case and accents. */
  byPath(path: string): T | undefined;
  /** All that a person may mean by a path or a name: the tag of that path, else those of that name anywhere. */
  candidatesFor(pathOrName: string): readonly T[];
}

/** The names of a path, from the top; empty ones are passed over. */
export const pathNames = (path: string): string[] =>
  path
    .split(PATH_SEPARATOR)
    .map((name) => name.trim())
    .filter((name) => name !== '');

const pathKey = (path: string): string => pathNames(path).map(foldedKey).join(PATH_SEPARATOR);

/** @param all tags in any order that keeps siblings in theirs. A tag whose parent is not among them stands at the top. */
export function tagTree<T extends TagNode>(all: readonly T[]): TagTree<T> {
  const byId = new Map(all.map((tag) => [tag.id, tag]));
  const parentOf = (tag: T): T | undefined => (tag.parentId === null ? undefined : byId.get(tag.parentId));
  const childrenOf = new Map<TagId | null, T[]>();
  const namesakes = new Map<string, T[]>();
  const slashed = all.filter(({ name }) => name.includes(PATH_SEPARATOR));
  for (const tag of all) {
    collect(childrenOf, parentOf(tag)?.id ?? null, tag);
    collect(namesakes, foldedKey(tag.name), tag);
  }
  const children = (id: TagId | null): readonly T[] => childrenOf.get(id) ?? [];

  /** Without recursion: a tree may be as deep as a person likes. */
  const walk = (from: readonly T[]): T[] => {
    const found: T[] = [];
    const waiting = [...from].reverse();
    for (let tag = waiting.pop(); tag; tag = waiting.pop()) {
      found.push(tag);
      // Not by spreading: a tag may have more children than a call has room for.
      for (const child of children(tag.id).toReversed()) waiting.push(child);
    }
    return found;
  };
  const tags = walk(children(null));

  const above = (id: TagId): TagId[] => {
    const found: TagId[] = [];
    const own = byId.get(id);
    for (let tag = own && parentOf(own); tag; tag = parentOf(tag)) found.push(tag.id);
    return found;
  };
  const path = (id: TagId): string => {
    const names = [id, ...above(id)].map((each) => byId.get(each)?.name ?? '');
    return names.reverse().join(PATH_SEPARATOR);
  };
  const byPath = (wanted: string): T | undefined => {
    const names = pathNames(wanted).map(foldedKey);
    const [last] = names.slice(-1);
    if (last === undefined) return undefined;
    const key = names.join(PATH_SEPARATOR);
    // A name that holds a separator, as old ones may, ends with the last part of it.
    const found = [...(namesakes.get(last) ?? []), ...slashed].filter((tag) => pathKey(path(tag.id)) === key);
    return found.length > 1 ? tags.find((tag) => found.includes(tag)) : found[0];
  };

  return {
    tags,
    get: (id) => byId.get(id),
    depth: (id) => above(id).length,
    path,
    label: (id) => {
      const tag = byId.get(id);
      if (!tag) return '';
      return (namesakes.get(foldedKey(tag.name))?.length ?? 0) > 1 ? path(id) : tag.name;
    },
    children,
    ancestors: above,
    subtree: (id) => {
      const tag = byId.get(id);
      return tag ? walk([tag]).map((each) => each.id) : [];
    },
    byPath,
    candidatesFor: (pathOrName) => {
      const exact = byPath(pathOrName);
      return exact ? [exact] : (namesakes.get(foldedKey(pathOrName)) ?? []);
    },
  };
}

function collect<Key, T>(into: Map<Key, T[]>, key: Key, item: T): void {
  const held = into.get(key);
  if (held) held.push(item);
  else into.set(key, [item]);
}
