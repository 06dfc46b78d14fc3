/** Trials of generated noise: a document, drawn passages, and the same document as a bad OCR gives it. */
import type { Range } from '../../../electron/contract/index.js';
import type { Passage } from '../search/corpus.js';
import { drawIndex, type Random, seededRandom, shuffled } from '../search/random.js';
import { corrupt } from './corrupt.js';
import { drawPassages, type Length } from './passages-of.js';
import type { Trial } from './trial.js';

export const RATES = [0.01, 0.02, 0.05, 0.1, 0.2] as const;

/** With less of it left a passage is neither there nor deleted, and is not counted. */
export const LEAST_LEFT = 0.6;

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

/**
 * Passages of a text that was edited before it was read: one paragraph in ten stands elsewhere, and one in ten is new.
 * @param strange where new paragraphs come from.
 */
export function editedTrial(from: string, strange: string, { length, rate, passages, seed }: Order): Trial {
  const random = seededRandom(seed);
  const edited = rearranged(from, strange.split('\n\n'), random);
  const corrupted = corrupt(edited.text, { rate, lineLength: 70 }, random);
  return {
    from,
    to: corrupted.text,
    passages: drawPassages(from, length, passages, random).flatMap((range) => {
      const place = edited.where(range);
      if (!place || corrupted.left(...place) < LEAST_LEFT) return [];
      return [{ range, truth: corrupted.where(...place) }];
    }),
  };
}

interface Rearranged {
  readonly text: string;
  /** @returns null for a range of more than one paragraph. */
  where(range: Range): Range | null;
}

function rearranged(text: string, strange: readonly string[], random: Random): Rearranged {
  const pieces: { text: string; start: number }[] = [];
  const moved: { text: string; start: number }[] = [];
  let at = 0;
  for (const paragraph of text.split('\n\n')) {
    (random() < 0.1 ? moved : pieces).push({ text: paragraph, start: at });
    at += paragraph.length + 2;
  }
  const news = strange.slice(0, pieces.length / 10).map((paragraph) => ({ text: paragraph, start: -1 }));
  for (const piece of [...moved, ...news]) pieces.splice(drawIndex(random, pieces.length + 1), 0, piece);
  let length = 0;
  const placed = pieces.map((piece) => {
    const place = { ...piece, now: length };
    length += piece.text.length + 2;
    return place;
  });
  return {
    text: placed.map((piece) => piece.text).join('\n\n'),
    where([start, end]) {
      const piece = placed.find(
        ({ start: first, text: words }) => first >= 0 && first <= start && end <= first + words.length,
      );
      return piece ? [start - piece.start + piece.now, end - piece.start + piece.now] : null;
    },
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
