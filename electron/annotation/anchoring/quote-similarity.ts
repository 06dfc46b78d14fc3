/**
 * How alike a quotation and a place are: of the words themselves, and of what stands around them. 0 to 1, over folded
 * letters, so case, marks, ligatures, white space, punctuation and hyphens at a line's end do not count.
 */
import type { QuoteSelector } from '../../contract/index.js';
import { foldedLetters, type Letters, letterAt, letterFrom, lettersOf } from '../../text/index.js';
import { distanceAt, editDistance } from './bounded-edit-distance.js';

/** A text with its letters, folded once. */
export interface SearchableText {
  readonly text: string;
  readonly letters: Letters;
}

export const searchableTextOf = (text: string): SearchableText => ({ text, letters: lettersOf(text) });

/** The letters between two UTF-16 offsets. */
function lettersIn({ letters }: SearchableText, start: number, end: number): Uint16Array {
  const first = letterAt(letters, start);
  return letters.units.subarray(first, Math.max(first, letterFrom(letters, end)));
}

/** What is compared of a quotation, folded once. */
export interface FoldedQuote {
  readonly quote: QuoteSelector;
  readonly exact: Uint16Array;
  readonly prefix: Uint16Array;
  readonly suffix: Uint16Array;
  /** So short that its words alone say nothing. */
  readonly needsContext: boolean;
}

export interface QuoteSimilarity {
  /** Of the words themselves. */
  readonly similarity: number;
  /** Of what stands before and after; null when the quotation has no context to compare. */
  readonly context: number | null;
  /** The better side: a passage may have lost its neighbour on the other. */
  readonly betterSide: number | null;
  /** The worse side; null unless there is context on both. */
  readonly worseSide: number | null;
  readonly score: number;
  /** Letters to be changed, added or left out to make the words and what stands around them of what stands here. */
  readonly edits: number;
}

/** What context counts in the score of a phrase; the more letters the words have, the less it is needed. */
const CONTEXT_WEIGHT = 0.4;
const PHRASE_LETTERS = 40;
/** Fewer letters than this are no more telling than a single word. */
const FEW_LETTERS = 8;

export function foldedQuoteOf(quote: QuoteSelector): FoldedQuote {
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

/** @param start UTF-16 offset in the text, inclusive; `end` exclusive. */
export function quoteSimilarity(
  folded: FoldedQuote,
  haystack: SearchableText,
  start: number,
  end: number,
): QuoteSimilarity {
  const words = exactSimilarity(folded, haystack, start, end);
  const [before, after] = sidesOf(folded, haystack, start, end);
  const sides = [before, after].filter((found) => found !== null).map(({ similarity }) => similarity);
  const context = sides.length === 0 ? null : sides.reduce((sum, value) => sum + value, 0) / sides.length;
  const weight = CONTEXT_WEIGHT * Math.min(1, PHRASE_LETTERS / Math.max(1, folded.exact.length));
  const { similarity } = words;
  return {
    similarity,
    context,
    ...bestOf(sides),
    score: context === null ? similarity : (1 - weight) * similarity + weight * context,
    edits: words.edits + (before?.edits ?? 0) + (after?.edits ?? 0),
  };
}

const bestOf = (sides: readonly number[]) => ({
  betterSide: sides.length === 0 ? null : Math.max(...sides),
  worseSide: sides.length < 2 ? null : Math.min(...sides),
});

/** How alike what stands before and after a place is to what stood before and after a passage. */
export function sidesAlike(
  { prefix, suffix }: { readonly prefix: string; readonly suffix: string },
  haystack: SearchableText,
  start: number,
  end: number,
): Pick<QuoteSimilarity, 'betterSide' | 'worseSide'> {
  const around = { prefix: foldedLetters(prefix), suffix: foldedLetters(suffix), quote: { prefix, suffix } };
  const sides = sidesOf(around, haystack, start, end);
  return bestOf(sides.filter((found) => found !== null).map(({ similarity }) => similarity));
}

function sidesOf(
  {
    prefix,
    suffix,
    quote,
  }: Pick<FoldedQuote, 'prefix' | 'suffix'> & { quote: Pick<QuoteSelector, 'prefix' | 'suffix'> },
  haystack: SearchableText,
  start: number,
  end: number,
): [ExactSimilarity | null, ExactSimilarity | null] {
  return [
    contextSimilarity(prefix, lettersIn(haystack, Math.max(0, start - reach(quote.prefix)), start), 'end'),
    contextSimilarity(suffix, lettersIn(haystack, end, end + reach(quote.suffix)), 'start'),
  ];
}

/** Noise and re-flowed lines make the same context longer. */
const reach = (context: string) => context.length + 16;

interface ExactSimilarity {
  readonly similarity: number;
  readonly edits: number;
}

function exactSimilarity(folded: FoldedQuote, haystack: SearchableText, start: number, end: number): ExactSimilarity {
  const { exact } = folded.quote;
  if (end - start === exact.length && haystack.text.startsWith(exact, start)) return { similarity: 1, edits: 0 };
  const letters = lettersIn(haystack, start, end);
  const length = Math.max(letters.length, folded.exact.length);
  // Nothing but punctuation is compared as it is written.
  if (length === 0) return { similarity: haystack.text.slice(start, end).trim() === exact.trim() ? 1 : 0, edits: 0 };
  const edits = editDistance(folded.exact, letters, length);
  return { similarity: Math.max(0, 1 - edits / length), edits };
}

function contextSimilarity(expected: Uint16Array, letters: Uint16Array, at: 'start' | 'end'): ExactSimilarity | null {
  // The passage stood at an end of its text: to stand there again agrees, to stand elsewhere says nothing.
  if (expected.length === 0) return letters.length === 0 ? { similarity: 1, edits: 0 } : null;
  const edits = distanceAt(expected, letters, at);
  return { similarity: 1 - edits / expected.length, edits };
}
