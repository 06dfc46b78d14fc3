/**
 * Trials of two real versions: Frankenstein of 1818 and of 1831. Nobody has marked by hand where each passage went, so
 * only passages count whose truth is certain by construction: their words stand in this order exactly once in either
 * edition. *Deleted* are such passages cut out of the later one, and *gone* are those of the earlier one no three
 * neighbouring words of which the later one has anywhere.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Range } from '../../../electron/contract/index.js';
import { foldWord, type TextToken, tokens } from '../../../electron/text/index.js';
import { type RandomSource, seededRandom } from '../search/random.js';
import { corrupt } from './corrupt.js';
import { MIN_LEFT, type TrialOrder } from './generated.js';
import { drawPassages } from './passages-of.js';
import type { Trial } from './trial.js';

export interface Editions {
  readonly earlier: string;
  readonly later: string;
}

/** @returns null when the editions are not there. */
export function readEditions(): Editions | null {
  const folder = process.env.FONDS_BENCH_DATA ?? resolve('..', 'shared', 'data');
  const read = (year: number) => {
    const path = join(folder, 'collation', `frankenstein-${year}.txt.gz`);
    return existsSync(path) ? gunzipSync(readFileSync(path)).toString('utf8') : null;
  };
  const earlier = read(1818);
  const later = read(1831);
  return earlier && later ? { earlier, later } : null;
}

/** The words of a text, folded, to be looked up as a sequence. */
interface FoldedWords {
  readonly tokens: readonly TextToken[];
  /** ` word word … ` */
  readonly line: string;
  /** Where each word begins in `line`. */
  readonly places: readonly number[];
}

export function wordsOf(text: string): FoldedWords {
  const found = tokens(text);
  const places: number[] = [];
  const parts: string[] = [' '];
  let length = 1;
  for (const token of found) {
    const word = `${foldWord(token.text)} `;
    places.push(length);
    parts.push(word);
    length += word.length;
  }
  return { tokens: found, line: parts.join(''), places };
}

/** @returns where a passage stands in the other text, when its words stand there and here exactly once. */
export function onlyPlace(own: FoldedWords, other: FoldedWords, range: Range): Range | null {
  const first = own.tokens.findIndex(({ start }) => start >= range[0]);
  const last = own.tokens.findLastIndex(({ end }) => end <= range[1]);
  if (first < 0 || last < first) return null;
  const passage = ` ${own.line.slice(own.places[first], own.places[last + 1] ?? own.line.length)}`;
  if (own.line.indexOf(passage) !== own.line.lastIndexOf(passage)) return null;
  const at = other.line.indexOf(passage);
  if (at < 0 || at !== other.line.lastIndexOf(passage)) return null;
  const index = other.places.indexOf(at + 1);
  const begin = other.tokens[index];
  const finish = other.tokens[index + last - first];
  return begin && finish ? [begin.start, finish.end] : null;
}

/** Ends where its last word does: nobody can say whether a full stop that became a comma is still of the passage. */
function toWords(words: FoldedWords, [start, end]: Range): Range {
  const inside = words.tokens.filter((token) => token.start >= start && token.end <= end);
  return [inside[0]?.start ?? start, inside.at(-1)?.end ?? end];
}

/** Passages that may be asked after, each with its place in the later edition. */
function drawn(
  { earlier, later }: Editions,
  order: TrialOrder,
  random: RandomSource,
): { range: Range; place: Range }[] {
  const own = wordsOf(earlier);
  const other = wordsOf(later);
  const isCertain = (range: Range) => onlyPlace(own, other, range) !== null;
  return drawPassages(earlier, order.length, order.passages, random, isCertain).flatMap((whole) => {
    const range = toWords(own, whole);
    const place = onlyPlace(own, other, range);
    return place ? [{ range, place }] : [];
  });
}

/** The later edition, with noise on top when the rate is not 0. */
export function livingEdition(editions: Editions, order: TrialOrder): Trial {
  const random = seededRandom(order.seed);
  const passages = drawn(editions, order, random);
  const corrupted = corrupt(editions.later, { rate: order.rate, lineLength: 70 }, random);
  return {
    from: editions.earlier,
    to: corrupted.text,
    passages: passages
      .filter(({ place }) => corrupted.left(...place) >= MIN_LEFT)
      .map(({ range, place }) => ({ range, truth: corrupted.where(...place) })),
  };
}

/** Passages cut out of the later edition. */
export function deletedEdition(editions: Editions, order: TrialOrder): Trial {
  const random = seededRandom(order.seed);
  const passages = drawn(editions, order, random);
  const lost = passages.map(({ place }) => place).sort((one, other) => one[0] - other[0]);
  return {
    from: editions.earlier,
    to: corrupt(editions.later, { rate: order.rate, lineLength: 70 }, random, lost).text,
    passages: passages.map(({ range }) => ({ range, truth: null })),
  };
}

/** Sentences that the author herself dropped or rewrote: of shorter passages nobody could say that they are gone. */
export function goneFromEdition({ earlier, later }: Editions, passages: number): Trial {
  const random = seededRandom(1818);
  const own = wordsOf(earlier);
  const other = wordsOf(later);
  const isGone = (range: Range) => {
    const inside = own.tokens.filter(({ start, end }) => start >= range[0] && end <= range[1]);
    for (let index = 0; index + 3 <= inside.length; index += 1) {
      const three = inside.slice(index, index + 3).map(({ text }) => foldWord(text));
      if (other.line.includes(` ${three.join(' ')} `)) return false;
    }
    return inside.length >= 3;
  };
  const gone = drawPassages(earlier, 'sentence', passages, random, isGone);
  return { from: earlier, to: later, passages: gone.map((range) => ({ range, truth: null })) };
}
