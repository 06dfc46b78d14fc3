/**
 * The rows of a table one by one, so that some can be exchanged without copying all. Invariant: a line never changes;
 * what differs is a new line, which tells when it was made.
 */
import { GAP_FORM, type WitnessWords } from './lexicon.js';
import { NONE } from './model.js';
import type { Profile } from './profile.js';

export interface TableRow {
  /** One word index (or `NONE`) for each column. */
  readonly cells: Int32Array;
  /** Columns that have a word or a gap here. */
  readonly filled: number;
  /** The form most columns have; `GAP_FORM` where none has a word. */
  readonly top: number;
  /** Columns that have it. */
  readonly agreeing: number;
  /** The turn in which it came to be; 0 for the first. */
  readonly changedAt: number;
}

export function tableRowsOf(
  { cells, rowCount, witnesses }: Profile,
  words: readonly WitnessWords[],
  changedAt: number,
): TableRow[] {
  const width = witnesses.length;
  const columns = witnesses.map((witness) => words[witness]?.forms ?? new Int32Array(0));
  return Array.from({ length: rowCount }, (_, row) =>
    tableRowOf(cells.slice(row * width, (row + 1) * width), columns, changedAt),
  );
}

function tableRowOf(cells: Int32Array, columns: readonly Int32Array[], changedAt: number): TableRow {
  const forms: number[] = [];
  const counts: number[] = [];
  let filled = 0;
  for (let column = 0; column < cells.length; column += 1) {
    const word = cells[column] ?? NONE;
    if (word === NONE) continue;
    filled += 1;
    const form = columns[column]?.[word] ?? GAP_FORM;
    if (form === GAP_FORM) continue;
    const known = forms.indexOf(form);
    if (known < 0) {
      forms.push(form);
      counts.push(1);
    } else counts[known] = (counts[known] ?? 0) + 1;
  }
  let [top, agreeing] = [GAP_FORM, 0];
  for (const [index, form] of forms.entries()) {
    const count = counts[index] ?? 0;
    if (count > agreeing || (count === agreeing && form < top)) [top, agreeing] = [form, count];
  }
  return { cells, filled, top, agreeing, changedAt };
}

/** @param firsts for each column the first word at or below the first line. */
export function profileOfRows(lines: readonly TableRow[], witnesses: readonly number[], firsts: Int32Array): Profile {
  const width = witnesses.length;
  const cells = new Int32Array(lines.length * width);
  for (const [row, line] of lines.entries()) cells.set(line.cells, row * width);
  return { witnesses, rowCount: lines.length, cells, firsts };
}

/** Old lines wherever the new ones say the same at either end, so that only what differs counts as changed. */
export function withUnchanged(before: readonly TableRow[], after: readonly TableRow[]): TableRow[] {
  const made = [...after];
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && isSame(before[head], after[head])) {
    made[head] = before[head] as TableRow;
    head += 1;
  }
  for (let tail = 1; tail <= most - head; tail += 1) {
    const [old, now] = [before[before.length - tail], after[after.length - tail]];
    if (!isSame(old, now)) break;
    made[after.length - tail] = old as TableRow;
  }
  return made;
}

function isSame(one: TableRow | undefined, other: TableRow | undefined): boolean {
  return one?.cells.every((word, column) => word === other?.cells[column]) ?? false;
}
