/**
 * Takes each witness out of the table in turn and puts it back where it now fits best, until none moves any more: what
 * the first witnesses could not know of the later ones. Only what lies between runs on which it agrees with the others
 * is looked at, and only where something changed since it was. Invariant: the table holds the same words; a change is
 * kept only when it says more.
 */
import { alignAffine, type Cut, FIRST, type Guard, JOIN, SECOND } from './affine.js';
import type { Lexicon, Words } from './lexicon.js';
import { type Line, linesOf, profileOfLines, withUnchanged } from './lines.js';
import { NONE } from './model.js';
import type { Tools } from './pair-rows.js';
import { columnsOf, inOrder, joined, type Pairing, type Profile, rowsOf } from './profile.js';

/** What is gained comes in the first two or three; rows that few share may go back and forth for ever. */
const MOST_ROUNDS = 4;
const LEAST_GAIN = 1e-3;
/**
 * Nats that a run of words says which is not looked at again: chance brings the first so much once in ten thousand
 * million. Where the stretch between two such runs is long, weaker ones part it.
 */
const STEADY_WORTHS = [24, 12, 6];
/** Cells of a stretch that is long. */
const LONG_CELLS = 400;
/** Cells of a stretch that is looked at again when nothing parts it. */
const MOST_CELLS = 1_000_000;

export type GuardOf = (one: Profile, other: Profile) => Guard | null;

/** A column that is taken out and put back. */
interface Mover {
  readonly column: number;
  readonly others: readonly number[];
  /** The turn in which it was tried last; below 0 for never. */
  triedAt: number;
}

/** How many times `refined` takes a witness out of a table of so many at most. */
export const mostTurns = (width: number) => (width < 3 ? 0 : MOST_ROUNDS * width);

export function refined(table: Profile, words: readonly Words[], tools: Tools, guardOf: GuardOf): Profile {
  const { witnesses, firsts } = table;
  const most = mostTurns(witnesses.length);
  const columns = [...witnesses.keys()];
  const movers = columns.map(
    (column): Mover => ({ column, others: columns.filter((other) => other !== column), triedAt: -1 }),
  );
  let lines = linesOf(table, words, 0);
  let unmoved = 0;
  for (let turn = 1; unmoved < movers.length && turn <= most; turn += 1) {
    const mover = movers[(turn - 1) % movers.length];
    const better = mover ? new Turn(lines, table, mover, words, tools, guardOf).better(turn) : null;
    unmoved = better ? 0 : unmoved + 1;
    lines = better ?? lines;
    tools.step();
  }
  return profileOfLines(lines, witnesses, firsts);
}

class Turn {
  readonly #lines: readonly Line[];
  readonly #witnesses: readonly number[];
  readonly #mover: Mover;
  readonly #words: readonly Words[];
  readonly #tools: Tools;
  readonly #guardOf: GuardOf;
  /** For each line whether the mover, the others, or both have something there. */
  readonly #steps: Uint8Array;
  /** The next word of each column, at line `#at`. */
  readonly #firsts: Int32Array;
  #at = 0;

  constructor(
    lines: readonly Line[],
    { witnesses, firsts }: Profile,
    mover: Mover,
    words: readonly Words[],
    tools: Tools,
    guardOf: GuardOf,
  ) {
    this.#lines = lines;
    this.#witnesses = witnesses;
    this.#mover = mover;
    this.#words = words;
    this.#tools = tools;
    this.#guardOf = guardOf;
    this.#firsts = Int32Array.from(firsts);
    this.#steps = Uint8Array.from(lines, ({ cells, filled }) => {
      if (cells[mover.column] === NONE) return FIRST;
      return filled > 1 ? JOIN : SECOND;
    });
  }

  /** @returns the lines with the column of the mover put in anew; null when it stays. */
  better(turn: number): Line[] | null {
    const lines = this.#lines;
    const { triedAt } = this.#mover;
    const made: Line[] = [];
    let at = 0;
    for (const cut of this.#loose({ start: 0, end: lines.length }, 0)) {
      if (!lines.slice(cut.start, cut.end).some(({ changedAt }) => changedAt > triedAt)) continue;
      const found = this.#putBack(cut);
      if (!found) continue;
      for (; at < cut.start; at += 1) made.push(lines[at] as Line);
      made.push(...withUnchanged(lines.slice(cut.start, cut.end), linesOf(found, this.#words, turn)));
      at = cut.end;
    }
    this.#mover.triedAt = turn;
    if (made.length === 0) return null;
    for (; at < lines.length; at += 1) made.push(lines[at] as Line);
    return made;
  }

  /** What lies between steady runs and can be put otherwise. */
  #loose(within: Cut, level: number): Cut[] {
    const found: Cut[] = [];
    let { start } = within;
    const worth = STEADY_WORTHS[level] ?? 0;
    for (const run of [...this.#steadyRuns(within, worth), { start: within.end, end: within.end }]) {
      const cut = { start, end: run.start };
      const cells = this.#cellsOf(cut);
      if (cells > LONG_CELLS && level + 1 < STEADY_WORTHS.length) found.push(...this.#loose(cut, level + 1));
      else if (cells > 0 && cells <= MOST_CELLS) found.push(cut);
      start = run.end;
    }
    return found;
  }

  #cellsOf({ start, end }: Cut): number {
    let [own, others] = [0, 0];
    for (let at = start; at < end; at += 1) {
      if (this.#steps[at] !== FIRST) own += 1;
      if (this.#steps[at] !== SECOND) others += 1;
    }
    return own * others;
  }

  /**
   * Runs in which the mover says what most others say, so long that it is no chance: they stay. The line at either end
   * is looked at again: it may be the wrong one of two like words. What few others put in ends a run, too: words that
   * this one put in nearby may belong beside theirs.
   */
  #steadyRuns({ start, end }: Cut, least: number): Cut[] {
    const runs: Cut[] = [];
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

  #agrees({ cells, top, agreeing }: Line, at: number): boolean {
    if (this.#steps[at] !== JOIN) return false;
    const { column } = this.#mover;
    const own = this.#words[this.#witnesses[column] ?? 0]?.forms[cells[column] ?? NONE];
    return own === top && agreeing > 1;
  }

  /** @returns the lines of a cut with the mover where it fits best; null when that is where it is. */
  #putBack(cut: Cut): Profile | null {
    // One line more shows where words cease.
    const margin = cut.start > 0 ? 1 : 0;
    const table = this.#profileOf({ start: cut.start - margin, end: cut.end });
    const one = columnsOf(table, this.#mover.others);
    const other = columnsOf(table, [this.#mover.column]);
    const a = rowsOf(one, this.#words);
    const b = rowsOf(other, this.#words);
    const now = this.#steps.subarray(cut.start, cut.end);
    const cutA = { start: margin, end: one.rowCount };
    const cutB = { start: margin, end: other.rowCount };
    this.#tools.work.cells += (cutA.end - cutA.start) * (cutB.end - cutB.start);
    const guard = this.#guardOf(one, other);
    const { steps, gain } = alignAffine(a, cutA, b, cutB, this.#tools.likeness, guard, now);
    if (gain <= LEAST_GAIN) return null;
    return inOrder(joined(one, other, pairingOf(steps, margin)), this.#witnesses);
  }

  #profileOf({ start, end }: Cut): Profile {
    for (; this.#at < start; this.#at += 1) {
      const cells = this.#lines[this.#at]?.cells ?? this.#firsts;
      for (let column = 0; column < this.#firsts.length; column += 1) {
        const word = cells[column] ?? NONE;
        if (word !== NONE) this.#firsts[column] = word + 1;
      }
    }
    return profileOfLines(this.#lines.slice(start, end), this.#witnesses, Int32Array.from(this.#firsts));
  }
}

/** @param from the row of both with which the steps begin. */
function pairingOf(steps: Uint8Array, from: number): Pairing {
  let [atA, atB] = [from, from];
  const a: number[] = [];
  const b: number[] = [];
  for (const step of steps) {
    a.push(step === SECOND ? NONE : atA);
    b.push(step === FIRST ? NONE : atB);
    if (step !== SECOND) atA += 1;
    if (step !== FIRST) atB += 1;
  }
  return { a, b };
}
