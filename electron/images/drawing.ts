/** How a page is to be drawn, and what comes of it. Plain values: they travel between processes, and may be stored. */
import type { Light } from './adjust.js';
import type { Turn } from './affine.js';
import { areCorners, type Corners } from './straighten.js';

/** As fractions of the width and height of the upright, straightened page. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How a page is looked at. Nothing in it changes the file. */
export interface PageAdjustments extends Light {
  /** Applied last of what moves: a crop stays the same crop. */
  readonly turn?: Turn;
  readonly crop?: Crop;
  /** Where the corners of the sheet lie in the upright page, as fractions. */
  readonly corners?: Corners;
}

export interface PageDrawing extends PageAdjustments {
  /** The longer side, in pixels; a page is never made larger. Left out: as large as it is. */
  readonly fit?: number;
  readonly as: 'jpeg' | 'png' | 'webp' | 'grey' | 'rgba';
  /** Of JPEG and WebP, 1 to 100. */
  readonly quality?: number;
}

export interface Drawn {
  readonly width: number;
  readonly height: number;
  /** The file; or pixels row by row from the top, one byte (`grey`) or four (`rgba`) each. */
  readonly bytes: Uint8Array;
}

/** @throws RangeError when crop or corners enclose nothing, or lie outside of the page: a caller's bug. */
export function checkView({ crop, corners }: PageAdjustments): void {
  if (corners && !areCorners(corners)) throw new RangeError('The corners do not go clockwise around a sheet.');
  if (!crop) return;
  const { left, top, right, bottom } = crop;
  const isWithin = left >= 0 && top >= 0 && right <= 1 && bottom <= 1;
  if (!isWithin || !(left < right && top < bottom)) throw new RangeError('The crop encloses nothing of the page.');
}
