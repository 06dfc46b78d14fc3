/**
 * Passages that went elsewhere: what the alignment in order left alone on both sides and is alike all the same.
 * Invariant: moves are disjoint in either text, and no letter of theirs has a partner in the order.
 */
import { alignLetters } from './align-letters.js';
import type { MovedPassage } from './alignment.js';
import { type AlignedSide, opsOf } from './alignment-ops.js';
import type { Letters } from './letters.js';
import { type Partners, separate, UNPAIRED } from './partners.js';
import { type MatchingRun, uniqueRuns } from './seeds.js';

/** Shorter passages are not looked at: a word or two is anywhere. */
const MIN_LETTERS = 20;
const SEED = 10;
/** Letters that seeds have to bring before a passage counts as moved. */
const MIN_SEEDED = 20;
const MIN_ALIKE = 0.5;
/** So many seeded letters of a move count more than one that is joined in the order. */
const OUTVOTED = 3;
/** Seeds of one passage are no further apart than this. */
const FARTHEST = 400;
const RECENT = 8;
/** Texts in quite another order are not worth more. */
const MAX_MOVES = 500;

/** Takes from `partners` the few letters inside a moved passage that were joined to others by chance. */
export function extractMoves(a: AlignedSide, b: AlignedSide, partners: Partners): MovedPassage[] {
  const aloneA = aloneOf(a.letters, partners.ofA, 0xfffe);
  const aloneB = aloneOf(b.letters, partners.ofB, 0xffff);
  if (aloneA.units.length === 0 || aloneB.units.length === 0) return [];
  const runs = uniqueRuns(
    { units: aloneA.units, start: 0, end: aloneA.units.length },
    { units: aloneB.units, start: 0, end: aloneB.units.length },
    SEED,
  ).map((run) => ({ a: aloneA.index[run.a] ?? 0, b: aloneB.index[run.b] ?? 0, length: run.length }));

  if (runs.length === 0) return [];
  const freeA = freeOf(partners.ofA);
  const freeB = freeOf(partners.ofB);
  const moves: MovedPassage[] = [];
  const claimed = clustersOf(runs)
    .slice(0, MAX_MOVES)
    .filter((cluster) => claim(cluster, freeA, freeB));
  for (const cluster of claimed) {
    const move = moveOf(a, b, grown(cluster, freeA, freeB));
    if (!move) continue;
    moves.push(move);
    separate(partners.ofA, partners.ofB, cluster.startA, cluster.endA);
    separate(partners.ofB, partners.ofA, cluster.startB, cluster.endB);
  }
  return moves.sort((one, other) => one.from[0] - other.from[0]);
}

/** 1 for each letter without a partner. A loop: this is gone through for every letter of a text. */
function freeOf(partners: Int32Array): Uint8Array {
  const free = new Uint8Array(partners.length);
  for (let at = 0; at < free.length; at += 1) if (partners[at] === UNPAIRED) free[at] = 1;
  return free;
}

/** The longer passages of letters without a partner, one after another, parted by a sign that neither text shares. */
function aloneOf(letters: Letters, partners: Int32Array, parting: number): { units: Uint16Array; index: Int32Array } {
  const passages: [number, number][] = [];
  let length = 0;
  for (let at = 0; at < letters.count; at += 1) {
    const start = at;
    while (at < letters.count && partners[at] === UNPAIRED) at += 1;
    if (at - start < MIN_LETTERS) continue;
    passages.push([start, at]);
    length += at - start + 1;
  }
  const units = new Uint16Array(length);
  const index = new Int32Array(length);
  let next = 0;
  for (const [start, end] of passages) {
    units.set(letters.units.subarray(start, end), next);
    for (let letter = start; letter < end; letter += 1) index[next + letter - start] = letter;
    next += end - start;
    units[next] = parting;
    next += 1;
  }
  return { units, index };
}

interface MoveCluster {
  startA: number;
  endA: number;
  startB: number;
  endB: number;
  seeded: number;
}

/** Seeds that follow each other in both texts at about the same distance; those with the most letters first. */
function clustersOf(runs: readonly MatchingRun[]): MoveCluster[] {
  const clusters: MoveCluster[] = [];
  for (const { a, b, length } of runs) {
    const isNext = ({ endA, endB }: MoveCluster) => {
      const apartA = a - endA;
      const apartB = b - endB;
      return apartB > -length && apartA <= FARTHEST && Math.abs(apartA - apartB) <= 16 + apartA / 4;
    };
    // A seed that is chance may stand between two of one passage.
    const before = clusters.slice(-RECENT).findLast(isNext);
    if (before) {
      before.endA = Math.max(before.endA, a + length);
      before.endB = Math.max(before.endB, b + length);
      before.seeded += length;
    } else clusters.push({ startA: a, endA: a + length, startB: b, endB: b + length, seeded: length });
  }
  return clusters.filter(({ seeded }) => seeded >= MIN_SEEDED).sort((one, other) => other.seeded - one.seeded);
}

/** Free letters are 1, those joined in the order 0, those of another move 2. A few joined ones are outvoted. */
function claim({ startA, endA, startB, endB, seeded }: MoveCluster, freeA: Uint8Array, freeB: Uint8Array): boolean {
  const a = freeA.subarray(startA, endA);
  const b = freeB.subarray(startB, endB);
  if (a.includes(2) || b.includes(2)) return false;
  const joined = Math.max(count(a, 0), count(b, 0));
  if (joined * OUTVOTED > seeded) return false;
  a.fill(2);
  b.fill(2);
  return true;
}

function count(flags: Uint8Array, value: number): number {
  let found = 0;
  for (const flag of flags) if (flag === value) found += 1;
  return found;
}

/** As far as letters are free on both sides, which become used. */
function grown(cluster: MoveCluster, freeA: Uint8Array, freeB: Uint8Array): MoveCluster {
  let { startA, endA, startB, endB } = cluster;
  while (freeA[startA - 1] === 1 && freeB[startB - 1] === 1) {
    startA -= 1;
    startB -= 1;
  }
  while (freeA[endA] === 1 && freeB[endB] === 1) {
    endA += 1;
    endB += 1;
  }
  freeA.fill(2, startA, endA);
  freeB.fill(2, startB, endB);
  return { ...cluster, startA, endA, startB, endB };
}

function moveOf(a: AlignedSide, b: AlignedSide, cluster: MoveCluster): MovedPassage | null {
  const lettersA = part(a.letters, cluster.startA, cluster.endA);
  const lettersB = part(b.letters, cluster.startB, cluster.endB);
  const { ofA } = alignLetters(lettersA, lettersB);
  const first = ofA.findIndex((partner) => partner !== UNPAIRED);
  const last = ofA.findLastIndex((partner) => partner !== UNPAIRED);
  if (first < 0) return null;
  let alike = 0;
  for (let at = first; at <= last; at += 1) if (lettersA.units[at] === lettersB.units[ofA[at] ?? UNPAIRED]) alike += 1;
  if (alike < MIN_SEEDED || alike < (last + 1 - first) * MIN_ALIKE) return null;
  const from: [number, number] = [lettersA.starts[first] ?? 0, lettersA.ends[last] ?? 0];
  const to: [number, number] = [lettersB.starts[ofA[first] ?? 0] ?? 0, lettersB.ends[ofA[last] ?? 0] ?? 0];
  const ops = opsOf({ text: a.text, letters: lettersA }, from, { text: b.text, letters: lettersB }, to, ofA);
  return { from, to, ops };
}

function part(letters: Letters, start: number, end: number): Letters {
  return {
    count: end - start,
    units: letters.units.subarray(start, end),
    starts: letters.starts.subarray(start, end),
    ends: letters.ends.subarray(start, end),
    breaks: letters.breaks.subarray(start, end),
  };
}
