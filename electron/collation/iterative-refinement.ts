/**
 * Takes each witness out of the table in turn and puts it back where it now fits best, until none moves any more: what
 * the first witnesses could not know of the later ones. Only what lies between runs on which it agrees with the others
 * is looked at, and only where something changed since it was. Invariant: the table holds the same words; a change is
 * kept only when it says more.
 */
import {
  type AlignmentConstraint,
  alignAffine,
  ONLY_FIRST,
  ONLY_SECOND,
  PAIRED,
  type RowWindow,
} from './affine-alignment.js';
import type { Lexicon, WitnessWords } from './lexicon.js';
import { NONE } from './model.js';
import type { AlignmentTools } from './pair-profiles.js';
import { inWitnessOrder, joinProfiles, type Pairing, type Profile, rowsOf, selectColumns } from './profile.js';
import { profileOfRows, type TableRow, tableRowsOf, withUnchanged } from './table-rows.js';

/** What is gained comes in the first two or three; rows that few share may go back and forth for ever. */
const MAX_ROUNDS = 4;
const MIN_GAIN = 1e-3;
/**
 * Nats that a run of words says which is not looked at again: chance brings the first so much once in ten thousand
 * million. Where the region between two such runs is long, weaker ones part it.
 */
const STEADY_WORTHS = [24, 12, 6];
/** Cells of a region that is long. */
const LONG_CELLS = 400;
/** Cells of a region that is looked at again when nothing parts it. */
const MAX_CELLS = 1_000_000;

export type ConstraintOf = (one: Profile, other: Profile) => AlignmentConstraint | null;

/** A column that is removed and inserted again. */
interface RemovedColumn {
  readonly column: number;
  readonly others: readonly number[];
  /** The turn in which it was tried last; below 0 for never. */
  triedAt: number;
}

/** How many times `refined` takes a witness out of a table of so many at most. */
export const maxTurns = (width: number) => (width < 3 ? 0 : MAX_ROUNDS * width);

export function refine(
  table: Profile,
  words: readonly WitnessWords[],
  tools: AlignmentTools,
  guardOf: ConstraintOf,
): Profile {
  const { witnesses, firsts } = table;
  const most = maxTurns(witnesses.length);
  const columns = [...witnesses.keys()];
  const movers = columns.map(
    (column): RemovedColumn => ({ column, others: columns.filter((other) => other !== column), triedAt: -1 }),
  );
  let lines = tableRowsOf(table, words, 0);
  let unmoved = 0;
  for (let turn = 1; unmoved < movers.length && turn <= most; turn += 1) {
    const mover = movers[(turn - 1) % movers.length];
    const better = mover ? new RefinementTurn(lines, table, mover, words, tools, guardOf).better(turn) : null;
    unmoved = better ? 0 : unmoved + 1;
    lines = better ?? lines;
    tools.step();
  }
  return profileOfRows(lines, witnesses, firsts);
}

class RefinementTurn {
  readonly #lines: readonly TableRow[];
  readonly #witnesses: readonly number[];
  readonly #mover: RemovedColumn;
  readonly #words: readonly WitnessWords[];
  readonly #tools: AlignmentTools;
  readonly #guardOf: ConstraintOf;
  /** For each line whether the mover, the others, or both have something there. */
  readonly #steps: Uint8Array;
  /** The next word of each column, at line `#at`. */
  readonly #firsts: Int32Array;
  #at = 0;

  constructor(
    lines: readonly TableRow[],
    { witnesses, firsts }: Profile,
    mover: RemovedColumn,
    words: readonly WitnessWords[],
    tools: AlignmentTools,
    guardOf: ConstraintOf,
  ) {
    this.#lines = lines;
    this.#witnesses = witnesses;
    this.#mover = mover;
    this.#words = words;
    this.#tools = tools;
    this.#guardOf = guardOf;
    this.#firsts = Int32Array.from(firsts);
    this.#steps = Uint8Array.from(lines, ({ cells, filled }) => {
      if (cells[mover.column] === NONE) return ONLY_FIRST;
      return filled > 1 ? PAIRED : ONLY_SECOND;
    });
  }

  /** @returns the lines with the column of the mover inserted again; null when it stays. */
  better(turn: number): TableRow[] | null {
    const lines = this.#lines;
    const { triedAt } = this.#mover;
    const made: TableRow[] = [];
    let at = 0;
    for (const cut of this.#loose({ start: 0, end: lines.length }, 0)) {
      if (!lines.slice(cut.start, cut.end).some(({ changedAt }) => changedAt > triedAt)) continue;
      const found = this.#putBack(cut);
      if (!found) continue;
      for (; at < cut.start; at += 1) made.push(lines[at] as TableRow);
      made.push(...withUnchanged(lines.slice(cut.start, cut.end), tableRowsOf(found, this.#words, turn)));
      at = cut.end;
    }
    this.#mover.triedAt = turn;
    if (made.length === 0) return null;
    for (; at < lines.length; at += 1) made.push(lines[at] as TableRow);
    return made;
  }

  /** What lies between steady runs and can be put otherwise. */
  #loose(within: RowWindow, level: number): RowWindow[] {
    const found: RowWindow[] = [];
    let { start } = within;
    const worth = STEADY_WORTHS[level] ?? 0;
    for (const run of [...this.#steadyRuns(within, worth), { start: within.end, end: within.end }]) {
      const cut = { start, end: run.start };
      const cells = this.#cellsOf(cut);
      if (cells > LONG_CELLS && level + 1 < STEADY_WORTHS.length) found.push(...this.#loose(cut, level + 1));
      else if (cells > 0 && cells <= MAX_CELLS) found.push(cut);
      start = run.end;
    }
    return found;
  }

  #cellsOf({ start, end }: RowWindow): number {
    let [own, others] = [0, 0];
    for (let at = start; at < end; at += 1) {
      if (this.#steps[at] !== ONLY_FIRST) own += 1;
      if (this.#steps[at] !== ONLY_SECOND) others += 1;
    }
    return own * others;
  }

  /**
   * Runs in which the mover says what most others say, so long that it is no chance: they stay. The line at either end
   * is looked at again: it may be the wrong one of two like words. What few others put in ends a run, too: words that
   * this one put in nearby may belong beside theirs.
   */
  #steadyRuns({ start, end }: RowWindow, least: number): RowWindow[] {
    const runs: RowWindow[] = [];
    const { weights }: Lexicon = this.#tools.lexicon;
    let [first, last, length, worth] = [start, start, 0, 0];
    for (let at = start; at <= end; at += 1) {
      const line = at < end ? this.#lines[at] : undefined;
      if (line && this.#agrees(line, at)) {
        if (length === 0) first = at;
        last = at;
        length += 1;
        worth += weights[line.top] ?? 0;
      } else {
        if (worth >= least && length > 1) runs.push({ start: first + 1, end: last });
        [length, worth] = [0, 0];
      }
    }
    return runs;
  }

  #agrees({ cells, top, agreeing }: TableRow, at: number): boolean {
    if (this.#steps[at] !== PAIRED) return false;
    const { column } = this.#mover;
    const own = this.#words[this.#witnesses[column] ?? 0]?.forms[cells[column] ?? NONE];
    return own === top && agreeing > 1;
  }

  /** @returns the lines of a cut with the mover where it fits best; null when that is where it is. */
  #putBack(cut: RowWindow): Profile | null {
    // One line more shows where words cease.
    const margin = cut.start > 0 ? 1 : 0;
    const table = this.#profileOf({ start: cut.start - margin, end: cut.end });
    const one = selectColumns(table, this.#mover.others);
    const other = selectColumns(table, [this.#mover.column]);
    const a = rowsOf(one, this.#words);
    const b = rowsOf(other, this.#words);
    const now = this.#steps.subarray(cut.start, cut.end);
    const cutA = { start: margin, end: one.rowCount };
    const cutB = { start: margin, end: other.rowCount };
    this.#tools.work.cells += (cutA.end - cutA.start) * (cutB.end - cutB.start);
    const guard = this.#guardOf(one, other);
    const { steps, gain } = alignAffine(a, cutA, b, cutB, this.#tools.likeness, guard, now);
    if (gain <= MIN_GAIN) return null;
    return inWitnessOrder(joinProfiles(one, other, pairingOf(steps, margin)), this.#witnesses);
  }

  #profileOf({ start, end }: RowWindow): Profile {
    for (; this.#at < start; this.#at += 1) {
      const cells = this.#lines[this.#at]?.cells ?? this.#firsts;
      for (let column = 0; column < this.#firsts.length; column += 1) {
        const word = cells[column] ?? NONE;
        if (word !== NONE) this.#firsts[column] = word + 1;
      }
    }
    return profileOfRows(this.#lines.slice(start, end), this.#witnesses, Int32Array.from(this.#firsts));
  }
}

/** @param from the row of both with which the steps begin. */
function pairingOf(steps: Uint8Array, from: number): Pairing {
  let [atA, atB] = [from, from];
  const a: number[] = [];
  const b: number[] = [];
  for (const step of steps) {
    a.push(step === ONLY_SECOND ? NONE : atA);
    b.push(step === ONLY_FIRST ? NONE : atB);
    if (step !== ONLY_SECOND) atA += 1;
    if (step !== ONLY_FIRST) atB += 1;
  }
  return { a, b };
}
