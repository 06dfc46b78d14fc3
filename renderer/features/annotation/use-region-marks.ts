/** Region marks for the page images: numbered in reading order, with accessible labels. */
import { useMemo } from 'react';
import type { Colour, Region } from '../../../electron/contract/index.js';
import { annotationLabel } from '../../shared/annotation-labels.js';
import { tagsOf } from '../../shared/TagChips.js';
import type { DocumentAnnotations } from './use-document-annotations.js';

export interface NumberedRegion {
  readonly id: string;
  readonly region: Region;
  readonly colour: Colour;
  /** From 1. */
  readonly number: number;
  readonly label: string;
}

/** @returns a stable array, as long as the regions are the same. */
export function useRegionMarks({
  regions,
  tree,
}: Pick<DocumentAnnotations, 'regions' | 'tree'>): readonly NumberedRegion[] {
  return useMemo(
    () =>
      regions.map((annotation, index) => ({
        id: annotation.id,
        region: annotation.target.region,
        colour: annotation.colour,
        number: index + 1,
        label: annotationLabel(
          annotation,
          tagsOf(tree, annotation.tagIds).map((tag) => tree.label(tag.id)),
        ),
      })),
    [regions, tree],
  );
}
