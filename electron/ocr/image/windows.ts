/** What lies around each pixel: the lightest, the darkest, the mean. Rows first, then columns. */
import type { GreyImage } from './grey-image.js';

/** @returns the lightest value of the square of `2 * radius + 1` pixels around each. */
export const lightestAround = (image: GreyImage, radius: number): GreyImage => extreme(image, radius, 255);

/** @returns the darkest value of that square. */
export const darkestAround = (image: GreyImage, radius: number): GreyImage => extreme(image, radius, 0);

/** @returns the mean of that square; at the edges, of what of it there is. */
export function meanAround({ width, height, data }: GreyImage, radius: number): GreyImage {
  const rows = new Float32Array(data.length);
  slideMean(data, rows, { lines: height, line: width, length: width, step: 1, radius });
  const columns = new Float32Array(data.length);
  slideMean(rows, columns, { lines: width, line: 1, length: height, step: width, radius });
  return { width, height, data: Uint8Array.from(columns, Math.round) };
}

interface Lines {
  readonly lines: number;
  /** From the beginning of a line to that of the next. */
  readonly line: number;
  readonly length: number;
  /** From a pixel of a line to its next. */
  readonly step: number;
  readonly radius: number;
}

function slideMean(from: ArrayLike<number>, to: Float32Array, { lines, line, length, step, radius }: Lines): void {
  for (let index = 0; index < lines; index += 1) {
    const start = index * line;
    let sum = 0;
    let count = 0;
    for (let at = 0; at < Math.min(radius, length); at += 1, count += 1) sum += from[start + at * step] as number;
    for (let at = 0; at < length; at += 1) {
      if (at + radius < length) {
        sum += from[start + (at + radius) * step] as number;
        count += 1;
      }
      if (at - radius > 0) {
        sum -= from[start + (at - radius - 1) * step] as number;
        count -= 1;
      }
      to[start + at * step] = sum / count;
    }
  }
}

function extreme({ width, height, data }: GreyImage, radius: number, wanted: 0 | 255): GreyImage {
  // The darkest of an image is the lightest of its negative.
  const flip = wanted === 255 ? 0 : 255;
  const source = flip === 0 ? data : data.map((value) => value ^ flip);
  const rows = new Uint8Array(data.length);
  slideMost(source, rows, { lines: height, line: width, length: width, step: 1, radius });
  const columns = new Uint8Array(data.length);
  slideMost(rows, columns, { lines: width, line: 1, length: height, step: width, radius });
  return { width, height, data: flip === 0 ? columns : columns.map((value) => value ^ flip) };
}

/** Keeps the places of values that may still be the most, the greatest first (a monotone queue): one pass. */
function slideMost(from: Uint8Array, to: Uint8Array, { lines, line, length, step, radius }: Lines): void {
  const queue = new Int32Array(length);
  for (let index = 0; index < lines; index += 1) {
    const start = index * line;
    let head = 0;
    let tail = 0;
    let next = 0;
    for (let at = 0; at < length; at += 1) {
      for (; next < length && next <= at + radius; next += 1) {
        const value = from[start + next * step] as number;
        while (tail > head && (from[start + (queue[tail - 1] as number) * step] as number) <= value) tail -= 1;
        queue[tail] = next;
        tail += 1;
      }
      while ((queue[head] as number) < at - radius) head += 1;
      to[start + at * step] = from[start + (queue[head] as number) * step] as number;
    }
  }
}
