/** Whether the margin has room for cards, and the tops of rendered marks. */
import { type RefObject, useLayoutEffect, useState } from 'react';

/** `cards` when notes fit beside the text; `ticks` when there is only room for a sign. */
export type MarginMode = 'cards' | 'ticks';

/** A text of 54 characters, its page labels, and a card of 176 px. */
const CARDS_FROM_PX = 700;

export function useMarginMode(scroller: RefObject<HTMLElement | null>): MarginMode {
  const [mode, setMode] = useState<MarginMode>('ticks');
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => setMode(element.clientWidth >= CARDS_FROM_PX ? 'cards' : 'ticks');
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [scroller]);
  return mode;
}

/** Tops of the drawn marks, in CSS pixels from the top of the text, by id. Looked at after every drawing. */
export function useMarkTops(sizer: RefObject<HTMLElement | null>): ReadonlyMap<string, number> {
  const [tops, setTops] = useState<ReadonlyMap<string, number>>(new Map());
  useLayoutEffect(() => {
    const element = sizer.current;
    if (!element) return;
    const origin = element.getBoundingClientRect().top;
    const next = new Map<string, number>();
    for (const mark of element.querySelectorAll<HTMLElement>('[data-mark][data-begins]')) {
      const first = mark.getClientRects()[0];
      if (first && mark.dataset.mark) next.set(mark.dataset.mark, Math.round(first.top - origin));
    }
    setTops((now) => (isSame(now, next) ? now : next));
  });
  return tops;
}

const isSame = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean =>
  a.size === b.size && [...b].every(([id, top]) => a.get(id) === top);
