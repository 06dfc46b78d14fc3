/** Where each page lies in the scrolled column, in CSS pixels, and which of them are in sight. Pages never overlap. */
import { type PageRotation, type PageSize, rotatedSize } from './page-geometry.js';

/** Pages as wide as the pane, or a scale: 1 is the size on paper, at 96 pixels to the inch. */
export type Zoom = 'fit' | number;

export const ZOOM_STEPS: readonly number[] = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 2.5, 3, 4];
export const MIN_ZOOM = 0.5;
export const MAX_ZOOM = 4;

export interface PageLayout {
  /** Shown sizes, turned and zoomed. */
  readonly sizes: readonly PageSize[];
  readonly scales: readonly number[];
  readonly tops: readonly number[];
  readonly totalPx: number;
  readonly widestPx: number;
}

export interface PageLayoutOptions {
  /** Of each page at scale 1, without the turn. */
  readonly pages: readonly PageSize[];
  readonly zoom: Zoom;
  readonly turn: PageRotation;
  /** Width that pages may take, in CSS pixels. */
  readonly roomPx: number;
}

/** Between pages, above the first and below the last, in CSS pixels. */
export const GAP_PX = 24;

export function layoutPages({ pages, zoom, turn, roomPx }: PageLayoutOptions): PageLayout {
  const sizes: PageSize[] = [];
  const scales: number[] = [];
  const tops: number[] = [];
  let top = GAP_PX;
  let widestPx = 0;
  for (const page of pages) {
    const turned = rotatedSize(page, turn);
    const scale = zoom === 'fit' ? Math.min(MAX_ZOOM, Math.max(80, roomPx) / turned.width) : zoom;
    const size = { width: Math.round(turned.width * scale), height: Math.round(turned.height * scale) };
    scales.push(scale);
    sizes.push(size);
    tops.push(top);
    top += size.height + GAP_PX;
    widestPx = Math.max(widestPx, size.width);
  }
  return { sizes, scales, tops, totalPx: top, widestPx };
}

/** The page at a height; the gap after a page belongs to it. 0 when there are no pages. */
export function pageAt({ tops }: PageLayout, px: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= px) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** Indexes of the pages that intersect a range of the column, ascending. */
export function pagesWithin(layout: PageLayout, fromPx: number, untilPx: number): number[] {
  const found: number[] = [];
  for (let index = pageAt(layout, fromPx); index < layout.tops.length; index += 1) {
    if ((layout.tops[index] ?? 0) >= untilPx) break;
    found.push(index);
  }
  return found;
}

/** The next step of the zoom up or down from a scale. */
export function zoomStep(scale: number, direction: 1 | -1): number {
  const steps = direction === 1 ? ZOOM_STEPS : ZOOM_STEPS.toReversed();
  const next = steps.find((step) => (step - scale) * direction > 0.005);
  return next ?? (direction === 1 ? MAX_ZOOM : MIN_ZOOM);
}
