/** Moving the pages by dragging them: with the middle button always, with the first one where dragging draws nothing. */
import { type PointerEvent, type RefObject, useRef } from 'react';

const MIDDLE = 1;

export function usePagePan(scroller: RefObject<HTMLElement | null>, byFirstButton: boolean) {
  const from = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const end = () => {
    from.current = null;
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>): void => {
      // A finger scrolls by itself.
      if (event.pointerType === 'touch') return;
      const isControl =
        event.target instanceof Element && event.target.closest('button, input, [data-card], [data-draft]');
      if (event.button !== MIDDLE && !(byFirstButton && event.button === 0 && !isControl)) return;
      if (event.button === MIDDLE) event.preventDefault();
      from.current = { x: event.clientX, y: event.clientY };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>): void => {
      const element = scroller.current;
      if (!from.current || !element) return;
      element.scrollLeft -= event.clientX - from.current.x;
      element.scrollTop -= event.clientY - from.current.y;
      from.current = { x: event.clientX, y: event.clientY };
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}
