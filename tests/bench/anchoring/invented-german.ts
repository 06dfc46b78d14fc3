/**
 * German prose of no author, as it was printed in 1850: the small words of the language as often as they come, words of
 * the dictionary between them (few of them all the time, most of them seldom), a long s where printers set one. It says
 * nothing and repeats itself, but its words are as long and as like each other as German words are.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawIndex, drawOne, type RandomSource, seededRandom, shuffled } from '../search/random.js';

const PATTERNS = [
  'Der N hat den N der A N V.',
  'Es iſt aber nicht zu V, daß die A N von dem N V werde.',
  'In dem N, welchen man im Jahre Y zu V pflegte, iſt die N der N noch A.',
  'Die N und das N ſind, wie ſich von ſelbſt verſteht, A und nicht A.',
  'Wer wollte V, was ſchon der A N in der N ſo A zu V wußte?',
  'Am D des M Y wurde der N unter dem N des N in die N gebracht.',
  'Durch die N, auf welche wir ſchon in der N hingewieſen haben, kann man die N A V.',
  'So auch hier; denn ohne N iſt kein A N, und ohne A N keine N möglich.',
  'Man hat ihm vorgeworfen, er habe die N der N und mit ihr das ganze N zu V geſucht.',
] as const;
const MONTHS = ['Januar', 'März', 'April', 'Juni', 'Auguſt', 'October', 'November'];
const WORDS_OF_A_KIND = 2_500;

/** @returns at least `units` units, the same for the same seed. */
export function inventGerman(units: number, seed: number): string {
  const random = seededRandom(seed);
  const { nouns, others } = dictionary();
  const kinds = {
    N: shuffled(random, nouns).slice(0, WORDS_OF_A_KIND),
    V: shuffled(
      random,
      others.filter((word) => word.endsWith('en')),
    ).slice(0, WORDS_OF_A_KIND),
    A: shuffled(
      random,
      others.filter((word) => !word.endsWith('en')),
    ).slice(0, WORDS_OF_A_KIND),
  };
  const fill = (sign: string): string => {
    if (sign === 'Y') return String(1700 + drawIndex(random, 200));
    if (sign === 'D') return `${1 + drawIndex(random, 28)}.`;
    if (sign === 'M') return drawOne(random, MONTHS);
    return withLongS(often(random, kinds[sign as keyof typeof kinds]));
  };
  const paragraphs: string[] = [];
  for (let length = 0; length < units; ) {
    const count = 3 + drawIndex(random, 6);
    const text = Array.from({ length: count }, () => drawOne(random, PATTERNS).replace(/\b[NVAYDM]\b/g, fill)).join(
      ' ',
    );
    paragraphs.push(text);
    length += text.length + 2;
  }
  return paragraphs.join('\n\n');
}

function dictionary(): { nouns: string[]; others: string[] } {
  const lines = readFileSync(join('node_modules', 'dictionary-de', 'index.dic'), 'utf8').split('\n');
  const words = lines.map((line) => line.split('/')[0] ?? '').filter((word) => /^\p{L}\p{Ll}{2,17}$/u.test(word));
  const isNoun = (word: string) => /^\p{Lu}/u.test(word);
  return { nouns: words.filter(isNoun), others: words.filter((word) => !isNoun(word)) };
}

const withLongS = (word: string) => word.replace(/s(?=\p{Ll})/gu, 'ſ');

/** The first of a list most of all. */
const often = (random: RandomSource, words: readonly string[]) => words[Math.floor(words.length * random() ** 3)] ?? '';
