/**
 * Which witnesses are put beside each other first: those that share most, then the groups that do, by the mean of their
 * pairs (UPGMA; R. Sokal and C. Michener, 1958). Invariant: depends on the words alone; likeness that ties is settled
 * by the order given.
 */
import type { WitnessWords } from './lexicon.js';

/** Shingles of so many words: two say more than words alone and bear more changes than three. */
const SHINGLE = 2;
/** Of longer texts only a sample of shingles is compared; the same ones of each text, by their hash. */
const SAMPLE = 4_000;

/** Groups `into` and `from` become one, which is called `into` thereafter; `into` is the smaller number. */
export interface Merge {
  readonly into: number;
  readonly from: number;
}

export function guideTree(witnesses: readonly WitnessWords[]): Merge[] {
  const samples = samplesOf(witnesses);
  const sizes = witnesses.map(() => 1);
  const alike = samples.map((one) => samples.map((other) => shared(one, other)));
  const live = witnesses.map((_, index) => index);
  const merges: Merge[] = [];
  while (live.length > 1) {
    let [into, from, best] = [live[0] ?? 0, live[1] ?? 0, -1];
    for (const [index, one] of live.entries()) {
      for (const other of live.slice(index + 1)) {
        const here = alike[one]?.[other] ?? 0;
        if (here > best) [into, from, best] = [one, other, here];
      }
    }
    merges.push({ into, from });
    live.splice(live.indexOf(from), 1);
    const [size, added] = [sizes[into] ?? 1, sizes[from] ?? 1];
    for (const other of live) {
      if (other === into) continue;
      const mean = ((alike[into]?.[other] ?? 0) * size + (alike[from]?.[other] ?? 0) * added) / (size + added);
      for (const [row, column] of [
        [into, other],
        [other, into],
      ] as const) {
        const line = alike[row];
        if (line) line[column] = mean;
      }
    }
    sizes[into] = size + added;
  }
  return merges;
}

function samplesOf(witnesses: readonly WitnessWords[]): Set<number>[] {
  const longest = Math.max(1, ...witnesses.map(({ count }) => count));
  const most = Math.min(1, SAMPLE / longest) * 0x100000000;
  return witnesses.map(({ forms, count }) => {
    const sample = new Set<number>();
    for (let at = 0; at + SHINGLE <= count; at += 1) {
      let hash = 0x811c9dc5;
      for (let index = 0; index < SHINGLE; index += 1) hash = mixed(hash ^ (forms[at + index] ?? 0));
      if (hash >>> 0 < most) sample.add(hash);
    }
    return sample;
  });
}

function mixed(word: number): number {
  let hash = Math.imul(word ^ (word >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return hash ^ (hash >>> 16);
}

/** Share of the smaller one: a fragment is as near to its source as a whole copy. */
function shared(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const smaller = Math.min(one.size, other.size);
  if (smaller === 0) return 0;
  let found = 0;
  for (const shingle of one) if (other.has(shingle)) found += 1;
  return found / smaller;
}
