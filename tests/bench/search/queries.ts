/**
 * The questions that every engine is asked. Drawn with a fixed seed from the first documents of a corpus, so that they
 * can be answered at every size; how common a word is, is counted over the whole corpus that is given.
 */
import lunr from 'lunr';
import type { BenchDocument } from './corpus.js';
import { QUERY_KINDS, type QueryKind, type QuerySets } from './query-kinds.js';
import { drawIndex, drawOne, type RandomSource, seededRandom, shuffled } from './random.js';

const SEED = 777;
/** Words are taken from so many documents at the front. */
const HEAD_DOCUMENTS = 1_000;
/** How far apart words of one question may stand, in words of four letters and more. */
const NEIGHBOURHOOD = 7;
/** Words are taken where they stand alone: every engine splits addresses, hyphens and apostrophes in its own way. */
const BEFORE = String.raw`(?<![\p{L}\p{N}_'’.@-])`;
const AFTER = String.raw`(?![\p{L}\p{N}_'’@-]|\.[\p{L}\p{N}])`;

/** Questions as a person might put them; not drawn, so that long and frequent words occur too. */
const WRITTEN = [
  'annual message to congress',
  'attack on the consulate',
  'relief after the earthquake',
  'treaty of amity and commerce',
  'no fly zone over libya',
  'police training in afghanistan',
  'foreign relations of the united states',
  'historical advisory committee',
  'climate negotiations in copenhagen',
  'north korea nuclear test',
  'middle east peace process',
  'panama canal',
  'monroe doctrine',
  'economic sanctions against iran',
  'fraud in the election',
  'schedule of the secretary of state',
  'declassification review',
  'purchase of alaska',
  'war with spain over cuba',
  'telegram from the embassy in moscow',
];

const isStopWord = (word: string): boolean => lunr.stopWordFilter(new lunr.Token(word, {})) === undefined;
const isContentWord = (word: string): boolean => /^[a-z]{4,}$/.test(word) && !isStopWord(word);
const standingAlone = (text: string): string[] =>
  text.toLowerCase().match(new RegExp(`${BEFORE}[a-z]{4,}${AFTER}`, 'gu')) ?? [];
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z]+/g) ?? [];

/** Draws questions from `documents`; counts word frequencies over all of them. */
class QueryDrawer {
  readonly #head: readonly BenchDocument[];
  readonly #documents: number;
  readonly #frequency = new Map<string, number>();
  readonly #vocabulary: readonly string[];

  constructor(
    documents: readonly BenchDocument[],
    private readonly random: RandomSource,
  ) {
    this.#documents = documents.length;
    this.#head = documents.slice(0, HEAD_DOCUMENTS);
    for (const { title, text } of documents) {
      for (const word of new Set(wordsOf(`${title} ${text}`))) {
        this.#frequency.set(word, (this.#frequency.get(word) ?? 0) + 1);
      }
    }
    const vocabulary = new Set<string>();
    for (const { text } of this.#head) {
      for (const word of standingAlone(text)) if (isContentWord(word)) vocabulary.add(word);
    }
    this.#vocabulary = [...vocabulary];
  }

  /** Words that occur in `least` to `most` of the documents, as shares; at least in two documents. */
  band(least: number, most: number): string[] {
    const from = Math.max(2, least * this.#documents);
    const to = Math.max(4, most * this.#documents);
    return this.#vocabulary.filter((word) => {
      const frequency = this.#frequency.get(word) ?? 0;
      return frequency >= from && frequency <= to;
    });
  }

  /** `count` different words that stand near each other in some document. */
  neighbours(count: number): string[] {
    for (;;) {
      const words = standingAlone(drawOne(this.random, this.#head).text);
      const start = drawIndex(this.random, Math.max(1, words.length - NEIGHBOURHOOD));
      const near = words.slice(start, start + NEIGHBOURHOOD).filter(isContentWord);
      const known = [...new Set(near)].filter((word) => (this.#frequency.get(word) ?? 0) >= 2);
      if (known.length >= count) return shuffled(this.random, known).slice(0, count);
    }
  }

  /** `count` content words that stand side by side in some document, with one space between. */
  phrase(count: number): string {
    const pattern = new RegExp(`${BEFORE}[a-z]{4,}( [a-z]{4,}){${count - 1}}${AFTER}`, 'gu');
    for (;;) {
      const found = drawOne(this.random, this.#head).text.match(pattern) ?? [];
      const phrases = found.filter((phrase) => phrase.split(' ').every(isContentWord));
      if (phrases.length > 0) return drawOne(this.random, phrases);
    }
  }
}

/** One letter lost, put in, put in the place of another, or swapped with the next; never the first or the last. */
export function withOneSlip(word: string, slip: number, random: RandomSource): string {
  const at = 1 + drawIndex(random, word.length - 2);
  const before = word.slice(0, at);
  const letter = word.charAt(at);
  switch (slip % 4) {
    case 0:
      return before + word.slice(at + 1);
    case 1:
      return `${before}e${word.slice(at)}`;
    case 2:
      return before + (letter === 'o' ? 'a' : 'o') + word.slice(at + 1);
    default:
      return before + word.charAt(at + 1) + letter + word.slice(at + 2);
  }
}

const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

/** @throws RangeError when the documents are too few to hold common, middling and rare words. */
export function drawQueries(documents: readonly BenchDocument[]): QuerySets {
  const random = seededRandom(SEED);
  const drawer = new QueryDrawer(documents, random);
  const common = drawer.band(0.075, 0.45);
  const middling = drawer.band(0.003, 0.03);
  const rare = drawer.band(0.00015, 0.001);
  const one = (words: readonly string[]) => () => drawOne(random, words);
  const sets: Record<QueryKind, string[]> = {
    plain: [
      ...times(20, one(common)),
      ...times(25, one(middling)),
      ...times(25, one(rare)),
      ...WRITTEN,
      ...times(70, (i) => drawer.neighbours(2 + (i % 3)).join(' ')),
    ],
    and: times(40, (i) => drawer.neighbours(2 + (i % 3)).join(' ')),
    prefix: times(60, (i) => {
      const length = [2, 3, 3, 4, 4, 5][i % 6] ?? 3;
      const long = [...middling, ...rare].filter((word) => word.length > length + 1);
      return drawOne(random, long).slice(0, length);
    }),
    typeahead: times(40, (i) => {
      const [first = '', second = ''] = drawer.neighbours(2);
      return `${first} ${second.slice(0, 2 + (i % 3))}`;
    }),
    fuzzy: times(60, (i) => {
      // Every slip falls on middling and on rare words alike.
      const words = i % 8 < 4 ? middling : rare;
      return withOneSlip(
        drawOne(
          random,
          words.filter((word) => word.length > 5),
        ),
        i,
        random,
      );
    }),
    phrase: times(60, (i) => drawer.phrase(2 + (i % 3))),
  };
  // An engine too slow for all of a set answers the first part of it, which must be a fair sample.
  for (const kind of QUERY_KINDS) sets[kind] = shuffled(random, sets[kind]);
  return sets;
}
