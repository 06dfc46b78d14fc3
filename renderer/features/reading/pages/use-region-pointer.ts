/** Drawing a rectangle on a page by pointer. A click draws nothing; what begins on a region may still become a new one. */
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { boxBetween, type PageRect } from './page-geometry.js';
import { MIN_SIDE_PX } from './region-draft.js';

/** How far a pointer goes before a click becomes a drawing, in CSS pixels. */
const DRAG_PX = 4;

export interface RegionPointer {
  /** What is drawn just now, in CSS pixels of the page as it is shown; null when nothing is. */
  readonly box: PageRect | null;
  readonly handlers: {
    onPointerDown(event: PointerEvent<HTMLElement>): void;
    onPointerMove(event: PointerEvent<HTMLElement>): void;
    onPointerUp(event: PointerEvent<HTMLElement>): void;
    onPointerCancel(): void;
  };
}

/**
 * @param onDrawn the rectangle, in CSS pixels of the page as it is shown; it stays in sight until that is settled.
 * @param leastPx smaller ones are none; 0 for a line of words, along which a drag may be quite flat.
 */
export function useRegionPointer(
  canDraw: boolean,
  onDrawn: (box: PageRect) => Promise<void>,
  leastPx = MIN_SIDE_PX,
): RegionPointer {
  const [box, setBox] = useState<PageRect | null>(null);
  const from = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const isDrawing = box !== null;
  const stop = () => {
    from.current = null;
    setBox(null);
  };
  useEffect(() => {
    if (!isDrawing) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !from.current) return;
      event.stopPropagation();
      from.current = null;
      setBox(null);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [isDrawing]);

  const at = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLElement>) => {
    const page = currentTarget.getBoundingClientRect();
    return { x: clientX - page.left, y: clientY - page.top };
  };
  return {
    box,
    handlers: {
      onPointerDown(event) {
        // A finger scrolls.
        if (!canDraw || event.button !== 0 || event.pointerType === 'touch') return;
        if (event.target instanceof Element && event.target.closest('[data-card]')) return;
        from.current = at(event);
      },
      onPointerMove(event) {
        const start = from.current;
        if (!start) return;
        const next = boxBetween(start, at(event));
        if (box === null && Math.max(next.width, next.height) < DRAG_PX) return;
        if (!event.currentTarget.hasPointerCapture(event.pointerId))
          event.currentTarget.setPointerCapture(event.pointerId);
        setBox(next);
      },
      onPointerUp(event) {
        const start = from.current;
        from.current = null;
        if (!start || box === null) return;
        const drawn = boxBetween(start, at(event));
        if (drawn.width < leastPx || drawn.height < leastPx) return setBox(null);
        const solid = { ...drawn, width: Math.max(1, drawn.width), height: Math.max(1, drawn.height) };
        setBox(solid);
        void onDrawn(solid).finally(() => setBox(null));
      },
      onPointerCancel: stop,
    },
  };
}
