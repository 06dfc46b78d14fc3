/** The collections or the tags of the archive, and a place in them that is kept while they change. */
import { useEffect, useMemo, useRef } from 'react';
import { tagTree } from '../../../electron/contract/index.js';
import { useCall } from '../../api/index.js';
import { type CountedGathering, collectionAs, type GatheringKind, tagAs } from './gatherings.js';
import { ALL, type Place } from './places.js';

export interface Gatherings {
  readonly kind: GatheringKind;
  readonly isKnown: boolean;
  readonly known: readonly CountedGathering[];
}

export function useGatherings(kind: GatheringKind): Gatherings {
  const collections = useCall('collection.list', undefined, { keep: true, enabled: kind === 'collection' });
  const tags = useCall('tag.list', undefined, { keep: true, enabled: kind === 'tag' });
  return useMemo(() => {
    if (kind === 'collection') {
      const isKnown = collections.status === 'ready';
      return { kind, isKnown, known: isKnown ? collections.data.map(collectionAs) : [] };
    }
    if (tags.status !== 'ready') return { kind, isKnown: false, known: [] };
    const tree = tagTree(tags.data);
    return { kind, isKnown: true, known: tree.tags.map((tag) => tagAs(tag, tree.path(tag.id))) };
  }, [kind, collections, tags]);
}

/** A renamed collection or tag keeps its place; a deleted one leaves it. */
export function useKeptPlace(
  place: Place,
  { kind, isKnown, known }: Gatherings,
  onPlace: (place: Place) => void,
): void {
  const seen = useRef<string | null>(null);
  useEffect(() => {
    if (place.kind !== kind || !isKnown) return;
    const now = known.find(({ id }) => id === place.id);
    if (now) seen.current = now.id;
    // One made just now is not in the list yet.
    if (!now && seen.current === place.id) onPlace(ALL);
    else if (now && now.name !== place.name) onPlace(now);
  }, [place, kind, isKnown, known, onPlace]);
}
