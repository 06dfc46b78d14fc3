/** The words around a place of a text, for showing and for sorting. Pure; offsets are UTF-16. */
import type { ConcordanceSort } from '../../contract/index.js';
import { foldWord } from '../../text/index.js';

/** Longest context on either side, in UTF-16 units. */
const CONTEXT_UNITS = 80;
/** Units of a line's sort key: some six words; longer keys are cut. */
const KEY_UNITS = 40;
/** Longer than a key, so that a word that is cut at the far end is not in it, or last. */
const KEY_CONTEXT_UNITS = 60;
const LINES_IN_BLOCK = 16_384;

export interface KeywordContext {
  /** For showing: white space of any kind is one blank. No blank where the text has none beside the match. */
  readonly left: string;
  readonly match: string;
  readonly right: string;
}

/** @param start UTF-16 offset, inclusive; with `end` inside the text. */
export function contextOf(text: string, start: number, end: number): KeywordContext {
  // Twice the length, since white space shrinks; the word at the far end is a piece unless the text ends there.
  const [from, to] = [Math.max(0, start - CONTEXT_UNITS * 2), Math.min(text.length, end + CONTEXT_UNITS * 2)];
  const left = blanked(text.slice(from, start));
  const right = blanked(text.slice(end, to));
  return {
    left: cutLeft(from > 0 ? left.replace(/^\S+(?= )/, '') : left),
    match: blanked(text.slice(start, end)),
    right: cutRight(to < text.length ? right.replace(/(?<= )\S+$/, '') : right),
  };
}

const blanked = (text: string) => text.replace(/\s+/g, ' ');

/** From a word's beginning; a single endless word is cut between letters. */
function cutLeft(context: string): string {
  if (context.length <= CONTEXT_UNITS) return context.trimStart();
  const from = context.length - CONTEXT_UNITS;
  const blank = context.indexOf(' ', from - 1);
  if (blank >= 0 && blank < context.length - 1) return context.slice(blank + 1);
  return context.slice(isInsidePair(context, from) ? from + 1 : from);
}

function cutRight(context: string): string {
  if (context.length <= CONTEXT_UNITS) return context.trimEnd();
  const blank = context.lastIndexOf(' ', CONTEXT_UNITS);
  if (blank > 0) return context.slice(0, blank);
  return context.slice(0, isInsidePair(context, CONTEXT_UNITS) ? CONTEXT_UNITS - 1 : CONTEXT_UNITS);
}

/** Whether a cut at `at` would part the two halves of one character. */
function isInsidePair(text: string, at: number): boolean {
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
}

/** The first units of what each line is sorted by, side by side in blocks: strings of their own would take thrice as much. */
export class SortKeys {
  readonly #blocks: Uint16Array[];
  readonly #sort: Exclude<ConcordanceSort, 'source'>;

  constructor(lines: number, sort: Exclude<ConcordanceSort, 'source'>) {
    this.#sort = sort;
    this.#blocks = Array.from(
      { length: Math.ceil(lines / LINES_IN_BLOCK) },
      (_, at) => new Uint16Array(Math.min(LINES_IN_BLOCK, lines - at * LINES_IN_BLOCK) * KEY_UNITS),
    );
  }

  /** @param start UTF-16 offset, inclusive; with `end` the place of the line's match in the text. */
  set(line: number, text: string, start: number, end: number): void {
    const key = sortKey(text, start, end, this.#sort);
    const block = this.#blocks[Math.floor(line / LINES_IN_BLOCK)];
    const from = (line % LINES_IN_BLOCK) * KEY_UNITS;
    for (let at = 0; block && at < key.length && at < KEY_UNITS; at++) block[from + at] = key.charCodeAt(at);
  }

  readonly compare = (a: number, b: number): number => {
    const [blockA, blockB] = [
      this.#blocks[Math.floor(a / LINES_IN_BLOCK)],
      this.#blocks[Math.floor(b / LINES_IN_BLOCK)],
    ];
    const [fromA, fromB] = [(a % LINES_IN_BLOCK) * KEY_UNITS, (b % LINES_IN_BLOCK) * KEY_UNITS];
    for (let at = 0; at < KEY_UNITS; at++) {
      const difference = (blockA?.[fromA + at] ?? 0) - (blockB?.[fromB + at] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

/** Folded: case, marks and script make no difference to the order. */
function sortKey(text: string, start: number, end: number, sort: Exclude<ConcordanceSort, 'source'>): string {
  switch (sort) {
    case 'left':
      return words(text.slice(Math.max(0, start - KEY_CONTEXT_UNITS), start))
        .reverse()
        .join(' ');
    case 'right':
      return words(text.slice(end, end + KEY_CONTEXT_UNITS)).join(' ');
    case 'match':
      return words(text.slice(start, end + KEY_CONTEXT_UNITS)).join(' ');
  }
}

const words = (text: string): string[] =>
  foldWord(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
