/**
 * Draws a page as a person wants to see it, or as an engine reads it. The original stays as it is: what is turned, cut
 * and lit is the drawing. In this order: upright by EXIF, straightened, cut, turned, made smaller, lit.
 */
import * as mupdf from 'mupdf';
import { lightTable } from './adjust.js';
import { type Affine, apply, chain, move, type Point, scale, turned } from './affine.js';
import { encodeWebp } from './codecs.js';
import { type Crop, checkView, type Drawn, type PageDrawing } from './drawing.js';
import type { ImagePage } from './open-image.js';
import { type Corners, cornersToPixels, project, projectionTo, straightSize } from './straighten.js';

const QUALITY = 85;
/** Straightening samples what was drawn a little larger, so that it does not blur. */
const OVERSAMPLING = 1.5;
const WHOLE: Crop = { left: 0, top: 0, right: 1, bottom: 1 };

/** @throws RangeError when crop or corners enclose nothing: a caller's bug. FondsError as `PageSource.draw`. */
export async function drawPage(page: ImagePage, drawing: PageDrawing): Promise<Drawn> {
  const { crop = WHOLE, corners } = drawing;
  checkView(drawing);
  const pixmap = corners ? drawStraightened(page, drawing, corners, crop) : drawFlat(page, drawing, crop);
  try {
    const table = lightTable(drawing);
    if (table) {
      const pixels = pixmap.getPixels();
      for (let at = 0; at < pixels.length; at++) pixels[at] = table[pixels[at] ?? 0] ?? 0;
    }
    return { width: pixmap.getWidth(), height: pixmap.getHeight(), bytes: await encode(pixmap, drawing) };
  } finally {
    pixmap.destroy();
  }
}

const whitePixmap = (as: PageDrawing['as'], width: number, height: number): mupdf.Pixmap => {
  const space = as === 'grey' ? mupdf.ColorSpace.DeviceGray : mupdf.ColorSpace.DeviceRGB;
  const pixmap = new mupdf.Pixmap(space, [0, 0, width, height], false);
  pixmap.clear(255);
  return pixmap;
};

/** What of a page is shown, in pixels, and how much smaller. */
function frame(width: number, height: number, crop: Crop, { fit, turn = 0 }: PageDrawing) {
  const wide = width * (crop.right - crop.left);
  const high = height * (crop.bottom - crop.top);
  const factor = fit === undefined ? 1 : Math.min(1, fit / Math.max(wide, high));
  const shown = { width: Math.max(1, Math.round(wide * factor)), height: Math.max(1, Math.round(high * factor)) };
  // Whole pixels: the edge of the page is the edge of the drawing.
  const toShown = chain(
    move(-crop.left, -crop.top),
    scale(shown.width / (crop.right - crop.left), shown.height / (crop.bottom - crop.top)),
    turned(turn, shown.width, shown.height),
  );
  const isSideways = turn === 90 || turn === 270;
  return {
    /** From the unit square of the page to the pixels of the drawing. */
    map: toShown,
    factor,
    width: isSideways ? shown.height : shown.width,
    height: isSideways ? shown.width : shown.height,
  };
}

function drawFlat(page: ImagePage, drawing: PageDrawing, crop: Crop): mupdf.Pixmap {
  const { map, width, height } = frame(page.width, page.height, crop, drawing);
  const pixmap = whitePixmap(drawing.as, width, height);
  try {
    page.draw(pixmap, map);
    return pixmap;
  } catch (error) {
    pixmap.destroy();
    throw error;
  }
}

function drawStraightened(page: ImagePage, drawing: PageDrawing, given: Corners, crop: Crop): mupdf.Pixmap {
  const straight = straightSize(cornersToPixels(given, page.width, page.height));
  const { map, factor, width, height } = frame(straight.width, straight.height, crop, drawing);
  const drawn = Math.min(1, factor * OVERSAMPLING);
  const aslant = drawFlat(page, { as: drawing.as, fit: Math.ceil(Math.max(page.width, page.height) * drawn) }, WHOLE);
  try {
    const pixmap = whitePixmap(drawing.as, width, height);
    const projection = projectionTo(cornersToPixels(given, aslant.getWidth(), aslant.getHeight()));
    const back = inverse(map);
    sample(aslant, pixmap, (pixel) => project(projection, apply(back, pixel)));
    return pixmap;
  } finally {
    aslant.destroy();
  }
}

/** Bilinear; what lies outside of the page stays white. */
function sample(from: mupdf.Pixmap, to: mupdf.Pixmap, where: (pixel: Point) => Point): void {
  const [wide, high, channels] = [from.getWidth(), from.getHeight(), from.getNumberOfComponents()];
  const [width, height] = [to.getWidth(), to.getHeight()];
  const [source, sourceStride, target, targetStride] = [
    from.getPixels(),
    from.getStride(),
    to.getPixels(),
    to.getStride(),
  ];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = where({ x: x + 0.5, y: y + 0.5 });
      if (at.x < 0 || at.y < 0 || at.x > wide || at.y > high) continue;
      // The middle of a pixel is where its value is.
      const left = Math.min(Math.max(at.x - 0.5, 0), wide - 1);
      const top = Math.min(Math.max(at.y - 0.5, 0), high - 1);
      const [x0, y0] = [Math.floor(left), Math.floor(top)];
      const [x1, y1] = [Math.min(x0 + 1, wide - 1), Math.min(y0 + 1, high - 1)];
      const [fx, fy] = [left - x0, top - y0];
      for (let channel = 0; channel < channels; channel++) {
        const value = (px: number, py: number): number => source[py * sourceStride + px * channels + channel] ?? 0;
        const above = value(x0, y0) * (1 - fx) + value(x1, y0) * fx;
        const below = value(x0, y1) * (1 - fx) + value(x1, y1) * fx;
        target[y * targetStride + x * channels + channel] = Math.round(above * (1 - fy) + below * fy);
      }
    }
  }
}

function inverse([a, b, c, d, e, f]: Affine): Affine {
  const area = a * d - b * c;
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
}

async function encode(pixmap: mupdf.Pixmap, { as, quality = QUALITY }: PageDrawing): Promise<Uint8Array> {
  switch (as) {
    case 'jpeg':
      return pixmap.asJPEG(quality).slice();
    case 'png':
      return pixmap.asPNG().slice();
    case 'grey':
      return rows(pixmap, 1);
    case 'rgba':
      return rgba(pixmap);
    case 'webp': {
      const pixels = { data: rgba(pixmap), width: pixmap.getWidth(), height: pixmap.getHeight() };
      const bytes = await encodeWebp(pixels, quality);
      if (bytes === null) throw new Error('WebP was not encoded.');
      return bytes.slice();
    }
  }
}

/** Without what MuPDF may add at the end of a row. */
function rows(pixmap: mupdf.Pixmap, channels: number): Uint8Array {
  const [pixels, stride, width, height] = [
    pixmap.getPixels(),
    pixmap.getStride(),
    pixmap.getWidth(),
    pixmap.getHeight(),
  ];
  const bytes = new Uint8Array(width * height * channels);
  for (let y = 0; y < height; y++) {
    bytes.set(pixels.subarray(y * stride, y * stride + width * channels), y * width * channels);
  }
  return bytes;
}

function rgba(pixmap: mupdf.Pixmap): Uint8Array {
  const rgb = rows(pixmap, 3);
  const bytes = new Uint8Array((rgb.length / 3) * 4).fill(255);
  for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4) {
    bytes[to] = rgb[from] ?? 0;
    bytes[to + 1] = rgb[from + 1] ?? 0;
    bytes[to + 2] = rgb[from + 2] ?? 0;
  }
  return bytes;
}
