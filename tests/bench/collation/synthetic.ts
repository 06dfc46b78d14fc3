/**
 * Witnesses copied down a random tree from a real text, with the truth: words are replaced, written otherwise, left
 * out, put in. Drawn with a seed, so the same on every machine.
 */
import { drawIndex, drawOne, type RandomSource, seededRandom } from '../search/random.js';
import type { Gold, GoldWitness } from './gold.js';

export interface Copying {
  readonly seed: number;
  readonly witnesses: number;
  readonly words: number;
  /** Chance that each word suffers something in each act of copying. */
  readonly rate: number;
}

interface SyntheticWord {
  readonly written: string;
  readonly row: number;
}

/** Of what happens to words, in parts of a hundred; the rest is put in. */
const SPELLED = 50;
const REPLACED = 20;
const LEFT_OUT = 16;

/** Every witness is copied from an earlier one, two or three copies away; what is between is lost. */
export function copied(text: string, { seed, witnesses, words, rate }: Copying): Gold {
  const random = seededRandom(seed);
  const all = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const start = drawIndex(random, all.length - words);
  let rows = 0;
  const nextRow = () => {
    rows += 1;
    return rows;
  };
  const tree: SyntheticWord[][] = [all.slice(start, start + words).map((written) => ({ written, row: nextRow() }))];
  while (tree.length < witnesses * 2) tree.push(copy(drawOne(random, tree), rate, all, nextRow, random));
  return tree.slice(-witnesses).map(goldOf);
}

function copy(
  source: readonly SyntheticWord[],
  rate: number,
  all: readonly string[],
  nextRow: () => number,
  random: RandomSource,
) {
  const made: SyntheticWord[] = [];
  for (let at = 0; at < source.length; at += 1) {
    const word = source[at] as SyntheticWord;
    if (random() >= rate) {
      made.push(word);
      continue;
    }
    const fate = random() * 100;
    if (fate < SPELLED) made.push({ written: misspelled(word.written, random), row: word.row });
    else if (fate < SPELLED + REPLACED) made.push({ written: drawOne(random, all), row: word.row });
    else if (fate < SPELLED + REPLACED + LEFT_OUT) at += runLength(random) - 1;
    else {
      made.push(word);
      const from = drawIndex(random, all.length - 20);
      for (const written of all.slice(from, from + runLength(random))) made.push({ written, row: nextRow() });
    }
  }
  return made;
}

/** One word in two, two in four, and so on: three or four words go now and then, ten hardly ever. */
function runLength(random: RandomSource): number {
  let length = 1;
  while (length < 15 && random() < 0.6) length += 1;
  return length;
}

function misspelled(written: string, random: RandomSource): string {
  const at = drawIndex(random, written.length);
  const letter = String.fromCharCode(97 + drawIndex(random, 26));
  const fate = random();
  if (fate < 0.4) return written.slice(0, at) + letter + written.slice(at + 1);
  if (fate < 0.7 && written.length > 1) return written.slice(0, at) + written.slice(at + 1);
  return written.slice(0, at) + letter + written.slice(at);
}

function goldOf(words: readonly SyntheticWord[]): GoldWitness {
  let length = 0;
  const tokens = words
    .filter(({ written }) => /[\p{L}\p{N}]/u.test(written))
    .map(({ written, row }) => {
      const start = length;
      length += written.length + 1;
      return { start, end: start + written.length, row, written };
    });
  return { witness: { text: tokens.map(({ written }) => written).join(' '), gaps: [] }, tokens };
}
