/**
 * Takes the text of a source apart by its originals, and puts texts of originals together. Pure. Pages keep their texts
 * and blocks; what is printed on a page stays its label, and a mere number becomes that of its new place.
 */
import type { PageSpan, Span, TextVersion, VersionId } from '../contract/index.js';

/** The text of one original. */
export interface OriginalText {
  readonly text: string;
  /** Within `text`. Indexes of pages count within the original. */
  readonly spans: readonly Span[];
  /** Pages that the original has, with a text or without. */
  readonly pageCount: number;
  /** Where it was: its first page, and its start in the text of that version. */
  readonly from: { readonly versionId: VersionId; readonly pageIndex: number; readonly start: number };
}

export interface JoinedText {
  readonly text: string;
  readonly spans: Span[];
  /** Where each part starts, and the index of its first page, in order. */
  readonly places: readonly { readonly start: number; readonly pageIndex: number }[];
}

const PARTED_BY = '\n\n';

const isPage = (span: Span): span is PageSpan => span.kind === 'page';
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/**
 * @param pageCounts of each original, in order.
 * @returns the text of each original; null when it does not say what stands on which page, and only goes as a whole.
 */
export function partByOriginals(
  { id, text, spans }: TextVersion,
  pageCounts: readonly number[],
): OriginalText[] | null {
  const firstPages = pageCounts.map((_, at) => sum(pageCounts.slice(0, at)));
  const place = (at: number, start: number) => ({ versionId: id, pageIndex: firstPages[at] ?? 0, start });
  if (text === '') return pageCounts.map((pageCount, at) => ({ text: '', spans: [], pageCount, from: place(at, 0) }));
  if (pageCounts.length === 1) return [{ text, spans, pageCount: pageCounts[0] ?? 0, from: place(0, 0) }];
  const pages = spans.filter(isPage);
  if (pages.length !== sum(pageCounts)) return null;
  return pageCounts.map((pageCount, at) => {
    const first = firstPages[at] ?? 0;
    const own = pages.filter(({ pageIndex }) => pageIndex >= first && pageIndex < first + pageCount);
    const start = own[0]?.start ?? 0;
    const end = start + text.slice(start, own.at(-1)?.end ?? start).trimEnd().length;
    const within = spans.filter((span) => span.start >= start && span.end <= Math.max(end, start) && !isPage(span));
    const cut = [...own, ...within].map((span): Span => {
      const moved = { start: Math.min(span.start, end) - start, end: Math.min(span.end, end) - start };
      return isPage(span) ? relabelled({ ...span, ...moved }, span.pageIndex - first) : { ...span, ...moved };
    });
    return { text: text.slice(start, end), spans: cut, pageCount, from: place(at, start) };
  });
}

/** A page at another index. A label that only counts goes on counting. */
function relabelled(page: PageSpan, pageIndex: number): PageSpan {
  const isCount = page.pageLabel === String(page.pageIndex + 1);
  return { ...page, pageIndex, pageLabel: isCount ? String(pageIndex + 1) : page.pageLabel };
}

export function joinTexts(parts: readonly OriginalText[]): JoinedText {
  const hasText = parts.some(({ text }) => text !== '');
  let text = '';
  let nextPage = 0;
  const pages: Span[] = [];
  const others: Span[] = [];
  const places: { start: number; pageIndex: number }[] = [];
  for (const part of parts) {
    if (text !== '' && part.text !== '') text += PARTED_BY;
    const start = text.length;
    places.push({ start, pageIndex: nextPage });
    const own = part.spans.filter(isPage);
    for (let index = 0; index < part.pageCount; index += 1) {
      const page = own.find(({ pageIndex }) => pageIndex === index);
      // A text that tells no pages stands on the first of its original.
      const range = page ?? { start: 0, end: own.length === 0 && index === 0 ? part.text.length : 0 };
      const known = page ?? { kind: 'page' as const, ...range, pageIndex: index, pageLabel: String(index + 1) };
      const moved = relabelled(known, nextPage + index);
      pages.push({ ...moved, start: start + range.start, end: start + range.end });
    }
    for (const span of part.spans)
      if (!isPage(span)) others.push({ ...span, start: start + span.start, end: start + span.end });
    text += part.text;
    nextPage += part.pageCount;
  }
  return { text, spans: hasText ? [...pages, ...others] : [], places };
}
