/** Finds the page on a photograph: a light area with four corners on something darker. */
import { type GreyImage, otsuThreshold, shrink } from './grey-image.js';
import type { PointPair, Quadrilateral } from './homography.js';
import { darkestAround, lightestAround } from './windows.js';

const LONG_SIDE = 480;
/** Takes letters away before paper is told from what it lies on; of the shrunk image. */
const INK_RADIUS = 4;
const LEAST_SHARE = 0.2;
/** How much of its four corners' area a page must fill: edges may bend, but it has no holes. */
const LEAST_FILLED = 0.86;
/** Paper must be lighter than what is around it by so much. */
const LEAST_CONTRAST = 28;
const HULL_CORNERS = 24;

/**
 * @returns the corners of the page in pixels of the image, top left first; null when no page stands out, or when it
 * fills the image.
 */
export function findPage(image: GreyImage): Quadrilateral | null {
  const factor = Math.max(1, Math.round(Math.max(image.width, image.height) / LONG_SIDE));
  const small = shrink(image, factor);
  const paper = darkestAround(lightestAround(small, INK_RADIUS), INK_RADIUS);
  const threshold = otsuThreshold(paper.data);
  const area = largestArea(paper, threshold);
  if (area.size < LEAST_SHARE * paper.data.length) return null;
  if (meanOf(paper, area, true) - meanOf(paper, area, false) < LEAST_CONTRAST) return null;
  const hull = simplify(hullOf(outermost(paper, area.labels, area.label)));
  const corners = largestQuadrilateral(hull);
  if (!corners || area.size < LEAST_FILLED * areaOf(corners)) return null;
  if (areaOf(corners) > 0.97 * paper.data.length) return null;
  return inOrder(corners.map(([x, y]): PointPair => [x * factor, y * factor]));
}

interface LightArea {
  readonly labels: Int32Array;
  readonly label: number;
  readonly size: number;
}

/** The largest connected area lighter than the threshold. */
function largestArea({ width, height, data }: GreyImage, threshold: number): LightArea {
  const labels = new Int32Array(data.length);
  const stack = new Int32Array(data.length);
  let best = { label: 0, size: 0 };
  let label = 0;
  for (let seed = 0; seed < data.length; seed += 1) {
    if (labels[seed] !== 0 || (data[seed] as number) <= threshold) continue;
    label += 1;
    let size = 0;
    let filled = 1;
    stack[0] = seed;
    labels[seed] = label;
    while (filled > 0) {
      filled -= 1;
      const at = stack[filled] as number;
      size += 1;
      const x = at % width;
      const visit = (next: number) => {
        if (labels[next] !== 0 || (data[next] as number) <= threshold) return;
        labels[next] = label;
        stack[filled] = next;
        filled += 1;
      };
      if (x > 0) visit(at - 1);
      if (x + 1 < width) visit(at + 1);
      if (at >= width) visit(at - width);
      if (at + width < width * height) visit(at + width);
    }
    if (size > best.size) best = { label, size };
  }
  return { labels, ...best };
}

function meanOf({ data }: GreyImage, { labels, label }: LightArea, inside: boolean): number {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < data.length; at += 1) {
    if ((labels[at] === label) !== inside) continue;
    sum += data[at] as number;
    count += 1;
  }
  // Nothing around the page: it fills the image.
  return count === 0 ? Number.POSITIVE_INFINITY : sum / count;
}

/** The first and last pixel of each row: all that a hull can have. */
function outermost({ width, height }: GreyImage, labels: Int32Array, label: number): PointPair[] {
  const points: PointPair[] = [];
  for (let y = 0; y < height; y += 1) {
    let first = -1;
    let last = -1;
    for (let x = 0; x < width; x += 1) {
      if (labels[y * width + x] !== label) continue;
      if (first < 0) first = x;
      last = x + 1;
    }
    if (first >= 0) points.push([first, y], [last, y], [first, y + 1], [last, y + 1]);
  }
  return points;
}

const cross = ([ax, ay]: PointPair, [bx, by]: PointPair, [cx, cy]: PointPair) =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

/** Source: Andrew 1979, the monotone chain. */
function hullOf(points: readonly PointPair[]): PointPair[] {
  const sorted = [...points].sort(([ax, ay], [bx, by]) => ax - bx || ay - by);
  const half = (ordered: readonly PointPair[]) => {
    const chain: PointPair[] = [];
    for (const point of ordered) {
      while (chain.length > 1 && cross(chain.at(-2) as PointPair, chain.at(-1) as PointPair, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

/** Leaves the corners out that add least, one after the other. */
function simplify(hull: readonly PointPair[]): PointPair[] {
  const corners = [...hull];
  while (corners.length > HULL_CORNERS) {
    let least = 0;
    let leastArea = Number.POSITIVE_INFINITY;
    for (let index = 0; index < corners.length; index += 1) {
      const before = corners[(index + corners.length - 1) % corners.length] as PointPair;
      const next = corners[(index + 1) % corners.length] as PointPair;
      const area = Math.abs(cross(before, corners[index] as PointPair, next));
      if (area >= leastArea) continue;
      leastArea = area;
      least = index;
    }
    corners.splice(least, 1);
  }
  return corners;
}

function largestQuadrilateral(hull: readonly PointPair[]): PointPair[] | null {
  let best: PointPair[] | null = null;
  let bestArea = 0;
  for (let a = 0; a < hull.length; a += 1) {
    for (let b = a + 1; b < hull.length; b += 1) {
      for (let c = b + 1; c < hull.length; c += 1) {
        for (let d = c + 1; d < hull.length; d += 1) {
          const corners = [hull[a], hull[b], hull[c], hull[d]] as PointPair[];
          const area = areaOf(corners);
          if (area <= bestArea) continue;
          bestArea = area;
          best = corners;
        }
      }
    }
  }
  return best;
}

function areaOf(corners: readonly PointPair[]): number {
  let sum = 0;
  for (const [index, [x, y]] of corners.entries()) {
    const [nextX, nextY] = corners[(index + 1) % corners.length] as PointPair;
    sum += x * nextY - nextX * y;
  }
  return Math.abs(sum) / 2;
}

/** Top left first, then clockwise. */
function inOrder(corners: readonly PointPair[]): Quadrilateral {
  const middleX = corners.reduce((sum, [x]) => sum + x, 0) / 4;
  const middleY = corners.reduce((sum, [, y]) => sum + y, 0) / 4;
  const angle = ([x, y]: PointPair) => Math.atan2(y - middleY, x - middleX);
  const around = [...corners].sort((one, other) => angle(one) - angle(other));
  let first = 0;
  for (const [index, [x, y]] of around.entries()) {
    const [leastX, leastY] = around[first] as PointPair;
    if (x + y < leastX + leastY) first = index;
  }
  return [0, 1, 2, 3].map((index) => around[(first + index) % 4] as PointPair) as unknown as Quadrilateral;
}
