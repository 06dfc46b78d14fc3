/** What a person typed, analysed as texts are: what must stand where, and in which ways. */
import { writtenOf } from './analyze-word.js';
import { isOneNumber } from './compounds.js';
import { scanWords } from './scan-words.js';
import { syllables } from './word-parts.js';

/** One thing to look for. It stands where its text stands as one word or compound, or else where its parts follow each other. */
export interface TypedWord {
  /** For `Analyzer.queryTerms`; null when only the parts can be found. */
  readonly text: string | null;
  /** The number of its first word, counted from the beginning of what was typed. */
  readonly offset: number;
  /** How many positions it takes as typed. */
  readonly positionLength: number;
  /** With offsets counted from its own first position; null when only the whole is meant. */
  readonly parts: readonly { readonly text: string; readonly offset: number }[] | null;
}

/** @returns the words and compounds in order, and how many positions they take in all. */
export function typedWords(text: string): { readonly words: readonly TypedWord[]; readonly positions: number } {
  const words: TypedWord[] = [];
  let next = 0;
  let whole: { text: string; start: number; end: number; offset: number; parts: string[] } | null = null;
  let expected = -1;

  const closeWhole = () => {
    if (whole === null) return;
    const { text: written, offset, parts } = whole;
    words.push({
      text: written,
      offset,
      positionLength: parts.length,
      parts: isOneNumber(written) ? null : parts.map((part, at) => ({ text: part, offset: at })),
    });
    whole = null;
  };
  const word = (written: string) => {
    const places = syllables(written);
    // Two syllables are a pair themselves, and the whole word.
    const pairs = places
      .slice(1)
      .map(([, end], at) => ({ text: written.slice((places[at] as readonly [number, number])[0], end), offset: 0 }));
    words.push({ text: written, offset: next, positionLength: 1, parts: pairs.length > 1 ? pairs : null });
    next += 1;
  };

  scanWords(text, {
    whole(start, end) {
      // Numbers within a compound are its own affair.
      if (whole !== null && end <= whole.end) return;
      closeWhole();
      whole = { text: writtenOf(text.slice(start, end)), start, end, offset: next, parts: [] };
    },
    word(start, end) {
      if (whole !== null && start >= whole.end) closeWhole();
      const written = text.slice(start, end);
      if (whole === null) word(written);
      else {
        whole.parts.push(written);
        next += 1;
      }
    },
    pair(start, end, second) {
      closeWhole();
      // The last character of a row was looked for with the one before, unless it is all there is.
      if (second >= 0 || start !== expected)
        words.push({ text: text.slice(start, end), offset: next, positionLength: 1, parts: null });
      next += 1;
      expected = second;
    },
    broken(parts) {
      closeWhole();
      word(parts.map(([start, end]) => text.slice(start, end)).join(''));
    },
  });
  closeWhole();
  return { words, positions: next };
}
