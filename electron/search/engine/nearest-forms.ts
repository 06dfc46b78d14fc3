/** Written forms of the archive that a word may have been meant for: few edits away, or begun by it. */
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
  /** Positions where it stands. */
  readonly frequency: number;
  /** Letters that differ; `MAX_EDITS` + 1 for a word that goes on where the typed one ends. */
  readonly distance: number;
}

const MAX_EDITS = 2;
/** In shorter words two edits leave nothing of what was typed, and one leaves little. */
const MIN_FOR_TWO = 5;
const MIN_FOR_ONE = 3;
/**
 * Two edits take ten times as long as one, and several words may be looked for while nothing else is answered. Among
 * more words of the index than the first number the first letter has to be right, among more than the second one edit
 * is all there may be.
 */
const MAX_FOR_ANY_LETTER = 20_000;
const MAX_FOR_TWO = 600_000;
/** Longer ones, in UTF-16 units, are no word of a text that was misspelt. */
const MAX_LENGTH = 40;
/** Terms whose forms are read. */
const MAX_TERMS = 400;

/** @returns at most `most`: the fewest edits first, then the most frequent; then words that begin so. */
export function nearestForms(list: SegmentList, typed: string, most: number): NearForm[] {
  const wanted = fold(typed).text.replaceAll('*', '');
  if (wanted.length < MIN_FOR_ONE || wanted.length > MAX_LENGTH) return [];
  const words = list.segments.reduce((sum, { header }) => sum + header.terms + header.surfaces, 0);
  const edits = wanted.length >= MIN_FOR_TWO && words <= MAX_FOR_TWO ? MAX_EDITS : 1;
  const firstLetter = edits === MAX_EDITS && words > MAX_FOR_ANY_LETTER ? 'kept' : 'any';
  const near = formsNear(list, { term: wanted, editDistance: edits, firstLetter }, (form) => {
    const isFar = Math.abs(form.length - wanted.length) > edits;
    const distance = isFar ? Number.POSITIVE_INFINITY : editDistance(form, wanted);
    return distance <= edits ? distance : null;
  });
  if (near.length >= most) return near.slice(0, most);
  const begun = formsNear(list, { term: `${wanted}*` }, (form) => (form.startsWith(wanted) ? MAX_EDITS + 1 : null));
  const known = new Set(near.map(({ form }) => form));
  return [...near, ...begun.filter(({ form }) => !known.has(form))].slice(0, most);
}

/** @param distanceTo a folded form; null: it is not meant. */
function formsNear(list: SegmentList, clause: WordClause, distanceTo: (form: string) => number | null): NearForm[] {
  const entries: TermEntries = new Map();
  patternTerms(list, clause, 'forms', entries);
  const terms = [...entries].slice(0, MAX_TERMS).flatMap(([term, found]) => wholeTerm(term, found) ?? []);
  const word = matchedWord(terms.map((term) => ({ term, kind: 'fuzzy' })));
  return formsOf({ typed: clause.term, terms, word, counts: null }, MAX_TERMS)
    .flatMap(({ written, count }): NearForm[] => {
      const distance = distanceTo(foldWord(written));
      return distance === null ? [] : [{ form: written, frequency: count, distance }];
    })
    .sort((a, b) => a.distance - b.distance || b.frequency - a.frequency || (a.form < b.form ? -1 : 1));
}
