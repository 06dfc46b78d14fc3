/** Where each page lies in the scrolled column, in CSS pixels, and which of them are in sight. Pages never overlap. */
import { type PageRotation, type PageSize, rotatedSize } from './page-geometry.js';

/** Pages as wide as the pane, whole within it, or a scale: 1 is the size on paper, at 96 pixels to the inch. */
export type Zoom = 'fit' | 'whole' | number;

export const ZOOM_STEPS: readonly number[] = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 2.5, 3, 4];
export const MIN_ZOOM = 0.5;
export const MAX_ZOOM = 4;

export interface PageLayout {
  /** Shown sizes, turned and zoomed. */
  readonly sizes: readonly PageSize[];
  readonly scales: readonly number[];
  readonly tops: readonly number[];
  /** From the middle of the column to the left edge of each page. */
  readonly lefts: readonly number[];
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
  /** Height that a whole page may take, in CSS pixels; left out: any. */
  readonly heightPx?: number;
  /** As in an open book. */
  readonly isBook?: boolean;
}

/** Between pages, above the first and below the last, in CSS pixels. */
export const GAP_PX = 24;

/** Between the pages of a book, in CSS pixels. */
const SPINE_PX = 8;

export function layoutPages({ pages, zoom, turn, roomPx, heightPx, isBook = false }: PageLayoutOptions): PageLayout {
  const sizes: PageSize[] = [];
  const scales: number[] = [];
  const tops: number[] = [];
  const lefts: number[] = [];
  let top = GAP_PX;
  let widestPx = 0;
  const perRow = isBook ? 2 : 1;
  const pageRoomPx = isBook ? (roomPx - SPINE_PX) / 2 : roomPx;
  const scaleOf = ({ width, height }: PageSize): number => {
    if (typeof zoom === 'number') return zoom;
    const wide = Math.min(MAX_ZOOM, Math.max(80, pageRoomPx) / width);
    return zoom === 'fit' || !heightPx ? wide : Math.min(wide, Math.max(80, heightPx - 2 * GAP_PX) / height);
  };
  for (let first = 0; first < pages.length; first += perRow) {
    const row = pages.slice(first, first + perRow).map((page) => {
      const turned = rotatedSize(page, turn);
      const scale = scaleOf(turned);
      scales.push(scale);
      return { width: Math.round(turned.width * scale), height: Math.round(turned.height * scale) };
    });
    const [left, right] = row;
    if (!left) break;
    // A page lies at the spine, whatever stands across from it.
    const widthPx = isBook ? 2 * Math.max(left.width, right?.width ?? 0) + SPINE_PX : left.width;
    lefts.push(isBook ? -SPINE_PX / 2 - left.width : -left.width / 2);
    if (right) lefts.push(SPINE_PX / 2);
    for (const size of row) {
      sizes.push(size);
      tops.push(top);
    }
    top += Math.max(...row.map(({ height }) => height)) + GAP_PX;
    widestPx = Math.max(widestPx, widthPx);
  }
  return { sizes, scales, tops, lefts, totalPx: top, widestPx };
}

/** The first page of the row at a height; the gap after a row belongs to it. 0 when there are no pages. */
export function pageAt({ tops }: PageLayout, px: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= px) low = middle;
    else high = middle - 1;
  }
  while (low > 0 && tops[low - 1] === tops[low]) low -= 1;
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
