/**
 * The annotations beside the text, each at the height of its passage. They lie in the scrolled text itself, so they keep
 * up with it; only those near the window are drawn. One tab stop: the arrows walk from card to card.
 */
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { AnnotationId } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';
import { AnnotationCard, type CardHandlers } from './AnnotationCard.js';
import css from './AnnotationMargin.module.css';
import { shapeMargin, visibleItems } from './margin-layout.js';
import type { DocumentAnnotations, PlacedAnnotation } from './use-document-annotations.js';

export interface MarginContext {
  readonly mode: 'cards' | 'ticks';
  readonly fromPx: number;
  readonly toPx: number;
  topOf(id: string, offset: number): number;
  focusText(): void;
}

export interface AnnotationMarginProps {
  readonly view: MarginContext;
  readonly annotations: DocumentAnnotations;
}

/** A card is a little above the line it belongs to, so that its first line stands level with it. */
const LEVEL_PX = 4;

/** Before a card was drawn: lines of some thirty letters. */
function estimateHeightPx({ comment, tagIds }: PlacedAnnotation): number {
  if (comment === '' && tagIds.length === 0) return 20;
  return 32 + (tagIds.length > 0 ? 26 : 0) + Math.min(8, Math.ceil(comment.length / 32)) * 18;
}

export function AnnotationMargin({ view, annotations }: AnnotationMarginProps) {
  const { mode, fromPx, toPx, topOf, focusText } = view;
  const { placed, tree, canEdit, activeId, focusRequest } = annotations;
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  const latest = useRef({ annotating: annotations, toText: focusText });
  useLayoutEffect(() => {
    latest.current = { annotating: annotations, toText: focusText };
  });
  const on = useMemo<CardHandlers>(
    () => ({
      activate: (id) => latest.current.annotating.activate(id),
      leave: () => {
        latest.current.annotating.activate(null);
        latest.current.toText();
      },
      step: (direction) => latest.current.annotating.goToAdjacent(direction),
      remove: (id) => void latest.current.annotating.remove(id),
    }),
    [],
  );
  if (placed.length === 0) return null;
  const items = placed
    .map((annotation) => ({
      id: annotation.id,
      annotation,
      wantPx: topOf(annotation.id, annotation.anchor.start) - (mode === 'cards' ? LEVEL_PX : 0),
      heightPx: heights.get(annotation.id) ?? estimateHeightPx(annotation),
    }))
    .sort((a, b) => a.wantPx - b.wantPx);
  const { shape, tops } = shapeMargin(items, activeId, mode);
  const shown = visibleItems(items, tops, fromPx, toPx);
  const active = items.find(({ id }) => id === activeId);
  // What is being written must not go with the scroll.
  if (active && !shown.includes(active)) shown.push(active);
  const tabStop = active?.id ?? shown.find(({ id }) => (tops.get(id) ?? 0) >= fromPx)?.id;
  // Signs say nothing of the height that the card would have.
  const recordHeight = (id: AnnotationId, heightPx: number) =>
    shape === 'card' &&
    setHeights((now) => (Math.abs((now.get(id) ?? 0) - heightPx) < 1 ? now : new Map(now).set(id, heightPx)));
  const order = new Map(placed.map(({ id }, index) => [id, index]));

  return (
    // biome-ignore lint/a11y/useSemanticElements: cards are placed by hand, and counted by aria-setsize
    <div
      role="list"
      aria-label={t('Annotations beside the text')}
      className={css.margin}
      data-room={mode}
      data-shape={shape}
    >
      {shown.map(({ id, annotation }) => (
        <CardSlot
          key={id}
          topPx={tops.get(id) ?? 0}
          position={(order.get(id) ?? 0) + 1}
          total={placed.length}
          isActive={id === activeId}
          onHeight={(heightPx) => recordHeight(id, heightPx)}
        >
          <AnnotationCard
            annotation={annotation}
            tree={tree}
            canEdit={canEdit}
            isActive={id === activeId}
            isTabStop={id === tabStop}
            shape={shape}
            focusRequest={focusRequest?.id === id ? focusRequest : null}
            handlers={on}
          />
        </CardSlot>
      ))}
    </div>
  );
}

interface CardSlotProps {
  readonly topPx: number;
  /** From 1. */
  readonly position: number;
  readonly total: number;
  readonly isActive: boolean;
  onHeight(heightPx: number): void;
  readonly children: React.ReactNode;
}

function CardSlot({ topPx, position, total, isActive, onHeight, children }: CardSlotProps) {
  const element = useRef<HTMLDivElement>(null);
  const tell = useRef(onHeight);
  useLayoutEffect(() => {
    tell.current = onHeight;
  });
  useLayoutEffect(() => {
    const slot = element.current;
    if (!slot) return;
    const measure = () => tell.current(slot.offsetHeight);
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(slot);
    return () => watch.disconnect();
  }, []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the list
    <div
      ref={element}
      role="listitem"
      aria-posinset={position}
      aria-setsize={total}
      className={css.slot}
      data-active={isActive || undefined}
      style={{ transform: `translateY(${topPx}px)` }}
    >
      {children}
    </div>
  );
}
