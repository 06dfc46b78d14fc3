/** The way back of a map of a plane, for tests. */
import type { Homography } from '../../electron/ocr/image/homography.js';

export type { Homography };

export function homographyInverse([a, b, c, d, e, f, g, h, i]: Homography): Homography {
  const adjugate: Homography = [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ];
  return adjugate;
}
