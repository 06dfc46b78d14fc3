/**
 * Says what kind of difference is between two readings. A guess by their words, marked as one wherever it is shown; the
 * order of the questions is the order of trust.
 */
import type { VariantClass } from '../../contract/index.js';
import { foldWord } from '../../text/index.js';
import { shapeOf } from './confusions.js';
import { bareWord, wordsIn } from './knowledge.js';
import type { Recognition, WitnessReading } from './recognition.js';
import { differInValues, nameDays, stateDates, statedInBoth, stateTheSame } from './stated-values.js';
import { MAX_WORDS, wordPairs } from './word-pairs.js';

const BROKEN_LINE = /[-\u00AD\u2010\u00AC]\s*\n\s*|\u00AD/g;
const NO_LETTER = /[^\p{L}\p{M}\p{N}]+/gu;
/** A letter and a digit in one word: no language writes so, but ordinals (`1st`) and codes do. */
const GARBLED = /\p{L}\p{Nd}|\p{Nd}\p{L}/u;

/**
 * @param a a reading as it is written. @param b another one, not the same as `a`. Null: the witnesses have nothing.
 * @param around words beside the place, for numbers that are part of a date.
 */
export function classOf(
  a: WitnessReading | null,
  b: WitnessReading | null,
  around: string,
  recognition: Recognition,
): VariantClass {
  if (a === null || b === null) return classOfAddition(a ?? b, recognition);
  const [textA, textB] = [a.text, b.text];
  if (textA.replace(BROKEN_LINE, '') === textB.replace(BROKEN_LINE, '')) return 'ocr';
  const [shapeA, shapeB] = [shapeOf(lettersOf(textA)), shapeOf(lettersOf(textB))];
  const isOneShape = shapeA === shapeB;
  if (GARBLED.test(textA) || GARBLED.test(textB)) {
    if (isOneShape || shapeA.replaceAll('i', '1') === shapeB.replaceAll('i', '1')) return 'ocr';
    if (isSpoiltNumber(textA, textB) || isSpoiltNumber(textB, textA)) return 'ocr';
  }
  const [statedA, statedB] = statedInBoth(textA, textB);
  const differ = differInValues(statedA, statedB);
  if (!differ && statedA.isAlone && statedB.isAlone && stateTheSame(statedA, statedB)) return 'accidental';
  const count = Math.max(1, statedA.values.length) + Math.max(1, statedB.values.length);
  if (differ && wordCount(textA) + wordCount(textB) <= WORDS_A_VALUE * count) {
    return stateDates(statedA) || stateDates(statedB) || nameDays(around) ? 'date' : 'number';
  }
  if (plainOf(textA) === plainOf(textB)) return classOfSameLetters(textA, textB, recognition);
  if (isAnd(textA, textB) || isAnd(textB, textA)) return 'accidental';
  if (isOneShape && isDigits(textA) !== isDigits(textB)) return 'ocr';
  const [wordsA, wordsB] = [wordsIn(textA), wordsIn(textB)];
  if (wordsA.length === 0 || wordsB.length === 0) {
    const text = wordsA.length === 0 ? b : a;
    return lettersOf(text.text) === '' ? 'accidental' : classOfAddition(text, recognition);
  }
  const mostWords = Math.max(wordsA.length, wordsB.length);
  const areWords = (words: readonly string[]) => words.every((word) => recognition.isWord(word));
  // Of several words none of which is misread nothing is to be explained.
  if (mostWords > MAX_WORDS || (mostWords > FEW_WORDS && areWords(wordsA) && areWords(wordsB))) {
    return recognition.statistics.isName(textA) && recognition.statistics.isName(textB) ? 'name' : 'substantive';
  }
  return weightiest(
    wordPairs(wordsA, wordsB).map((pair) => {
      if (pair.a === null || pair.b === null) {
        const said = pair.a === null ? b : a;
        return classOfAddition({ ...said, text: (pair.a ?? pair.b ?? []).join(' ') }, recognition);
      }
      const [one, other] = [pair.a.join(' '), pair.b.join(' ')];
      if (plainOf(one) === plainOf(other)) return classOfSameLetters(one, other, recognition);
      return recognition.classOf(pair.a.join(''), a, pair.b.join(''), b);
    }),
  );
}

/** Whether one is a number and the other the same with letters in it or for some of its digits, but for no other digit. */
function isSpoiltNumber(number: string, spoilt: string): boolean {
  const [digits, letters] = [lettersOf(number), lettersOf(spoilt)];
  if (!/^\p{Nd}{2,}$/u.test(digits) || !/\p{L}/u.test(letters) || ORDINAL.test(letters)) return false;
  if (letters.replace(/\p{L}/gu, '') === digits) return true;
  const isSpoiltAt = (letter: string, at: number) => /\p{L}/u.test(letter) || letter === digits[at];
  return letters.length === digits.length && /\p{Nd}/u.test(letters) && [...letters].every(isSpoiltAt);
}
const ORDINAL = /\p{Nd}(?:st|nd|rd|d|th|e|er|re|ème)$/iu;

/** A machine that makes words of stains makes few of them. */
const MAX_SPECKS = 3;

/** What one witness has and the other has nothing for. */
function classOfAddition(said: WitnessReading | null, recognition: Recognition): VariantClass {
  if (said === null || lettersOf(said.text) === '') return 'accidental';
  const words = wordsIn(said.text);
  const isSpeck = (word: string) => !recognition.isWord(word) && !recognition.statistics.isName(word);
  const areSpecks = words.length <= MAX_SPECKS && recognition.isMachineRead(said) && words.every(isSpeck);
  return areSpecks && recognition.statistics.knowledge.isDictionaryAsked ? 'ocr' : 'substantive';
}

/** A capital behind a small letter, which names have, or two before small ones, but for `MPs`. */
const CASE_NOISE = /\p{Ll}\p{Lu}|^\p{Lu}{2,}(?!s$)\p{Ll}+$/u;
const NAME_WITH_CAPITALS = /^(?:Mc|Mac|Fitz|De|Di|Du|La|Le|Van|Von|O'|D'|L')\p{Lu}/u;
/** Signs that parts of a word are joined by, and those of abbreviations. */
const JOINTS = /[-\u2010\u2011']/;
const ABBREVIATION = /^(?:\p{L}\.)+\p{L}?\.?$|^\p{Lu}\p{Ll}{0,2}\.\p{Lu}/u;

/** The same letters, whatever is between them: torn, run together, spotted, or only written otherwise. */
function classOfSameLetters(a: string, b: string, recognition: Recognition): VariantClass {
  const [wordsA, wordsB] = [wordsIn(a), wordsIn(b)];
  const isNoisyCase = (words: readonly string[]) =>
    words.some((word) => CASE_NOISE.test(word) && !NAME_WITH_CAPITALS.test(bareWord(word)));
  if (isNoisyCase(wordsA) !== isNoisyCase(wordsB)) return 'ocr';
  const isKnown = (words: readonly string[]) => words.every((word) => isWhole(word, recognition));
  const [isA, isB] = [isKnown(wordsA), isKnown(wordsB)];
  if (isA === isB || !recognition.statistics.knowledge.isDictionaryAsked) return 'accidental';
  const [broken, whole] = isA ? [wordsB, wordsA] : [wordsA, wordsB];
  // `coöperate` and `co-operate`: what holds the parts of a word together is a way of writing it.
  return broken.length === whole.length && broken.every((word) => !isSpotted(word)) ? 'accidental' : 'ocr';
}

/** Whether a sign stands within a word that no way of writing puts there. */
const isSpotted = (written: string): boolean => {
  const word = bareWord(written);
  if (ABBREVIATION.test(word)) return false;
  const signs = word.replace(CONTRACTION, '').replace(/[\p{L}\p{M}\p{N}]/gu, '');
  return signs !== '';
};
const CONTRACTION = /^[odlj]'|'(?:[sdtm]|ll|re|ve|em)$|n't$/giu;

/** A word, whatever signs hold its parts together; the last part of a torn one is none. */
function isWhole(written: string, recognition: Recognition): boolean {
  if (recognition.isWord(written)) return true;
  const word = bareWord(written);
  const parts = word.split(/[^\p{L}\p{M}\p{N}']+/u).filter((part) => part !== '');
  if (parts.length < 2) return false;
  return ABBREVIATION.test(word) || (JOINTS.test(word) && recognition.isWord(parts.at(-1) ?? ''));
}

const FEW_WORDS = 2;

/** The word that a sign stands for, in the languages that write it so. */
const ANDS = new Set(['and', 'et', 'und', 'y', 'e', 'en', 'og', 'och', 'i']);
const isAnd = (sign: string, word: string) => sign.trim() === '&' && ANDS.has(plainOf(word));

/** A value in the midst of more words than these is not what the difference is about. A date has as many by itself. */
const WORDS_A_VALUE = 3;
const wordCount = (words: string) => words.split(/\s+/).length;
/** As written, without signs and blanks. */
const lettersOf = (words: string) => words.replace(NO_LETTER, '');
/** Whatever case, marks and script. */
const plainOf = (words: string) => foldWord(lettersOf(words));
const isDigits = (words: string) => /^\p{Nd}+$/u.test(lettersOf(words));

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
