/**
 * The most telling way to put two regions of rows beside each other, with affine gaps: one long omission is likelier
 * than many short ones. Source: O. Gotoh, "An improved algorithm for matching biological sequences", 1982; pairs of
 * rows count as the mean of the pairs of their witnesses. Invariant: the steps hold every row of both once, in order.
 *
 * Two profiles of one witness each; equal words are worth 6 nats here, other pairs -4 (`SUBSTITUTION`), and a gap costs
 * `GAP_OPEN` and `GAP_EXTEND` for each of its rows:
 *
 *     a      the   old   grey  lock  slept
 *     b      the   ·     ·     lock  slept
 *     step   0     1     1     0     0        0 PAIRED, 1 ONLY_FIRST, 2 ONLY_SECOND
 *     nats   +6    -4    -1    +6    +6       = 13
 *
 * `grey` beside `lock` would give 0 (the 6, old -4, grey -4, lock -4, slept 6), all apart -8 - 6 = -14.
 */
import { GAP_EXTEND, GAP_OPEN, GAPS_MEET } from './alignment-costs.js';
import type { FormSimilarity } from './form-similarity.js';
import type { ProfileRows } from './profile.js';

export interface RowWindow {
  readonly start: number;
  readonly end: number;
}

/** Which rows a scholar allows to meet, and how far one side may run ahead of the other. */
export interface AlignmentConstraint {
  /** Whether row `a` of the one and row `b` of the other may be one row. */
  mayJoin(a: number, b: number): boolean;
  /** Whether all rows of the one before `a` and all rows of the other before `b` may stand before the rest of both. */
  mayPass(a: number, b: number): boolean;
}

export const PAIRED = 0;
/** A row of the first stands alone. */
export const ONLY_FIRST = 1;
/** A row of the second stands alone. */
export const ONLY_SECOND = 2;
const FIRST_GOES_ON = 4;
const SECOND_GOES_ON = 8;

const NEVER = -1e9;

/**
 * @param now steps as they are, to be compared with.
 * @returns `PAIRED`, `ONLY_FIRST` or `ONLY_SECOND`, in order, and how many nats they say more than `now`.
 */
export function alignAffine(
  a: ProfileRows,
  cutA: RowWindow,
  b: ProfileRows,
  cutB: RowWindow,
  likeness: FormSimilarity,
  guard: AlignmentConstraint | null,
  now: Uint8Array | null = null,
): { readonly steps: Uint8Array; readonly gain: number } {
  const rows = cutA.end - cutA.start;
  const columns = cutB.end - cutB.start;
  const width = columns + 1;
  const score = joinScores(a, cutA, b, cutB, likeness);
  const from = new Uint8Array((rows + 1) * width);
  const best = new Float64Array(width).fill(NEVER);
  const up = new Float64Array(width).fill(NEVER);
  const aloneB = gapCosts(b, cutB);
  const aloneA = gapCosts(a, cutA);
  const closedB = b.closed.subarray(cutB.start, cutB.end + 1);

  for (let row = 0; row <= rows; row += 1) {
    const atA = cutA.start + row;
    const closedA = a.closed[atA] ?? 0;
    let diagonal = best[0] ?? NEVER;
    let left = NEVER;
    const goOnUp = row > 0 ? (aloneA.goesOn[row - 1] ?? 0) : 0;
    const openUp = row > 0 ? (aloneA.opens[row - 1] ?? 0) : 0;
    for (let column = 0; column <= columns; column += 1) {
      let trace = 0;
      let value = row === 0 && column === 0 ? 0 : NEVER;
      if (row > 0) {
        const closed = closedB[column] ?? 0;
        const opened = (best[column] ?? NEVER) - openUp * closed;
        let goesOn = (up[column] ?? NEVER) - goOnUp * closed;
        if (goesOn >= opened) trace |= FIRST_GOES_ON;
        else goesOn = opened;
        up[column] = goesOn;
        if (column > 0) value = diagonal + (score[(row - 1) * columns + column - 1] ?? 0);
        if (goesOn > value) {
          value = goesOn;
          trace |= ONLY_FIRST;
        }
      }
      if (column > 0) {
        const opened = (best[column - 1] ?? NEVER) - (aloneB.opens[column - 1] ?? 0) * closedA;
        left -= (aloneB.goesOn[column - 1] ?? 0) * closedA;
        if (left >= opened) trace |= SECOND_GOES_ON;
        else left = opened;
        if (left > value || (left === value && trace & ONLY_FIRST)) {
          value = left;
          trace = (trace & ~ONLY_FIRST) | ONLY_SECOND;
        }
      }
      if (guard && !guard.mayPass(atA, cutB.start + column)) {
        value = NEVER;
        left = NEVER;
        up[column] = NEVER;
      }
      diagonal = best[column] ?? NEVER;
      best[column] = value;
      from[row * width + column] = trace;
    }
    if (guard && row < rows) forbid(score, row * columns, columns, (column) => guard.mayJoin(atA, cutB.start + column));
  }
  const gain = now ? (best[columns] ?? NEVER) - worthOf(now, score, aloneA, aloneB, a, cutA, b, cutB) : 0;
  return { steps: traceback(from, rows, columns), gain };
}

/** What given steps say, as the table counts. */
function worthOf(
  steps: Uint8Array,
  score: Float32Array,
  aloneA: GapCosts,
  aloneB: GapCosts,
  a: ProfileRows,
  cutA: RowWindow,
  b: ProfileRows,
  cutB: RowWindow,
): number {
  const columns = cutB.end - cutB.start;
  let worth = 0;
  let [row, column, before] = [0, 0, PAIRED];
  for (const step of steps) {
    if (step === PAIRED) {
      worth += score[row * columns + column] ?? 0;
      row += 1;
      column += 1;
    } else if (step === ONLY_FIRST) {
      const cost = before === ONLY_FIRST ? aloneA.goesOn[row] : aloneA.opens[row];
      worth -= (cost ?? 0) * (b.closed[cutB.start + column] ?? 0);
      row += 1;
    } else {
      const cost = before === ONLY_SECOND ? aloneB.goesOn[column] : aloneB.opens[column];
      worth -= (cost ?? 0) * (a.closed[cutA.start + row] ?? 0);
      column += 1;
    }
    before = step;
  }
  return worth;
}

interface GapCosts {
  /** Nats that a row costs where a gap begins with it. */
  readonly opens: Float64Array;
  /** Nats that it costs where the gap goes on. */
  readonly goesOn: Float64Array;
}

function forbid(score: Float32Array, start: number, columns: number, mayJoin: (column: number) => boolean): void {
  for (let column = 0; column < columns; column += 1) if (!mayJoin(column)) score[start + column] = NEVER;
}

/** What rows lose by standing alone: when their words begin to, and when their neighbours already do. */
function gapCosts({ worded }: ProfileRows, { start, end }: RowWindow): GapCosts {
  const opens = new Float64Array(end - start);
  const goesOn = new Float64Array(end - start);
  for (let index = 0; index < opens.length; index += 1) {
    const share = worded[start + index] ?? 0;
    const before = index > 0 ? (worded[start + index - 1] ?? 0) : 0;
    opens[index] = share * (GAP_OPEN + GAP_EXTEND);
    // Witnesses that had nothing in the row before begin here.
    goesOn[index] = share * GAP_EXTEND + Math.max(0, share - before) * GAP_OPEN;
  }
  return { opens, goesOn };
}

/** What every row of the one says to every row of the other when they are joined. */
function joinScores(
  a: ProfileRows,
  cutA: RowWindow,
  b: ProfileRows,
  cutB: RowWindow,
  likeness: FormSimilarity,
): Float32Array {
  const rows = cutA.end - cutA.start;
  const columns = cutB.end - cutB.start;
  const ownA = localForms(a, cutA);
  const ownB = localForms(b, cutB);
  const countB = ownB.forms.length;
  const worth = new Float32Array(ownA.forms.length * countB);
  for (const [one, form] of ownA.forms.entries()) {
    for (let other = 0; other < countB; other += 1) {
      worth[one * countB + other] = likeness.score(form, ownB.forms[other] ?? 0);
    }
  }
  const score = new Float32Array(rows * columns);
  const lackB = Float64Array.from({ length: columns }, (_, column) => omissionCost(b, cutB.start + column));
  for (let row = 0; row < rows; row += 1) {
    const atA = cutA.start + row;
    const startA = a.formStarts[atA] ?? 0;
    const endA = a.formStarts[atA + 1] ?? 0;
    const lackA = omissionCost(a, atA);
    const wordA = a.worded[atA] ?? 0;
    const gapA = a.gapped[atA] ?? 0;
    for (let column = 0; column < columns; column += 1) {
      const atB = cutB.start + column;
      const startB = b.formStarts[atB] ?? 0;
      const endB = b.formStarts[atB + 1] ?? 0;
      let sum = GAPS_MEET * gapA * (b.gapped[atB] ?? 0);
      sum -= wordA * (lackB[column] ?? 0) + lackA * (b.worded[atB] ?? 0);
      for (let one = startA; one < endA; one += 1) {
        const line = (ownA.numbers[one - ownA.first] ?? 0) * countB;
        const share = a.shares[one] ?? 0;
        for (let other = startB; other < endB; other += 1) {
          sum += share * (b.shares[other] ?? 0) * (worth[line + (ownB.numbers[other - ownB.first] ?? 0)] ?? 0);
        }
      }
      score[row * columns + column] = sum;
    }
  }
  return score;
}

/** Half of what it costs to begin is owed at either end of a region, and only one end is seen from here. */
const END_SHARE = 0.5;

/** What it costs a word to stand in a row, for those who have none there. */
function omissionCost({ absent, ceased }: ProfileRows, row: number): number {
  return GAP_EXTEND * (absent[row] ?? 0) + END_SHARE * GAP_OPEN * (ceased[row] ?? 0);
}

/** Renumbers the forms of a region from 0, so that each pair of forms is compared once. */
function localForms({ formStarts, forms }: ProfileRows, { start, end }: RowWindow) {
  const first = formStarts[start] ?? 0;
  const last = formStarts[end] ?? 0;
  const known = new Map<number, number>();
  const numbers = new Int32Array(last - first);
  for (let at = first; at < last; at += 1) {
    const form = forms[at] ?? 0;
    let number = known.get(form);
    if (number === undefined) {
      number = known.size;
      known.set(form, number);
    }
    numbers[at - first] = number;
  }
  return { first, numbers, forms: [...known.keys()] };
}

function traceback(from: Uint8Array, rows: number, columns: number): Uint8Array {
  const width = columns + 1;
  const steps = new Uint8Array(rows + columns);
  let at = steps.length;
  let row = rows;
  let column = columns;
  let state = PAIRED;
  while (row > 0 || column > 0) {
    const trace = from[row * width + column] ?? 0;
    if (state === PAIRED) state = trace & 3;
    at -= 1;
    steps[at] = state;
    if (state === ONLY_FIRST) {
      if ((trace & FIRST_GOES_ON) === 0) state = PAIRED;
      row -= 1;
    } else if (state === ONLY_SECOND) {
      if ((trace & SECOND_GOES_ON) === 0) state = PAIRED;
      column -= 1;
    } else {
      row -= 1;
      column -= 1;
    }
  }
  return steps.subarray(at);
}
