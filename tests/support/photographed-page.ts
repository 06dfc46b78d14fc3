/** Photographs a drawn page as a telephone would: from the side, bent at the gutter, in shadow, kept as JPEG. */

import type { Pixels } from './drawn-page.js';
import { type Homography, homographyInverse } from './homography-inverse.js';

export interface Camera {
  /** How far the page leans back, and to the side, in degrees. */
  readonly lean: number;
  readonly sideways: number;
  readonly turn: number;
  /** How deep the page falls to the gutter at its left, as a share of its width; 0 for a flat sheet. */
  readonly gutter: number;
  /** How dark the darkest shadow is, from 0 to 1. */
  readonly shadow: number;
  /** Of the table around the page, from 0 to 255. */
  readonly table: number;
}

const DISTANCE = 1.7;
const FALL = 0.16;
/** How much of the photograph's sides the page takes. */
const FILLS = 0.9;

/** @returns the photograph, about as large as the page. */
export function photograph(page: Pixels, camera: Camera): Pixels {
  const { width, height } = page;
  const inverse = homographyInverse(view(page, camera));
  const data = new Uint8Array(width * height);
  const depth = camera.gutter * width;
  for (let v = 0, at = 0; v < height; v += 1) {
    for (let u = 0; u < width; u += 1, at += 1) {
      const scale = inverse[6] * u + inverse[7] * v + inverse[8];
      let x = (inverse[0] * u + inverse[1] * v + inverse[2]) / scale;
      let y = (inverse[3] * u + inverse[4] * v + inverse[5]) / scale;
      if (depth > 0) [x, y] = onBentPage(x, y, width, height, depth, camera);
      const isTable = x < 0 || y < 0 || x >= width || y >= height;
      const value = isTable ? camera.table + ((u * 7 + v * 13) % 11) : between(page, x, y);
      // Light from the upper right; the gutter lies in its own shadow, and a hand's falls across the foot.
      const fall = isTable || depth === 0 ? 0 : 0.6 * Math.exp(-x / (width * 0.06));
      const hand = 1 / (1 + Math.exp((1.1 * height - v - 0.35 * u) / (height * 0.04)));
      const dark = camera.shadow * (0.45 * (1 - u / width) + 0.55 * hand + fall);
      data[at] = Math.max(0, value * (1 - Math.min(0.85, dark)));
    }
  }
  return { width, height, data };
}

/** The page's plane as the camera sees it: from pixels of the page to those of the photograph. */
function view({ width, height }: Pixels, { lean, sideways, turn }: Camera): Homography {
  const [a, b, c] = [lean, sideways, turn].map((degrees) => (degrees * Math.PI) / 180) as [number, number, number];
  const [ca, sa, cb, sb, cc, sc] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b), Math.cos(c), Math.sin(c)];
  // Columns of the rotation: turned in its plane, leaned back, then to the side.
  const x = [cb * cc + sb * sa * sc, ca * sc, -sb * cc + cb * sa * sc] as const;
  const y = [-cb * sc + sb * sa * cc, ca * cc, sb * sc + cb * sa * cc] as const;
  const distance = DISTANCE * height;
  const focal = distance * FILLS;
  const row = (axis: 0 | 1, middle: number) =>
    [focal * x[axis] + middle * x[2], focal * y[axis] + middle * y[2], middle * distance] as const;
  const [u, v] = [row(0, width / 2), row(1, height / 2)];
  const plane: Homography = [...u, ...v, x[2], y[2], distance];
  // The origin of the page is its corner.
  const move = (first: number, second: number, third: number) => third - (first * width) / 2 - (second * height) / 2;
  return [
    plane[0],
    plane[1],
    move(plane[0], plane[1], plane[2]),
    plane[3],
    plane[4],
    move(plane[3], plane[4], plane[5]),
    plane[6],
    plane[7],
    move(plane[6], plane[7], plane[8]),
  ];
}

/** Where the ray that meets the flat page at `x`, `y` meets the page that falls to the gutter. */
function onBentPage(
  x: number,
  y: number,
  width: number,
  height: number,
  depth: number,
  { lean, sideways }: Camera,
): [number, number] {
  const distance = DISTANCE * height;
  // How far the ray moves over the page for each pixel of depth.
  const across = (x - width / 2) / distance - Math.tan((sideways * Math.PI) / 180);
  const down = (y - height / 2) / distance + Math.tan((lean * Math.PI) / 180);
  let at = x;
  for (let step = 0; step < 4; step += 1) {
    at = x + depth * Math.exp(-Math.max(0, at) / (width * FALL)) * across;
  }
  const deep = depth * Math.exp(-Math.max(0, at) / (width * FALL));
  return [at, y + deep * down];
}

function between({ width, height, data }: Pixels, x: number, y: number): number {
  const left = Math.min(width - 2, Math.max(0, Math.floor(x - 0.5)));
  const top = Math.min(height - 2, Math.max(0, Math.floor(y - 0.5)));
  const across = Math.min(1, Math.max(0, x - 0.5 - left));
  const down = Math.min(1, Math.max(0, y - 0.5 - top));
  const at = top * width + left;
  const upper = (data[at] as number) * (1 - across) + (data[at + 1] as number) * across;
  const lower = (data[at + width] as number) * (1 - across) + (data[at + width + 1] as number) * across;
  return upper + (lower - upper) * down;
}

/** Luminance, Annex K of ITU-T T.81. */
const QUANTA = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51,
  87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101,
  72, 92, 95, 98, 112, 100, 103, 99,
];
const COSINES = Array.from({ length: 64 }, (_, index) => {
  const [k, n] = [index >> 3, index & 7];
  return Math.cos(((2 * n + 1) * k * Math.PI) / 16) * (k === 0 ? Math.SQRT1_2 : 1) * 0.5;
});

/** What JPEG of a quality leaves of an image. The rows and columns beyond the last whole block stay as they are. */
export function asJpeg({ width, height, data }: Pixels, quality: number): Pixels {
  const share = quality < 50 ? 5_000 / quality : 200 - 2 * quality;
  const quanta = QUANTA.map((value) => Math.max(1, Math.floor((value * share + 50) / 100)));
  const kept = Uint8Array.from(data);
  const block = new Float64Array(64);
  const other = new Float64Array(64);
  for (let top = 0; top + 8 <= height; top += 8) {
    for (let left = 0; left + 8 <= width; left += 8) {
      for (let at = 0; at < 64; at += 1)
        block[at] = (data[(top + (at >> 3)) * width + left + (at & 7)] as number) - 128;
      transform(block, other, 8, 1);
      for (let at = 0; at < 64; at += 1) {
        const step = quanta[at] as number;
        block[at] = Math.round((block[at] as number) / step) * step;
      }
      transform(block, other, 1, 8);
      for (let at = 0; at < 64; at += 1) {
        const value = Math.round((block[at] as number) + 128);
        kept[(top + (at >> 3)) * width + left + (at & 7)] = Math.max(0, Math.min(255, value));
      }
    }
  }
  return { width, height, data: kept };
}

/** Cosines there (8, 1) or back (1, 8), over rows, then over columns; in place. */
function transform(block: Float64Array, other: Float64Array, out8: number, from8: number): void {
  for (let row = 0; row < 8; row += 1) {
    for (let out = 0; out < 8; out += 1) {
      let sum = 0;
      for (let from = 0; from < 8; from += 1)
        sum += (block[row * 8 + from] as number) * (COSINES[out * out8 + from * from8] as number);
      other[row * 8 + out] = sum;
    }
  }
  for (let column = 0; column < 8; column += 1) {
    for (let out = 0; out < 8; out += 1) {
      let sum = 0;
      for (let from = 0; from < 8; from += 1)
        sum += (other[from * 8 + column] as number) * (COSINES[out * out8 + from * from8] as number);
      block[out * 8 + column] = sum;
    }
  }
}
