/** Annotations as lists show them, in reading order, and the tags that they bear. */
import { useMemo } from 'react';
import { type AnnotationFilter, type Output, type Tag, type TagTree, tagTree } from '../../electron/contract/index.js';
import { type CallState, useCall, useFullList } from '../api/index.js';

/** All that a filter lets through, by source and in reading order. */
export const useAnnotations = (filter: AnnotationFilter): CallState<Output<'annotation.list'>> =>
  useFullList('annotation.list', { filter, sort: 'place' }, { keepPrevious: true });

const EMPTY: readonly Tag[] = [];

/** The tags as a tree; empty until they are known. */
export function useTagTree(): TagTree<Tag> {
  const answer = useCall('tag.list', undefined, { keepPrevious: true });
  const tags = answer.status === 'ready' ? answer.data : EMPTY;
  return useMemo(() => tagTree(tags), [tags]);
}

/** Whether annotations can be made and changed in the archive that is open. */
export function useCanEdit(): boolean {
  const info = useCall('archive.info', undefined, { keepPrevious: true });
  return info.status === 'ready' && !info.data.readOnly;
}
