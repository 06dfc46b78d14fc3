/** Cuts a block into plain and marked stretches. Joined again, the stretches are the block's text, letter for letter. */
import type { Range } from '../../../electron/contract/index.js';
import type { PageStart } from './layout-blocks.js';

export type Stretch =
  | { readonly kind: 'text'; readonly start: number; readonly end: number }
  | { readonly kind: 'hit'; readonly start: number; readonly end: number; readonly hitIndex: number }
  | { readonly kind: 'page'; readonly start: number; readonly end: number; readonly label: string };

/**
 * @param hits half-open UTF-16 ranges in ascending order.
 * @returns stretches in order; a page start is a stretch of no length; a hit over a page start is cut in two.
 */
export function cutBlock(start: number, end: number, hits: readonly Range[], pages: readonly PageStart[]): Stretch[] {
  const stretches: Stretch[] = [];
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
    if (to <= cursor) return;
    stretches.push(
      hitIndex === null ? { kind: 'text', start: cursor, end: to } : { kind: 'hit', start: cursor, end: to, hitIndex },
    );
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
