/**
 * Which letter of one text stands where which letter of another stood. Seeds first (unique n-grams, ever shorter ones
 * inside the gaps), then letter by letter where a gap is small. Invariant: partners ascend in both texts, and each
 * letter has one at most. What is not alike at all stays without partners: a chance letter is no correspondence.
 */
import { alignFine } from './fine.js';
import type { Letters } from './letters.js';
import { ALONE, type Partners } from './partners.js';
import { seedRuns } from './seeds.js';
import { slideGaps } from './slide.js';
import { weed } from './weed.js';

const SIZES = [14, 10, 7, 5];
/** Cells of the table that are worth less than looking for seeds. */
const SMALL_CELLS = 40_000;
/** Beyond this a gap without any seed is aligned by windows. */
const MOST_CELLS = 2_000_000;

interface Gap {
  readonly startA: number;
  readonly endA: number;
  readonly startB: number;
  readonly endB: number;
  /** Index into `SIZES` of the next n-gram to try. */
  readonly level: number;
}

export function alignLetters(a: Letters, b: Letters): Partners {
  const partners = { ofA: new Int32Array(a.count).fill(ALONE), ofB: new Int32Array(b.count).fill(ALONE) };
  const join = (atA: number, atB: number) => {
    partners.ofA[atA] = atB;
    partners.ofB[atB] = atA;
  };
  const gaps: Gap[] = [{ startA: 0, endA: a.count, startB: 0, endB: b.count, level: 0 }];
  for (let gap = gaps.pop(); gap; gap = gaps.pop()) {
    const open = joinEnds(a, b, gap, join);
    const rows = open.endA - open.startA;
    const columns = open.endB - open.startB;
    if (rows === 0 || columns === 0) continue;
    if (rows * columns <= SMALL_CELLS) fine(a, b, open, join);
    else split(a, b, open, join, gaps);
  }
  weed(a, b, partners);
  slideGaps(a, b, partners);
  return partners;
}

type Join = (atA: number, atB: number) => void;

/** Joins what is alike at both ends of a gap. */
function joinEnds(a: Letters, b: Letters, gap: Gap, join: Join): Gap {
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

function fine(a: Letters, b: Letters, gap: Gap, join: Join): void {
  alignFine(a, { start: gap.startA, end: gap.endA }, b, { start: gap.startB, end: gap.endB }, join);
}

/** Looks for seeds and leaves the gaps between them to be worked off. */
function split(a: Letters, b: Letters, gap: Gap, join: Join, gaps: Gap[]): void {
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
  if ((gap.endA - gap.startA) * (gap.endB - gap.startB) <= MOST_CELLS) fine(a, b, gap, join);
  else byWindows(a, b, gap, join);
}

/** Letters of a window: its first half is taken, then the next one begins where that ended. */
const WINDOW = 400;

/** Nothing in the gap is unique (a table of like lines, a litany): goes along both texts, a window at a time. */
function byWindows(a: Letters, b: Letters, gap: Gap, join: Join): void {
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
