/**
 * Makes a text as a machine would read it from a bad page. Letters are split into strokes, strokes are lost,
 * closed, opened, lengthened, and put together again to letters that look so: `rn` and `m`, `cl` and `d`, `e` and `c`
 * come out of that and of no list of confusions. Beside it: letters for no reason, letters lost, specks, torn and joined
 * words, words broken at line ends, capitals within words, digits for letters, garbage. Drawn with a seed.
 */
import { drawIndex, drawOne, type RandomSource } from '../search/random.js';

/** Short stem, tall stem, dotted one, arch, cup, left bow, right bow, bar, and what is whole. */
const STROKES: Readonly<Record<string, string>> = {
  a: '(S',
  b: 'T)',
  c: '(',
  d: '(T',
  e: '(-',
  f: 'f',
  g: '8',
  h: 'T^S',
  i: 'I',
  j: 'J',
  k: 'T<',
  l: 'T',
  m: 'S^S^S',
  n: 'S^S',
  o: '()',
  p: 'D)',
  q: '(D',
  r: 'S^',
  s: 's',
  t: 't',
  u: 'SvS',
  v: 'V',
  w: 'VV',
  x: 'x',
  y: 'Y',
  z: 'z',
};
/** What a stroke becomes. */
const WEAR: Readonly<Record<string, readonly string[]>> = {
  '(': ['(-', 's', '('],
  ')': ['^S', ''],
  '-': [''],
  S: ['I', 'T', 't'],
  T: ['I', 't', 'S', 'f', 'J'],
  I: ['S', 'T', 'J', ''],
  '^': ['', ')', 'v'],
  v: ['', '^'],
  f: ['s', 't', 'T'],
  t: ['f', 'T', '('],
  s: ['a', 'z', '8'],
  '8': ['s', 'D)', 'Y'],
  V: ['Y', 'S^', 'x'],
  Y: ['V', '8', "J'"],
  x: ['z', 'V'],
  z: ['x', 's'],
  D: ['T', 'S'],
  '<': ['(', 'x'],
  J: ['I', 'Y'],
};
const LETTERS = Object.entries(STROKES).sort(([, a], [, b]) => b.length - a.length);
const OF_SIGNS: Readonly<Record<string, string>> = {
  ')': ')',
  '^': '',
  v: 'v',
  '-': '-',
  '<': '<',
  D: 'p',
  S: 'i',
  a: 'a',
  "'": "'",
};
const DIGITS: Readonly<Record<string, string>> = {
  o: '0',
  l: '1',
  i: '1',
  s: '5',
  g: '9',
  b: '6',
  z: '2',
  e: '6',
  a: '4',
  t: '7',
};
const GARBAGE = ['^', '*', '~', '|', '■', '•', '}', '{', '\\', '/', '<', '>', '_', '=', '¬', '§'];
const SPECKS = ['.', ',', "'", ':', '*', '^', '~', ';', '-', '•'];
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

function wornLetters(letters: string, random: RandomSource): string {
  const strokes = [...letters].flatMap((letter) => [...(STROKES[letter] ?? letter)]);
  const open = [...strokes.keys()].filter((at) => WEAR[strokes[at] ?? ''] !== undefined);
  if (open.length === 0) return letters;
  const at = drawOne(random, open);
  strokes[at] = drawOne(random, WEAR[strokes[at] ?? ''] ?? ['']);
  return reread(strokes.join(''), random);
}

/** Puts strokes together to letters, the longer ones as a rule. */
function reread(strokes: string, random: RandomSource): string {
  let word = '';
  for (let at = 0; at < strokes.length; ) {
    const fitting = LETTERS.filter(([, own]) => strokes.startsWith(own, at));
    const chosen = random() < 0.75 ? fitting[0] : fitting[drawIndex(random, Math.max(1, fitting.length))];
    word += chosen ? chosen[0] : (OF_SIGNS[strokes.charAt(at)] ?? strokes.charAt(at));
    at += chosen ? chosen[1].length : 1;
  }
  return word;
}

/** A letter or two, worn. */
function worn(word: string, random: RandomSource): string {
  const from = drawIndex(random, word.length);
  const length = 1 + drawIndex(random, 2);
  const part = word.slice(from, from + length);
  const lower = part.toLowerCase();
  const made = wornLetters(lower, random);
  return (
    word.slice(0, from) +
    (from === 0 && part !== lower ? made.charAt(0).toUpperCase() + made.slice(1) : made) +
    word.slice(from + length)
  );
}

const replaceAt = (word: string, at: number, by: string, length = 1) =>
  word.slice(0, at) + by + word.slice(at + length);

/** Kinds of harm by their weight. Each gets a word of two letters at least. */
const HARMS: readonly (readonly [number, (word: string, random: RandomSource) => string])[] = [
  [52, worn],
  [6, (word, random) => worn(worn(word, random), random)],
  [9, (word, random) => replaceAt(word, drawIndex(random, word.length), ALPHABET.charAt(drawIndex(random, 26)))],
  [7, (word, random) => replaceAt(word, drawIndex(random, word.length), '')],
  [3, (word, random) => replaceAt(word, drawIndex(random, word.length), ALPHABET.charAt(drawIndex(random, 26)), 0)],
  [4, (word, random) => replaceAt(word, 1 + drawIndex(random, word.length - 1), drawOne(random, SPECKS), 0)],
  [
    4,
    (word, random) => {
      const open = Array.from(word, (_, at) => at).filter((at) => DIGITS[word.charAt(at)] !== undefined);
      if (open.length === 0) return word;
      const at = drawOne(random, open);
      return replaceAt(word, at, DIGITS[word.charAt(at)] ?? '');
    },
  ],
  [
    3,
    (word, random) => {
      const at = 1 + drawIndex(random, word.length - 1);
      return replaceAt(word, at, word.charAt(at).toUpperCase());
    },
  ],
  [
    5,
    (word, random) => {
      let made = word;
      for (let count = 1 + drawIndex(random, 3); count > 0; count -= 1) {
        made = replaceAt(
          made,
          drawIndex(random, made.length),
          drawOne(random, random() < 0.6 ? GARBAGE : [...ALPHABET]),
        );
      }
      return made;
    },
  ],
  [
    4,
    (word, random) => {
      const at = 1 + drawIndex(random, word.length - 1);
      return `${word.slice(0, at)} ${word.slice(at)}`;
    },
  ],
  [
    3,
    (word, random) => {
      const at = 1 + drawIndex(random, word.length - 1);
      return word.length < 5 ? worn(word, random) : `${word.slice(0, at)}- ${word.slice(at)}`;
    },
  ],
];
const ALL_HARM = HARMS.reduce((sum, [weight]) => sum + weight, 0);

/** @param word with its signs. @returns how a machine reads it; the same where it got lucky. */
export function misread(word: string, random: RandomSource): string {
  const [, before = '', letters = '', after = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(word) ?? [];
  if (letters.length < 2) return word;
  let drawn = random() * ALL_HARM;
  for (const [weight, harm] of HARMS) {
    drawn -= weight;
    if (drawn < 0) return before + harm(letters, random) + after;
  }
  return word;
}

/** Every s but the last letter of a word is long. */
export const withLongS = (word: string): string => word.replace(/s(?=\p{L})/gu, 'f');
