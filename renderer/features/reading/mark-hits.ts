/**
 * Cuts a block into stretches: plain, hit, each under no mark, one or several. Joined again, the stretches are the
 * block's text, letter for letter.
 */
import type { Range } from '../../../electron/contract/index.js';
import type { LaidMark } from './lay-marks.js';
import type { PageStart } from './layout-blocks.js';

interface Piece {
  readonly start: number;
  readonly end: number;
  /** The marks that cover all of it, by lane. */
  readonly marks: readonly LaidMark[];
}
export type Stretch =
  | ({ readonly kind: 'text' } & Piece)
  | ({ readonly kind: 'hit'; readonly hitIndex: number } & Piece)
  | { readonly kind: 'page'; readonly start: number; readonly end: number; readonly label: string };

const NONE: readonly LaidMark[] = [];

/**
 * @param hits half-open UTF-16 ranges in ascending order.
 * @param marks those that touch the block, by start.
 * @returns stretches in order; a page start is a stretch of no length; a hit over a page start, or over the end of a
 * mark, is cut in two.
 */
export function cutBlock(
  start: number,
  end: number,
  hits: readonly Range[],
  pages: readonly PageStart[],
  marks: readonly LaidMark[] = NONE,
): Stretch[] {
  const stretches: Stretch[] = [];
  const cuts = cutsOf(marks, start, end);
  let cutIndex = 0;
  let cursor = start;
  let pageIndex = 0;
  const fill = (to: number, hitIndex: number | null) => {
    for (let page = pages[pageIndex]; page && page.at <= to; page = pages[++pageIndex]) {
      put(page.at, hitIndex);
      stretches.push({ kind: 'page', start: page.at, end: page.at, label: page.label });
    }
    put(to, hitIndex);
  };
  const put = (to: number, hitIndex: number | null) => {
    for (let cut = cuts[cutIndex]; cut !== undefined && cut < to; cut = cuts[++cutIndex]) putPiece(cut, hitIndex);
    putPiece(to, hitIndex);
  };
  const putPiece = (to: number, hitIndex: number | null) => {
    if (to <= cursor) return;
    const piece = { start: cursor, end: to, marks: marksOver(marks, cursor, to) };
    stretches.push(hitIndex === null ? { kind: 'text', ...piece } : { kind: 'hit', ...piece, hitIndex });
    cursor = to;
  };
  for (let index = firstHitAfter(hits, start); index < hits.length; index += 1) {
    const [from, until] = hits[index] ?? [end, end];
    if (from >= end) break;
    fill(Math.max(from, cursor), null);
    fill(Math.min(until, end), index);
  }
  fill(end, null);
  return stretches;
}

/** Where a mark begins or ends inside the block, ascending. */
function cutsOf(marks: readonly LaidMark[], start: number, end: number): number[] {
  const cuts = new Set<number>();
  for (const mark of marks) {
    if (mark.start > start && mark.start < end) cuts.add(mark.start);
    if (mark.end > start && mark.end < end) cuts.add(mark.end);
  }
  return [...cuts].sort((a, b) => a - b);
}

function marksOver(marks: readonly LaidMark[], start: number, end: number): readonly LaidMark[] {
  if (marks.length === 0) return NONE;
  return marks.filter((mark) => mark.start <= start && mark.end >= end).sort((a, b) => a.lane - b.lane);
}

/** Index of the first hit that ends after `offset`; `hits.length` when there is none. */
export function firstHitAfter(hits: readonly Range[], offset: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.[1] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
