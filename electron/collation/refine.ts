/**
 * Takes each witness out of the table in turn and puts it back where it now fits best, until none moves any more: what
 * the first witnesses could not know of the later ones. Works stretch by stretch between rows on which all agree.
 * Invariant: the table holds the same words; a change is kept only when it says more.
 */
import { alignAffine, FIRST, type Guard, JOIN, SECOND } from './affine.js';
import type { Words } from './lexicon.js';
import { NONE } from './model.js';
import type { Tools } from './pair-rows.js';
import { columnsOf, joined, type Pairing, type Profile, rowsFrom, rowsOf } from './profile.js';

/** So many rows in a row on which all agree part two stretches: nothing moves over them. */
const AGREED_ROWS = 3;
/** Cells of a stretch that is looked at again. */
const MOST_CELLS = 1_000_000;
/** It nearly always stands still after three. */
const MOST_ROUNDS = 8;
const LEAST_GAIN = 1e-3;

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
  if (other.rowCount === 0 || one.rowCount === 0 || one.rowCount * other.rowCount > MOST_CELLS) return null;
  const a = rowsOf(one, words);
  const b = rowsOf(other, words);
  const guard = guardOf(one, other);
  tools.work.cells += a.count * b.count;
  const whole = { a: { start: 0, end: a.count }, b: { start: 0, end: b.count } };
  const now = stepsOf(table, column);
  const { steps, gain } = alignAffine(a, whole.a, b, whole.b, tools.likeness, guard, now);
  if (!(gain > LEAST_GAIN)) return null;
  return inOrder(joined(one, other, pairingOf(steps)), table.witnesses);
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

export function pairingOf(steps: Uint8Array): Pairing {
  const a: number[] = [];
  const b: number[] = [];
  let [atA, atB] = [0, 0];
  for (const step of steps) {
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
