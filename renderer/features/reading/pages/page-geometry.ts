/**
 * Rectangles of a page: as fractions of the page as it is, and in CSS pixels of the page as it is shown. Invariant: what
 * is stored refers to the page without the turn and zoom of the view, and never goes past its edges.
 */

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

export interface PageRect extends PageSize {
  readonly x: number;
  readonly y: number;
}

/** How far the view has turned the page, clockwise, in degrees. */
export type PageRotation = 0 | 90 | 180 | 270;

const WHOLE: PageSize = { width: 1, height: 1 };
/** Six digits are finer than a pixel of any page that can be drawn. */
const DIGITS = 1e6;

/** A quarter more, clockwise or back. */
export const rotateBy = (turn: PageRotation, quarters: 1 | -1): PageRotation =>
  ((turn + quarters * 90 + 360) % 360) as PageRotation;

/** The size of a page once it is turned. */
export const rotatedSize = (size: PageSize, turn: PageRotation): PageSize =>
  turn % 180 === 0 ? size : { width: size.height, height: size.width };

/** Turns a box within an area of `size` clockwise. */
function rotateBox({ x, y, width, height }: PageRect, size: PageSize, turn: PageRotation): PageRect {
  switch (turn) {
    case 0:
      return { x, y, width, height };
    case 90:
      return { x: size.height - y - height, y: x, width: height, height: width };
    case 180:
      return { x: size.width - x - width, y: size.height - y - height, width, height };
    case 270:
      return { x: y, y: size.width - x - width, width: height, height: width };
  }
}

/**
 * @param box in fractions of the page as it is.
 * @param shown the page as it is shown, turned and zoomed, in CSS pixels.
 * @returns in CSS pixels from the upper left corner of what is shown.
 */
export function toScreenBox(box: PageRect, shown: PageSize, turn: PageRotation): PageRect {
  const { x, y, width, height } = rotateBox(box, WHOLE, turn);
  return { x: x * shown.width, y: y * shown.height, width: width * shown.width, height: height * shown.height };
}

/**
 * The reverse of `toScreenBox`, cut at the edges of the page.
 * @returns null when nothing of it lies on the page.
 */
export function toPageBox(box: PageRect, shown: PageSize, turn: PageRotation): PageRect | null {
  const inside = within(box, shown);
  if (!inside) return null;
  const fractions = {
    x: inside.x / shown.width,
    y: inside.y / shown.height,
    width: inside.width / shown.width,
    height: inside.height / shown.height,
  };
  const back = rotateBox(fractions, WHOLE, ((360 - turn) % 360) as PageRotation);
  const x = rounded(back.x);
  const y = rounded(back.y);
  const width = Math.min(rounded(back.width), 1 - x);
  const height = Math.min(rounded(back.height), 1 - y);
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

const rounded = (fraction: number): number => Math.min(1, Math.max(0, Math.round(fraction * DIGITS) / DIGITS));

/** The part of a box that lies in an area; null when there is none. */
function within(box: PageRect, area: PageSize): PageRect | null {
  const x = Math.max(0, box.x);
  const y = Math.max(0, box.y);
  const width = Math.min(area.width, box.x + box.width) - x;
  const height = Math.min(area.height, box.y + box.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/** The box that two opposite corners span. */
export const boxBetween = (a: { x: number; y: number }, b: { x: number; y: number }): PageRect => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

/** Reading order: page, then from the top, then from the left. */
export const byPosition = (
  a: { readonly pageIndex: number; readonly x: number; readonly y: number },
  b: { readonly pageIndex: number; readonly x: number; readonly y: number },
): number => a.pageIndex - b.pageIndex || a.y - b.y || a.x - b.x;
