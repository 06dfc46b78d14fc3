/**
 * How a page is looked at, from what is drawn on it as it is shown. Pure. Crops are fractions of the straightened page,
 * corners those of the upright one; both are drawn on the page as it is turned.
 */
import type { PageView } from '../../../../electron/contract/index.js';
import type { PageRect } from './page-geometry.js';
import type { FractionPoint, SheetCorners } from './page-view-map.js';

export type PageCrop = NonNullable<PageView['crop']>;
export type CornerName = keyof SheetCorners;
export type PageTurn = PageView['turn'];

/** Clockwise. */
export const CORNER_NAMES: readonly CornerName[] = ['topLeft', 'topRight', 'bottomRight', 'bottomLeft'];

/** A little within the page, so that every corner can be seen and moved. */
export const FIRST_CORNERS: SheetCorners = {
  topLeft: { x: 0.08, y: 0.08 },
  topRight: { x: 0.92, y: 0.08 },
  bottomRight: { x: 0.92, y: 0.92 },
  bottomLeft: { x: 0.08, y: 0.92 },
};
export const FIRST_CROP: PageRect = { x: 0.05, y: 0.05, width: 0.9, height: 0.9 };

/** A part that is smaller shows nothing, as a share of the page. */
const LEAST = 0.01;
const DIGITS = 1e6;
const rounded = (value: number): number => Math.min(1, Math.max(0, Math.round(value * DIGITS) / DIGITS));

/** Within the unit square, clockwise. */
export function turnPoint({ x, y }: FractionPoint, turn: PageTurn): FractionPoint {
  switch (turn) {
    case 0:
      return { x, y };
    case 90:
      return { x: 1 - y, y: x };
    case 180:
      return { x: 1 - x, y: 1 - y };
    case 270:
      return { x: y, y: 1 - x };
  }
}

export const turnBy = (turn: PageTurn, quarters: 1 | -1): PageTurn => ((turn + quarters * 90 + 360) % 360) as PageTurn;
const back = (turn: PageTurn): PageTurn => ((360 - turn) % 360) as PageTurn;

/** @param box on the page without its crop, as it is turned. @returns null when it would show nothing, or everything. */
export function cropOf({ x, y, width, height }: PageRect, turn: PageTurn): PageCrop | null {
  const a = turnPoint({ x, y }, back(turn));
  const b = turnPoint({ x: x + width, y: y + height }, back(turn));
  const crop = {
    left: rounded(Math.min(a.x, b.x)),
    top: rounded(Math.min(a.y, b.y)),
    right: rounded(Math.max(a.x, b.x)),
    bottom: rounded(Math.max(a.y, b.y)),
  };
  if (crop.right - crop.left < LEAST || crop.bottom - crop.top < LEAST) return null;
  return crop.left === 0 && crop.top === 0 && crop.right === 1 && crop.bottom === 1 ? null : crop;
}

/** Where a crop lies on the page without it, as it is turned. */
export function boxOfCrop({ left, top, right, bottom }: PageCrop, turn: PageTurn): PageRect {
  const a = turnPoint({ x: left, y: top }, turn);
  const b = turnPoint({ x: right, y: bottom }, turn);
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}

/** A corner of the upright page moved by what a person did on the page as it is turned; it stays on the page. */
export function moveCorner(
  corners: SheetCorners,
  name: CornerName,
  shownBy: FractionPoint,
  turn: PageTurn,
): SheetCorners {
  const shown = turnPoint(corners[name], turn);
  return placeCorner(corners, name, { x: shown.x + shownBy.x, y: shown.y + shownBy.y }, turn);
}

/** @param shown where it is to be, in fractions of the page as it is turned. */
export function placeCorner(
  corners: SheetCorners,
  name: CornerName,
  shown: FractionPoint,
  turn: PageTurn,
): SheetCorners {
  const { x, y } = turnPoint(shown, back(turn));
  return { ...corners, [name]: { x: rounded(x), y: rounded(y) } };
}

/** Whether the corners go clockwise around something that bulges outwards everywhere: nothing else can be straightened. */
export function canStraighten(corners: SheetCorners): boolean {
  const around = CORNER_NAMES.map((name) => corners[name]);
  const at = (index: number): FractionPoint => around[index % 4] ?? corners.topLeft;
  return around.every((corner, index) => {
    const [next, after] = [at(index + 1), at(index + 2)];
    return (next.x - corner.x) * (after.y - corner.y) - (next.y - corner.y) * (after.x - corner.x) > 1e-4;
  });
}

/** Where a corner of the upright page is on the page as it is turned. */
export function shownCornerName(name: CornerName, turn: PageTurn): CornerName {
  const at = CORNER_NAMES.indexOf(name) + turn / 90;
  return CORNER_NAMES[at % 4] ?? name;
}

export const isPlainView = ({ turn, corners, crop, brightness, contrast, isInverted }: PageView): boolean =>
  turn === 0 && !corners && !crop && brightness === 0 && contrast === 0 && !isInverted;
