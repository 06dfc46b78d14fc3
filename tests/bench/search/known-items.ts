/**
 * Known items: a document that somebody has seen, asked for by a few of its words, as one remembers them. Half of the
 * questions have a slip in the rarest word. An engine is judged by where it puts that document.
 */
import lunr from 'lunr';
import type { BenchDocument } from './corpus.js';
import { withOneSlip } from './queries.js';
import { drawIndex, drawOne, type RandomSource, seededRandom } from './random.js';

/** `slips`: asked so that letters may differ, in each engine's own way. */
export const MANNERS = ['clean', 'slips'] as const;
export type Manner = (typeof MANNERS)[number];

export interface KnownItem {
  readonly manner: Manner;
  readonly words: readonly string[];
  /** The document that is meant. */
  readonly id: string;
}

/** Weights are tuned on one seed and reported on the other. */
export const SEEDS = { tuning: 4_711, report: 1_848 } as const;
const QUESTIONS = 200;
/** Documents that are asked for. */
const HEAD_DOCUMENTS = 1_000;
/** Hits that are looked at; a document further down counts as not found. */
export const DEEPEST_HIT = 20;

/** How common a word is, as shares of the documents that hold it. */
const BANDS = { rare: [0, 0.002], middling: [0.002, 0.02], common: [0.02, 0.4] } as const;
type RarityBand = keyof typeof BANDS;
/** What one remembers of a document, in turn. */
const REMEMBERED: readonly (readonly RarityBand[])[] = [
  ['rare', 'common'],
  ['middling', 'middling', 'common'],
  ['rare', 'common', 'common'],
  ['middling', 'common', 'common'],
  ['rare', 'middling'],
];
/** A shorter word with a slip may be any other. */
const MIN_SLIPPED = 6;

const isStopWord = (word: string): boolean => lunr.stopWordFilter(new lunr.Token(word, {})) === undefined;
const wordsOf = (text: string): Set<string> =>
  new Set(
    (text.toLowerCase().match(/(?<![\p{L}\p{N}'’.@-])[a-z]{4,}(?![\p{L}\p{N}'’@-])/gu) ?? []).filter(
      (word) => !isStopWord(word),
    ),
  );

/** @returns `QUESTIONS` of them, half of each manner. */
export function drawKnownItems(documents: readonly BenchDocument[], seed: number): KnownItem[] {
  const random = seededRandom(seed);
  const frequency = new Map<string, number>();
  for (const { title, text } of documents) {
    for (const word of wordsOf(`${title} ${text}`)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  const items: KnownItem[] = [];
  while (items.length < QUESTIONS) {
    const document = documents[drawIndex(random, Math.min(HEAD_DOCUMENTS, documents.length))] as BenchDocument;
    const manner = MANNERS[items.length % 2] as Manner;
    const bands = REMEMBERED[Math.floor(items.length / 2) % REMEMBERED.length] as readonly RarityBand[];
    const words = remembered(document, bands, manner, frequency, documents.length, random);
    if (words === null) continue;
    const [rarest = '', ...others] = words;
    // Letters lost, put in, changed and swapped, in turn.
    const slip = Math.floor(items.length / 2);
    const typed = manner === 'slips' ? [withOneSlip(rarest, slip, random), ...others] : words;
    items.push({ manner, words: typed, id: document.id });
  }
  return items;
}

/** @returns a word of each band, the rarest first; null when the document has none. */
function remembered(
  { text }: BenchDocument,
  bands: readonly RarityBand[],
  manner: Manner,
  frequency: ReadonlyMap<string, number>,
  documents: number,
  random: RandomSource,
): string[] | null {
  const own = [...wordsOf(text)];
  const chosen: string[] = [];
  for (const [at, band] of bands.entries()) {
    const [least, most] = BANDS[band];
    const left = own.filter((word) => {
      const share = (frequency.get(word) ?? 0) / documents;
      const isLong = at > 0 || manner === 'clean' || word.length >= MIN_SLIPPED;
      return share > least && share <= most && isLong && !chosen.includes(word);
    });
    if (left.length === 0) return null;
    chosen.push(drawOne(random, left));
  }
  return chosen;
}

/** Mean reciprocal rank: 1 when every document comes first, 0 when none is among the first. */
export function reciprocalRank(ids: readonly string[], id: string): number {
  const rank = ids.slice(0, DEEPEST_HIT).indexOf(id);
  return rank < 0 ? 0 : 1 / (rank + 1);
}
