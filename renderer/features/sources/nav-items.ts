/** The items of the navigation: all sources, one collection, one tag, one document type, the bin. */
import type { SourceFilter, SourceSort, TagNode, TagTree } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import type { SourceGroup } from './source-groups.js';

export type NavItem =
  | { readonly kind: 'all' }
  | SourceGroup
  | { readonly kind: 'type'; readonly value: string }
  | { readonly kind: 'bin' };

export const ALL_SOURCES: NavItem = { kind: 'all' };

/** A unique key for each item. */
export function navItemKey(item: NavItem): string {
  switch (item.kind) {
    case 'collection':
    case 'tag':
      return `${item.kind} ${item.id}`;
    case 'type':
      return t('type {value}', { value: item.value });
    default:
      return item.kind;
  }
}

/**
 * The key of the item that Tab reaches: the current one, or the outermost folded tag that hides it.
 * @param folded keys of items whose branch is closed.
 */
export function tabStopKey(item: NavItem, tree: TagTree<TagNode>, folded: ReadonlySet<string>): string {
  const own = navItemKey(item);
  if (item.kind !== 'tag') return own;
  const keyOf = (id: TagNode['id']) => navItemKey({ kind: 'tag', id, name: '' });
  return (
    tree
      .ancestors(item.id)
      .map(keyOf)
      .reverse()
      .find((key) => folded.has(key)) ?? own
  );
}

/**
 * Which of the tags below each other are drawn: `most` at once, level by level so that the outer ones come first, and the
 * way to the one that is shown in any case. @returns by parent; what is folded or further down has no entry.
 */
export function tagsInSight<T extends TagNode>(
  tree: TagTree<T>,
  { folded, most, current }: { readonly folded: ReadonlySet<string>; readonly most: number; readonly current: NavItem },
): ReadonlyMap<TagNode['id'] | null, readonly T[]> {
  const way = new Set(current.kind === 'tag' ? [current.id, ...tree.ancestors(current.id)] : []);
  const inSight = new Map<TagNode['id'] | null, readonly T[]>();
  const waiting: (TagNode['id'] | null)[] = [null];
  let left = most;
  // Grows while it is walked.
  for (const parent of waiting) {
    const children = tree.children(parent);
    const drawn = children.slice(0, Math.max(0, left));
    left -= drawn.length;
    const onWay = children.find(({ id }) => way.has(id));
    if (onWay && !drawn.includes(onWay)) drawn.push(onWay);
    inSight.set(parent, drawn);
    for (const { id } of drawn) {
      if (!folded.has(navItemKey({ kind: 'tag', id, name: '' })) && tree.children(id).length > 0) waiting.push(id);
    }
  }
  return inSight;
}

export function navItemTitle(item: NavItem): string {
  switch (item.kind) {
    case 'all':
      return t('All sources');
    case 'collection':
    case 'tag':
      return item.name;
    case 'type':
      return item.value || t('No document type');
    case 'bin':
      return t('Bin');
  }
}

/** The collection or tag that is shown; null elsewhere. */
export const sourceGroupOf = (item: NavItem): SourceGroup | null =>
  item.kind === 'collection' || item.kind === 'tag' ? item : null;

/** @param contains the filter line; only titles and reference codes are looked at. */
export function filterFor(item: NavItem, contains: string): SourceFilter {
  const words = contains.trim();
  return {
    ...(item.kind === 'collection' ? { collectionId: item.id } : {}),
    ...(item.kind === 'tag' ? { tagId: item.id } : {}),
    ...(item.kind === 'type' ? { documentType: item.value } : {}),
    ...(item.kind === 'bin' ? { inBin: true } : {}),
    ...(words === '' ? {} : { contains: words }),
  };
}

export const SORTS: readonly { readonly by: SourceSort['by']; readonly label: string }[] = [
  { by: 'title', label: t('Title') },
  { by: 'dateWritten', label: t('Date written') },
  { by: 'documentType', label: t('Document type') },
  { by: 'repository', label: t('Repository') },
  { by: 'addedAt', label: t('Date added') },
];

/** Whether the rows are sorted by a date. */
export const isDateSort = ({ by }: SourceSort): boolean => by === 'dateWritten' || by === 'addedAt';

/** "1 source", "3 sources", "12,040 sources". */
export const countSources = (count: number): string =>
  t('{count, plural, one {1 source} other {# sources}}', { count });
