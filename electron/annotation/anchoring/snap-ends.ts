/**
 * Moves the ends of a projected range to word boundaries, because an alignment assigns a misread letter to the one
 * neighbour or the other arbitrarily. Invariant: an end moves by `FARTHEST` UTF-16 units at most.
 *
 *     old         the [lake] at        projected   the 1[ake] at
 *     candidates  the 1[ake]  cost 1 edit + 1.5 for cutting `1ake`   = 2.5
 *                 the [1ake]  cost 1 edit                            = 1.0   chosen
 */
import { isInPair, isInWord } from '../../text/index.js';
import type { QuoteMatch } from './quote-search.js';
import { type FoldedQuote, quoteSimilarity, type SearchableText } from './quote-similarity.js';

/** How far an end is moved, in UTF-16 units: words of OCR are short. */
const FARTHEST = 6;
/** What it costs to cut a word that was not cut, in letters that would have to be edited. */
const CUT_COST = 1.5;

/** @param old the passage in its own text, with whatever it cuts there. */
export function snapEnds(
  match: QuoteMatch,
  folded: FoldedQuote,
  haystack: SearchableText,
  old: { startsWord: boolean; endsWord: boolean },
): QuoteMatch {
  const { text } = haystack;
  const cutsOf = ({ start, end }: { start: number; end: number }) =>
    (old.startsWord && isInWord(text, start) ? 1 : 0) + (old.endsWord && isInWord(text, end) ? 1 : 0);
  if (match.similarity === 1 && cutsOf(match) === 0) return match;
  let best = match;
  let bestCost = match.edits + CUT_COST * cutsOf(match);
  const consider = (start: number, end: number) => {
    if (start >= end) return;
    const other = { start, end, ...quoteSimilarity(folded, haystack, start, end) };
    const cost = other.edits + CUT_COST * cutsOf(other);
    if (cost < bestCost) [best, bestCost] = [other, cost];
  };
  if (old.startsWord) for (const start of edgesNear(text, match.start, 'start')) consider(start, match.end);
  if (old.endsWord) for (const end of edgesNear(text, match.end, 'end')) consider(best.start, end);
  return best;
}

/** How far an end is moved inside of joined words. */
const FARTHEST_INSIDE = 2;

/** The nearest places on either side of one where a word begins or ends; inside of joined words any place. */
function edgesNear(text: string, at: number, edge: 'start' | 'end'): number[] {
  const found: number[] = [];
  for (const step of [-1, 1]) {
    for (let match = at + step; Math.abs(match - at) <= FARTHEST; match += step) {
      if (match < 0 || match > text.length) break;
      const isInside = isInWord(text, match);
      if (isInside && Math.abs(match - at) <= FARTHEST_INSIDE && !isInPair(text, match)) found.push(match);
      if (isInside || !isEdge(text, match, edge)) continue;
      found.push(match);
      break;
    }
  }
  return found;
}

const LETTER = /[\p{L}\p{N}\p{Cs}]/u;

const isEdge = (text: string, at: number, edge: 'start' | 'end') =>
  LETTER.test(edge === 'start' ? text.charAt(at) : text.charAt(at - 1));
