/**
 * Puts the words of two short ranges beside each other by how one may have been misread from the other: one opposite
 * one, one opposite several that were torn or run together, or one opposite nothing.
 */
import { channelForm, misreadingCost } from './noisy-channel.js';

/** Words that stand for each other; null where the other range has nothing for them. */
export interface WordPair {
  readonly a: readonly string[] | null;
  readonly b: readonly string[] | null;
}

/** Words of longer ranges are too many to say which was misread from which: they were rewritten. */
export const MAX_WORDS = 10;
/** So many words run together, or one is torn into as many. */
const MAX_JOINED = 3;
/** Each word more in a group than one: words are seldom torn. */
const JOINED = 0.3;
/** Forms of which one is longer than the other by more than this share of it are not one; less so of several words. */
const UNLIKE = 0.6;
const UNLIKE_JOINED = 0.34;
/** A word that stands for nothing, and each of its letters. */
const ALONE = 1;
const ALONE_LETTER = 0.6;

/** @param a as written. @param b likewise; at most `MAX_WORDS` each. Words that they begin and end with alike are left out. */
export function wordPairs(a: readonly string[], b: readonly string[]): WordPair[] {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < most - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  return pairsBetween(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
}

function pairsBetween(a: readonly string[], b: readonly string[]): WordPair[] {
  const [formsA, formsB] = [a.map(channelForm), b.map(channelForm)];
  const width = b.length + 1;
  const costs = new Float64Array((a.length + 1) * width).fill(Number.POSITIVE_INFINITY);
  const steps = new Array<readonly [number, number]>((a.length + 1) * width);
  costs[0] = 0;
  for (let i = 0; i <= a.length; i += 1) {
    for (let j = 0; j <= b.length; j += 1) {
      const here = i * width + j;
      for (const [m, n] of STEPS) {
        if (m > i || n > j) continue;
        const before = costs[(i - m) * width + j - n] ?? Number.POSITIVE_INFINITY;
        const cost = before + stepCost(formsA.slice(i - m, i), formsB.slice(j - n, j));
        if (cost >= (costs[here] ?? 0)) continue;
        costs[here] = cost;
        steps[here] = [m, n];
      }
    }
  }
  const pairs: WordPair[] = [];
  for (let i = a.length, j = b.length; i > 0 || j > 0; ) {
    const [m, n] = steps[i * width + j] ?? [i, j];
    pairs.push({ a: m === 0 ? null : a.slice(i - m, i), b: n === 0 ? null : b.slice(j - n, j) });
    i -= m;
    j -= n;
  }
  return pairs.reverse();
}

const STEPS: readonly (readonly [number, number])[] = [
  [1, 1],
  [1, 0],
  [0, 1],
  ...Array.from({ length: MAX_JOINED - 1 }, (_, more) => [1, more + 2] as const),
  ...Array.from({ length: MAX_JOINED - 1 }, (_, more) => [more + 2, 1] as const),
];

function stepCost(a: readonly string[], b: readonly string[]): number {
  const [one, other] = [a.join(''), b.join('')];
  const alone = ALONE + ALONE_LETTER * (one.length + other.length);
  if (a.length === 0 || b.length === 0) return alone;
  // Too unlike in length to be worth a look.
  const unlike = a.length + b.length > 2 ? UNLIKE_JOINED : UNLIKE;
  if (Math.abs(one.length - other.length) > unlike * Math.max(one.length, other.length)) return alone + ALONE;
  return misreadingCost(one, other) + JOINED * (a.length + b.length - 2);
}
