/** Changes how the pages of a source are looked at: kept, undone like every other change, never in the file. */
import { useState } from 'react';
import type { PageKey, PageViewChange } from '../../../../electron/contract/index.js';
import { perform } from '../../../api/index.js';
import type { HandlePoint, HandlePoints } from './CornerHandles.js';
import { type PageRect, rotateBy } from './page-geometry.js';
import type { PageSource } from './page-source.js';
import { viewMapOf } from './page-view-map.js';

/** What the next rectangle is for, or whether corners are set. */
export type PageMode = 'mark' | 'crop' | 'straighten';

export const nameKey = ({ sha256, pageIndex }: PageKey): string => `${sha256} ${pageIndex}`;
export const keyOnly = ({ sha256, pageIndex }: PageKey): PageKey => ({ sha256, pageIndex });

/** What is drawn beyond the edge of a straightened page stays on the page. */
export function withinPage({ x, y, width, height }: PageRect): PageRect {
  const [left, top] = [Math.min(1, Math.max(0, x)), Math.min(1, Math.max(0, y))];
  return {
    x: left,
    y: top,
    width: Math.min(1, Math.max(0, x + width)) - left,
    height: Math.min(1, Math.max(0, y + height)) - top,
  };
}

export function usePageLook(source: PageSource, canChange: boolean) {
  const [mode, setMode] = useState<PageMode>('mark');
  const canLook = source.viewOf !== undefined && canChange;
  const change = (which: number | 'all', view: PageViewChange) => {
    const indexes = which === 'all' ? Array.from({ length: source.pageCount }, (_, index) => index) : [which];
    return perform('page.setView', { pages: indexes.map((index) => keyOnly(source.keyOf(index))), view });
  };
  return {
    mode,
    setMode,
    canLook,
    change,
    /** @param box in fractions of the page as it is shown. */
    cut: async (index: number, box: PageRect): Promise<void> => {
      setMode('mark');
      const kept = source.viewOf?.(index);
      const map = source.viewMapOf?.(index);
      if (!kept || !map) return;
      // A crop counts in the straightened page, before it is turned.
      const straight = viewMapOf({ ...kept, crop: null, turn: 0 });
      const { x, y, width, height } = withinPage(straight.toShown(map.toPage(box)));
      await change(index, { crop: { left: x, top: y, right: x + width, bottom: y + height } });
    },
    /** @param points in fractions of the page as it is shown. */
    straighten: (index: number, points: HandlePoints): void => {
      setMode('mark');
      const map = source.viewMapOf?.(index);
      if (!map) return;
      const [topLeft, topRight, bottomRight, bottomLeft] = points.map(({ x, y }) => {
        const at = map.toPage({ x, y, width: 0, height: 0 });
        return { x: at.x, y: at.y };
      }) as [HandlePoint, HandlePoint, HandlePoint, HandlePoint];
      // What was shown becomes the page: it is upright already.
      void change(index, { corners: { topLeft, topRight, bottomRight, bottomLeft }, crop: null, turn: 0 });
    },
    /** @returns whether the page is turned; false where nothing of it can be kept. */
    turnKept: (index: number, quarters: 1 | -1): boolean => {
      const kept = source.viewOf?.(index);
      if (!kept || !canChange) return false;
      void change(index, { turn: rotateBy(kept.turn, quarters) });
      return true;
    },
  };
}
