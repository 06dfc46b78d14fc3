/** The card of a region of a page image: the same as in the margin of a text. */
import { useLayoutEffect, useMemo, useRef } from 'react';
import { AnnotationCard, type CardHandlers } from './AnnotationCard.js';
import type { DocumentAnnotations } from './use-document-annotations.js';

export interface RegionCardProps {
  readonly id: string;
  readonly annotations: DocumentAnnotations;
  /** Gives the focus back to the region. */
  leave(): void;
}

export function RegionCard({ id, annotations: annotating, leave }: RegionCardProps) {
  const { regions, tree, canEdit, focusRequest: wanted } = annotating;
  const latest = useRef({ annotating, leave });
  useLayoutEffect(() => {
    latest.current = { annotating, leave };
  });
  const on = useMemo<CardHandlers>(
    () => ({
      activate: (other) => latest.current.annotating.activate(other),
      leave: () => {
        latest.current.annotating.activate(null);
        latest.current.leave();
      },
      step: (direction) => latest.current.annotating.goToAdjacent(direction),
      remove: (other) => void latest.current.annotating.remove(other),
    }),
    [],
  );
  const annotation = regions.find((other) => other.id === id);
  if (!annotation) return null;
  return (
    <AnnotationCard
      annotation={annotation}
      tree={tree}
      canEdit={canEdit}
      isActive
      isTabStop
      shape="tick"
      focusRequest={wanted?.id === annotation.id ? wanted : null}
      handlers={on}
    />
  );
}
