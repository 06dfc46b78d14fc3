/** Scrolls the reading view: back to its saved position, or to the current hit. */
import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { VersionId } from '../../../electron/contract/index.js';
import { blockIndexAt, type TextBlock } from './layout-blocks.js';
import { savedScrollPosition, saveScrollPosition } from './scroll-positions.js';
import type { Hits } from './use-hits.js';

export interface ReaderScroll {
  readonly scroller: RefObject<HTMLElement | null>;
  /** Row 0 is the head; row n + 1 is block n. */
  readonly rows: Virtualizer<HTMLElement, Element>;
  readonly blocks: readonly TextBlock[];
  /** What its place is remembered under. */
  readonly memoryKey: string;
  readonly versionId: VersionId;
  /** Distinguishes one query from another. */
  readonly queryKey: string;
}

/** Brings the document back to where it was left, and keeps the place up to date while it is scrolled. */
export function useSavedScroll(view: ReaderScroll): void {
  const latest = useRef(view);
  useLayoutEffect(() => {
    latest.current = view;
  });
  const { scroller, memoryKey, versionId, queryKey } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text version is a new document to come back to
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const place = savedScrollPosition(memoryKey, queryKey);
    const { rows, blocks } = latest.current;
    if (!place || (place.offset === 0 && place.pastPx === 0)) element.scrollTop = 0;
    else rows.scrollToOffset((rows.measurementsCache[rowOf(blocks, place.offset)]?.start ?? 0) + place.pastPx);
    const save = () => {
      const now = latest.current;
      const top = element.scrollTop;
      const first = now.rows.getVirtualItems().find((row) => row.end > top);
      if (!first) return;
      const offset = now.blocks[first.index - 1]?.start ?? 0;
      saveScrollPosition(memoryKey, { offset, pastPx: top - first.start, queryKey });
    };
    element.addEventListener('scroll', save, { passive: true });
    return () => element.removeEventListener('scroll', save);
  }, [scroller, memoryKey, versionId, queryKey]);
}

/** The row that shows an offset; the head for the very beginning. */
const rowOf = (blocks: readonly TextBlock[], offset: number) => (offset === 0 ? 0 : blockIndexAt(blocks, offset) + 1);

/** At what share of the window's height a hit is put: a little above the middle, where the eye rests. */
const REVEAL_SHARE = 0.42;
const MAX_FRAMES = 30;

/** Puts the current hit into view: first its block by estimate, then the mark itself once it is drawn. */
export function useScrollToHit(view: ReaderScroll, hits: Hits): void {
  const { scroller, rows, blocks, memoryKey, queryKey } = view;
  const { ranges, current, moveCount } = hits;
  const shown = useRef<{ ranges: Hits['ranges']; moves: number } | null>(null);
  const isKnown = useRef(savedScrollPosition(memoryKey, queryKey) !== null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `rows` is another object after every scrolled frame
  useEffect(() => {
    const range = ranges[current];
    if (!range) return;
    const before = shown.current;
    if (before?.ranges === ranges && before.moves === moveCount) return;
    shown.current = { ranges, moves: moveCount };
    // Who comes back to a document is left where they were; only a move or a new list of hits scrolls.
    if (before === null && moveCount === 0 && isKnown.current) return;
    return revealOffset(
      { scroller, rows, blocks },
      range[0],
      () => scroller.current?.querySelector(`mark[data-hit="${current}"]`) ?? null,
      'always',
    );
  }, [ranges, current, moveCount, blocks]);
}

/** What is between these shares of the window's height is in sight. */
const VISIBLE_SHARES = [0.08, 0.85] as const;

/**
 * Puts something of the text into view: first its block by estimate, then the thing itself once it is drawn.
 * @param offset where it begins in the text.
 * @param find its element, while it is drawn.
 * @param share at what share of the window's height its first line is to stand; by default the share at which a hit is put.
 * @returns a function that unsubscribes.
 */
export function revealOffset(
  { scroller, rows, blocks }: Pick<ReaderScroll, 'scroller' | 'rows' | 'blocks'>,
  offset: number,
  find: () => Element | null,
  when: 'always' | 'unless in sight',
  share?: number,
): () => void {
  const shareOf = (thing: Element | null) => {
    const frame = scroller.current?.getBoundingClientRect();
    const box = thing?.getBoundingClientRect();
    return frame && box ? (box.top - frame.top) / frame.height : -1;
  };
  const now = shareOf(find());
  if (when === 'unless in sight' && now >= VISIBLE_SHARES[0] && now <= VISIBLE_SHARES[1]) return () => undefined;
  rows.scrollToIndex(blockIndexAt(blocks, offset) + 1, { align: 'center' });
  let frame = 0;
  let tries = 0;
  let steady = 0;
  const settle = () => {
    const element = scroller.current;
    const thing = find();
    if (element && thing) {
      const box = thing.getBoundingClientRect();
      const frameBox = element.getBoundingClientRect();
      const wantPx =
        share === undefined
          ? frameBox.height * REVEAL_SHARE - Math.min(box.height, frameBox.height * REVEAL_SHARE) / 2
          : frameBox.height * share;
      const offPx = box.top - (frameBox.top + wantPx);
      const was = element.scrollTop;
      if (Math.abs(offPx) > 2) element.scrollTop += offPx;
      steady = Math.abs(element.scrollTop - was) > 1 ? 0 : steady + 1;
    }
    tries += 1;
    if (tries < MAX_FRAMES && steady < 3) frame = requestAnimationFrame(settle);
  };
  frame = requestAnimationFrame(settle);
  return () => cancelAnimationFrame(frame);
}
