/**
 * Takes each witness out of the table in turn and puts it back where it now fits best, until none moves any more: what
 * the first witnesses could not know of the later ones. Works stretch by stretch between rows on which all agree.
 * Invariant: the table holds the same words; a change is kept only when it says more.
 */
import { alignAffine, FIRST, type Guard, JOIN, SECOND } from './affine.js';
import { GAP_FORM, type Lexicon, type Words } from './lexicon.js';
import { NONE } from './model.js';
import type { Tools } from './pair-rows.js';
import { columnsOf, joined, type Pairing, type Profile, type Rows, rowsFrom, rowsOf } from './profile.js';

/** So many rows in a row on which all agree part two stretches: nothing moves over them. */
const AGREED_ROWS = 3;
/** Cells of a stretch that is looked at again. */
const MOST_CELLS = 1_000_000;
/** It nearly always stands still after three. */
const MOST_ROUNDS = 8;
const LEAST_GAIN = 1e-3;
/** Nats that a run of words says which is not looked at again: chance brings so much once in ten thousand million. */
const STEADY_WORTH = 24;

export type GuardOf = (one: Profile, other: Profile) => Guard | null;

export function refined(table: Profile, words: readonly Words[], tools: Tools, guardOf: GuardOf): Profile {
  if (table.witnesses.length < 3) return table;
  const width = table.witnesses.length;
  const parts: Int32Array[] = [];
  let firsts = table.firsts;
  for (const { start, end, isAgreed } of stretchesOf(table, words)) {
    const stretch = rowsFrom(table, start, end, firsts);
    parts.push(isAgreed ? stretch.cells : settled(stretch, words, tools, guardOf).cells);
    firsts = after(stretch);
  }
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const cells = new Int32Array(length);
  let at = 0;
  for (const part of parts) {
    cells.set(part, at);
    at += part.length;
  }
  return { ...table, cells, rowCount: length / width };
}

/** The first word of each witness behind a stretch. */
function after({ cells, firsts, witnesses }: Profile): Int32Array {
  const next = Int32Array.from(firsts);
  const width = witnesses.length;
  for (let at = 0; at < cells.length; at += 1) {
    const word = cells[at] ?? NONE;
    if (word !== NONE) next[at % width] = word + 1;
  }
  return next;
}

interface RowStretch {
  readonly start: number;
  readonly end: number;
  readonly isAgreed: boolean;
}

/** Rows on which all agree, in runs long enough, and what is between them. */
function stretchesOf(table: Profile, words: readonly Words[]): RowStretch[] {
  const stretches: RowStretch[] = [];
  let openFrom = 0;
  let row = 0;
  while (row < table.rowCount) {
    const start = row;
    while (row < table.rowCount && isAgreed(table, words, row)) row += 1;
    if (row - start >= AGREED_ROWS) {
      if (openFrom < start) stretches.push({ start: openFrom, end: start, isAgreed: false });
      stretches.push({ start, end: row, isAgreed: true });
      openFrom = row;
    }
    row += 1;
  }
  if (openFrom < table.rowCount) stretches.push({ start: openFrom, end: table.rowCount, isAgreed: false });
  return stretches;
}

function isAgreed({ cells, witnesses }: Profile, words: readonly Words[], row: number): boolean {
  const width = witnesses.length;
  let form: number | undefined;
  for (let column = 0; column < width; column += 1) {
    const word = cells[row * width + column] ?? NONE;
    const here = word === NONE ? undefined : words[witnesses[column] ?? 0]?.forms[word];
    if (here === undefined || here < 0 || (column > 0 && here !== form)) return false;
    form = here;
  }
  return true;
}

function settled(stretch: Profile, words: readonly Words[], tools: Tools, guardOf: GuardOf): Profile {
  const width = stretch.witnesses.length;
  let table = stretch;
  let unmoved = 0;
  for (let turn = 0; unmoved < width && turn < MOST_ROUNDS * width; turn += 1) {
    const better = replaced(table, turn % width, words, tools, guardOf);
    unmoved = better ? 0 : unmoved + 1;
    table = better ?? table;
  }
  return table;
}

/** The table with one witness put in anew; null when it stays or has nothing here. */
function replaced(table: Profile, column: number, words: readonly Words[], tools: Tools, guardOf: GuardOf) {
  const width = table.witnesses.length;
  const others = Array.from({ length: width }, (_, index) => index).filter((index) => index !== column);
  const one = columnsOf(table, others);
  const other = columnsOf(table, [column]);
  if (other.rowCount === 0 || one.rowCount === 0) return null;
  const a = rowsOf(one, words);
  const b = rowsOf(other, words);
  const guard = guardOf(one, other);
  const steps = stepsOf(table, column);
  let hasMoved = false;
  let [atA, atB, at] = [0, 0, 0];
  const pieces: Uint8Array[] = [];
  for (const { start, end } of [
    ...steadyRuns(steps, a, b, tools.lexicon),
    { start: steps.length, end: steps.length },
  ]) {
    const now = steps.subarray(at, start);
    const cutA = { start: atA, end: atA + count(now, FIRST) };
    const cutB = { start: atB, end: atB + count(now, SECOND) };
    const cells = (cutA.end - cutA.start) * (cutB.end - cutB.start);
    const isTried = cells > 0 && cells <= MOST_CELLS;
    if (isTried) tools.work.cells += cells;
    const found = isTried ? alignAffine(a, cutA, b, cutB, tools.likeness, guard, now) : null;
    const isBetter = found !== null && found.gain > LEAST_GAIN;
    hasMoved ||= isBetter;
    pieces.push(isBetter ? found.steps : now, steps.subarray(start, end));
    [atA, atB, at] = [cutA.end + end - start, cutB.end + end - start, end];
  }
  if (!hasMoved) return null;
  return inOrder(joined(one, other, pairingOf(pieces)), table.witnesses);
}

/** How many rows of one side (`FIRST` or `SECOND`) steps hold. */
function count(steps: Uint8Array, side: number): number {
  let found = 0;
  for (const step of steps) if (step === JOIN || step === side) found += 1;
  return found;
}

/**
 * Steps, half-open, in which the witness says what most others say, so long that it is no chance: they stay. The row at
 * either end is looked at again, because it may be the wrong one of two like words.
 */
function steadyRuns(steps: Uint8Array, a: Rows, b: Rows, { weights }: Lexicon): { start: number; end: number }[] {
  const runs: { start: number; end: number }[] = [];
  let [atA, atB, start, worth] = [0, 0, 0, 0];
  for (let at = 0; at <= steps.length; at += 1) {
    const step = steps[at];
    const form = b.tops[atB] ?? GAP_FORM;
    if (step === JOIN && form >= 0 && form === a.tops[atA]) worth += weights[form] ?? 0;
    else {
      if (worth >= STEADY_WORTH && at - start > 2) runs.push({ start: start + 1, end: at - 1 });
      [start, worth] = [at + 1, 0];
    }
    if (step !== SECOND) atA += 1;
    if (step !== FIRST) atB += 1;
  }
  return runs;
}

/** How the witness stands to the others now. */
function stepsOf({ cells, witnesses, rowCount }: Profile, column: number): Uint8Array {
  const width = witnesses.length;
  return Uint8Array.from({ length: rowCount }, (_, row) => {
    const own = cells[row * width + column] !== NONE;
    const filled = cells
      .subarray(row * width, (row + 1) * width)
      .some((word, index) => word !== NONE && index !== column);
    if (own && filled) return JOIN;
    return own ? SECOND : FIRST;
  });
}

function pairingOf(pieces: readonly Uint8Array[]): Pairing {
  const a: number[] = [];
  const b: number[] = [];
  let [atA, atB] = [0, 0];
  for (const step of pieces.flatMap((piece) => [...piece])) {
    a.push(step === SECOND ? NONE : atA);
    b.push(step === FIRST ? NONE : atB);
    if (step !== SECOND) atA += 1;
    if (step !== FIRST) atB += 1;
  }
  return { a, b };
}

/** The columns of a profile in the order of `witnesses`. */
export function inOrder(profile: Profile, witnesses: readonly number[]): Profile {
  return columnsOf(
    profile,
    witnesses.map((witness) => profile.witnesses.indexOf(witness)),
  );
}
