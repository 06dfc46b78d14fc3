/** The card of a region of a page image: the same as in the margin of a text. */
import { useLayoutEffect, useMemo, useRef } from 'react';
import { AnnotationCard, type CardHandlers } from './AnnotationCard.js';
import type { DocumentAnnotations } from './use-document-annotations.js';

export interface RegionCardProps {
  readonly id: string;
  readonly annotations: DocumentAnnotations;
  /** Returns the focus to the region. */
  leave(): void;
}

export function RegionCard({ id, annotations, leave }: RegionCardProps) {
  const { regions, tree, canEdit, focusRequest } = annotations;
  const latest = useRef({ annotating: annotations, leave });
  useLayoutEffect(() => {
    latest.current = { annotating: annotations, leave };
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
      focusRequest={focusRequest?.id === annotation.id ? focusRequest : null}
      handlers={on}
    />
  );
}
