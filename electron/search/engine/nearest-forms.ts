/** Written forms of the archive that a word may have been meant for: few slips away, or begun by it. */
import { fold, foldWord } from '../../text/index.js';
import { formsOf } from './archive-lexicon.js';
import { patternTerms, type TermEntries, type WordClause } from './expand-terms.js';
import { wholeTerm } from './matched-term.js';
import { matchedWord } from './matched-word.js';
import { editDistance } from './optimal-string-alignment.js';
import type { SegmentList } from './segment-list.js';

export interface NearForm {
  /** As it is most often written. */
  readonly form: string;
  /** Places where it stands. */
  readonly frequency: number;
  /** Letters that differ; `MOST_SLIPS` + 1 for a word that goes on where the typed one ends. */
  readonly distance: number;
}

const MOST_SLIPS = 2;
/** In shorter words two slips leave nothing of what was typed, and one leaves little. */
const LEAST_FOR_TWO = 5;
const LEAST_FOR_ONE = 3;
/**
 * Two slips take ten times as long as one, and several words may be looked for while nothing else is answered. Among
 * more words of the index than the first number the first letter has to be right, among more than the second one slip
 * is all there may be.
 */
const MOST_FOR_ANY_LETTER = 20_000;
const MOST_FOR_TWO = 600_000;
/** Longer ones, in UTF-16 units, are no word of a text that was misspelt. */
const LONGEST = 40;
/** Terms whose forms are read. */
const MOST_TERMS = 400;

/** @returns at most `most`: the fewest slips first, then the most frequent; then words that begin so. */
export function nearestForms(list: SegmentList, typed: string, most: number): NearForm[] {
  const wanted = fold(typed).text.replaceAll('*', '');
  if (wanted.length < LEAST_FOR_ONE || wanted.length > LONGEST) return [];
  const words = list.segments.reduce((sum, { header }) => sum + header.terms + header.surfaces, 0);
  const slips = wanted.length >= LEAST_FOR_TWO && words <= MOST_FOR_TWO ? MOST_SLIPS : 1;
  const firstLetter = slips === MOST_SLIPS && words > MOST_FOR_ANY_LETTER ? 'kept' : 'any';
  const near = formsNear(list, { term: wanted, editDistance: slips, firstLetter }, (form) => {
    const isFar = Math.abs(form.length - wanted.length) > slips;
    const distance = isFar ? Number.POSITIVE_INFINITY : editDistance(form, wanted);
    return distance <= slips ? distance : null;
  });
  if (near.length >= most) return near.slice(0, most);
  const begun = formsNear(list, { term: `${wanted}*` }, (form) => (form.startsWith(wanted) ? MOST_SLIPS + 1 : null));
  const known = new Set(near.map(({ form }) => form));
  return [...near, ...begun.filter(({ form }) => !known.has(form))].slice(0, most);
}

/** @param distanceTo a folded form; null: it is not meant. */
function formsNear(list: SegmentList, clause: WordClause, distanceTo: (form: string) => number | null): NearForm[] {
  const entries: TermEntries = new Map();
  patternTerms(list, clause, 'forms', entries);
  const terms = [...entries].slice(0, MOST_TERMS).flatMap(([term, found]) => wholeTerm(term, found) ?? []);
  const word = matchedWord(terms.map((term) => ({ term, kind: 'slip' })));
  return formsOf({ typed: clause.term, terms, word, counts: null }, MOST_TERMS)
    .flatMap(({ written, count }): NearForm[] => {
      const distance = distanceTo(foldWord(written));
      return distance === null ? [] : [{ form: written, frequency: count, distance }];
    })
    .sort((a, b) => a.distance - b.distance || b.frequency - a.frequency || (a.form < b.form ? -1 : 1));
}
