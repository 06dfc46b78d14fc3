/**
 * Looks at the best of what was found once more, by the positions of the words: a source that holds the words as they were
 * typed comes before one that holds other forms, and words that stand side by side as in the line before scattered ones,
 * in a title first. Scores are only ever raised, and always for the same number of sources, so that the order is the same
 * on every page: what was not looked at stays behind what was.
 */
import { foldWord } from '../../text/index.js';
import { PositionBuffer, type Positions } from '../segment/positions.js';
import type { Postings } from '../segment/postings.js';
import type { Segment } from '../segment/segment.js';
import type { MatchedTerm, TermPart } from './matched-term.js';
import type { MatchedWord } from './matched-word.js';
import { editDistance } from './optimal-string-alignment.js';
import type { Scored } from './scorer.js';
import type { SegmentList } from './segment-list.js';
import { topKUnordered } from './top-k.js';

/** A word of the line that may stand in a source as it was typed. */
export interface LineWord {
  readonly word: MatchedWord;
  /** As typed: lower case, NFC, without punctuation at its edges. */
  readonly exact: string;
  readonly fields: readonly number[];
  /** Letters that may differ. */
  readonly edits: number;
  /** Whether the word before it in `words` stands before it in the line, too. */
  readonly follows: boolean;
  /** Nearly every source has it: it is looked at only in a line of such words. */
  readonly isFunctionWord: boolean;
}

/** How many are looked at: more than anyone reads. */
const LOOKED_AT = 80;
/** A source that holds every word as typed has its score multiplied by this; one that holds some of them, by a power of it. */
const AS_TYPED = 64;
/** How near a form is to the word as typed, of which it has the letters without their marks. */
const WITHOUT_MARKS = 0.75;
/** How near a form is with each edit in it, where edits were asked for. */
const EDIT_FACTOR = 0.5;
/** What two words side by side as in the line add to the factor, and what they add in a title. */
const SIDE_BY_SIDE = 0.3;
const SIDE_BY_SIDE_IN_TITLE = 0.6;

/** Longer words, in UTF-16 units, are not compared letter by letter. */
const MAX_FUZZY_LENGTH = 60;
/** Of a word that stands for more terms than this, only those are looked at under which it may stand as typed. */
const MAX_TERMS = 16;

/** A term of a word in one segment, with how near each of its forms is to what was typed. */
interface PartForms {
  readonly part: TermPart;
  readonly forms: Float64Array;
}

/** A word of the line that is looked at. */
interface RescoringWord extends Pick<LineWord, 'word' | 'exact' | 'fields' | 'edits'> {
  /** How many words further on it stands than the one looked at before it; 0: not behind that one. */
  readonly step: number;
}

interface ScoredWord extends Pick<RescoringWord, 'fields' | 'step'> {
  readonly parts: readonly PartForms[];
  readonly weight: number;
  /** The words beside it in the line, by number: with them it matters where it stands in a source. */
  readonly neighbours: readonly number[];
  /** Of the segment that is looked at. */
  readers: readonly FormReader[];
  /** Fields of the document that is looked at in which it stands, a bit each. */
  mask: number;
}

export class Rescorer {
  /** Room for the positions of each reader. */
  readonly #buffers: PositionBuffer[] = [];

  constructor(
    readonly list: SegmentList,
    readonly titles: ReadonlySet<number>,
  ) {}

  /** @param rarity of a word: lunr's inverse document frequency. */
  raise(scored: Scored, words: readonly LineWord[], rarity: (word: MatchedWord) => number): void {
    const asked = rescoringWords(words);
    const forms = asked.map(formsOfParts);
    // A word alone that has one form is as typed wherever it stands.
    if (asked.length < 2 && !forms.some((parts, at) => isSeveral(asked[at] as RescoringWord, parts))) return;
    const looked = asked.map(
      ({ word, fields, step }, at): ScoredWord => ({
        fields,
        step,
        parts: forms[at] as PartForms[],
        weight: rarity(word),
        neighbours: [...(step > 0 ? [at - 1] : []), ...((asked[at + 1]?.step ?? 0) > 0 ? [at + 1] : [])],
        mask: 0,
        readers: [],
      }),
    );
    const sum = looked.reduce((before, { weight }) => before + weight, 0);
    if (sum === 0) return;
    const places = topKUnordered(scored, LOOKED_AT).sort(
      (a, b) => (scored.documents[a] as number) - (scored.documents[b] as number),
    );
    let at = 0;
    for (const segment of this.list.segments) {
      const start = this.list.startOf(segment);
      const until = start + segment.documents;
      if (at === places.length) return;
      if ((scored.documents[places[at] as number] as number) >= until) continue;
      let readers = 0;
      for (const word of looked) {
        word.readers = readersIn(word, segment, () => (this.#buffers[readers++] ??= new PositionBuffer()));
      }
      const from = at;
      while (at < places.length && (scored.documents[places[at] as number] as number) < until) at++;
      this.#raiseIn(start, scored, places.slice(from, at), looked, sum);
    }
  }

  /** @param start of the segment whose readers the words have. @param sum of the weights of all words. */
  #raiseIn(
    start: number,
    { documents, scores }: Scored,
    places: readonly number[],
    looked: readonly ScoredWord[],
    sum: number,
  ): void {
    for (const place of places) {
      for (const word of looked) word.mask = stand(word.readers, (documents[place] as number) - start);
      let share = 0;
      for (const word of looked) {
        if (word.mask === 0) continue;
        let beside = 0;
        for (const other of word.neighbours) beside |= (looked[other] as ScoredWord).mask;
        share += readPositionsOf(word.readers, beside) * word.weight;
      }
      const factor = AS_TYPED ** (share / sum) * (1 + this.#pairs(looked) / sum);
      scores[place] = (scores[place] as number) * factor;
    }
  }

  #pairs(words: readonly ScoredWord[]): number {
    let bonus = 0;
    for (let at = 1; at < words.length; at++) {
      const [before, after] = [words[at - 1] as ScoredWord, words[at] as ScoredWord];
      if (after.step === 0) continue;
      if ((before.mask & after.mask) === 0) continue;
      let own = 0;
      for (const { field, isHere, places } of after.readers) {
        const worth = this.titles.has(field) ? SIDE_BY_SIDE_IN_TITLE : SIDE_BY_SIDE;
        if (!isHere || worth <= own) continue;
        for (const other of before.readers) {
          if (!other.isHere || other.field !== field || !areNeighbours(other.places, places, after.step)) continue;
          own = worth;
          break;
        }
      }
      bonus += (own * (before.weight + after.weight)) / 2;
    }
    return bonus;
  }
}

/** Whether anything but the word as typed may have been found. */
const isSeveral = ({ word: { terms } }: RescoringWord, parts: readonly PartForms[]): boolean =>
  terms.length > 1 || parts.some(({ forms }) => forms.some((near) => near < 1));

/**
 * The words that are looked at. Function words are left out, as reading their positions would take longer than all the rest;
 * the words around them are neighbours over them, as in “secretary of state”.
 */
function rescoringWords(words: readonly LineWord[]): RescoringWord[] {
  const isFunctionLine = words.every(({ isFunctionWord }) => isFunctionWord);
  const asked: RescoringWord[] = [];
  let step = 0;
  for (const word of words) {
    if (!word.follows) step = 0;
    if (word.isFunctionWord && !isFunctionLine) {
      if (step > 0) step += 1;
    } else if (termsOf(word.word).length > 0) {
      const { exact, fields, edits } = word;
      asked.push({ word: word.word, exact, fields, edits, step });
      step = 1;
    }
  }
  return asked;
}

/** Whether a position of the second list is `step` after a position of the first; both rise. */
function areNeighbours(before: PositionBuffer, after: PositionBuffer, step: number): boolean {
  const [indexes, wanted] = [before.indexes, after.indexes];
  let at = 0;
  for (let place = 0; place < after.count; place++) {
    const index = (wanted[place] as number) - step;
    while (at < before.count && (indexes[at] as number) < index) at++;
    if (at === before.count) return false;
    if (indexes[at] === index) return true;
  }
  return false;
}

interface FormReader {
  readonly field: number;
  /** 1 for documents in which the term does not count. */
  readonly foreign: Uint8Array | null;
  readonly postings: Postings;
  readonly positions: Positions;
  /** For each form of the term how near it is to what was typed. */
  readonly forms: Float64Array;
  /** Whether all forms are equally near: then one need not know which stands where. */
  readonly isEven: boolean;
  /** Whether the document that is looked at holds the term. */
  isHere: boolean;
  /** Where it stands there as typed, or nearly; empty where no neighbour is in the same field. */
  readonly places: PositionBuffer;
}

const termsOf = ({ terms, typed }: MatchedWord): readonly MatchedTerm[] => (terms.length > MAX_TERMS ? typed : terms);

function formsOfParts({ word, exact, edits }: RescoringWord): PartForms[] {
  const typed = foldWord(exact);
  return termsOf(word).flatMap(({ term, parts }) =>
    parts.map((part) => {
      const forms = part.segment.forms(part.entry, term);
      const near = ({ written }: { written: string }) => nearness(written.toLowerCase(), exact, typed, edits);
      return { part, forms: Float64Array.from(forms, near) };
    }),
  );
}

function readersIn({ parts, fields }: ScoredWord, segment: Segment, buffer: () => PositionBuffer): FormReader[] {
  const readers: FormReader[] = [];
  for (const { part, forms } of parts) {
    if (part.segment !== segment || !forms.some((near) => near > 0)) continue;
    const isEven = forms.every((near) => near === forms[0]);
    for (const [field, entry] of part.entry.fields) {
      if (!fields.includes(field)) continue;
      readers.push({
        field,
        foreign: part.foreign,
        postings: segment.postings(entry),
        positions: segment.positions(entry, forms.length),
        forms,
        isEven,
        isHere: false,
        places: buffer(),
      });
    }
  }
  return readers;
}

/**
 * 1 for the form as typed, 0 for one that is neither that nor what a mark or an edit makes of it.
 * @param typed `exact`, folded.
 */
function nearness(form: string, exact: string, typed: string, edits: number): number {
  if (form === exact) return 1;
  const folded = foldWord(form);
  if (folded === typed) return WITHOUT_MARKS;
  if (edits === 0 || Math.abs(folded.length - typed.length) > edits || folded.length > MAX_FUZZY_LENGTH) return 0;
  const distance = editDistance(folded, typed);
  return distance <= edits ? EDIT_FACTOR ** distance : 0;
}

/** Goes to the document. @returns the fields in which it holds the word, a bit each. */
function stand(readers: readonly FormReader[], document: number): number {
  let mask = 0;
  for (const reader of readers) {
    const { field, foreign, postings } = reader;
    const counts = foreign === null || foreign[document] !== 1;
    reader.isHere = counts && postings.advance(document) && postings.document === document;
    if (reader.isHere) mask |= 1 << field;
  }
  return mask;
}

/**
 * Decoding is what takes time: it is left out where no neighbour is near and all forms are alike.
 * @param beside fields in which a neighbour stands, a bit each.
 * @returns 1 when a form as typed stands there, less when only its letters without marks do, 0 when neither.
 */
function readPositionsOf(readers: readonly FormReader[], beside: number): number {
  let exactness = 0;
  for (const { field, postings, positions, forms, isEven, isHere, places } of readers) {
    places.count = 0;
    if (!isHere) continue;
    const isBeside = (beside & (1 << field)) !== 0;
    if (isEven) {
      exactness = Math.max(exactness, forms[0] as number);
      if (isBeside) positions.read(postings, places);
      continue;
    }
    // Nothing nearer is to be found in another field.
    if (!isBeside && exactness === 1) continue;
    positions.read(postings, places);
    const { indexes, forms: numbers, count } = places;
    let kept = 0;
    for (let at = 0; at < count; at++) {
      const near = forms[numbers[at] as number] as number;
      if (near === 0) continue;
      indexes[kept++] = indexes[at] as number;
      if (near > exactness) exactness = near;
    }
    places.count = isBeside ? kept : 0;
  }
  return exactness;
}
