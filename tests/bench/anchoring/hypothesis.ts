/**
 * The peer: how Hypothesis anchors, rewritten after its public description (docs of hypothesis/client, "fuzzy
 * anchoring", and the behaviour of `anchoring/match-quote.ts` of 2024; BSD-2-Clause), with its own library for the
 * search. First the position, if the very words stand there; else every exact occurrence of the quotation, else its
 * nearest approximate matches with up to half of its characters wrong (256 at most); of these the one whose words (50),
 * prefix (20), suffix (20) and position (2) agree best. There is no least score.
 */
import search from 'approx-string-match';
import type { AnchorTarget } from '../../../electron/annotation/anchoring/index.js';
import type { Range } from '../../../electron/contract/index.js';

const WEIGHTS = { words: 50, prefix: 20, suffix: 20, position: 2 };
const MAX_ERRORS = 256;

interface FuzzyMatch {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

/** @returns null when nothing is near enough: an orphan. */
export function anchorLikeHypothesis(text: string, { start, end, quote }: AnchorTarget): Range | null {
  if (text.slice(start, end) === quote.exact) return [start, end];
  const length = quote.exact.length;
  if (length === 0) return null;
  const matches = matchesOf(text, quote.exact, Math.min(MAX_ERRORS, length / 2));
  const scored = matches.map((match) => {
    const before = text.slice(Math.max(0, match.start - quote.prefix.length), match.start);
    const after = text.slice(match.end, match.end + quote.suffix.length);
    const score =
      WEIGHTS.words * (1 - match.errors / length) +
      WEIGHTS.prefix * (quote.prefix === '' ? 1 : alike(before, quote.prefix)) +
      WEIGHTS.suffix * (quote.suffix === '' ? 1 : alike(after, quote.suffix)) +
      WEIGHTS.position * (1 - Math.abs(match.start - start) / text.length);
    return { match, score };
  });
  const best = scored.reduce<(typeof scored)[number] | null>(
    (top, next) => (top && top.score >= next.score ? top : next),
    null,
  );
  return best ? [best.match.start, best.match.end] : null;
}

function matchesOf(text: string, words: string, mostErrors: number): FuzzyMatch[] {
  const exact: FuzzyMatch[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    exact.push({ start: at, end: at + words.length, errors: 0 });
  }
  return exact.length > 0 ? exact : search(text, words, mostErrors);
}

function alike(text: string, expected: string): number {
  if (text === '') return 0;
  return 1 - (matchesOf(text, expected, expected.length)[0]?.errors ?? expected.length) / expected.length;
}
