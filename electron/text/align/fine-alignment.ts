/**
 * The cheapest alignment of two short passages, letter by letter, with affine gaps: one long omission costs less than
 * many small ones, and is cheaper where a word begins. Source: O. Gotoh, "An improved algorithm for matching biological
 * sequences", 1982. Invariant: pairs are ascending in both texts.
 */
import type { Letters } from './letters.js';

const MISMATCH = 8;
const OPEN = 13;
const OPEN_AT_WORD = 9;
const EXTEND = 3;
/** Two words that begin in the same place are likelier the same one. */
const WORDS_BEGIN = -3;
const NEVER = 1 << 28;
const MAX_SPARE = 1 << 20;

/** In the traceback: where the best value of a cell came from, two bits, and whether each gap goes on. */
const DIAGONAL = 0;
const UP = 1;
const LEFT = 2;
const UP_GOES_ON = 4;
const LEFT_GOES_ON = 8;

export interface LetterRange {
  readonly start: number;
  readonly end: number;
}

/** Calls `pair` for letters that stand in each other's place, alike or not, from the last to the first. */
export function alignFine(
  a: Letters,
  cutA: LetterRange,
  b: Letters,
  cutB: LetterRange,
  pair: (a: number, b: number) => void,
): void {
  const rows = cutA.end - cutA.start;
  const columns = cutB.end - cutB.start;
  const width = columns + 1;
  const from = traceOf((rows + 1) * width);
  const best = new Int32Array(width);
  const up = new Int32Array(width).fill(NEVER);
  const openA = openings(a, cutA);
  const openB = openings(b, cutB);
  const unitsB = b.units.subarray(cutB.start, cutB.end);
  const breaksB = b.breaks.subarray(cutB.start, cutB.end);

  best[0] = 0;
  for (let column = 1; column <= columns; column += 1) {
    best[column] = (openB[0] ?? OPEN) + EXTEND * column;
    from[column] = LEFT | (column > 1 ? LEFT_GOES_ON : 0);
  }
  for (let row = 1; row <= rows; row += 1) {
    let diagonal = best[0] ?? 0;
    let before = (openA[0] ?? OPEN) + EXTEND * row;
    best[0] = before;
    const base = row * width;
    from[base] = UP | (row > 1 ? UP_GOES_ON : 0);
    let left = NEVER;
    const unit = a.units[cutA.start + row - 1];
    const opening = (openA[row - 1] ?? OPEN) + EXTEND;
    const isWordStart = (a.breaks[cutA.start + row - 1] ?? 0) > 0;
    for (let column = 1; column <= columns; column += 1) {
      const above = best[column] ?? 0;
      let trace = 0;
      const upOpened = above + opening;
      let upBest = (up[column] ?? 0) + EXTEND;
      if (upBest < upOpened) trace = UP_GOES_ON;
      else upBest = upOpened;
      up[column] = upBest;
      const leftOpened = before + (openB[column - 1] ?? 0) + EXTEND;
      left += EXTEND;
      if (left < leftOpened) trace |= LEFT_GOES_ON;
      else left = leftOpened;
      let value = unit === unitsB[column - 1] ? diagonal : diagonal + MISMATCH;
      if (isWordStart && (breaksB[column - 1] ?? 0) > 0) value += WORDS_BEGIN;
      if (upBest < value) {
        value = upBest;
        trace |= UP;
      }
      if (left < value) {
        value = left;
        trace = (trace & ~UP) | LEFT;
      }
      diagonal = above;
      best[column] = value;
      before = value;
      from[base + column] = trace;
    }
  }
  tracebackLetters(from, rows, columns, (row, column) => pair(cutA.start + row, cutB.start + column));
}

/** Kept between two calls as far as it is small: every cell that is read was written. */
let spare = new Uint8Array(1 << 16);

function traceOf(cells: number): Uint8Array {
  if (cells > MAX_SPARE) return new Uint8Array(cells);
  if (spare.length < cells) spare = new Uint8Array(Math.min(MAX_SPARE, cells * 2));
  return spare;
}

/** What it costs to begin a gap before each letter of a cut. */
function openings(letters: Letters, { start, end }: LetterRange): Int32Array {
  const costs = new Int32Array(end - start + 1);
  for (let index = 0; index < costs.length; index += 1) {
    costs[index] = (letters.breaks[start + index] ?? 1) > 0 ? OPEN_AT_WORD : OPEN;
  }
  return costs;
}

function tracebackLetters(
  from: Uint8Array,
  rows: number,
  columns: number,
  pair: (row: number, column: number) => void,
): void {
  const width = columns + 1;
  let row = rows;
  let column = columns;
  let state = DIAGONAL;
  while (row > 0 || column > 0) {
    const trace = from[row * width + column] ?? 0;
    if (state === DIAGONAL) state = trace & 3;
    if (state === UP) {
      row -= 1;
      if ((trace & UP_GOES_ON) === 0) state = DIAGONAL;
    } else if (state === LEFT) {
      column -= 1;
      if ((trace & LEFT_GOES_ON) === 0) state = DIAGONAL;
    } else {
      row -= 1;
      column -= 1;
      pair(row, column);
    }
  }
}
