/**
 * Which letter of one text stands where which letter of another stood. Seeds first (unique n-grams, ever shorter ones
 * inside the gaps), then letter by letter where a gap is small. Invariant: partners ascend in both texts, and each
 * letter has one at most. What is not alike at all stays without partners: a chance letter is no correspondence.
 */
import { alignFine } from './fine-alignment.js';
import type { Letters } from './letters.js';
import { type Partners, UNPAIRED, UNSETTLED } from './partners.js';
import { pruneChanceMatches } from './prune-chance-matches.js';
import { seedRuns } from './seeds.js';
import { shiftGaps } from './shift-gaps.js';

const SIZES = [14, 10, 7, 5];
/** Cells of the table that are worth less than looking for seeds. */
const SMALL_CELLS = 40_000;
/** Beyond this a gap without any seed is aligned by windows. */
const MAX_CELLS = 2_000_000;

interface UnalignedRegion {
  readonly startA: number;
  readonly endA: number;
  readonly startB: number;
  readonly endB: number;
  /** Index into `SIZES` of the next n-gram to try. */
  readonly level: number;
}

/**
 * @param near letters of `a` that are asked for, 1 each. Elsewhere a gap between seeds that is as long on both sides and
 * alike in its small parts is not gone through: its letters get `UNSETTLED` for a partner.
 */
export function alignLetters(a: Letters, b: Letters, near?: Uint8Array): Partners {
  const unsettled: UnalignedRegion[] = [];
  const partners = { ofA: new Int32Array(a.count).fill(UNPAIRED), ofB: new Int32Array(b.count).fill(UNPAIRED) };
  const join = (atA: number, atB: number) => {
    partners.ofA[atA] = atB;
    partners.ofB[atB] = atA;
  };
  const gaps: UnalignedRegion[] = [{ startA: 0, endA: a.count, startB: 0, endB: b.count, level: 0 }];
  for (let gap = gaps.pop(); gap; gap = gaps.pop()) {
    const open = joinEnds(a, b, gap, join);
    const rows = open.endA - open.startA;
    const columns = open.endB - open.startB;
    if (rows === 0 || columns === 0) continue;
    if (near && gap.level > 0 && !near.subarray(open.startA, open.endA).includes(1) && isPlain(a, b, open)) {
      unsettled.push(open);
    } else if (rows * columns <= SMALL_CELLS) fine(a, b, open, join);
    else split(a, b, open, join, gaps);
  }
  pruneChanceMatches(a, b, partners);
  shiftGaps(a, b, partners);
  for (const { startA, endA, startB, endB } of unsettled) {
    partners.ofA.fill(UNSETTLED, startA, endA);
    partners.ofB.fill(UNSETTLED, startB, endB);
  }
  return partners;
}

/** Longer gaps are gone through: a sentence that was moved may be in them. */
const MAX_PLAIN = 600;
const SMALL_PART = 4;
const PARTS = 4_096;
/** Of the small parts of misread text, a quarter and more are left; of other text one in twenty has a double by chance. */
const MIN_PARTS = 0.15;
/** So few letters are no moved passage, whatever they are. */
const FEW = 24;
const seen = new Uint8Array(PARTS);

/** Whether both sides of a gap are the same text misread, as far as one can tell without going through it. */
function isPlain(a: Letters, b: Letters, { startA, endA, startB, endB }: UnalignedRegion): boolean {
  const rows = endA - startA;
  const columns = endB - startB;
  const longest = Math.max(rows, columns);
  if (longest > MAX_PLAIN || Math.abs(rows - columns) > 4 + longest / 8) return false;
  if (longest < FEW) return true;
  const part = ({ units }: Letters, at: number) => {
    let value = 0;
    for (let index = 0; index < SMALL_PART; index += 1) value = Math.imul(value, 31) + (units[at + index] ?? 0);
    return (value ^ (value >>> 9)) & (PARTS - 1);
  };
  seen.fill(0);
  for (let at = startA; at + SMALL_PART <= endA; at += 1) seen[part(a, at)] = 1;
  let shared = 0;
  for (let at = startB; at + SMALL_PART <= endB; at += 1) shared += seen[part(b, at)] ?? 0;
  return shared >= columns * MIN_PARTS;
}

type Join = (atA: number, atB: number) => void;

/** Joins what is alike at both ends of a gap. */
function joinEnds(a: Letters, b: Letters, gap: UnalignedRegion, join: Join): UnalignedRegion {
  let { startA, endA, startB, endB } = gap;
  while (startA < endA && startB < endB && a.units[startA] === b.units[startB]) {
    join(startA, startB);
    startA += 1;
    startB += 1;
  }
  while (startA < endA && startB < endB && a.units[endA - 1] === b.units[endB - 1]) {
    endA -= 1;
    endB -= 1;
    join(endA, endB);
  }
  return { startA, endA, startB, endB, level: gap.level };
}

function fine(a: Letters, b: Letters, gap: UnalignedRegion, join: Join): void {
  alignFine(a, { start: gap.startA, end: gap.endA }, b, { start: gap.startB, end: gap.endB }, join);
}

/** Looks for seeds and leaves the gaps between them to be worked off. */
function split(a: Letters, b: Letters, gap: UnalignedRegion, join: Join, gaps: UnalignedRegion[]): void {
  for (let level = gap.level; level < SIZES.length; level += 1) {
    const runs = seedRuns(
      { units: a.units, start: gap.startA, end: gap.endA },
      { units: b.units, start: gap.startB, end: gap.endB },
      SIZES[level] ?? 1,
    );
    if (runs.length === 0) continue;
    let { startA, startB } = gap;
    for (const run of runs) {
      gaps.push({ startA, endA: run.a, startB, endB: run.b, level: level + 1 });
      for (let index = 0; index < run.length; index += 1) join(run.a + index, run.b + index);
      startA = run.a + run.length;
      startB = run.b + run.length;
    }
    gaps.push({ startA, endA: gap.endA, startB, endB: gap.endB, level: level + 1 });
    return;
  }
  if ((gap.endA - gap.startA) * (gap.endB - gap.startB) <= MAX_CELLS) fine(a, b, gap, join);
  else byWindows(a, b, gap, join);
}

/** Letters of a window: its first half is kept, then the next one begins where that ended. */
const WINDOW = 400;

/** Nothing in the gap is unique (a table of like lines, a litany): goes along both texts, a window at a time. */
function byWindows(a: Letters, b: Letters, gap: UnalignedRegion, join: Join): void {
  let { startA, startB } = gap;
  while (startA < gap.endA && startB < gap.endB) {
    const endA = Math.min(gap.endA, startA + WINDOW);
    const endB = Math.min(gap.endB, startB + WINDOW);
    const isLast = endA === gap.endA || endB === gap.endB;
    let nextA = isLast ? endA : startA + WINDOW / 2;
    let nextB = isLast ? endB : startB + WINDOW / 2;
    const pairs: [number, number][] = [];
    alignFine(a, { start: startA, end: endA }, b, { start: startB, end: endB }, (atA, atB) => pairs.push([atA, atB]));
    const middle = pairs.find(([atA, atB]) => isLast || Math.max(atA - startA, atB - startB) < WINDOW / 2);
    if (middle) [nextA, nextB] = [middle[0] + 1, middle[1] + 1];
    for (const [atA, atB] of pairs) if (atA < nextA && atB < nextB) join(atA, atB);
    [startA, startB] = isLast ? [endA, endB] : [nextA, nextB];
  }
}
