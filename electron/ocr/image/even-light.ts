/** Makes paper equally light everywhere, whatever shadow lies on it. Letters keep their darkness beside the paper. */
import { type GreyImage, quantile, shrink } from './grey-image.js';
import { darkestAround, lightestAround, meanAround } from './windows.js';

const FACTOR = 8;
/** Of the shrunk image: wider than a stroke or a small word's gaps, narrower than an edge of shadow. */
const RADIUS = 5;
const SMOOTH = 4;
/** What is darker than this is no paper, however even: dividing by it would make noise of nothing. */
const DARKEST_PAPER = 24;
const WHITE = 245;

/** @returns how light the paper is around each pixel, at an eighth of the size. */
export function paperLight(image: GreyImage): GreyImage {
  const small = shrink(image, FACTOR);
  // A closing takes what is written away; the mean takes the steps away that it leaves.
  return meanAround(darkestAround(lightestAround(small, RADIUS), RADIUS), SMOOTH);
}

/** @returns how much the light of the paper differs over the image, in steps of 255: a scan has few, a photograph many. */
export function lightRange(image: GreyImage): number {
  const { data } = paperLight(image);
  return quantile(data, 0.97) - quantile(data, 0.03);
}

export function evenLight(image: GreyImage): GreyImage {
  const { width, height, data } = image;
  const paper = paperLight(image);
  const even = new Uint8Array(data.length);
  const gains = new Float32Array(width);
  for (let y = 0; y < height; y += 1) {
    if (y % 2 === 0) readGains(paper, y, gains);
    for (let x = 0, at = y * width; x < width; x += 1, at += 1) {
      const value = (data[at] as number) * (gains[x] as number);
      even[at] = value > 255 ? 255 : value;
    }
  }
  return { width, height, data: even };
}

/** What each pixel of a row is to be multiplied by, between the values of the shrunk image. */
function readGains(paper: GreyImage, y: number, gains: Float32Array): void {
  const place = (at: number, size: number) => Math.min(Math.max((at + 0.5) / FACTOR - 0.5, 0), size - 1);
  const v = place(y, paper.height);
  const top = Math.floor(v);
  const below = Math.min(top + 1, paper.height - 1);
  for (let x = 0; x < gains.length; x += 1) {
    const u = place(x, paper.width);
    const left = Math.floor(u);
    const right = Math.min(left + 1, paper.width - 1);
    const row = (line: number) => {
      const one = paper.data[line * paper.width + left] as number;
      return one + ((paper.data[line * paper.width + right] as number) - one) * (u - left);
    };
    const upper = row(top);
    gains[x] = WHITE / Math.max(DARKEST_PAPER, upper + (row(below) - upper) * (v - top));
  }
}
