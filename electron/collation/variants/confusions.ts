/**
 * What OCR confuses, and how spelling wavers: folds under which two forms of a word come out alike. They are guesses about
 * the page, not about the language: nothing here knows a dictionary.
 */
import { foldWord } from '../../text/index.js';

/** Shapes that recognition takes for each other whatever stands around them. Letters go to digits, never digit to digit. */
const SHAPES: Readonly<Record<string, string>> = {
  I: '1',
  l: '1',
  '|': '1',
  '!': '1',
  O: '0',
  o: '0',
  Q: '0',
  S: '5',
  B: '8',
  Z: '2',
  G: '6',
};
const SHAPE = /[Il|!OoQSBZG]/g;
/** After `SHAPES`: two letters that run into one, and one that falls apart. */
const LIGATURES: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/c1/g, 'd'],
  [/1i|ii/g, 'u'],
  [/fi/g, 'f1'],
];

/** Two words with one shape to a machine have one fold. */
export function shapeOf(word: string): string {
  let shape = word.normalize('NFKC').replace(SHAPE, (letter) => SHAPES[letter] ?? letter);
  shape = shape.toLowerCase();
  for (const [pair, one] of LIGATURES) shape = shape.replace(pair, one);
  return shape;
}

/** Letters that are taken for each other on a bad page, and are most often just other letters. */
const DOUBTFUL = new Set([
  'ce',
  'hb',
  'nu',
  'ft',
  'fs',
  'ij',
  'il',
  'ao',
  'gq',
  'vy',
  'uv',
  'ri',
  'lt',
  'eo',
  'ec',
  'hn',
]);

/**
 * Whether the forms differ in one or two letters only, each of which OCR confuses at times. Says little by itself: the
 * caller must know that one of them is no word of the text.
 */
export function isDoubtfullyAlike(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 3) return false;
  let differing = 0;
  for (let at = 0; at < a.length; at += 1) {
    const [x, y] = [a[at] ?? '', b[at] ?? ''];
    if (x === y) continue;
    differing += 1;
    if (!DOUBTFUL.has(x + y) && !DOUBTFUL.has(y + x)) return false;
  }
  return differing > 0 && differing <= 2;
}

/** Of shorter words too many would come out alike: `of` and `off`, `on` and `one`. */
const LEAST_LETTERS = 5;
const LEAST_GREEK = 4;
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/(.)\1+/gu, '$1'],
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
  // Vowels that sounded alike to a Byzantine scribe.
  [/ει|οι|υι|[ηυ]/g, 'ι'],
  [/αι/g, 'ε'],
  [/ω/g, 'ο'],
];

/** @returns null for a word too short to say. */
export function spellingOf(word: string): string | null {
  let spelling = foldWord(word).replace(/[^\p{L}\p{N}]/gu, '');
  if (spelling.length < (/\p{Script=Greek}/u.test(spelling) ? LEAST_GREEK : LEAST_LETTERS)) return null;
  for (const [sign, one] of SPELLINGS) spelling = spelling.replace(sign, one);
  return spelling;
}
