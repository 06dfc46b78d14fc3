/** The collections or the tags of the archive, and a current item that stays valid while they change. */
import { useEffect, useMemo, useRef } from 'react';
import { tagTree } from '../../../electron/contract/index.js';
import { useCall } from '../../api/index.js';
import { ALL_SOURCES, type NavItem } from './nav-items.js';
import { type CountedSourceGroup, collectionGroup, type SourceGroupKind, tagGroup } from './source-groups.js';

export interface SourceGroups {
  readonly kind: SourceGroupKind;
  readonly isKnown: boolean;
  readonly known: readonly CountedSourceGroup[];
}

export function useSourceGroups(kind: SourceGroupKind): SourceGroups {
  const collections = useCall('collection.list', undefined, { keepPrevious: true, enabled: kind === 'collection' });
  const tags = useCall('tag.list', undefined, { keepPrevious: true, enabled: kind === 'tag' });
  return useMemo(() => {
    if (kind === 'collection') {
      const isKnown = collections.status === 'ready';
      return { kind, isKnown, known: isKnown ? collections.data.map(collectionGroup) : [] };
    }
    if (tags.status !== 'ready') return { kind, isKnown: false, known: [] };
    const tree = tagTree(tags.data);
    return { kind, isKnown: true, known: tree.tags.map((tag) => tagGroup(tag, tree.path(tag.id))) };
  }, [kind, collections, tags]);
}

/** A renamed collection or tag keeps its place; a deleted one leaves it. */
export function useValidNavItem(
  item: NavItem,
  { kind, isKnown, known }: SourceGroups,
  onNavigate: (item: NavItem) => void,
): void {
  const seen = useRef<string | null>(null);
  useEffect(() => {
    if (item.kind !== kind || !isKnown) return;
    const now = known.find(({ id }) => id === item.id);
    if (now) seen.current = now.id;
    // One made just now is not in the list yet.
    if (!now && seen.current === item.id) onNavigate(ALL_SOURCES);
    else if (now && now.name !== item.name) onNavigate(now);
  }, [item, kind, isKnown, known, onNavigate]);
}
