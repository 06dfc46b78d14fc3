/**
 * Rectangles of a page as it is shown, in fractions from its upper left corner, and in points of the PDF, whose y grows
 * upwards. Pure. Source: ISO 32000-1, 7.7.3.3 (Rotate) and 8.3.2.3 (user space).
 */
import type { Region } from '../../contract/index.js';

export interface PageBox {
  /** `[x0, y0, x1, y1]` of the visible page, in points, before it is turned. */
  readonly view: readonly [number, number, number, number];
  /** Degrees clockwise: 0, 90, 180, 270. */
  readonly rotate: number;
}

export type RegionFractions = Pick<Region, 'x' | 'y' | 'width' | 'height'>;
/** Two corners, in whole points. */
export interface RegionCorners {
  readonly firstX: number;
  readonly firstY: number;
  readonly secondX: number;
  readonly secondY: number;
}

const turned = ({ rotate }: PageBox): number => (((Math.round(rotate / 90) % 4) + 4) % 4) * 90;

export function toCorners({ x, y, width, height }: RegionFractions, box: PageBox): RegionCorners {
  const [firstX, firstY] = toPoint(x, y, box);
  const [secondX, secondY] = toPoint(x + width, y + height, box);
  return { firstX, firstY, secondX, secondY };
}

function toPoint(u: number, v: number, box: PageBox): [number, number] {
  const [x0, y0, x1, y1] = box.view;
  const [across, up] = [x1 - x0, y1 - y0];
  const at = { 0: [x0 + u * across, y1 - v * up], 90: [x0 + v * across, y0 + u * up] } as const;
  const other = { 180: [x1 - u * across, y0 + v * up], 270: [x1 - v * across, y1 - u * up] } as const;
  const [x, y] = { ...at, ...other }[turned(box) as 0 | 90 | 180 | 270];
  return [Math.round(x), Math.round(y)];
}

/** @returns null when the rectangle has no area on the page. */
export function toFractions({ firstX, firstY, secondX, secondY }: RegionCorners, box: PageBox): RegionFractions | null {
  const [a, b] = [toShare(firstX, firstY, box), toShare(secondX, secondY, box)];
  const inside = (value: number) => Math.min(1, Math.max(0, value));
  const [left, right] = [a[0], b[0]].map(inside).sort((one, other) => one - other) as [number, number];
  const [top, foot] = [a[1], b[1]].map(inside).sort((one, other) => one - other) as [number, number];
  return right > left && foot > top ? { x: left, y: top, width: right - left, height: foot - top } : null;
}

function toShare(x: number, y: number, box: PageBox): [number, number] {
  const [x0, y0, x1, y1] = box.view;
  const [right, up] = [(x - x0) / (x1 - x0), (y - y0) / (y1 - y0)];
  const at = { 0: [right, 1 - up], 90: [up, right], 180: [1 - right, up], 270: [1 - up, 1 - right] } as const;
  const [u, v] = at[turned(box) as 0 | 90 | 180 | 270];
  return [u, v];
}
