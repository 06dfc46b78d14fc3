/**
 * Which letter of one text stands where which letter of another stood. Seeds first (unique n-grams, ever shorter ones
 * inside the gaps), then letter by letter where a gap is small. Invariant: partners ascend in both texts, and each
 * letter has one at most. What is not alike at all stays without partners: a chance letter is no correspondence.
 */
import { alignFine } from './fine.js';
import type { Letters } from './letters.js';
import { seedRuns } from './seeds.js';
import { slideGaps } from './slide.js';
import { weed } from './weed.js';

/** No letter of the other text. */
export const ALONE = -1;

export interface Partners {
  /** For each letter of the first text its partner in the second, or `ALONE`. */
  readonly ofA: Int32Array;
  readonly ofB: Int32Array;
}

const SIZES = [14, 10, 7, 5];
/** Cells of the table that are worth less than looking for seeds. */
const SMALL_CELLS = 40_000;
/** Beyond this a gap without any seed is taken as replaced. */
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
  return alignParts(a, { start: 0, end: a.count }, b, { start: 0, end: b.count });
}

/** Aligns a part of each text; letters outside stay alone. */
export function alignParts(
  a: Letters,
  partA: { readonly start: number; readonly end: number },
  b: Letters,
  partB: { readonly start: number; readonly end: number },
): Partners {
  const partners = { ofA: new Int32Array(a.count).fill(ALONE), ofB: new Int32Array(b.count).fill(ALONE) };
  const join = (atA: number, atB: number) => {
    partners.ofA[atA] = atB;
    partners.ofB[atB] = atA;
  };
  const gaps: Gap[] = [{ startA: partA.start, endA: partA.end, startB: partB.start, endB: partB.end, level: 0 }];
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
}
