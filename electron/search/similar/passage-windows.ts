/** Finds in a text the passages that hold the most weight of given words. Pure; offsets are UTF-16. */
import type { Range } from '../../contract/index.js';
import { sentences } from '../../text/index.js';

/** A passage may be so much longer than the passage it is like, and always this long. */
const LONGER = 1.3;
const MIN_UNITS = 120;
/** With its sentences whole a passage may be so many times as long; else it is cut between words. */
const MAX_GROWTH = 3;
/** How far a sentence's beginning or end is looked for. */
const SENTENCE_UNITS = 1_000;
const MAX_WINDOWS = 3;

/** A place where a word of the passage stands. `key` is the same for all forms of a word. */
export interface WeightedOccurrence {
  readonly start: number;
  readonly end: number;
  readonly key: string;
  readonly weight: number;
}

export interface PassageWindow {
  readonly start: number;
  readonly end: number;
  /** Of the distinct words in it, each counted once. */
  readonly weight: number;
  readonly distinct: number;
  /** Counted from the passage's own beginning. */
  readonly matches: Range[];
}

/**
 * @param words in order of the text, not overlapping.
 * @param passageUnits length of the passage they are from.
 * @param except a part of the text that no passage may touch; null: none.
 * @returns at most three that do not overlap, heaviest first; no passage is heavier than the first.
 */
export function bestWindows(
  text: string,
  words: readonly WeightedOccurrence[],
  passageUnits: number,
  except: Range | null,
): PassageWindow[] {
  const mostUnits = Math.max(MIN_UNITS, passageUnits * LONGER);
  const occupied: Range[] = except ? [except] : [];
  const found: PassageWindow[] = [];
  while (found.length < MAX_WINDOWS) {
    const free = words.filter(({ start, end }) => occupied.every(([from, to]) => end <= from || start >= to));
    const heaviest = heaviestWindow(free, mostUnits, occupied);
    if (!heaviest) break;
    const [start, end] = wholeSentences(text, heaviest, mostUnits * MAX_GROWTH, occupied);
    const inside = free.filter((word) => word.start >= start && word.end <= end);
    const distinct = new Map(inside.map(({ key, weight }) => [key, weight]));
    found.push({
      start,
      end,
      weight: [...distinct.values()].reduce((sum, weight) => sum + weight, 0),
      distinct: distinct.size,
      matches: inside.map((word): Range => [word.start - start, word.end - start]),
    });
    occupied.push([start, end]);
  }
  return found.sort((a, b) => b.weight - a.weight);
}

/** From the first to the last word of the heaviest window; of equally heavy ones the shortest. */
function heaviestWindow(
  words: readonly WeightedOccurrence[],
  mostUnits: number,
  occupied: readonly Range[],
): Range | null {
  const counts = new Map<string, number>();
  let best: { readonly range: Range; readonly weight: number } | null = null;
  let [weight, first] = [0, 0];
  const drop = () => {
    const word = words[first++];
    if (!word) return;
    const left = (counts.get(word.key) ?? 1) - 1;
    counts.set(word.key, left);
    if (left === 0) weight -= word.weight;
  };
  for (const [at, word] of words.entries()) {
    const before = words[at - 1];
    if (before && occupied.some(([from]) => before.end <= from && from <= word.start)) while (first < at) drop();
    const count = counts.get(word.key) ?? 0;
    counts.set(word.key, count + 1);
    if (count === 0) weight += word.weight;
    while (first < at && word.end - (words[first]?.start ?? 0) > mostUnits) drop();
    // A first word that comes again inside adds nothing but length.
    while (first < at && (counts.get(words[first]?.key ?? '') ?? 0) > 1) drop();
    const range: Range = [words[first]?.start ?? word.start, word.end];
    // Sums of the same weights in another order differ in their last digits.
    const gain = weight - (best?.weight ?? 0);
    const isShorter = best !== null && range[1] - range[0] < best.range[1] - best.range[0];
    if (gain > 1e-9 || (gain > -1e-9 && isShorter)) best = { range, weight };
  }
  return best?.range ?? null;
}

/** Grown to the sentences it begins and ends in, but not into what is occupied. */
function wholeSentences(text: string, [start, end]: Range, mostUnits: number, occupied: readonly Range[]): Range {
  let [floor, ceiling] = [Math.max(0, start - SENTENCE_UNITS), Math.min(text.length, end + SENTENCE_UNITS)];
  for (const [from, to] of occupied) {
    if (to <= start) floor = Math.max(floor, to);
    if (from >= end) ceiling = Math.min(ceiling, from);
  }
  const paragraph = text.lastIndexOf('\n\n', start);
  if (paragraph >= floor) floor = Math.min(start, paragraph + 2);
  const next = text.indexOf('\n\n', end);
  if (next >= 0 && next < ceiling) ceiling = next;
  let [from, to] = [start, end];
  for (const [sentenceStart, sentenceEnd] of sentences(text, floor, ceiling)) {
    if (sentenceStart <= start && start < sentenceEnd) from = sentenceStart;
    if (sentenceStart < end && end <= sentenceEnd) to = sentenceEnd;
  }
  // What was looked at may begin or end inside a sentence: then the window's own words are the bounds.
  if (from === floor && floor > 0 && /[\p{L}\p{N}]/u.test(text[floor - 1] ?? '')) from = start;
  if (to === ceiling && ceiling < text.length && /[\p{L}\p{N}]/u.test(text[ceiling] ?? '')) to = end;
  return to - from <= mostUnits ? [from, to] : [start, end];
}
