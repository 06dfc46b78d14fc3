/**
 * How alike a quotation and a place are: of the words themselves, and of what stands around them. 0 to 1, over folded
 * letters, so case, marks, ligatures, white space, punctuation and hyphens at a line's end do not count.
 */
import type { Quote } from '../../contract/index.js';
import { foldedLetters } from '../../text/index.js';
import { distanceAt, editDistance } from './edit-distance.js';

/** What is compared of a quotation, folded once. */
export interface Sought {
  readonly quote: Quote;
  readonly exact: Uint16Array;
  readonly prefix: Uint16Array;
  readonly suffix: Uint16Array;
  /** So short that its words alone say nothing. */
  readonly needsContext: boolean;
}

export interface Likeness {
  /** Of the words themselves. */
  readonly similarity: number;
  /** Of what stands before and after; null when the quotation has no context to compare. */
  readonly context: number | null;
  /** The better side: a passage may have lost its neighbour on the other. */
  readonly betterSide: number | null;
  readonly score: number;
}

/** What context counts in the score of a phrase; the more letters the words have, the less it is needed. */
const CONTEXT_WEIGHT = 0.4;
const PHRASE_LETTERS = 40;
/** Fewer letters than this are no more telling than a single word. */
const FEW_LETTERS = 8;

export function soughtOf(quote: Quote): Sought {
  const exact = foldedLetters(quote.exact);
  const isOneWord = !/\S\s+\S/u.test(quote.exact.trim());
  return {
    quote,
    exact,
    prefix: foldedLetters(quote.prefix),
    suffix: foldedLetters(quote.suffix),
    needsContext: isOneWord || exact.length < FEW_LETTERS,
  };
}

/** @param start UTF-16 offset in `text`, inclusive; `end` exclusive. */
export function likeness(sought: Sought, text: string, start: number, end: number): Likeness {
  const similarity = similarityOf(sought, text.slice(start, end));
  const before = side(sought.prefix, text.slice(Math.max(0, start - reach(sought.quote.prefix)), start), 'end');
  const after = side(sought.suffix, text.slice(end, end + reach(sought.quote.suffix)), 'start');
  const sides = [before, after].filter((value) => value !== null);
  const context = sides.length === 0 ? null : sides.reduce((sum, value) => sum + value, 0) / sides.length;
  const weight = CONTEXT_WEIGHT * Math.min(1, PHRASE_LETTERS / Math.max(1, sought.exact.length));
  const score = context === null ? similarity : (1 - weight) * similarity + weight * context;
  return { similarity, context, betterSide: sides.length === 0 ? null : Math.max(...sides), score };
}

/** Noise and re-flowed lines make the same context longer. */
const reach = (context: string) => context.length + 16;

function similarityOf(sought: Sought, words: string): number {
  if (words === sought.quote.exact) return 1;
  const letters = foldedLetters(words);
  const length = Math.max(letters.length, sought.exact.length);
  // Nothing but punctuation is compared as it is written.
  if (length === 0) return words.trim() === sought.quote.exact.trim() ? 1 : 0;
  return Math.max(0, 1 - editDistance(sought.exact, letters, length) / length);
}

function side(expected: Uint16Array, text: string, at: 'start' | 'end'): number | null {
  const letters = foldedLetters(text);
  // The passage stood at an end of its text: to stand there again agrees, to stand elsewhere says nothing.
  if (expected.length === 0) return letters.length === 0 ? 1 : null;
  return 1 - distanceAt(expected, letters, at) / expected.length;
}
