/** Where in a document the reader is: what the bar above the text says. */
import type { Span } from '../../../electron/contract/index.js';

export interface Where {
  readonly isPastHead: boolean;
  /** Label of the page at the top of the window; null when the text has no pages. */
  readonly pageLabel: string | null;
}

/** Label of the page that holds the last character before `end`. */
export function pageLabelAt(spans: readonly Span[], end: number): string | null {
  let label: string | null = null;
  for (const span of spans) {
    if (span.kind !== 'page') continue;
    if (label !== null && span.start >= end) break;
    label = span.pageLabel;
  }
  return label;
}
