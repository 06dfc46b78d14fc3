/**
 * Where exactly a passage begins and ends, when its letters were misread: an alignment gives a misread letter to the one
 * neighbour or the other as it happens, and words tell better. Invariant: an end moves by a few letters at most.
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
  place: QuoteMatch,
  sought: FoldedQuote,
  page: SearchableText,
  old: { startsWord: boolean; endsWord: boolean },
): QuoteMatch {
  const { text } = page;
  const cutsOf = ({ start, end }: { start: number; end: number }) =>
    (old.startsWord && isInWord(text, start) ? 1 : 0) + (old.endsWord && isInWord(text, end) ? 1 : 0);
  if (place.similarity === 1 && cutsOf(place) === 0) return place;
  let best = place;
  let bestCost = place.edits + CUT_COST * cutsOf(place);
  const consider = (start: number, end: number) => {
    if (start >= end) return;
    const other = { start, end, ...quoteSimilarity(sought, page, start, end) };
    const cost = other.edits + CUT_COST * cutsOf(other);
    if (cost < bestCost) [best, bestCost] = [other, cost];
  };
  if (old.startsWord) for (const start of edgesNear(text, place.start, 'start')) consider(start, place.end);
  if (old.endsWord) for (const end of edgesNear(text, place.end, 'end')) consider(best.start, end);
  return best;
}

/** How far an end is moved inside of joined words. */
const FARTHEST_INSIDE = 2;

/** The nearest places on either side of one where a word begins or ends; inside of joined words any place. */
function edgesNear(text: string, at: number, edge: 'start' | 'end'): number[] {
  const found: number[] = [];
  for (const step of [-1, 1]) {
    for (let place = at + step; Math.abs(place - at) <= FARTHEST; place += step) {
      if (place < 0 || place > text.length) break;
      const isInside = isInWord(text, place);
      if (isInside && Math.abs(place - at) <= FARTHEST_INSIDE && !isInPair(text, place)) found.push(place);
      if (isInside || !isEdge(text, place, edge)) continue;
      found.push(place);
      break;
    }
  }
  return found;
}

const LETTER = /[\p{L}\p{N}\p{Cs}]/u;

const isEdge = (text: string, at: number, edge: 'start' | 'end') =>
  LETTER.test(edge === 'start' ? text.charAt(at) : text.charAt(at - 1));
