/** Makes a photograph of a page what a scanner would have made of it. A scan stays as it is, to the pixel. */
import { evenLight, lightRange } from './even-light.js';
import { findPage } from './find-page.js';
import { type GreyImage, shrink } from './grey-image.js';
import { homographyBetween, type PointPair, type Quadrilateral } from './homography.js';
import { measureCurve } from './measure-curve.js';
import { type PageTransform, untouched } from './page-transform.js';
import { resample } from './resample.js';

/** `auto`: judged by the light and by whether a page stands out. */
export type ImageKind = 'auto' | 'photograph' | 'scan';

export interface PreparedPage {
  /** Ready to be read. */
  readonly image: GreyImage;
  readonly transform: PageTransform;
  readonly isPhotograph: boolean;
}

/** Paper of a scan is evenly light; this much leaves room for foxing and a dark edge. */
const EVEN_RANGE = 40;
const MEASURED_WIDTH = 1_000;
/** A page seen from the side is as wide as its nearer edge, but at most so many times the whole image. */
const MOST_GROWTH = 1.5;

export function preparePage(image: GreyImage, kind: ImageKind): PreparedPage {
  const scan = { image, transform: untouched(image), isPhotograph: false };
  if (kind === 'scan') return scan;
  const corners = findPage(image);
  if (kind === 'auto' && !corners && lightRange(image) < EVEN_RANGE) return scan;
  const flat = corners ? flatten(image, corners) : untouched(image);
  const curve = measured(image, flat);
  const transform = { ...flat, curve };
  return { image: evenLight(resample(image, transform)), transform, isPhotograph: true };
}

/** @returns the transform of a page seen from the side; that of the image itself when its corners make no sense. */
function flatten(image: GreyImage, corners: Quadrilateral): PageTransform {
  const length = (from: 0 | 1 | 2 | 3, to: 0 | 1 | 2 | 3) => {
    const [[ax, ay], [bx, by]] = [corners[from], corners[to]];
    return Math.hypot(ax - bx, ay - by);
  };
  const most = Math.max(image.width, image.height) * MOST_GROWTH;
  const width = Math.round(Math.min(most, Math.max(length(0, 1), length(3, 2))));
  const height = Math.round(Math.min(most, Math.max(length(0, 3), length(1, 2))));
  if (width < 16 || height < 16) return untouched(image);
  const sheet: Quadrilateral = [point(0, 0), point(width, 0), point(width, height), point(0, height)];
  const map = homographyBetween(sheet, corners);
  return map ? { width, height, map, curve: null } : untouched(image);
}

const point = (x: number, y: number): PointPair => [x, y];

/** The curve is measured on a small copy: lines need no sharp letters. */
function measured(image: GreyImage, flat: PageTransform): PageTransform['curve'] {
  const factor = Math.max(1, Math.round(flat.width / MEASURED_WIDTH));
  const [width, height] = [Math.max(1, Math.floor(flat.width / factor)), Math.max(1, Math.floor(flat.height / factor))];
  const [a, b, c, d, e, f, g, h, i] = flat.map;
  const map = [a * factor, b * factor, c, d * factor, e * factor, f, g * factor, h * factor, i] as const;
  // The image is shrunk as well: one pixel in so many would show noise in the place of letters.
  const shrunk = shrink(image, factor);
  const s = 1 / factor;
  const small = resample(shrunk, {
    width,
    height,
    map: [map[0] * s, map[1] * s, map[2] * s, map[3] * s, map[4] * s, map[5] * s, map[6], map[7], map[8]],
    curve: null,
  });
  const curve = measureCurve(evenLight(small));
  if (!curve) return null;
  return { width: flat.width, height: flat.height, coefficients: curve.coefficients.map((value) => value * factor) };
}
