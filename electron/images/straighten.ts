/** Straightens a page that was photographed aslant: its four corners become those of a rectangle. */
import type { Point } from './affine.js';

/** Of a page, as fractions of its width and height: where the four corners of what is wanted lie, clockwise. */
export interface Corners {
  readonly topLeft: Point;
  readonly topRight: Point;
  readonly bottomRight: Point;
  readonly bottomLeft: Point;
}

/** Row by row: (x, y) of the rectangle goes to ((m0 x + m1 y + m2) / w, (m3 x + m4 y + m5) / w), w = m6 x + m7 y + 1. */
export type Projection = readonly [number, number, number, number, number, number, number, number];

const distance = (from: Point, to: Point): number => Math.hypot(to.x - from.x, to.y - from.y);
const cross = (o: Point, a: Point, b: Point): number => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);

export const cornersToPixels = (corners: Corners, width: number, height: number): Corners => {
  const pixel = ({ x, y }: Point): Point => ({ x: x * width, y: y * height });
  return {
    topLeft: pixel(corners.topLeft),
    topRight: pixel(corners.topRight),
    bottomRight: pixel(corners.bottomRight),
    bottomLeft: pixel(corners.bottomLeft),
  };
};

/** Whether they go clockwise around something that bulges outwards everywhere, and lie within a page and a little beyond. */
export function areCorners({ topLeft, topRight, bottomRight, bottomLeft }: Corners): boolean {
  const around = [topLeft, topRight, bottomRight, bottomLeft];
  const isNear = around.every(({ x, y }) => x >= -0.5 && x <= 1.5 && y >= -0.5 && y <= 1.5);
  const at = (index: number): Point => around[index % 4] ?? topLeft;
  return isNear && around.every((corner, index) => cross(corner, at(index + 1), at(index + 2)) > 1e-6);
}

/** How large the straight page is: its longer edges, so that nothing is made coarser. */
export function straightSize({ topLeft, topRight, bottomRight, bottomLeft }: Corners): {
  readonly width: number;
  readonly height: number;
} {
  return {
    width: Math.max(distance(topLeft, topRight), distance(bottomLeft, bottomRight)),
    height: Math.max(distance(topLeft, bottomLeft), distance(topRight, bottomRight)),
  };
}

/** From the unit square to the corners. Source: Heckbert, Fundamentals of Texture Mapping (1989), section 2.2.3. */
export function projectionTo({ topLeft: p0, topRight: p1, bottomRight: p2, bottomLeft: p3 }: Corners): Projection {
  const sum = { x: p0.x - p1.x + p2.x - p3.x, y: p0.y - p1.y + p2.y - p3.y };
  const right = { x: p1.x - p2.x, y: p1.y - p2.y };
  const left = { x: p3.x - p2.x, y: p3.y - p2.y };
  const area = right.x * left.y - left.x * right.y;
  const g = (sum.x * left.y - left.x * sum.y) / area;
  const h = (right.x * sum.y - sum.x * right.y) / area;
  return [
    p1.x - p0.x + g * p1.x,
    p3.x - p0.x + h * p3.x,
    p0.x,
    p1.y - p0.y + g * p1.y,
    p3.y - p0.y + h * p3.y,
    p0.y,
    g,
    h,
  ];
}

export function project([a, b, c, d, e, f, g, h]: Projection, { x, y }: Point): Point {
  const w = g * x + h * y + 1;
  return { x: (a * x + b * y + c) / w, y: (d * x + e * y + f) / w };
}
