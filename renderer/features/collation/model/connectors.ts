/** The connectors between two witnesses side by side: which variants they join, and their paths. */
import type { CollationMove, VariantClass } from '../../../../electron/contract/index.js';
import { type Variant, withheldBy } from './variant-list.js';

export interface Connector {
  readonly id: string;
  readonly class: VariantClass;
  /** The variant at either side: one and the same, unless the words moved. */
  readonly left: Variant;
  readonly right: Variant;
  /** The exemption code of what one side withholds and the other shows; null for none. */
  readonly code: string | null;
  /** Which side withholds, when the other shows. */
  readonly withheldSide: 'left' | 'right' | null;
  /** The withholding mark stands at a previous variant; its code is shown there. */
  readonly isContinued?: boolean;
}

/**
 * @param variants those that are shown, in reading order.
 * @param left @param right witnesses.
 */
export function connectorsBetween(
  variants: readonly Variant[],
  moves: readonly CollationMove[],
  left: number,
  right: number,
): Connector[] {
  const connectors: Connector[] = [];
  const ends = new Map<number, { left?: Variant; right?: Variant }>();
  for (const variant of variants) {
    if (variant.moves.length > 0 && recordMoveEnds(variant, moves, left, right, ends)) continue;
    if (variant.readings[left] === variant.readings[right]) continue;
    connectors.push({
      id: variant.id,
      class: variant.class,
      left: variant,
      right: variant,
      ...withholdingSide(variant, left, right),
    });
  }
  for (const [move, end] of ends) {
    if (end.left && end.right) {
      const nothing = { code: null, withheldSide: null };
      connectors.push({ id: `m${move}`, class: 'moved', left: end.left, right: end.right, ...nothing });
    }
  }
  return connectors;
}

/** Takes down which end of which move the variant is. @returns whether it is one between these two witnesses. */
function recordMoveEnds(
  variant: Variant,
  moves: readonly CollationMove[],
  left: number,
  right: number,
  ends: Map<number, { left?: Variant; right?: Variant }>,
): boolean {
  let isOne = false;
  for (const index of variant.moves) {
    const move = moves[index];
    if (!move) continue;
    const [from, to] = [move.from.witness, move.to.witness];
    if (!((from === left && to === right) || (from === right && to === left))) continue;
    isOne = true;
    const end = ends.get(index) ?? {};
    if (touches(variant, move, left)) end.left = variant;
    if (touches(variant, move, right)) end.right = variant;
    ends.set(index, end);
  }
  return isOne;
}

function touches(variant: Variant, { from, to }: CollationMove, witness: number): boolean {
  const cell = variant.cells[witness];
  const range = from.witness === witness ? from : to;
  return cell != null && cell[0] < range.end && cell[1] > range.start;
}

function withholdingSide(
  variant: Variant,
  left: number,
  right: number,
): Pick<Connector, 'code' | 'withheldSide' | 'isContinued'> {
  const [hidesLeft, hidesRight] = [withheldBy(variant, left), withheldBy(variant, right)];
  if (hidesLeft && !hidesRight && variant.cells[right]) {
    return { code: hidesLeft.code, withheldSide: 'left', ...continued(variant, left) };
  }
  if (hidesRight && !hidesLeft && variant.cells[left]) {
    return { code: hidesRight.code, withheldSide: 'right', ...continued(variant, right) };
  }
  return { code: null, withheldSide: null };
}

const continued = ({ cells }: Variant, witness: number) => (cells[witness] ? {} : { isContinued: true });

/** Top and bottom of words, in CSS pixels. */
export interface VerticalExtent {
  readonly top: number;
  readonly bottom: number;
}

/** The band between words at the left and words at the right, as the path of an SVG, `widthPx` wide. */
export function bandPath(left: VerticalExtent, right: VerticalExtent, widthPx: number): string {
  const half = round(widthPx / 2);
  const [a, b, c, d] = [left.top, left.bottom, right.bottom, right.top].map(round);
  return `M0 ${a}C${half} ${a} ${half} ${d} ${widthPx} ${d}L${widthPx} ${c}C${half} ${c} ${half} ${b} 0 ${b}Z`;
}

const round = (px: number): number => Math.round(px * 2) / 2;

/** Whether any of a band is between two heights. */
export const isBandVisible = (left: VerticalExtent, right: VerticalExtent, heightPx: number): boolean =>
  Math.max(left.bottom, right.bottom) >= 0 && Math.min(left.top, right.top) <= heightPx;
