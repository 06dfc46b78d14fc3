/** The scrolled column of pages. Invariant: zoom, turn and sizes that become known leave the page one looks at in place. */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type PageRotation, toScreenBox } from './page-geometry.js';
import { GAP_PX, type PageLayout, pageAt } from './page-layout.js';
import type { PagePoint } from './region-marks.js';

export interface PageScroll {
  /** Of the window on the column, in CSS pixels. */
  readonly topPx: number;
  readonly heightPx: number;
  goTo(place: PagePoint): void;
  goToPage(pageIndex: number): void;
  /** What lies there stays there when the layout becomes another one, in client coordinates. */
  keepInPlace(clientX: number, clientY: number): void;
  /** What stays in place. */
  currentPoint(): PagePoint;
}

/** The page at this share of the window's height is the current one. */
const READING_SHARE = 0.25;
/** Where originals were left, by SHA-256, for as long as the window lives. */
const positions = new Map<string, PageScrollPosition>();
/** Wishes that have been granted: pages that are shown again stay where they were left. */
const servedTargets = new WeakSet<PagePoint>();

interface PageScrollPosition {
  readonly pageIndex: number;
  /** Share of the page's height that is scrolled past. */
  readonly share: number;
  /** How far that lies below the upper edge of the window, in CSS pixels: only the head of a page is below it. */
  readonly atPx: number;
}

interface KeptPoint {
  readonly pageIndex: number;
  /** In fractions of the page as it is shown. */
  readonly x: number;
  readonly y: number;
  readonly clientX: number;
  readonly clientY: number;
}

export function usePageScroll(
  scroller: RefObject<HTMLElement | null>,
  key: string,
  layout: PageLayout,
  turn: PageRotation,
  start: PagePoint | null,
): PageScroll {
  const [view, setView] = useState({ topPx: 0, heightPx: 0 });
  const position = useRef<PageScrollPosition>({ pageIndex: 0, share: 0, atPx: GAP_PX });
  const wasShown = useRef(false);
  const kept = useRef<KeptPoint | null>(null);
  const latest = useRef({ layout, turn });

  const read = () => {
    const element = scroller.current;
    if (!element) return;
    const { scrollTop, clientHeight } = element;
    setView((now) =>
      now.topPx === scrollTop && now.heightPx === clientHeight ? now : { topPx: scrollTop, heightPx: clientHeight },
    );
  };
  const savePosition = () => {
    const element = scroller.current;
    const now = latest.current.layout;
    if (!element || now.tops.length === 0 || element.clientHeight === 0) return;
    const { scrollTop, clientHeight } = element;
    const pageIndex = pageAt(now, scrollTop + clientHeight * READING_SHARE);
    const top = now.tops[pageIndex] ?? 0;
    const share = Math.max(0, scrollTop - top) / (now.sizes[pageIndex]?.height ?? 1);
    position.current = { pageIndex, share, atPx: Math.max(0, top - scrollTop) };
    positions.set(key, position.current);
  };
  const scrollTo = (pageIndex: number, share: number, atPx: number) => {
    const element = scroller.current;
    const now = latest.current.layout;
    if (!element) return;
    const top = (now.tops[pageIndex] ?? 0) + share * (now.sizes[pageIndex]?.height ?? 0);
    element.scrollTop = top - atPx;
    read();
  };
  const goToPage = (pageIndex: number) => {
    scrollTo(pageIndex, 0, GAP_PX);
    savePosition();
  };
  const goTo = ({ pageIndex, x, y }: PagePoint) => {
    const element = scroller.current;
    const now = latest.current.layout;
    const size = now.sizes[pageIndex];
    if (!element || !size) return;
    const at = toScreenBox({ x, y, width: 0, height: 0 }, size, latest.current.turn);
    const top = (now.tops[pageIndex] ?? 0) + at.y;
    const isInSight = top >= element.scrollTop + 8 && top <= element.scrollTop + element.clientHeight * 0.7;
    if (!isInSight)
      scrollTo(pageIndex, at.y / size.height, Math.min(at.y + GAP_PX, element.clientHeight * READING_SHARE));
    if (at.x < element.scrollLeft || at.x > element.scrollLeft + element.clientWidth * 0.8)
      element.scrollLeft = Math.max(0, at.x - 40);
    savePosition();
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: `read` and `savePosition` use refs alone
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onScroll = () => {
      read();
      savePosition();
    };
    read();
    element.addEventListener('scroll', onScroll, { passive: true });
    const watch = new ResizeObserver(read);
    watch.observe(element);
    return () => {
      element.removeEventListener('scroll', onScroll);
      watch.disconnect();
    };
  }, [scroller]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: moved when the layout or the wish is another one
  useLayoutEffect(() => {
    latest.current = { layout, turn };
    if (start && !servedTargets.has(start)) {
      servedTargets.add(start);
      return goTo(start);
    }
    if (!wasShown.current) position.current = positions.get(key) ?? position.current;
    wasShown.current = true;
    const point = kept.current;
    kept.current = null;
    if (point) return putBack(point);
    const { pageIndex, share, atPx } = position.current;
    scrollTo(pageIndex, share, atPx);
  }, [layout, turn, start]);

  const pageElement = (pageIndex: number) =>
    scroller.current?.querySelector(`[data-page-index="${pageIndex}"]`)?.getBoundingClientRect();
  function putBack({ pageIndex, x, y, clientX, clientY }: KeptPoint): void {
    const element = scroller.current;
    const box = pageElement(pageIndex);
    if (!element || !box) return;
    element.scrollTop += box.top + y * box.height - clientY;
    element.scrollLeft += box.left + x * box.width - clientX;
    read();
    savePosition();
  }
  const keepInPlace = (clientX: number, clientY: number) => {
    const sheets = [...(scroller.current?.querySelectorAll<HTMLElement>('[data-page-index]') ?? [])];
    for (const sheet of sheets) {
      const { top, left, width, height, bottom } = sheet.getBoundingClientRect();
      if (clientY > bottom + GAP_PX || clientY < top - GAP_PX) continue;
      const pageIndex = Number(sheet.dataset.pageIndex);
      kept.current = { pageIndex, x: (clientX - left) / width, y: (clientY - top) / height, clientX, clientY };
      if (clientX <= left + width) break;
    }
  };
  const currentPoint = (): PagePoint => {
    const { pageIndex, share } = position.current;
    return { pageIndex, x: 0, y: latest.current.turn === 0 ? Math.max(0, share) : 0 };
  };
  return { ...view, goTo, goToPage, keepInPlace, currentPoint };
}

/** What pages may take, in CSS pixels: width and height; 0 until they are known. */
export function useAvailableRoom(scroller: RefObject<HTMLElement | null>): {
  readonly widthPx: number;
  readonly heightPx: number;
} {
  const [room, setRoom] = useState({ widthPx: 0, heightPx: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => {
      if (element.clientWidth === 0) return;
      const next = { widthPx: element.clientWidth - 2 * GAP_PX, heightPx: element.clientHeight };
      setRoom((now) => (now.widthPx === next.widthPx && now.heightPx === next.heightPx ? now : next));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [scroller]);
  return room;
}
