/**
 * Texts that go along when originals are combined, parted or reordered: cut by their pages, and joined in the new order.
 * Invariant: no word is lost or doubled, and each stays on its page. Pure.
 */
import {
  type InsetSpan,
  isBlockSpan,
  isInsetSpan,
  type PageSpan,
  type Span,
  type TextVersion,
  type VersionId,
} from '../contract/index.js';

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
  const isDivisible =
    version.text === '' ||
    (counts.every((count) => count > 0) &&
      pages.length === sum(counts) &&
      pages.every(({ pageIndex }, index) => pageIndex === index));
  if (!isDivisible || counts.length < 2) {
    const { text } = version;
    return [{ version, start: 0, text, firstPage: 0, pageCount: sum(counts), originals: counts.length }];
  }
  return counts.map((pageCount, at) => {
    const firstPage = sum(counts.slice(0, at));
    const from = at === 0 ? 0 : (pages[firstPage]?.start ?? version.text.length);
    const end = pages[firstPage + pageCount]?.start ?? version.text.length;
    // Blank lines around it part it from its neighbours: it gets others.
    const start = from + (/^(?:[^\S\n]*\n)+/.exec(version.text.slice(from, end))?.[0].length ?? 0);
    const text = version.text.slice(start, end).trimEnd();
    return { version, start, text, firstPage, pageCount, originals: 1 };
  });
}

/** A page of a version that is another page of another one. */
export interface MovedPage {
  readonly from: VersionId;
  readonly fromPage: number;
  readonly pageIndex: number;
  /** From offsets in the text of `from` to offsets in the new one. */
  readonly shift: number;
}

export interface JoinedText {
  readonly text: string;
  readonly spans: Span[];
  readonly origins: readonly string[];
  readonly remarks: string[];
  /** For the places of words, which go along. */
  readonly moved: readonly MovedPage[];
}

const SEPARATOR = '\n\n';

export function joinPieces(pieces: readonly TextPiece[]): JoinedText {
  let text = '';
  const pages: PageSpan[] = [];
  const spans: Span[] = [];
  const moved: MovedPage[] = [];
  for (const piece of pieces) {
    if (text !== '' && piece.text !== '') text += SEPARATOR;
    const shift = text.length - piece.start;
    for (const [at, { start, end, label }] of pagesIn(piece).entries()) {
      const pageIndex = pages.length;
      moved.push({ from: piece.version.id, fromPage: piece.firstPage + at, pageIndex, shift });
      const pageLabel = label ?? String(pageIndex + 1);
      pages.push({ kind: 'page', start: start + shift, end: end + shift, pageIndex, pageLabel });
    }
    spans.push(...structureOf(piece, shift));
    text += piece.text;
  }
  const withText = pieces.filter((piece) => piece.text !== '').map(({ version }) => [version.id, version] as const);
  const versions = [...new Map(withText).values()];
  return {
    text,
    spans: text === '' ? [] : [...pages, ...spans.filter(isBlockSpan), ...spans.filter(isInsetSpan)],
    origins: [...new Set(versions.map(({ origin }) => origin))],
    remarks: [...new Set(versions.flatMap(({ remarks }) => remarks))],
    moved,
  };
}

/** Pages of a piece, in offsets of its version; a label is null when it only counts pages. */
function pagesIn({ version, start, text, firstPage, pageCount }: TextPiece) {
  const known = new Map(pagesOf(version).map((page) => [page.pageIndex, page]));
  const last = start + text.length;
  let reached = start;
  return Array.from({ length: pageCount }, (_, at) => {
    const page = known.get(firstPage + at);
    const begins = page ? Math.min(last, Math.max(reached, page.start)) : reached;
    // Of a text that does not name its pages all words are on the first of them.
    const ends = page ? Math.min(last, Math.max(begins, page.end)) : at === 0 && known.size === 0 ? last : begins;
    reached = ends;
    const isCount = !page || page.pageLabel === String(page.pageIndex + 1);
    return { start: begins, end: ends, label: isCount ? null : page.pageLabel };
  });
}

/** Blocks and insets of a piece, cut to it. */
function structureOf({ version, start, text }: TextPiece, shift: number): (Exclude<Span, PageSpan> | InsetSpan)[] {
  return version.spans.flatMap((span) => {
    if (span.kind === 'page') return [];
    const [from, to] = [Math.max(span.start, start), Math.min(span.end, start + text.length)];
    return from < to ? [{ ...span, start: from + shift, end: to + shift }] : [];
  });
}
