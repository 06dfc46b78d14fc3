/** Where pages and paragraphs of a witness begin. Offsets are UTF-16 units of its text. */
import type { Span } from '../../contract/index.js';

export interface PageBreak {
  readonly at: number;
  /** As it is printed; may be empty. */
  readonly label: string;
}

/** In text order; none when the text has no pages. */
export const pageStarts = (spans: readonly Span[] = []): PageBreak[] =>
  spans.flatMap((span) => (span.kind === 'page' ? [{ at: span.start, label: span.pageLabel }] : []));

const BLOCKS: ReadonlySet<Span['kind']> = new Set<Span['kind']>(['heading', 'paragraph', 'quotation', 'list-item']);

/** In text order. A text whose structure is not known has a paragraph after each blank line. */
export function paragraphStarts(text: string, spans: readonly Span[] = []): number[] {
  const starts = spans.flatMap(({ kind, start }) => (BLOCKS.has(kind) ? [start] : []));
  if (starts.length > 0) return [...new Set(starts)].sort((a, b) => a - b);
  return [0, ...[...text.matchAll(/\n[^\S\n]*\n\s*/g)].map((blank) => blank.index + blank[0].length)];
}

/** The last of `starts` at or before `at`; null before the first. @param starts in text order. */
export function pageAt(starts: readonly PageBreak[], at: number): PageBreak | null {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return starts[low - 1] ?? null;
}
