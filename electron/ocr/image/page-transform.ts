/**
 * Where a point of the page as it was read lies in the image that was given. Kept with what was read, so that every
 * box leads back to the original; coordinates are those of pixels' edges: the first pixel reaches from 0 to 1.
 */
import { type Curve, curveAt } from './curve.js';
import type { GreyImage } from './grey-image.js';
import { compose, type Homography, IDENTITY, mapPoint, type PointPair } from './homography.js';

export interface PageTransform {
  /** Of the page as it is read. */
  readonly width: number;
  readonly height: number;
  /** From the page, its lines made straight, to the image. */
  readonly map: Homography;
  /** How lines bend: what is added to `y` before `map`; null when they are straight. */
  readonly curve: Curve | null;
}

/** Whole pixels, `right` and `bottom` exclusive. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const untouched = ({ width, height }: GreyImage): PageTransform => ({
  width,
  height,
  map: IDENTITY,
  curve: null,
});

export const isUntouched = ({ map, curve }: PageTransform): boolean =>
  curve === null && map.every((value, index) => value === IDENTITY[index]);

export function toOriginal({ map, curve }: PageTransform, [x, y]: PointPair): PointPair {
  return mapPoint(map, [x, curve ? y + curveAt(curve, x, y) : y]);
}

/** @returns the smallest box of the original that holds the four corners, within its `width` and `height`. */
export function boxToOriginal(transform: PageTransform, box: Box, width: number, height: number): Box {
  const corners = [
    toOriginal(transform, [box.left, box.top]),
    toOriginal(transform, [box.right, box.top]),
    toOriginal(transform, [box.right, box.bottom]),
    toOriginal(transform, [box.left, box.bottom]),
  ];
  const within = (value: number, most: number) => Math.min(most, Math.max(0, Number.isFinite(value) ? value : 0));
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  // A slight turn must not add a pixel on each side to boxes that lie between two.
  const slack = isUntouched(transform) ? 0 : 0.25;
  const left = within(Math.floor(Math.min(...xs) + slack), width - 1);
  const top = within(Math.floor(Math.min(...ys) + slack), height - 1);
  return {
    left,
    top,
    right: Math.max(left + 1, within(Math.ceil(Math.max(...xs) - slack), width)),
    bottom: Math.max(top + 1, within(Math.ceil(Math.max(...ys) - slack), height)),
  };
}

/** @returns the transform of a page that was read after it was mapped by `inner` out of the one that `outer` made. */
export function after(
  outer: PageTransform,
  inner: { readonly map: Homography; readonly width: number; readonly height: number },
): PageTransform {
  if (outer.curve) throw new RangeError('A page is turned before its lines are made straight.');
  return { width: inner.width, height: inner.height, map: compose(outer.map, inner.map), curve: null };
}
