/**
 * Prose of no author, for runs without the passages: sentences after a few patterns, of words that come as often as
 * words do (few of them all the time, most of them seldom). It repeats itself more than any archive.
 */
import { drawIndex, drawOne, type RandomSource, seededRandom } from '../search/random.js';

const PATTERNS = [
  'The N of the N was V by the A N.',
  'In Y the N V the N, and the A N of P was not V.',
  'It is the opinion of this N that the A N ought to be V before the N.',
  'On the 7 of M the N received from P a A N, which the N had V.',
  'No N was V; the N, the N and the N of P remained as they were.',
  'The N V that the N of the United N could not be V without the N.',
  'I have the honour to report that the A N was V in P.',
  'When the N had been V, the A N of the N V for P.',
  'A N of the N, V in Y, tells of the A N and its N.',
] as const;
const MONTHS = ['January', 'March', 'April', 'June', 'August', 'October', 'November'];
const ONSETS = [
  'b',
  'br',
  'c',
  'ch',
  'd',
  'f',
  'fl',
  'g',
  'gr',
  'h',
  'l',
  'm',
  'n',
  'p',
  'pr',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'w',
];
const NUCLEI = ['a', 'e', 'i', 'o', 'u', 'ea', 'ou', 'ai'];
const CODAS = ['', 'n', 'r', 's', 't', 'l', 'nd', 'rm', 'ck', 'll', 'st'];
const WORDS_OF_A_KIND = 900;

/** @returns at least `units` units, the same for the same seed. */
export function inventProse(units: number, seed: number): string {
  const random = seededRandom(seed);
  const kinds = {
    N: lexicon(random, ['', 'ment', 'tion', 'er', 'ty']),
    V: lexicon(random, ['ed']),
    A: lexicon(random, ['al', 'ic', 'ous', '']),
  };
  const places = lexicon(random, ['', 'burg', 'ton']).map((name) => name.charAt(0).toUpperCase() + name.slice(1));
  const fill = (sign: string): string => {
    if (sign === 'Y') return String(1780 + drawIndex(random, 150));
    if (sign === '7') return `${1 + drawIndex(random, 28)}th`;
    if (sign === 'M') return drawOne(random, MONTHS);
    if (sign === 'P') return often(random, places);
    return often(random, kinds[sign as keyof typeof kinds]);
  };
  const paragraphs: string[] = [];
  for (let length = 0; length < units; ) {
    const sentences = Array.from({ length: 3 + drawIndex(random, 5) }, () =>
      drawOne(random, PATTERNS).replace(/\b[NVAPYM7]\b/g, fill),
    );
    paragraphs.push(sentences.join(' '));
    length += sentences.join(' ').length + 2;
  }
  return paragraphs.join('\n\n');
}

function lexicon(random: RandomSource, endings: readonly string[]): string[] {
  const syllable = () => drawOne(random, ONSETS) + drawOne(random, NUCLEI) + drawOne(random, CODAS);
  return Array.from({ length: WORDS_OF_A_KIND }, () => {
    const syllables = Array.from({ length: 1 + drawIndex(random, 3) }, syllable);
    return syllables.join('') + drawOne(random, endings);
  });
}

/** The first of a list most of all. */
const often = (random: RandomSource, words: readonly string[]) => words[Math.floor(words.length * random() ** 3)] ?? '';
