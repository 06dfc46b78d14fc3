/**
 * What shows an original page by page. Invariant: the original is hostile. It is parsed and drawn away from the window's
 * own thread, runs nothing, fetches nothing, and what cannot be drawn is reported.
 */
import type { Original, PageKey, PageView } from '../../../../electron/contract/index.js';
import type { PageSize } from './page-geometry.js';
import type { PageViewMap } from './page-view-map.js';

export interface PageSource {
  /** How many pages can be shown: no more than `MAX_PAGES`. */
  readonly pageCount: number;
  /** How many the original says it has. */
  readonly totalCount: number;
  /** The page of an original that is shown at an index. */
  keyOf(pageIndex: number): PageKey;
  /** From the page as it is to the page as it is shown, and back; missing where it is shown as it is. */
  viewMapOf?(pageIndex: number): PageViewMap;
  /** How a page is looked at; missing where every page is shown as it is. */
  viewOf?(pageIndex: number): PageView;
  /** Equal while the picture of a page is the same; missing: while the source is. */
  pictureKey?(pageIndex: number): string;
  /** What is printed on the pages according to the original; null when it says nothing. */
  readonly labels: readonly string[] | null;
  /** Size at scale 1, in CSS pixels. @throws PagesProblem when it cannot be drawn. */
  sizeOf(pageIndex: number): Promise<PageSize>;
  /**
   * @param widthPx how wide the picture is to be, in device pixels; less when the page would be too large.
   * @throws PagesProblem when it cannot be drawn; whatever else it throws after `signal` is of no meaning.
   */
  draw(pageIndex: number, widthPx: number, signal: AbortSignal): Promise<HTMLCanvasElement | HTMLImageElement>;
  close(): void;
}

/** More would make a column higher than a page of the browser may be. */
export const MAX_PAGES = 5_000;
/** Most device pixels of one drawn page: an A4 page at 400 % on a dense screen, halved. */
export const MAX_CANVAS_PX = 24_000_000;
export const MAX_SIDE_PX = 12_000;

export type PageProblemKind = 'missing' | 'locked' | 'broken' | 'slow' | 'size' | 'large';

export class PagesProblem extends Error {
  constructor(readonly kind: PageProblemKind) {
    super(kind);
  }
}

export const addressOf = ({ sha256 }: Original): string => `original://archive/${sha256}`;

/** @throws PagesProblem when the size is nonsense, or a strip that no screen shows. */
export function checkedSize(width: number, height: number): PageSize {
  const isSound = [width, height].every((side) => Number.isFinite(side) && side >= 1 && side <= 100_000);
  if (!isSound || Math.max(width / height, height / width) > 25) throw new PagesProblem('size');
  return { width, height };
}
