/**
 * Splits a block into runs: plain or hit, each under no mark, one or several. Joined again, the runs are the
 * block's text, letter for letter.
 */
import type { Range } from '../../../electron/contract/index.js';
import type { PageLabelStart } from './layout-blocks.js';
import type { LaneMark } from './mark-lanes.js';
import type { TextOverlay } from './text-overlays.js';

interface RunBase {
  readonly start: number;
  readonly end: number;
  /** The marks that cover all of it, by lane. */
  readonly marks: readonly LaneMark[];
  /** What covers all of it; null for nothing. */
  readonly overlay: TextOverlay | null;
}
export type TextRun =
  | ({ readonly kind: 'text' } & RunBase)
  | ({ readonly kind: 'hit'; readonly hitIndex: number } & RunBase)
  | { readonly kind: 'page'; readonly start: number; readonly end: number; readonly label: string }
  | { readonly kind: 'point'; readonly start: number; readonly end: number; readonly overlay: TextOverlay };

const NONE: readonly LaneMark[] = [];
const NOTHING_OVER: readonly TextOverlay[] = [];

/**
 * @param hits half-open UTF-16 ranges in ascending order.
 * @param marks those that touch the block, by start.
 * @param overlays those that touch the block, by start.
 * @returns runs in order; a page start is an empty run; a hit over a page start, or over the end of a
 * mark, is cut in two.
 */
export function splitIntoRuns(
  start: number,
  end: number,
  hits: readonly Range[],
  pages: readonly PageLabelStart[],
  marks: readonly LaneMark[] = NONE,
  overlays: readonly TextOverlay[] = NOTHING_OVER,
): TextRun[] {
  const runs: TextRun[] = [];
  const cuts = boundariesOf([...marks, ...overlays], start, end);
  let cutIndex = 0;
  let cursor = start;
  let pageIndex = 0;
  const fill = (to: number, hitIndex: number | null) => {
    for (let page = pages[pageIndex]; page && page.at <= to; page = pages[++pageIndex]) {
      put(page.at, hitIndex);
      runs.push({ kind: 'page', start: page.at, end: page.at, label: page.label });
    }
    put(to, hitIndex);
  };
  const put = (to: number, hitIndex: number | null) => {
    for (let cut = cuts[cutIndex]; cut !== undefined && cut < to; cut = cuts[++cutIndex]) putRun(cut, hitIndex);
    putRun(to, hitIndex);
  };
  const putRun = (to: number, hitIndex: number | null) => {
    if (to <= cursor) return;
    const base = {
      start: cursor,
      end: to,
      marks: marksOver(marks, cursor, to),
      overlay: overlays.find((overlay) => overlay.start <= cursor && overlay.end >= to) ?? null,
    };
    runs.push(hitIndex === null ? { kind: 'text', ...base } : { kind: 'hit', ...base, hitIndex });
    cursor = to;
  };
  for (let index = firstHitAfter(hits, start); index < hits.length; index += 1) {
    const [from, until] = hits[index] ?? [end, end];
    if (from >= end) break;
    fill(Math.max(from, cursor), null);
    fill(Math.min(until, end), index);
  }
  fill(end, null);
  return withPoints(runs, overlays);
}

/** Inserts the points among the runs: each after the letters before it. */
function withPoints(runs: readonly TextRun[], overlays: readonly TextOverlay[]): TextRun[] {
  const points = overlays.filter((overlay) => overlay.end <= overlay.start);
  if (points.length === 0) return [...runs];
  const all: TextRun[] = [];
  let next = 0;
  const put = (until: number) => {
    for (let point = points[next]; point && point.start <= until; point = points[++next]) {
      all.push({ kind: 'point', start: point.start, end: point.start, overlay: point });
    }
  };
  put(runs[0]?.start ?? 0);
  for (const run of runs) {
    all.push(run);
    put(run.end);
  }
  put(Number.POSITIVE_INFINITY);
  return all;
}

/** Where a mark or an overlay begins or ends inside the block, ascending. */
function boundariesOf(marks: readonly { start: number; end: number }[], start: number, end: number): number[] {
  const cuts = new Set<number>();
  for (const mark of marks) {
    if (mark.start > start && mark.start < end) cuts.add(mark.start);
    if (mark.end > start && mark.end < end) cuts.add(mark.end);
  }
  return [...cuts].sort((a, b) => a - b);
}

function marksOver(marks: readonly LaneMark[], start: number, end: number): readonly LaneMark[] {
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
