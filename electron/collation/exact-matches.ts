/**
 * Which equal units of two sequences stand beside each other: nearly as many as can. Seeds first (n-grams that occur
 * once in each, of four units down to one), again inside the regions between them; where a region is small enough,
 * its longest common subsequence. Invariant: runs are exact matches, ascend in both, and do not overlap in either.
 */
import { type MatchingRun, seedRuns } from '../text/index.js';
import { longestCommonSubsequence } from './longest-common-subsequence.js';

const SIZES = [4, 3, 2, 1];
/** Cells of a region whose longest common subsequence is computed at once: two million machine words at most. */
const LCS_CELLS = 1 << 26;
/** Uniqueness is asked for again inside a region so many times: an adversary must not make this quadratic. */
const MAX_ROUNDS = 3;
/** Without seeds a long region is gone through by windows of so many units. */
const WINDOW = 4096;

interface UnmatchedRegion {
  readonly startA: number;
  readonly endA: number;
  readonly startB: number;
  readonly endB: number;
  readonly round: number;
}

/** @returns maximal runs in order. Two texts of 90,000 words take about a tenth of a second. */
export function exactMatches(a: Int32Array, b: Int32Array): MatchingRun[] {
  const partners = new Int32Array(a.length).fill(-1);
  const regions: UnmatchedRegion[] = [{ startA: 0, endA: a.length, startB: 0, endB: b.length, round: 0 }];
  for (let region = regions.pop(); region; region = regions.pop()) {
    const open = joinEnds(a, b, region, partners);
    const rows = open.endA - open.startA;
    const columns = open.endB - open.startB;
    if (rows === 0 || columns === 0) continue;
    if (rows * columns > LCS_CELLS && split(a, b, open, partners, regions)) continue;
    joinCommon(a, b, open, partners);
  }
  return runsOf(partners);
}

function joinEnds(a: Int32Array, b: Int32Array, region: UnmatchedRegion, partners: Int32Array): UnmatchedRegion {
  let { startA, endA, startB, endB } = region;
  while (startA < endA && startB < endB && a[startA] === b[startB]) {
    partners[startA] = startB;
    startA += 1;
    startB += 1;
  }
  while (startA < endA && startB < endB && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
    partners[endA] = endB;
  }
  return { startA, endA, startB, endB, round: region.round };
}

/** @returns whether there were seeds; the regions between them are left to be worked off. */
function split(
  a: Int32Array,
  b: Int32Array,
  open: UnmatchedRegion,
  partners: Int32Array,
  regions: UnmatchedRegion[],
): boolean {
  if (open.round === MAX_ROUNDS) return false;
  const partA = { units: a, start: open.startA, end: open.endA };
  const partB = { units: b, start: open.startB, end: open.endB };
  for (const size of SIZES) {
    const runs = seedRuns(partA, partB, size);
    if (runs.length === 0) continue;
    const round = open.round + 1;
    let { startA, startB } = open;
    for (const run of runs) {
      regions.push({ startA, endA: run.a, startB, endB: run.b, round });
      for (let index = 0; index < run.length; index += 1) partners[run.a + index] = run.b + index;
      startA = run.a + run.length;
      startB = run.b + run.length;
    }
    regions.push({ startA, endA: open.endA, startB, endB: open.endB, round });
    return true;
  }
  return false;
}

/** Units that the other region does not have can match nothing and only cost time. */
function joinCommon(a: Int32Array, b: Int32Array, open: UnmatchedRegion, partners: Int32Array): void {
  const inB = new Set(b.subarray(open.startB, open.endB));
  const placesA = placesWhere(a, open.startA, open.endA, inB);
  if (placesA.length === 0) return;
  const inA = new Set(placesA.map((place) => a[place] ?? 0));
  const placesB = placesWhere(b, open.startB, open.endB, inA);
  const unitsA = Int32Array.from(placesA, (place) => a[place] ?? 0);
  const unitsB = Int32Array.from(placesB, (place) => b[place] ?? 0);
  const join = (atA: number, atB: number) => {
    partners[placesA[atA] ?? 0] = placesB[atB] ?? 0;
  };
  if (unitsA.length * unitsB.length <= LCS_CELLS) longestCommonSubsequence(unitsA, unitsB, join);
  else joinByWindows(unitsA, unitsB, join);
}

function placesWhere(units: Int32Array, start: number, end: number, among: ReadonlySet<number>): number[] {
  const places: number[] = [];
  for (let at = start; at < end; at += 1) if (among.has(units[at] ?? 0)) places.push(at);
  return places;
}

/** Of each window the first half is kept; the next one begins where that ended. */
function joinByWindows(a: Int32Array, b: Int32Array, join: (atA: number, atB: number) => void): void {
  let startA = 0;
  let startB = 0;
  while (startA < a.length && startB < b.length) {
    const endA = Math.min(a.length, startA + WINDOW);
    const endB = Math.min(b.length, startB + WINDOW);
    const isLast = endA === a.length && endB === b.length;
    let nextA = isLast ? endA : Math.min(endA, startA + WINDOW / 2);
    let nextB = isLast ? endB : Math.min(endB, startB + WINDOW / 2);
    const pairs: [number, number][] = [];
    longestCommonSubsequence(a.subarray(startA, endA), b.subarray(startB, endB), (atA, atB) =>
      pairs.push([startA + atA, startB + atB]),
    );
    const middle = pairs.find(([atA, atB]) => isLast || Math.max(atA - startA, atB - startB) < WINDOW / 2);
    if (middle) [nextA, nextB] = [middle[0] + 1, middle[1] + 1];
    for (const [atA, atB] of pairs) if (atA < nextA && atB < nextB) join(atA, atB);
    [startA, startB] = [nextA, nextB];
  }
}

function runsOf(partners: Int32Array): MatchingRun[] {
  const runs: MatchingRun[] = [];
  let last: MatchingRun | null = null;
  for (let at = 0; at < partners.length; at += 1) {
    const partner = partners[at] ?? -1;
    if (partner < 0) continue;
    if (last && at === last.a + last.length && partner === last.b + last.length) last.length += 1;
    else {
      last = { a: at, b: partner, length: 1 };
      runs.push(last);
    }
  }
  return runs;
}
