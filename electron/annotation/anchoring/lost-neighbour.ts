/**
 * Tells whether what stands in a passage's place may as well be a neighbour like it: of `Item 13  3.40` and
 * `Item 14  3.40` one is gone, and the digit of the other is misread. Two passages of the old text and one place: nobody
 * can say whose it is.
 */
import search from 'approx-string-match';
import type { Range } from '../../contract/index.js';
import { foldedLetters, lettersOf, type Projector } from '../../text/index.js';
import { makeQuote } from './make-quote.js';
import type { QuoteMatch } from './quote-search.js';
import { foldedQuoteOf, quoteSimilarity, type SearchableText } from './quote-similarity.js';

/** How far off a like neighbour is looked for, in UTF-16 units: a few lines of a list. */
const FARTHEST = 120;
/** Of a passage's length, how much has to be missing around it: less is noise, and no neighbour is looked for. */
const MIN_MISSING = 0.5;
/** Of misread words and what stands around them: so many letters more or fewer make no difference. */
const CLOSE = 3;

interface NeighbourRange {
  readonly start: number;
  readonly end: number;
}

/** @returns a test of the place that a passage of the old text was given. */
export function lostNeighbour(
  from: string,
  haystack: SearchableText,
  project: Projector,
): (place: QuoteMatch, passage: NeighbourRange) => boolean {
  const isLost = ([start, end]: Range, place: NeighbourRange) => {
    const own = project.range(start, end);
    if (!own) return true;
    const shared = Math.min(own[1], place.end) - Math.max(own[0], place.start);
    return shared > 0 || own[1] - own[0] < (end - start) * MIN_MISSING;
  };
  return (place, { start, end }) => {
    const floor = Math.max(0, start - FARTHEST);
    const ceiling = Math.min(from.length, end + FARTHEST);
    const missing = ceiling - floor - (project.place(ceiling) - project.place(floor));
    if (missing < (end - start) * MIN_MISSING) return false;
    const words = foldedLetters(haystack.text.slice(place.start, place.end));
    const room = place.similarity === 1 ? 0 : CLOSE;
    // What is less like the place than the passage itself is no matter.
    const most = Math.ceil(words.length * (1 - place.similarity));
    return [...likeIn(from, floor, start, words, most), ...likeIn(from, end, ceiling, words, most)].some(
      (neighbour) => {
        if (!isLost(neighbour, place)) return false;
        const { similarity, edits } = quoteSimilarity(
          foldedQuoteOf(makeQuote(from, ...neighbour)),
          haystack,
          place.start,
          place.end,
        );
        return similarity >= place.similarity && edits <= place.edits + room;
      },
    );
  };
}

/** The ranges of a part of the text that are most like what stands in the place. */
function likeIn(text: string, start: number, end: number, words: Uint16Array, most: number): Range[] {
  const letters = lettersOf(text.slice(start, end));
  return search(String.fromCharCode(...letters.units), String.fromCharCode(...words), most)
    .filter((match) => match.start < match.end)
    .map((match) => [start + (letters.starts[match.start] ?? 0), start + (letters.ends[match.end - 1] ?? 0)]);
}
