/** On which page of its witness an offset lies. */
import type { PageSpan, Span } from '../../../../electron/contract/index.js';

export const witnessPages = (spans: readonly Span[]): PageSpan[] =>
  spans.filter((span) => span.kind === 'page').sort((a, b) => a.start - b.start);

/** @returns null when the text has no pages, or the offset is before the first. */
export function pageAt(pages: readonly PageSpan[], offset: number): PageSpan | null {
  let low = 0;
  let high = pages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pages[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return pages[low - 1] ?? null;
}
