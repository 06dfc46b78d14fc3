/** Cuts the passages of a text that show its matches best. Pure; offsets are UTF-16. */
import { isBlockSpan, type Range, type Snippet, type Span } from '../../contract/index.js';

const SNIPPET_LENGTH = 220;
const MAX_COUNT = 3;

interface SnippetWindow {
  readonly start: number;
  readonly end: number;
  readonly matches: readonly Range[];
}

/**
 * @param matches in order, not overlapping, inside the text.
 * @returns at most three passages in text order; the beginning of the text when nothing matched in it.
 */
export function snippets(text: string, spans: readonly Span[], matches: readonly Range[]): Snippet[] {
  const windows = matches.length > 0 ? best(text, spans, matches) : [{ start: 0, end: cutEnd(text, 0), matches: [] }];
  return windows.map(({ start, end, matches: inside }) => ({
    text: text.slice(start, end),
    start,
    matches: inside.map(([from, to]): Range => [from - start, Math.min(to, end) - start]),
    pageLabel: pageLabelAt(spans, start),
  }));
}

/** The label of the page on which an offset lies; null in a text without pages. */
export function pageLabelAt(spans: readonly Span[], offset: number): string | null {
  for (const span of spans) {
    if (span.kind === 'page' && span.start <= offset && offset < span.end) return span.pageLabel;
  }
  return null;
}

/** Windows with the most matches first; none overlaps another; then put back in text order. */
function best(text: string, spans: readonly Span[], matches: readonly Range[]): SnippetWindow[] {
  const candidates: SnippetWindow[] = [];
  for (let at = 0; at < matches.length; ) {
    const first = matches[at] as Range;
    const start = cutStart(text, spans, first[0]);
    const end = Math.max(cutEnd(text, start), first[1]);
    let next = at;
    while (next < matches.length && (matches[next] as Range)[1] <= end) next++;
    next = Math.max(next, at + 1);
    candidates.push({ start, end, matches: matches.slice(at, next) });
    at = next;
  }
  const chosen: SnippetWindow[] = [];
  for (const window of candidates.sort((a, b) => b.matches.length - a.matches.length || a.start - b.start)) {
    if (chosen.length === MAX_COUNT) break;
    if (chosen.every((other) => window.end <= other.start || other.end <= window.start)) chosen.push(window);
  }
  return chosen.sort((a, b) => a.start - b.start);
}

/** A little before the match, at a word's beginning, not before its paragraph. */
function cutStart(text: string, spans: readonly Span[], match: number): number {
  let floor = 0;
  for (const span of spans) {
    if (isBlockSpan(span) && span.start <= match && match < span.end) floor = span.start;
    if (span.start > match) break;
  }
  const wanted = Math.max(floor, match - 70);
  if (wanted === floor) return floor;
  const blank = text.slice(wanted, match).search(/\s/);
  return blank < 0 ? match : wanted + blank + 1;
}

function cutEnd(text: string, start: number): number {
  const wanted = start + SNIPPET_LENGTH;
  if (wanted >= text.length) return text.length;
  const blank = text.slice(start, wanted).search(/\s\S*$/);
  return blank > 0 ? start + blank : wanted;
}
