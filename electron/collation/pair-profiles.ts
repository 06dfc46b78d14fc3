/**
 * Puts the rows of two profiles beside each other: long regions by what their commonest forms share beyond chance,
 * short ones by the most telling alignment. Work is bounded: what is too long for a table and shares nothing stays
 * apart. Invariant: every row of both is there once, in order.
 */
import type { MatchingRun } from '../text/index.js';
import { type AlignmentConstraint, alignAffine, ONLY_FIRST, ONLY_SECOND, type RowWindow } from './affine-alignment.js';
import { exactMatches } from './exact-matches.js';
import type { FormSimilarity } from './form-similarity.js';
import type { Lexicon } from './lexicon.js';
import { NONE } from './model.js';
import type { Pairing, ProfileRows } from './profile.js';
import { significantRuns } from './significant-runs.js';

/** Cells of a region that is aligned at once. */
const DIRECT_CELLS = 100_000;
/** Cells of a region that is aligned when nothing solid parts it. */
const MAX_CELLS = 1_000_000;
/** Nats that a run has to bring for itself to part a region; less is asked where a region stays too long. */
const MIN_WORTHS = [24, 12, 6];

export interface AlignmentTools {
  readonly lexicon: Lexicon;
  readonly likeness: FormSimilarity;
  /** Counts the cells of all tables, so that tests can see that work is bounded. */
  readonly work: { cells: number };
  /** Called after each step: two groups put together, or one looked at again. */
  readonly step: () => void;
}

interface RowRegion {
  readonly a: RowWindow;
  readonly b: RowWindow;
  /** Index into `MIN_WORTHS`. */
  readonly level: number;
}

/** Rows that a scholar has pinned together, as cuts: `a` and `b` are one row. In order. */
export type FixedPairs = readonly { readonly a: number; readonly b: number }[];

export function pairProfiles(
  a: ProfileRows,
  b: ProfileRows,
  tools: AlignmentTools,
  guard: AlignmentConstraint | null,
  fixed: FixedPairs,
): Pairing {
  const pairer = new RowPairer(a, b, tools, guard);
  let [startA, startB] = [0, 0];
  for (const pin of fixed) {
    pairer.pair({ a: { start: startA, end: pin.a }, b: { start: startB, end: pin.b }, level: 0 });
    pairer.join(pin.a, pin.b, 1);
    [startA, startB] = [pin.a + 1, pin.b + 1];
  }
  pairer.pair({ a: { start: startA, end: a.count }, b: { start: startB, end: b.count }, level: 0 });
  return { a: pairer.a, b: pairer.b };
}

class RowPairer {
  readonly a: number[] = [];
  readonly b: number[] = [];
  readonly #rowsA: ProfileRows;
  readonly #rowsB: ProfileRows;
  readonly #tools: AlignmentTools;
  readonly #guard: AlignmentConstraint | null;

  constructor(rowsA: ProfileRows, rowsB: ProfileRows, tools: AlignmentTools, guard: AlignmentConstraint | null) {
    this.#rowsA = rowsA;
    this.#rowsB = rowsB;
    this.#tools = tools;
    this.#guard = guard;
  }

  join(a: number, b: number, length: number): void {
    for (let index = 0; index < length; index += 1) {
      this.a.push(a + index);
      this.b.push(b + index);
    }
  }

  pair({ a, b, level }: RowRegion): void {
    const cells = (a.end - a.start) * (b.end - b.start);
    if (cells === 0 || (level === MIN_WORTHS.length && cells > MAX_CELLS)) this.#apart(a, b);
    else if (cells <= (level === 0 ? DIRECT_CELLS : MAX_CELLS)) this.#align(a, b);
    else this.#part(a, b, level);
  }

  #part(a: RowWindow, b: RowWindow, level: number): void {
    const { weights } = this.#tools.lexicon;
    const unitsA = this.#rowsA.tops.subarray(a.start, a.end);
    // Rows without a word have numbers below zero, which must not meet those of the other side.
    const unitsB = this.#rowsB.tops.subarray(b.start, b.end).map((unit) => (unit < 0 ? unit - 0x40000000 : unit));
    const runs = exactMatches(unitsA, unitsB);
    const size = { a: unitsA.length, b: unitsB.length };
    const worthOf = (at: number) => weights[unitsA[at] ?? 0] ?? 0;
    let solid: MatchingRun[] = [];
    let next = level;
    for (; next < MIN_WORTHS.length && solid.length === 0; next += 1) {
      solid = significantRuns(runs, size, worthOf, MIN_WORTHS[next] ?? 0);
    }
    let [startA, startB] = [a.start, b.start];
    for (const run of this.#allowed(solid, a.start, b.start)) {
      this.pair({ a: { start: startA, end: run.a }, b: { start: startB, end: run.b }, level: next });
      this.join(run.a, run.b, run.length);
      [startA, startB] = [run.a + run.length, run.b + run.length];
    }
    this.pair({ a: { start: startA, end: a.end }, b: { start: startB, end: b.end }, level: next });
  }

  /** The runs in rows of the profiles, without what pins forbid. */
  #allowed(runs: readonly MatchingRun[], startA: number, startB: number): MatchingRun[] {
    const guard = this.#guard;
    const moved = runs.map(({ a, b, length }) => ({ a: a + startA, b: b + startB, length }));
    if (!guard) return moved;
    return moved.flatMap(({ a, b, length }) =>
      Array.from({ length }, (_, index) => ({ a: a + index, b: b + index, length: 1 })).filter(
        (one) => guard.mayJoin(one.a, one.b) && guard.mayPass(one.a, one.b) && guard.mayPass(one.a + 1, one.b + 1),
      ),
    );
  }

  #align(a: RowWindow, b: RowWindow): void {
    this.#tools.work.cells += (a.end - a.start) * (b.end - b.start);
    const { steps } = alignAffine(this.#rowsA, a, this.#rowsB, b, this.#tools.likeness, this.#guard);
    let [atA, atB] = [a.start, b.start];
    for (const step of steps) {
      this.a.push(step === ONLY_SECOND ? NONE : atA);
      this.b.push(step === ONLY_FIRST ? NONE : atB);
      if (step !== ONLY_SECOND) atA += 1;
      if (step !== ONLY_FIRST) atB += 1;
    }
  }

  /** No row of the one is a row of the other; pinned rows keep their order all the same. */
  #apart(a: RowWindow, b: RowWindow): void {
    let [atA, atB] = [a.start, b.start];
    while (atA < a.end || atB < b.end) {
      const isFirst = atA < a.end && (atB === b.end || !this.#guard || this.#guard.mayPass(atA + 1, atB));
      this.a.push(isFirst ? atA : NONE);
      this.b.push(isFirst ? NONE : atB);
      if (isFirst) atA += 1;
      else atB += 1;
    }
  }
}
