/**
 * Acronyms with and without full stops. `U.S.S.R.` stands in the index as `.ussr`; USSR, in capitals, as the plain word
 * and beside it as `^ussr`. Who types USSR asks for the plain word and `.ussr`, who types U.S.S.R. for the two others: so
 * each finds both, and `W.H.O.` never the pronoun. No other term begins with one of these signs.
 */
import { foldWord } from '../../text/index.js';
import { kindAt, LETTER } from './characters.js';

/** Of what is longer in capitals, nobody puts full stops between the letters. */
const MAX_CAPITALS = 6;
/** Among capitals only words as short as this, and no function words, are read as acronyms. */
const MAX_AMONG_CAPITALS = 4;
/** How far around a word lower-case letters are looked for, in letters and in UTF-16 units. */
const LETTERS_AROUND = 24;
const UNITS_AROUND = 200;

const INITIALS = /^\p{L}\p{M}*(?:\.(?!\p{Script=Hangul})\p{L}\p{M}*)+(?:\.?['’‘ʼ`´′][sS])?\.?$/u;
const CAPITALS = /^(\p{Lu}{2,})(?:['’‘ʼ`´′][sS])?$/u;
const POSSESSIVE = /\.?['’‘ʼ`´′][sS]$/;

/** @param written NFC. @returns the folded letters of `U.S.S.R`, in any case; '' for what is no such row. */
export function initialsOf(written: string): string {
  return INITIALS.test(written) ? foldWord(written.replace(POSSESSIVE, '').replaceAll('.', '')) : '';
}

/**
 * @param written NFC.
 * @returns the folded letters of `USSR` or `USSR's`; '' for what is not short and in capitals, and for numerals as of kings.
 */
export function capitalsOf(written: string): string {
  const letters = CAPITALS.exec(written)?.[1] ?? '';
  return [...letters].length <= MAX_CAPITALS && !/^[IVX]*$/.test(letters) ? foldWord(letters) : '';
}

export const initialsTerm = (letters: string): string => `.${letters}`;
export const capitalsTerm = (letters: string): string => `^${letters}`;
/** Terms that stand beside a plain word, which wildcards and slips find already. */
export const isCapitalsTerm = (term: string): boolean => term.startsWith('^');

export const isShortAmongCapitals = (letters: string): boolean => letters.length <= MAX_AMONG_CAPITALS;

/** Whether no lower-case letter is near the word at `[start, end)`: then capitals say nothing of it. */
export function isAmongCapitals(text: string, start: number, end: number): boolean {
  return !hasLowerCase(text, start - 1, -1) && !hasLowerCase(text, end, 1);
}

const LOWER_CASE = /\p{Ll}/u;

function hasLowerCase(text: string, from: number, step: 1 | -1): boolean {
  let letters = 0;
  for (let at = from, units = 0; at >= 0 && at < text.length && units < UNITS_AROUND; at += step, units++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x61 && unit <= 0x7a) return true;
    if (kindAt(text, at) !== LETTER) continue;
    if (unit >= 0x80 && LOWER_CASE.test(text.charAt(at))) return true;
    letters += 1;
    if (letters === LETTERS_AROUND) return false;
  }
  return false;
}

/** @param written as typed, NFC. @returns terms beside those of the plain word; for initials there is no plain word. */
export function acronymTerms(written: string): string[] {
  const initials = initialsOf(written);
  if (initials !== '') return [initialsTerm(initials), capitalsTerm(initials)];
  const capitals = capitalsOf(written);
  return capitals === '' ? [] : [initialsTerm(capitals)];
}
