/** Passages as a person would mark them, of four lengths, drawn with a seed. Invariant: they are far from each other. */
import type { Range } from '../../../electron/contract/index.js';
import { sentences, tokens } from '../../../electron/text/index.js';
import { drawIndex, type RandomSource, shuffled } from '../search/random.js';

export const LENGTHS = ['word', 'phrase', 'sentence', 'paragraph'] as const;
export type Length = (typeof LENGTHS)[number];

/** So that what is deleted is not the context of another passage. */
const APART = 160;

/**
 * @param count as many as there are room for, at most.
 * @param isWanted a further condition.
 */
export function drawPassages(
  text: string,
  length: Length,
  count: number,
  random: RandomSource,
  isWanted: (range: Range) => boolean = () => true,
): Range[] {
  const drawn: Range[] = [];
  for (const range of shuffled(random, candidates(text, length, random))) {
    if (drawn.length === count) break;
    const isApart = drawn.every(([start, end]) => range[1] + APART < start || end + APART < range[0]);
    if (isApart && isWanted(range)) drawn.push(range);
  }
  return drawn.sort((one, other) => one[0] - other[0]);
}

function candidates(text: string, length: Length, random: RandomSource): Range[] {
  if (length === 'paragraph')
    return paragraphs(text).filter(([start, end]) => end - start >= 250 && end - start <= 3_000);
  if (length === 'sentence') {
    return paragraphs(text).flatMap(([start, end]) =>
      sentences(text.slice(start, end))
        .map(([from, to]): Range => trim(text, [start + from, start + to]))
        .filter(([from, to]) => to - from >= 50 && to - from <= 350),
    );
  }
  const words = tokens(text);
  const size = () => (length === 'word' ? 1 : 3 + drawIndex(random, 6));
  const found: Range[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const first = words[index];
    const last = words[index + size() - 1];
    if (!first || !last || text.slice(first.start, last.end).includes('\n\n')) continue;
    if (length === 'word' && first.text.length < 3) continue;
    found.push([first.start, last.end]);
  }
  return found;
}

function paragraphs(text: string): Range[] {
  const found: Range[] = [];
  let at = 0;
  for (const piece of text.split(/(\n\s*\n)/)) {
    const range = trim(text, [at, at + piece.length]);
    if (range[0] < range[1]) found.push(range);
    at += piece.length;
  }
  return found;
}

function trim(text: string, [start, end]: Range): Range {
  const piece = text.slice(start, end);
  const left = piece.length - piece.trimStart().length;
  return [start + left, start + left + piece.trim().length];
}
