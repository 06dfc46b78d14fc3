/** The current position in a document, as the bar above the text shows it. */
import type { PageSpan, Span } from '../../../electron/contract/index.js';

export interface ReaderPosition {
  readonly isPastHead: boolean;
  /** Label of the page at the top of the window; null when the text has no pages. */
  readonly pageLabel: string | null;
  /** Which page that is, from 0; null when the text has no pages. */
  readonly pageIndex: number | null;
}

/** The page that holds the last character before `end`; null when the text has no pages. */
export function pageBefore(spans: readonly Span[], end: number): PageSpan | null {
  let page: PageSpan | null = null;
  for (const span of spans) {
    if (span.kind !== 'page') continue;
    if (page !== null && span.start >= end) break;
    page = span;
  }
  return page;
}
