/** Trials of generated noise: a document, drawn passages, and the same document as a bad OCR gives it. */
import type { Range } from '../../../electron/contract/index.js';
import type { Passage } from '../search/corpus.js';
import { seededRandom, shuffled } from '../search/random.js';
import { corrupt } from './corrupt.js';
import { drawPassages, type Length } from './passages-of.js';
import type { Trial } from './trial.js';

export const RATES = [0.01, 0.02, 0.05, 0.1, 0.2] as const;

/** With less of it left a passage is neither there nor deleted, and is not counted. */
const LEAST_LEFT = 0.6;

/** Documents of about `units` length, each of other passages. */
export function composeTexts(passages: readonly Passage[], count: number, units: number, seed: number): string[] {
  const dealt = shuffled(seededRandom(seed), passages);
  const texts: string[] = [];
  for (let next = 0; texts.length < count && next < dealt.length; ) {
    const parts: string[] = [];
    for (let length = 0; length < units && next < dealt.length; next += 1) {
      const text = dealt[next]?.text ?? '';
      parts.push(text);
      length += text.length;
    }
    texts.push(parts.join('\n\n'));
  }
  return texts;
}

export interface Order {
  readonly length: Length;
  readonly rate: number;
  readonly passages: number;
  readonly seed: number;
}

/** Passages that are all still there, save for lines that were lost. */
export function livingTrial(from: string, { length, rate, passages, seed }: Order): Trial {
  const random = seededRandom(seed);
  const ranges = drawPassages(from, length, passages, random);
  const corrupted = corrupt(from, { rate, lineLength: 60 + Math.floor(random() * 20) }, random);
  const kept = ranges.filter(([start, end]) => corrupted.left(start, end) >= LEAST_LEFT);
  return {
    from,
    to: corrupted.text,
    passages: kept.map((range) => ({ range, truth: corrupted.where(...range) })),
  };
}

/** Passages that were all deleted. */
export function deletedTrial(from: string, { length, rate, passages, seed }: Order): Trial {
  const random = seededRandom(seed);
  const ranges = drawPassages(from, length, passages, random);
  const lost = ranges.map((range): Range => withSpace(from, range));
  const corrupted = corrupt(from, { rate, lineLength: 60 + Math.floor(random() * 20) }, random, lost);
  return { from, to: corrupted.text, passages: ranges.map((range) => ({ range, truth: null })) };
}

/** With the space after it, as a person deletes words. */
const withSpace = (text: string, [start, end]: Range): Range => [start, text.charAt(end) === ' ' ? end + 1 : end];
