/** Draws the page as it is to be read out of the image that was given, in one pass, so that letters blur only once. */
import { curveAt } from './curve.js';
import type { GreyImage } from './grey-image.js';
import { isUntouched, type PageTransform } from './page-transform.js';

/** The curve is smooth: between so many pixels it is a line. */
const GRID = 16;
/** What lies outside of the image. */
const WHITE = 255;

export function resample(image: GreyImage, transform: PageTransform): GreyImage {
  if (isUntouched(transform)) return image;
  const { width, height, map, curve } = transform;
  const data = new Uint8Array(width * height);
  const knots = Math.ceil(width / GRID) + 1;
  const bends = new Float64Array(knots);
  for (let y = 0; y < height; y += 1) {
    if (curve) for (let knot = 0; knot < knots; knot += 1) bends[knot] = curveAt(curve, knot * GRID, y);
    for (let x = 0, at = y * width; x < width; x += 1, at += 1) {
      let row = y + 0.5;
      if (curve) {
        const knot = Math.floor(x / GRID);
        const from = bends[knot] as number;
        row += from + (((bends[knot + 1] as number) - from) * (x - knot * GRID)) / GRID;
      }
      const column = x + 0.5;
      const scale = map[6] * column + map[7] * row + map[8];
      const u = (map[0] * column + map[1] * row + map[2]) / scale - 0.5;
      const v = (map[3] * column + map[4] * row + map[5]) / scale - 0.5;
      data[at] = valueAt(image, u, v);
    }
  }
  return { width, height, data };
}

/** Between four pixels. */
function valueAt({ width, height, data }: GreyImage, u: number, v: number): number {
  const left = Math.floor(u);
  const top = Math.floor(v);
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return nearEdge(width, height, data, u, v);
  const at = top * width + left;
  const across = u - left;
  const upper = (data[at] as number) * (1 - across) + (data[at + 1] as number) * across;
  const lower = (data[at + width] as number) * (1 - across) + (data[at + width + 1] as number) * across;
  return upper + (lower - upper) * (v - top) + 0.5;
}

function nearEdge(width: number, height: number, data: Uint8Array, u: number, v: number): number {
  // Not a number is neither greater nor less.
  if (!(u > -1 && v > -1 && u < width && v < height)) return WHITE;
  const x = Math.min(width - 1, Math.max(0, Math.round(u)));
  const y = Math.min(height - 1, Math.max(0, Math.round(v)));
  return data[y * width + x] as number;
}
