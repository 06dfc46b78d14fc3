/**
 * The structure of a text after it was corrected. Invariant, as for what readers give: pages tile the text in order;
 * blocks are trimmed, in order, never empty, never overlap; and whatever is visible stands in a block if it did before.
 * Insets go with their words.
 */
import {
  type BlockSpan as Block,
  type InsetSpan,
  isBlockSpan,
  isInsetSpan,
  type PageSpan as Page,
  type Range,
  type Span,
} from '../../contract/index.js';
import type { TextAlignment } from './alignment.js';
import { isInWord } from './offset-boundaries.js';
import { projector } from './project-range.js';

/**
 * @param spans of `alignment.from`.
 * @param newText `alignment.to`.
 * @returns spans of the new text: pages first, then blocks, then insets. New paragraphs are paragraphs; a block that a blank line
 * was put into is two of its kind; blocks that were run together are one of the first one's kind.
 */
export function projectSpans(spans: readonly Span[], alignment: TextAlignment, newText: string): Span[] {
  const pages = spans.filter((span): span is Page => span.kind === 'page');
  const blocks = spans.filter(isBlockSpan);
  return [
    ...projectPages(pages, alignment, newText),
    ...projectBlocks(blocks, alignment, newText),
    ...projectInsets(spans.filter(isInsetSpan), alignment, newText),
  ];
}

function projectInsets(insets: readonly InsetSpan[], alignment: TextAlignment, newText: string): InsetSpan[] {
  const project = projector(alignment);
  const placed: InsetSpan[] = [];
  const found = insets.flatMap((inset) => {
    const range = project.range(inset.start, inset.end);
    return range ? [{ inset, range }] : [];
  });
  for (const { inset, range } of found.sort((one, other) => one.range[0] - other.range[0])) {
    const trimmed = trim(newText, [Math.max(placed.at(-1)?.end ?? 0, range[0]), range[1]]);
    if (trimmed) placed.push({ ...inset, start: trimmed[0], end: trimmed[1] });
  }
  return placed;
}

function projectPages(pages: readonly Page[], alignment: TextAlignment, newText: string): Page[] {
  const project = projector(alignment);
  const starts = pages.map(({ start }, index) => (index === 0 ? 0 : pageStart(project.place(start), newText)));
  let end = newText.length;
  const placed: Page[] = [];
  for (let index = pages.length - 1; index >= 0; index -= 1) {
    const page = pages[index];
    if (!page) continue;
    const start = Math.min(end, starts[index] ?? 0);
    placed.push({ ...page, start, end });
    end = start;
  }
  return placed.reverse();
}

/** A page begins with a visible letter, and takes in those that were put before its first one without a space. */
function pageStart(place: number, text: string): number {
  let start = place;
  while (start < text.length && /\s/.test(text.charAt(start))) start += 1;
  if (start === text.length) return place;
  while (start > 0 && place - start < MAX_WORD_LENGTH && isInWord(text, start)) start -= 1;
  return start;
}

/** A text without any space must not make every page begin at its front. */
const MAX_WORD_LENGTH = 64;

function projectBlocks(blocks: readonly Block[], alignment: TextAlignment, newText: string): Block[] {
  const project = projector(alignment);
  const placed: { block: Block; mayHoldBlank: boolean }[] = [];
  let floor = 0;
  const found = blocks.flatMap((block) => {
    const range = project.range(block.start, block.end);
    return range ? [{ block, range }] : [];
  });
  // A block that was moved comes where it is now.
  for (const { block, range } of found.sort((one, other) => one.range[0] - other.range[0])) {
    const trimmed = trim(newText, [Math.max(floor, range[0]), range[1]]);
    if (!trimmed) continue;
    const last = placed.at(-1);
    if (last && !newText.slice(last.block.end, trimmed[0]).includes('\n')) {
      last.block = { ...last.block, end: trimmed[1] };
    } else {
      const mayHoldBlank = BLANK.test(alignment.from.slice(block.start, block.end));
      placed.push({ block: { ...block, start: trimmed[0], end: trimmed[1] }, mayHoldBlank });
    }
    floor = trimmed[1];
  }
  return withTheRest(placed, newText, blocks.length > 0);
}

const BLANK = /\n[^\S\n]*\n/;

/** Splits what a blank line was put into, and takes in what no block covers. */
function withTheRest(
  placed: readonly { block: Block; mayHoldBlank: boolean }[],
  newText: string,
  isCovered: boolean,
): Block[] {
  const done: Block[] = [];
  let end = 0;
  const cover = (upTo: number) => {
    if (!isCovered) return;
    for (const [start, stop] of paragraphs(newText, [end, upTo])) {
      const last = done.at(-1);
      // What was added to the end of a line that goes on from a block is of that block.
      if (last && !newText.slice(last.end, start).includes('\n')) last.end = stop;
      else done.push({ kind: 'paragraph', start, end: stop });
    }
  };
  for (const { block, mayHoldBlank } of placed) {
    const before = done.length;
    cover(block.start);
    const joined = done.length > before ? done.at(-1) : undefined;
    // What was added in front, on the block's own line, is of the block.
    const start =
      joined && !newText.slice(joined.end, block.start).includes('\n')
        ? (done.pop()?.start ?? block.start)
        : block.start;
    const parts: Range[] = mayHoldBlank ? [[start, block.end]] : paragraphs(newText, [start, block.end]);
    for (const [from, to] of parts) done.push({ ...block, start: from, end: to });
    end = block.end;
  }
  cover(newText.length);
  return done;
}

/** The trimmed pieces of a range between blank lines. */
function paragraphs(text: string, [start, end]: Range): Range[] {
  const found: Range[] = [];
  let at = start;
  for (const piece of text.slice(start, end).split(/(\n[^\S\n]*\n\s*)/)) {
    const trimmed = trim(text, [at, at + piece.length]);
    if (trimmed) found.push(trimmed);
    at += piece.length;
  }
  return found;
}

/** @returns null when nothing is left. */
function trim(text: string, [start, end]: Range): Range | null {
  if (start >= end) return null;
  const piece = text.slice(start, end);
  const left = piece.length - piece.trimStart().length;
  return left === piece.length ? null : [start + left, start + left + piece.trim().length];
}
