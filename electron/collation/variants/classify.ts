/**
 * Says what kind of difference is between two readings. A guess by their shape, marked as one wherever it is shown; the
 * order of the questions is the order of trust.
 */
import type { VariantClass } from '../../contract/index.js';
import { foldWord } from '../../text/index.js';
import { isDoubtfullyAlike, shapeOf, spellingOf } from './confusions.js';
import type { Lexis } from './lexis.js';
import { differInValues, nameDays, stateDates, statedInBoth, stateTheSame } from './stated-values.js';

const BROKEN_LINE = /[-\u00AD\u2010]\s*\n\s*|\u00AD/g;
const NO_LETTER = /[^\p{L}\p{M}\p{N}]+/gu;
/** A letter and a digit in one word: no language writes so, but ordinals (`1st`) and codes do. */
const GARBLED = /\p{L}\p{Nd}|\p{Nd}\p{L}/u;

/**
 * @param a as it is written; null where the witness has nothing. @param b likewise; not the same as `a`.
 * @param around words beside the place, for numbers that are part of a date.
 */
export function classOf(a: string | null, b: string | null, around: string, lexis: Lexis): VariantClass {
  if (a === null || b === null) return lettersOf(a ?? b ?? '') === '' ? 'accidental' : 'substantive';
  if (a.replace(BROKEN_LINE, '') === b.replace(BROKEN_LINE, '')) return 'ocr';
  const [shapeA, shapeB] = [shapeOf(lettersOf(a)), shapeOf(lettersOf(b))];
  const isOneShape = shapeA === shapeB;
  if (GARBLED.test(a) || GARBLED.test(b)) {
    if (isOneShape || shapeA.replaceAll('i', '1') === shapeB.replaceAll('i', '1')) return 'ocr';
  }
  const [statedA, statedB] = statedInBoth(a, b);
  const differ = differInValues(statedA, statedB);
  if (!differ && statedA.isAlone && statedB.isAlone && stateTheSame(statedA, statedB)) return 'accidental';
  const count = Math.max(1, statedA.values.length) + Math.max(1, statedB.values.length);
  if (differ && wordsOf(a) + wordsOf(b) <= WORDS_A_VALUE * count) {
    return stateDates(statedA) || stateDates(statedB) || nameDays(around) ? 'date' : 'number';
  }
  if (plainOf(a) === plainOf(b) || isAnd(a, b) || isAnd(b, a)) return 'accidental';
  if (isOneShape) return 'ocr';
  const spelling = spellingOf(a);
  if (spelling !== null && spelling === spellingOf(b)) return 'accidental';
  const [plainA, plainB] = [plainOf(a), plainOf(b)];
  if (isDoubtfullyAlike(plainA, plainB) && lexis.isMisreading(plainA, plainB)) return 'ocr';
  return lexis.isName(a) && lexis.isName(b) ? 'name' : 'substantive';
}

/** The word that a sign stands for, in the languages that write it so. */
const ANDS = new Set(['and', 'et', 'und', 'y', 'e', 'en', 'og', 'och', 'i']);
const isAnd = (sign: string, word: string) => sign.trim() === '&' && ANDS.has(plainOf(word));

/** A value in the midst of more words than these is not what the difference is about. A date has as many by itself. */
const WORDS_A_VALUE = 3;
const wordsOf = (words: string) => words.split(/\s+/).length;
/** As written, without signs and blanks. */
const lettersOf = (words: string) => words.replace(NO_LETTER, '');
/** Whatever case, marks and script. */
const plainOf = (words: string) => foldWord(lettersOf(words));

/** From the one that matters most: what a variant is called whose readings differ in several ways. */
const BY_WEIGHT: readonly VariantClass[] = [
  'redaction',
  'moved',
  'date',
  'number',
  'name',
  'substantive',
  'ocr',
  'accidental',
];

export const weightiest = (classes: Iterable<VariantClass>): VariantClass => {
  const found = new Set(classes);
  return BY_WEIGHT.find((one) => found.has(one)) ?? 'substantive';
};
