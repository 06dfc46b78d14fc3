/** The rectangle that is set with keys: begun in the middle of what is in sight, moved, made or left. */
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { t } from '../../../../electron/wording/index.js';
import { type PageRect, type PageRotation, toPageBox, toScreenBox } from './page-geometry.js';
import type { PageLayout } from './page-layout.js';
import { describeDraft, firstDraft, moveDraft } from './region-draft.js';

export interface PageDraft {
  readonly pageIndex: number;
  /** In fractions of the page as it is. */
  readonly box: PageRect;
}

export interface RegionDraftOptions {
  readonly layout: PageLayout;
  readonly turn: PageRotation;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly canDraw: boolean;
  make(pageIndex: number, box: PageRect): Promise<void>;
  /** It was left without being made. */
  onEnd(): void;
}

export interface RegionDraft {
  readonly at: PageDraft | null;
  /** Said to those who do not see it. */
  readonly status: string;
  /** Asked for a second time it makes the rectangle. @param box left out: in the middle of what is in sight. */
  begin(pageIndex: number, box?: PageRect): void;
  cancel(): void;
  onKey(event: KeyboardEvent<HTMLElement>): void;
}

export function useRegionDraft({ layout, turn, scroller, canDraw, make, onEnd }: RegionDraftOptions): RegionDraft {
  const [at, setAt] = useState<PageDraft | null>(null);
  const [status, setStatus] = useState('');
  const isMaking = useRef(false);

  const finish = async () => {
    if (!at || isMaking.current) return;
    isMaking.current = true;
    try {
      await make(at.pageIndex, at.box);
    } finally {
      isMaking.current = false;
      setAt(null);
    }
  };
  const begin = (pageIndex: number, begun?: PageRect) => {
    if (!canDraw) return;
    if (at) return void finish();
    const element = scroller.current;
    const size = layout.sizes[pageIndex];
    if (!element || !size) return;
    const top = layout.tops[pageIndex] ?? 0;
    const from = Math.max(0, element.scrollTop - top);
    const until = Math.min(size.height, element.scrollTop + element.clientHeight - top);
    const left = Math.max(0, element.scrollLeft - Math.max(0, (element.scrollWidth - size.width) / 2));
    const width = Math.min(size.width - left, element.clientWidth);
    const box = begun
      ? toScreenBox(begun, size, turn)
      : firstDraft(size, { x: left, y: from, width, height: Math.max(1, until - from) });
    const drawn = toPageBox(box, size, turn);
    if (!drawn) return;
    setAt({ pageIndex, box: drawn });
    setStatus(
      t('A rectangle {draft}. Arrows move it, Shift and arrows resize it, Enter makes it.', {
        draft: describeDraft(box, size),
      }),
    );
  };
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const size = at && layout.sizes[at.pageIndex];
    if (!size || event.altKey) return;
    const moved = moveDraft(toScreenBox(at.box, size, turn), size, event);
    if (event.key === 'Enter') void finish();
    else if (event.key === 'Escape') {
      setAt(null);
      setStatus(t('No region was made'));
      onEnd();
    } else if (moved) {
      setAt({ ...at, box: toPageBox(moved, size, turn) ?? at.box });
      setStatus(describeDraft(moved, size));
      event.currentTarget.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { at, status, begin, cancel: () => setAt(null), onKey };
}
