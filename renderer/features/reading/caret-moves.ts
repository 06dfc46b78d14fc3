/**
 * Where a text cursor goes, by character, word, sentence and paragraph. Reads the stored text, never the page, so it
 * may leave what is drawn. A caret always stands in a block: gaps between blocks are passed over. Pure.
 */
import type { Range } from '../../../electron/contract/index.js';
import { blockIndexOfCaret } from './dom-position.js';
import type { TextBlock } from './layout-blocks.js';

export type CaretUnit = 'character' | 'word' | 'paragraph' | 'document';
export type CaretDirection = 'forward' | 'backward';

export interface CaretText {
  readonly text: string;
  readonly blocks: readonly TextBlock[];
  /** BCP 47; undefined where it is not known. */
  readonly language: string | undefined;
}

/** Longer than any character a person sees. */
const SEGMENT_WINDOW = 64;

const segmenters = new Map<string, Intl.Segmenter>();
function segmenter(language: string | undefined, granularity: 'grapheme' | 'word' | 'sentence'): Intl.Segmenter {
  const key = `${granularity} ${language ?? ''}`;
  const known = segmenters.get(key);
  if (known) return known;
  let made: Intl.Segmenter;
  try {
    made = new Intl.Segmenter(language, { granularity });
  } catch {
    made = new Intl.Segmenter(undefined, { granularity });
  }
  segmenters.set(key, made);
  return made;
}

/** @returns the offset a step away; the same at the end of the document. */
export function moveCaret(caret: CaretText, offset: number, step: CaretUnit, direction: CaretDirection): number {
  const { text, blocks, language } = caret;
  const index = blockIndexOfCaret(blocks, offset);
  const block = blocks[index];
  const last = blocks.at(-1);
  if (!block || !last) return offset;
  if (step === 'document') return direction === 'forward' ? last.end : (blocks[0]?.start ?? 0);
  if (direction === 'forward' && offset >= block.end) {
    const next = blocks[index + 1];
    if (!next) return block.end;
    return step === 'word' ? moveCaret(caret, next.start, step, direction) : next.start;
  }
  if (direction === 'backward' && offset <= block.start) {
    const before = blocks[index - 1];
    if (!before) return block.start;
    if (step === 'character') return before.end;
    return step === 'word' ? moveCaret(caret, before.end, step, direction) : before.start;
  }
  if (step === 'paragraph') return direction === 'forward' ? (blocks[index + 1]?.start ?? block.end) : block.start;
  if (step === 'character') {
    const characters = segmenter(language, 'grapheme');
    if (direction === 'forward') {
      const [first] = characters.segment(text.slice(offset, Math.min(block.end, offset + SEGMENT_WINDOW)));
      return offset + (first?.segment.length ?? 1);
    }
    const from = Math.max(block.start, offset - SEGMENT_WINDOW);
    let length = 1;
    for (const { segment } of characters.segment(text.slice(from, offset))) length = segment.length;
    return offset - length;
  }
  let best: number | null = null;
  for (const { index: at, segment, isWordLike } of segmenter(language, 'word').segment(
    text.slice(block.start, block.end),
  )) {
    if (!isWordLike) continue;
    const start = block.start + at;
    if (direction === 'forward' && start + segment.length > offset) return start + segment.length;
    if (direction === 'backward' && start < offset) best = start;
  }
  return best ?? (direction === 'forward' ? block.end : block.start);
}

/** @returns the sentence at an offset, without the white space behind it. */
export function sentenceAt({ text, blocks, language }: CaretText, offset: number): Range {
  const block = blocks[blockIndexOfCaret(blocks, offset)];
  if (!block) return [offset, offset];
  const words = text.slice(block.start, block.end);
  let found: Range = [block.start, block.end];
  for (const { index, segment } of segmenter(language, 'sentence').segment(words)) {
    const start = block.start + index;
    if (start > offset) break;
    found = [start, start + segment.trimEnd().length];
  }
  return found;
}

/** @returns the paragraph at an offset: all pieces of it, when it was too long to draw at once. */
export function paragraphAt({ blocks }: CaretText, offset: number): Range {
  let first = blockIndexOfCaret(blocks, offset);
  let last = first;
  while (blocks[first]?.continues && first > 0) first -= 1;
  while (blocks[last + 1]?.continues) last += 1;
  return [blocks[first]?.start ?? offset, blocks[last]?.end ?? offset];
}

/**
 * A selection that grows by whole sentences or paragraphs: first the one at the caret, then the next one too.
 * @param grow what is selected already, or an empty range at the caret.
 */
export function extendSelection(
  caret: CaretText,
  grow: Range,
  unit: (caret: CaretText, offset: number) => Range,
): Range {
  const [start, end] = grow;
  const here = unit(caret, start);
  if (start === end || end < here[1]) return [Math.min(start, here[0]), Math.max(end, here[1])];
  let next = end;
  while (next < caret.text.length && /\s/.test(caret.text.charAt(next))) next += 1;
  return next >= caret.text.length ? [Math.min(start, here[0]), end] : [Math.min(start, here[0]), unit(caret, next)[1]];
}
