/**
 * From the upright page to the page as it is looked at, and back: straightened by its corners, cut, turned. In fractions of
 * either. A rectangle stays one: of a straightened page it is the smallest around its four corners.
 */
import type { PageView } from '../../../../electron/contract/index.js';
import type { PageRect, PageSize } from './page-geometry.js';

export interface PageViewMap {
  toShown(box: PageRect): PageRect;
  toPage(box: PageRect): PageRect;
}

export interface FractionPoint {
  readonly x: number;
  readonly y: number;
}
export type SheetCorners = NonNullable<PageView['corners']>;

const IDENTITY: PageViewMap = { toShown: (box) => box, toPage: (box) => box };

/** Row by row; the last of the nine is 1. From the unit square to a quadrilateral. Source: Heckbert (1989), section 2.2.3. */
function projectionTo({ topLeft: p0, topRight: p1, bottomRight: p2, bottomLeft: p3 }: SheetCorners): number[] {
  const sum = { x: p0.x - p1.x + p2.x - p3.x, y: p0.y - p1.y + p2.y - p3.y };
  const right = { x: p1.x - p2.x, y: p1.y - p2.y };
  const left = { x: p3.x - p2.x, y: p3.y - p2.y };
  const area = right.x * left.y - left.x * right.y;
  const g = (sum.x * left.y - left.x * sum.y) / area;
  const h = (right.x * sum.y - sum.x * right.y) / area;
  return [
    ...[p1.x - p0.x + g * p1.x, p3.x - p0.x + h * p3.x, p0.x],
    ...[p1.y - p0.y + g * p1.y, p3.y - p0.y + h * p3.y, p0.y],
    ...[g, h, 1],
  ];
}

/** By the adjugate: its scale does not matter. */
function inverse(m: readonly number[]): number[] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = m;
  return [
    ...[e * i - f * h, c * h - b * i, b * f - c * e],
    ...[f * g - d * i, a * i - c * g, c * d - a * f],
    ...[d * h - e * g, b * g - a * h, a * e - b * d],
  ];
}

function project(m: readonly number[], { x, y }: FractionPoint): FractionPoint {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = m;
  const w = g * x + h * y + i;
  return { x: (a * x + b * y + c) / w, y: (d * x + e * y + f) / w };
}

const cornersOf = ({ x, y, width, height }: PageRect): FractionPoint[] => [
  { x, y },
  { x: x + width, y },
  { x: x + width, y: y + height },
  { x, y: y + height },
];

function around(points: readonly FractionPoint[]): PageRect {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Turned clockwise within the unit square. */
function turned({ x, y }: FractionPoint, turn: PageView['turn']): FractionPoint {
  switch (turn) {
    case 0:
      return { x, y };
    case 90:
      return { x: 1 - y, y: x };
    case 180:
      return { x: 1 - x, y: 1 - y };
    case 270:
      return { x: y, y: 1 - x };
  }
}

const back = (turn: PageView['turn']): PageView['turn'] => ((360 - turn) % 360) as PageView['turn'];

export function viewMapOf({ corners, crop, turn }: PageView): PageViewMap {
  if (!corners && !crop && turn === 0) return IDENTITY;
  const forth = corners ? projectionTo(corners) : null;
  const home = forth ? inverse(forth) : null;
  const { left, top, right, bottom } = crop ?? { left: 0, top: 0, right: 1, bottom: 1 };
  const [width, height] = [right - left, bottom - top];
  const shown = (point: FractionPoint): FractionPoint => {
    const straight = home ? project(home, point) : point;
    return turned({ x: (straight.x - left) / width, y: (straight.y - top) / height }, turn);
  };
  const page = (point: FractionPoint): FractionPoint => {
    const upright = turned(point, back(turn));
    const straight = { x: upright.x * width + left, y: upright.y * height + top };
    return forth ? project(forth, straight) : straight;
  };
  return {
    toShown: (box) => around(cornersOf(box).map(shown)),
    toPage: (box) => around(cornersOf(box).map(page)),
  };
}

/** How large a page is as it is looked at. @param page upright. */
export function viewedSize(page: PageSize, { corners, crop, turn }: PageView): PageSize {
  let { width, height } = page;
  if (corners) {
    const length = (from: FractionPoint, to: FractionPoint) =>
      Math.hypot((to.x - from.x) * page.width, (to.y - from.y) * page.height);
    const { topLeft, topRight, bottomRight, bottomLeft } = corners;
    width = Math.max(length(topLeft, topRight), length(bottomLeft, bottomRight));
    height = Math.max(length(topLeft, bottomLeft), length(topRight, bottomRight));
  }
  if (crop) {
    width *= crop.right - crop.left;
    height *= crop.bottom - crop.top;
  }
  return turn % 180 === 0 ? { width, height } : { width: height, height: width };
}
