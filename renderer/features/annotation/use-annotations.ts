/** Annotations as lists show them, in reading order, and the tags that they bear. */
import { useMemo } from 'react';
import {
  type Annotation,
  type AnnotationFilter,
  type Tag,
  type TagTree,
  tagTree,
} from '../../../electron/contract/index.js';
import { type Answer, useCall } from '../../api/index.js';

/** As many as one answer holds, and how many answers are asked for. */
const PAGE = 2_000;

export interface FoundAnnotations {
  readonly annotations: readonly Annotation[];
  /** How many there are; more than `annotations` only beyond 10,000. */
  readonly total: number;
}

const NOTHING: readonly Annotation[] = [];
const NONE: FoundAnnotations = { annotations: [], total: 0 };

function usePage(filter: AnnotationFilter, page: number, options: { readonly enabled: boolean }) {
  const asked = { filter, sort: 'place' as const, offset: page * PAGE, limit: PAGE };
  return useCall('annotation.list', asked, { ...options, keep: true });
}

/** All that a filter lets through, by source and in reading order; the first 10,000 of them. */
export function useAnnotations(filter: AnnotationFilter): Answer<FoundAnnotations> {
  const first = usePage(filter, 0, { enabled: true });
  const total = first.status === 'ready' ? first.data.total : 0;
  const second = usePage(filter, 1, { enabled: total > PAGE });
  const third = usePage(filter, 2, { enabled: total > 2 * PAGE });
  const fourth = usePage(filter, 3, { enabled: total > 3 * PAGE });
  const fifth = usePage(filter, 4, { enabled: total > 4 * PAGE });
  const [a, b, c, d, e] = [first, second, third, fourth, fifth].map((page, index) =>
    // An answer that is not asked for may be that of the list before.
    page.status === 'ready' && total > index * PAGE ? page.data.annotations : NOTHING,
  );
  const data = useMemo(
    () => (total === 0 ? NONE : { total, annotations: [a, b, c, d, e].flatMap((page) => page ?? []) }),
    [total, a, b, c, d, e],
  );
  if (first.status !== 'ready') return first;
  return { status: 'ready', data, refreshing: first.refreshing };
}

const EMPTY: readonly Tag[] = [];

/** The tags as a tree; empty until they are known. */
export function useTagTree(): TagTree<Tag> {
  const answer = useCall('tag.list', undefined, { keep: true });
  const tags = answer.status === 'ready' ? answer.data : EMPTY;
  return useMemo(() => tagTree(tags), [tags]);
}

/** Whether annotations can be made and changed in the archive that is open. */
export function useCanEdit(): boolean {
  const info = useCall('archive.info', undefined, { keep: true });
  return info.status === 'ready' && !info.data.readOnly;
}
