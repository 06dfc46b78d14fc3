/**
 * Plane geometry of pages: [a, b, c, d, e, f] maps (x, y) to (ax + cy + e, bx + dy + f), as MuPDF has it. The y axis points
 * downwards; an image fills the unit square.
 */
export type Affine = readonly [number, number, number, number, number, number];

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Clockwise, in degrees. */
export type Turn = 0 | 90 | 180 | 270;

export const scale = (x: number, y: number): Affine => [x, 0, 0, y, 0, 0];
export const move = (x: number, y: number): Affine => [1, 0, 0, 1, x, y];

/** The map that does the first one, then the next, and so on. */
export function chain(...maps: readonly Affine[]): Affine {
  return maps.reduce<Affine>(
    ([a, b, c, d, e, f], [p, q, r, s, t, u]) => [
      a * p + b * r,
      a * q + b * s,
      c * p + d * r,
      c * q + d * s,
      e * p + f * r + t,
      e * q + f * s + u,
    ],
    [1, 0, 0, 1, 0, 0],
  );
}

export const apply = ([a, b, c, d, e, f]: Affine, { x, y }: Point): Point => ({
  x: a * x + c * y + e,
  y: b * x + d * y + f,
});

/** Of the unit square onto itself, by the value of EXIF's orientation. Source: EXIF 2.32, tag 0x0112. */
const ORIENTATIONS: readonly Affine[] = [
  [1, 0, 0, 1, 0, 0],
  [-1, 0, 0, 1, 1, 0],
  [-1, 0, 0, -1, 1, 1],
  [1, 0, 0, -1, 0, 1],
  [0, 1, 1, 0, 0, 0],
  [0, 1, -1, 0, 1, 0],
  [0, -1, -1, 0, 1, 1],
  [0, -1, 1, 0, 0, 1],
];

/** @param orientation 1 to 8; anything else is 1. */
export const upright = (orientation: number): Affine => ORIENTATIONS[orientation - 1] ?? [1, 0, 0, 1, 0, 0];

/** Whether width and height change places. */
export const isSideways = (orientation: number): boolean => orientation >= 5 && orientation <= 8;

/** Of a rectangle of the given size with its corner at the origin, to one with its corner at the origin. */
export function turned(turn: Turn, width: number, height: number): Affine {
  switch (turn) {
    case 0:
      return [1, 0, 0, 1, 0, 0];
    case 90:
      return [0, 1, -1, 0, height, 0];
    case 180:
      return [-1, 0, 0, -1, width, height];
    case 270:
      return [0, -1, 1, 0, 0, width];
  }
}
