/** Trials of generated noise: a document, drawn passages, and the same document as a bad OCR gives it. */
import type { Range } from '../../../electron/contract/index.js';
import { type TextToken, tokens } from '../../../electron/text/index.js';
import type { CorpusPassage } from '../search/corpus.js';
import { drawIndex, drawOne, type RandomSource, seededRandom, shuffled } from '../search/random.js';
import { corrupt } from './corrupt.js';
import { drawPassages, type Length } from './passages-of.js';
import type { Print } from './print.js';
import type { Trial } from './trial.js';

export const RATES = [0.01, 0.02, 0.05, 0.1, 0.2] as const;

/** With less of it left a passage is neither there nor deleted, and is not counted. */
export const MIN_LEFT = 0.6;

/**
 * The same of old print, where errors come together: with fewer of its letters and digits read as they are, a person
 * would not know a passage.
 */
export const MIN_LEGIBLE = 0.6;

/** Documents of about `units` length, each of other passages. */
export function composeTexts(passages: readonly CorpusPassage[], count: number, units: number, seed: number): string[] {
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

export interface TrialOrder {
  readonly length: Length;
  readonly rate: number;
  readonly passages: number;
  readonly seed: number;
  /** Old print; without it the noise of any print. */
  readonly print?: Print | undefined;
}

const noiseOf = ({ rate, print }: TrialOrder, lineLength: number) => ({
  rate,
  lineLength,
  ...(print ? { print } : {}),
});

/** Passages that are all still there, save for lines that were lost. */
export function livingTrial(from: string, order: TrialOrder): Trial {
  const { length, passages } = order;
  const random = seededRandom(order.seed);
  const ranges = drawPassages(from, length, passages, random);
  const corrupted = corrupt(from, noiseOf(order, lineLengthOf(random)), random);
  const isReadable = (range: Range) =>
    corrupted.left(...range) >= MIN_LEFT && (!order.print || corrupted.legible(...range) >= MIN_LEGIBLE);
  return {
    from,
    to: corrupted.text,
    passages: ranges.filter(isReadable).flatMap((range) => {
      const truth = corrupted.where(...range);
      return truth ? [{ range, truth }] : [];
    }),
  };
}

/**
 * Passages of a text that was edited before it was read: one paragraph in ten stands elsewhere, and one in ten is new.
 * @param strange where new paragraphs come from.
 */
export function editedTrial(from: string, strange: string, { length, rate, passages, seed }: TrialOrder): Trial {
  const random = seededRandom(seed);
  const edited = rearranged(from, strange.split('\n\n'), random);
  const corrupted = corrupt(edited.text, { rate, lineLength: 70 }, random);
  return {
    from,
    to: corrupted.text,
    passages: drawPassages(from, length, passages, random).flatMap((range) => {
      const place = edited.where(range);
      if (!place || corrupted.left(...place) < MIN_LEFT) return [];
      return [{ range, truth: corrupted.where(...place) }];
    }),
  };
}

interface Rearranged {
  readonly text: string;
  /** @returns null for a range of more than one paragraph. */
  where(range: Range): Range | null;
}

function rearranged(text: string, strange: readonly string[], random: RandomSource): Rearranged {
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
export function deletedTrial(from: string, order: TrialOrder): Trial {
  const { length, passages } = order;
  const random = seededRandom(order.seed);
  const ranges = drawPassages(from, length, passages, random);
  const lost = ranges.map((range): Range => withSpace(from, range));
  const corrupted = corrupt(from, noiseOf(order, lineLengthOf(random)), random, lost);
  return { from, to: corrupted.text, passages: ranges.map((range) => ({ range, truth: null })) };
}

const lineLengthOf = (random: RandomSource) => 60 + drawIndex(random, 20);

/** With the space after it, as a person deletes words. */
const withSpace = (text: string, [start, end]: Range): Range => [start, text.charAt(end) === ' ' ? end + 1 : end];

/**
 * Passages whose words were replaced by others of like length, where they stood; what stands around them is as it was.
 * Every second one gets words drawn one by one, the others words that stand in a row.
 * @param strange where the other words come from.
 */
export function replacedTrial(from: string, strange: string, order: TrialOrder): Trial {
  const random = seededRandom(order.seed);
  const ranges = drawPassages(from, order.length, order.passages, random);
  const words = tokens(strange);
  const parts: string[] = [];
  let done = 0;
  for (const [index, [start, end]] of ranges.entries()) {
    const old = from.slice(start, end);
    const other = index % 2 === 0 ? otherWords(old, words, random) : otherPhrase(old, strange, words, random);
    parts.push(from.slice(done, start), other);
    done = end;
  }
  const edited = [...parts, from.slice(done)].join('');
  const to = order.rate === 0 ? edited : corrupt(edited, noiseOf(order, lineLengthOf(random)), random).text;
  return { from, to, passages: ranges.map((range) => ({ range, truth: null })) };
}

/** Every word by another one of the text, as long or a letter longer or shorter. */
function otherWords(old: string, words: readonly TextToken[], random: RandomSource): string {
  return old.replace(/[\p{L}\p{N}]+/gu, (word) => {
    // Of very long words there may be no other as long.
    for (let slack = 1; ; slack += 0.01) {
      const other = drawOne(random, words).text;
      if (Math.abs(other.length - word.length) <= slack && other.toLowerCase() !== word.toLowerCase()) return other;
    }
  });
}

/** The small words of a language are in every phrase. */
const LONG_WORD = 4;

/** As many words that stand in a row elsewhere, about as long; in the place of a word of the old stands another one. */
function otherPhrase(old: string, text: string, words: readonly TextToken[], random: RandomSource): string {
  const known = new Set(old.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  const count = tokens(old).length;
  for (let tries = 0; tries < 10_000; tries += 1) {
    const index = drawIndex(random, words.length);
    const first = words[index];
    const last = words[index + count - 1];
    if (!first || !last) continue;
    const other = text.slice(first.start, last.end);
    const isLike = Math.abs(other.length - old.length) <= 2 + old.length / 10 && !other.includes('\n\n');
    const isOther = tokens(other).every(({ text: word }) => word.length < LONG_WORD || !known.has(word.toLowerCase()));
    if (isLike && isOther && other.toLowerCase() !== old.toLowerCase()) return other;
  }
  return otherWords(old, words, random);
}
