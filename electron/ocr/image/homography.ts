/** Maps of a plane onto another as a camera sees it: turning, shearing, perspective. Nine numbers, row by row. */
import { solveLinear } from './linear-equations.js';

export type Homography = readonly [number, number, number, number, number, number, number, number, number];
export type PointPair = readonly [x: number, y: number];
/** The corners of a page: top left, top right, bottom right, bottom left. */
export type Quadrilateral = readonly [PointPair, PointPair, PointPair, PointPair];

export const IDENTITY: Homography = [1, 0, 0, 0, 1, 0, 0, 0, 1];

export function mapPoint(map: Homography, [x, y]: PointPair): PointPair {
  const scale = map[6] * x + map[7] * y + map[8];
  return [(map[0] * x + map[1] * y + map[2]) / scale, (map[3] * x + map[4] * y + map[5]) / scale];
}

/** @returns first `inner`, then `outer`. */
export function compose(outer: Homography, inner: Homography): Homography {
  const cell = (row: 0 | 3 | 6, column: 0 | 1 | 2) =>
    outer[row] * inner[column] +
    (outer[(row + 1) as 1] as number) * (inner[(column + 3) as 3] as number) +
    (outer[(row + 2) as 2] as number) * (inner[(column + 6) as 6] as number);
  return [cell(0, 0), cell(0, 1), cell(0, 2), cell(3, 0), cell(3, 1), cell(3, 2), cell(6, 0), cell(6, 1), cell(6, 2)];
}

/** @returns the map that takes each corner of `from` to that of `to`; null when three of them lie on a line. */
export function homographyBetween(from: Quadrilateral, to: Quadrilateral): Homography | null {
  const rows: number[][] = [];
  const right: number[] = [];
  for (const [index, [x, y]] of from.entries()) {
    const [u, v] = to[index] as PointPair;
    rows.push([x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]);
    right.push(u, v);
  }
  const solved = solveLinear(rows, right);
  if (!solved) return null;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = solved;
  return [a, b, c, d, e, f, g, h, 1];
}

/** @returns the map from an image that was turned upright to the one that was given, and the size of the upright one. */
export function quarterTurn(
  turn: 0 | 90 | 180 | 270,
  width: number,
  height: number,
): { readonly map: Homography; readonly width: number; readonly height: number } {
  switch (turn) {
    case 0:
      return { map: IDENTITY, width, height };
    case 90:
      return { map: [0, 1, 0, -1, 0, height, 0, 0, 1], width: height, height: width };
    case 180:
      return { map: [-1, 0, width, 0, -1, height, 0, 0, 1], width, height };
    case 270:
      return { map: [0, -1, width, 1, 0, 0, 0, 0, 1], width: height, height: width };
  }
}

/** @returns the map from an image turned by `radians` about its middle, as large as it then must be, to the one given. */
export function turned(
  radians: number,
  width: number,
  height: number,
): { readonly map: Homography; readonly width: number; readonly height: number } {
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const size = (one: number, other: number) => Math.ceil(Math.abs(one * cos) + Math.abs(other * sin));
  const [wide, tall] = [size(width, height), size(height, width)];
  const x = width / 2 - (cos * wide) / 2 + (sin * tall) / 2;
  const y = height / 2 - (sin * wide) / 2 - (cos * tall) / 2;
  return { map: [cos, -sin, x, sin, cos, y, 0, 0, 1], width: wide, height: tall };
}
