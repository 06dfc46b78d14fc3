/**
 * Texts that go along when originals are combined, parted or reordered: cut by their pages, and joined in the new order.
 * Pages of the joined text tile it, as those of readers do. Pure.
 */
import {
  type InsetSpan,
  isBlockSpan,
  isInsetSpan,
  type LeftAside,
  type PageSpan,
  type Span,
  type TextVersion,
} from '../contract/index.js';
import type { CarriedPage } from '../ocr/index.js';

/** The text of one original, or of several that cannot be told apart. */
export interface TextPiece {
  /** What it was cut from, and where. */
  readonly version: TextVersion;
  readonly start: number;
  readonly text: string;
  /** Of the version, before it was cut. */
  readonly firstPage: number;
  readonly pageCount: number;
  /** How many originals it is of. */
  readonly originals: number;
}

const isPage = (span: Span): span is PageSpan => span.kind === 'page';
const pagesOf = ({ spans }: TextVersion): PageSpan[] => spans.filter(isPage).sort((a, b) => a.pageIndex - b.pageIndex);
const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/**
 * @param counts pages of each original, in order.
 * @returns a piece for each original; a single one when the text does not say which words are of which.
 */
export function cutByOriginals(version: TextVersion, counts: readonly number[]): TextPiece[] {
  const pages = pagesOf(version);
  const isTold =
    version.text === '' ||
    (counts.every((count) => count > 0) &&
      pages.length === sum(counts) &&
      pages.every(({ pageIndex }, index) => pageIndex === index));
  if (!isTold || counts.length < 2) {
    const { text } = version;
    return [{ version, start: 0, text, firstPage: 0, pageCount: sum(counts), originals: counts.length }];
  }
  return counts.map((pageCount, at) => {
    const firstPage = sum(counts.slice(0, at));
    const start = at === 0 ? 0 : (pages[firstPage]?.start ?? version.text.length);
    const end = pages[firstPage + pageCount]?.start ?? version.text.length;
    const text = version.text.slice(start, end).trimEnd();
    return { version, start, text, firstPage, pageCount, originals: 1 };
  });
}

export interface JoinedText {
  readonly text: string;
  readonly spans: Span[];
  readonly origins: readonly string[];
  readonly remarks: string[];
  readonly leftAside: readonly LeftAside[];
  /** For the words of pages, which go along. */
  readonly carried: readonly CarriedPage[];
}

const SEPARATOR = '\n\n';

export function joinPieces(pieces: readonly TextPiece[]): JoinedText {
  let text = '';
  const starts: { readonly start: number; readonly label: string | null }[] = [];
  const spans: Span[] = [];
  const carried: CarriedPage[] = [];
  for (const piece of pieces) {
    if (text !== '' && piece.text !== '') text += SEPARATOR;
    const shift = text.length - piece.start;
    for (const [at, page] of pageStarts(piece).entries()) {
      const [fromIndex, toIndex] = [piece.firstPage + at, starts.length];
      carried.push({ from: piece.version.id, fromIndex, toIndex, shift });
      starts.push({ ...page, start: page.start + shift });
    }
    spans.push(...structureOf(piece, shift));
    text += piece.text;
  }
  const sources = [
    ...new Map(pieces.filter((piece) => piece.text !== '').map((piece) => [piece.version.id, piece.version])).values(),
  ];
  return {
    text,
    spans:
      text === '' ? [] : [...tiled(starts, text.length), ...spans.filter(isBlockSpan), ...spans.filter(isInsetSpan)],
    origins: [...new Set(sources.map(({ origin }) => origin))],
    remarks: [...new Set(sources.flatMap(({ remarks }) => remarks))],
    leftAside: [],
    carried,
  };
}

/** Where each page of a piece begins in its version; a label is null when it only counts pages. */
function pageStarts({ version, start, text, firstPage, pageCount }: TextPiece) {
  const known = new Map(pagesOf(version).map((page) => [page.pageIndex, page]));
  const within = (at: number) => Math.min(start + text.length, Math.max(start, at));
  return Array.from({ length: pageCount }, (_, at) => {
    const page = known.get(firstPage + at);
    // Of a text that does not name its pages all words are at the first of them.
    const begins = page ? within(page.start) : at === 0 ? start : start + text.length;
    const label = page && page.pageLabel !== String(page.pageIndex + 1) ? page.pageLabel : null;
    return { start: at === 0 ? start : begins, label };
  });
}

/** The first page begins the text, and each ends where the next one begins. */
function tiled(
  starts: readonly { readonly start: number; readonly label: string | null }[],
  length: number,
): PageSpan[] {
  let reached = 0;
  const begins = starts.map(({ start }, pageIndex) => {
    reached = pageIndex === 0 ? 0 : Math.max(reached, start);
    return reached;
  });
  return starts.map(({ label }, pageIndex) => ({
    kind: 'page',
    start: begins[pageIndex] ?? length,
    end: begins[pageIndex + 1] ?? length,
    pageIndex,
    pageLabel: label ?? String(pageIndex + 1),
  }));
}

/** Blocks and insets of a piece, cut to it. */
function structureOf({ version, start, text }: TextPiece, shift: number): (Exclude<Span, PageSpan> | InsetSpan)[] {
  return version.spans.flatMap((span) => {
    if (span.kind === 'page') return [];
    const [from, to] = [Math.max(span.start, start), Math.min(span.end, start + text.length)];
    return from < to ? [{ ...span, start: from + shift, end: to + shift }] : [];
  });
}
