/**
 * Turns a text version into the blocks that the reading view draws. Every character that is not white space belongs to
 * exactly one block, also where the reader left no span; blocks are in text order and never overlap.
 */
import { isBlockSpan, type Range, type Span } from '../../../electron/contract/index.js';

export type LayoutBlockKind = 'heading' | 'paragraph' | 'quotation' | 'list-item';

export interface PageLabelStart {
  /** UTF-16 offset inside the block's range, absolute in the text version. */
  readonly at: number;
  readonly label: string;
}

export interface TextBlock {
  readonly kind: LayoutBlockKind;
  /** 1 to 6 for headings, 0 otherwise. */
  readonly level: number;
  /** UTF-16 offset, inclusive. */
  readonly start: number;
  /** UTF-16 offset, exclusive. */
  readonly end: number;
  /** A later piece of a paragraph that was too long to draw at once. */
  readonly continues: boolean;
  /** The lines were broken by a typewriter or a terminal, not by the author: they may be filled again. */
  readonly hardWrapped: boolean;
  readonly pages: readonly PageLabelStart[];
}

/** Longest piece drawn as one element, in UTF-16 code units. Longer paragraphs make scrolling stutter. */
export const MAX_BLOCK_LENGTH = 4_000;

interface BlockDraft {
  readonly kind: LayoutBlockKind;
  readonly level: number;
  readonly start: number;
  readonly end: number;
}

/** Blocks of a text, in order. Text outside of every block span becomes paragraphs. */
export function layoutBlocks(text: string, spans: readonly Span[]): TextBlock[] {
  const blocks: TextBlock[] = [];
  const pages = spans.filter((span) => span.kind === 'page').sort((a, b) => a.start - b.start);
  let nextPage = 0;
  for (const draft of coverText(text, spans)) {
    const hardWrapped = draft.kind !== 'heading' && isHardWrapped(text.slice(draft.start, draft.end));
    for (const [start, end] of splitLong(text, draft.start, draft.end)) {
      const starts: PageLabelStart[] = [];
      for (let page = pages[nextPage]; page && page.start < end; page = pages[++nextPage]) {
        starts.push({ at: Math.max(page.start, start), label: page.pageLabel });
      }
      blocks.push({ ...draft, start, end, continues: start !== draft.start, hardWrapped, pages: starts });
    }
  }
  return blocks;
}

/** The block that holds `offset`, or the nearest one after it; -1 when there is no block. */
export function blockIndexAt(blocks: readonly TextBlock[], offset: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return blocks.length === 0 ? -1 : low;
}

/** Resolves nested and overlapping block spans (the innermost wins) and fills what lies between them. */
function coverText(text: string, spans: readonly Span[]): BlockDraft[] {
  const sorted = spans
    .filter(isBlockSpan)
    .filter((span) => span.end > span.start && span.start < text.length)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const drafts: BlockDraft[] = [];
  const open: BlockDraft[] = [];
  let cursor = 0;
  const advance = (to: number) => {
    while (cursor < to) {
      while ((open.at(-1)?.end ?? cursor + 1) <= cursor) open.pop();
      const inner = open.at(-1);
      const end = Math.min(to, inner?.end ?? to);
      if (inner) pushTrimmed(text, drafts, { kind: inner.kind, level: inner.level, start: cursor, end });
      else
        for (const [from, until] of paragraphsOf(text, cursor, end))
          pushTrimmed(text, drafts, { kind: 'paragraph', level: 0, start: from, end: until });
      cursor = end;
    }
  };
  for (const span of sorted) {
    advance(span.start);
    const level = span.kind === 'heading' ? span.level : 0;
    open.push({ kind: span.kind, level, start: span.start, end: Math.min(span.end, text.length) });
  }
  advance(text.length);
  return drafts;
}

/** Leading and trailing line ends belong to the gap, not to the block; a block of white space is not drawn. */
function pushTrimmed(text: string, drafts: BlockDraft[], draft: BlockDraft): void {
  let { start, end } = draft;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  while (start < end && isLineEnd(text.charCodeAt(start))) start += 1;
  if (/\S/.test(text.slice(start, end))) drafts.push({ ...draft, start, end });
}

/** Splits a text without spans at its empty lines. */
function paragraphsOf(text: string, start: number, end: number): Range[] {
  const ranges: Range[] = [];
  const blank = /\n[ \t\r]*\n/g;
  blank.lastIndex = start;
  let from = start;
  for (let match = blank.exec(text); match && match.index < end; match = blank.exec(text)) {
    ranges.push([from, match.index]);
    from = Math.min(end, match.index + match[0].length);
    // The second line end may open the next empty line.
    blank.lastIndex = Math.max(from - 1, match.index + 1);
  }
  if (from < end) ranges.push([from, end]);
  return ranges;
}

/** Pieces of at most `MAX_BLOCK_LENGTH`, cut after a line, else after a sentence, else after a word. */
function splitLong(text: string, start: number, end: number): Range[] {
  const ranges: Range[] = [];
  let from = start;
  while (end - from > MAX_BLOCK_LENGTH) {
    const cut = from + cutAt(text.slice(from, from + MAX_BLOCK_LENGTH));
    ranges.push([from, cut]);
    from = cut;
  }
  ranges.push([from, end]);
  return ranges;
}

/** Where to cut a window of text: an offset of at least a quarter of it, so that pieces do not become crumbs. */
function cutAt(window: string): number {
  const least = window.length >> 2;
  const line = window.lastIndexOf('\n') + 1;
  if (line > least) return line;
  let sentence = 0;
  for (const match of window.matchAll(/[.!?…]["'”’»)\]]*\s+/g)) sentence = match.index + match[0].length;
  if (sentence > least) return sentence;
  const word = window.lastIndexOf(' ') + 1;
  if (word > least) return word;
  const last = window.charCodeAt(window.length - 1);
  // Never between the two halves of a surrogate pair.
  return last >= 0xd800 && last <= 0xdbff ? window.length - 1 : window.length;
}

/**
 * True when a paragraph looks broken by a line length: three lines or more, all but the last of nearly one length.
 * Verse, addresses and tables are not: their lines differ.
 */
export function isHardWrapped(paragraph: string): boolean {
  const lines = paragraph.split('\n').map((line) => line.trimEnd());
  if (lines.length < 2) return false;
  if (lines.some((line, index) => index > 0 && /^(\s{4,}|\t)/.test(line))) return false;
  const full = lines.slice(0, -1).map((line) => line.length);
  const longest = Math.max(...lines.map((line) => line.length));
  return longest >= 45 && longest <= 120 && full.every((length) => length >= longest * 0.75);
}

const isSpace = (code: number) => code === 0x20 || code === 0x09 || isLineEnd(code);
const isLineEnd = (code: number) => code === 0x0a || code === 0x0d || code === 0x0c;
