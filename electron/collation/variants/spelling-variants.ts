/**
 * How spelling wavers between hands, houses and centuries: folds under which two forms of a word come out alike. Nothing
 * here knows a dictionary.
 */
import { foldWord } from '../../text/index.js';
import { laterForm } from './old-spellings.js';

/** Of shorter words too many would come out alike: `of` and `off`, `on` and `one`. */
const MIN_LETTERS = 5;
const MIN_GREEK = 4;
/** In shorter words a doubled letter makes another word: `later` and `latter`, `desert` and `dessert`. */
const MIN_DOUBLED = 9;
const DOUBLED = /(.)\1+/gu;
const GREEK = /\p{Script=Greek}/u;
/** Where a typewriter has no umlaut. */
const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };
const UMLAUT = /[äöü]/g;
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/xion/g, 'ction'],
  [/dgement/g, 'dgment'],
  [/ence$/, 'ense'],
  [/ph/g, 'f'],
  [/[ao]e/g, 'e'],
  [/our/g, 'or'],
  [/re$/, 'er'],
  [/z/g, 's'],
  [/[yj]/g, 'i'],
  [/v/g, 'u'],
  [/ck/g, 'c'],
  [/x/g, 'ks'],
  [/e$/, ''],
  // A Greek word may end in ν before a vowel.
  [/(?<=ε|σι|^εστι)ν$/, ''],
  // Vowels that sounded alike to a Byzantine scribe.
  [/ει|οι|υι|[ηυ]/g, 'ι'],
  [/αι/g, 'ε'],
  [/ω/g, 'ο'],
];

/** @returns null for a word too short to say. */
export function spellingOf(word: string): string | null {
  const whole = word
    .normalize('NFC')
    .toLowerCase()
    .replace(UMLAUT, (letter) => UMLAUTS[letter] ?? letter);
  let spelling = foldWord(whole).replace(/[^\p{L}\p{N}]/gu, '');
  const isGreek = GREEK.test(spelling);
  if (spelling.length < (isGreek ? MIN_GREEK : MIN_LETTERS)) return null;
  const isLong = isGreek || spelling.length >= MIN_DOUBLED;
  for (const [sign, one] of SPELLINGS) spelling = spelling.replace(sign, one);
  return isLong ? spelling.replace(DOUBLED, '$1') : spelling;
}

/** Ways of writing that nobody takes for a slip of the eye, as `surprize`, `publick`, `favour`, `travelled` are. */
const ESTABLISHED: readonly (readonly [RegExp, string])[] = [
  [/xion/g, 'ction'],
  [/dgement/g, 'dgment'],
  [/ence$/, 'ense'],
  [/[ao]e/g, 'e'],
  [/our/g, 'or'],
  [/re$/, 'er'],
  [/z(?=e[drs]?$|ing|ation)/g, 's'],
  [/ick(?=$|s$)/, 'ic'],
  [/ll(?=ed$|er$|ing$|ity$)/, 'l'],
];

/**
 * How far spelling may waver: `any` as between hands and centuries, where i is j and a last e nothing; `established` where
 * a machine may have put the letter there.
 */
export type SpellingTolerance = 'any' | 'established';

/** Whether two forms are one word as different people or times wrote it. */
export function isOneSpelling(a: string, b: string, wavering: SpellingTolerance): boolean {
  const [laterA, laterB] = [earlierSpelled(a), earlierSpelled(b)];
  if (laterA === laterB) return true;
  if (wavering === 'established') {
    const established = (word: string) => ESTABLISHED.reduce((form, [sign, one]) => form.replace(sign, one), word);
    return Math.min(a.length, b.length) >= MIN_LETTERS && established(laterA) === established(laterB);
  }
  const spelling = spellingOf(a);
  if (spelling !== null && spelling === spellingOf(b)) return true;
  const later = spellingOf(laterA);
  return later !== null && later === spellingOf(laterB);
}

const earlierSpelled = (word: string): string =>
  laterForm(foldWord(word.normalize('NFC').toLowerCase()).replace(/[^\p{L}\p{N}']/gu, ''));
