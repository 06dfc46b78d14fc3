/**
 * Moves words to a row nearby where likelier company stands. Refinement moves one witness at a time, so that a variant
 * of a few witnesses may stay in two rows, because neither half gains by going alone; here all that have a form go
 * together. Invariant: each column keeps its order; only cells that are free, with free ones on the way, are used.
 */
import { GAP_EXTEND, GAP_OPEN } from './alignment-costs.js';
import type { FormSimilarity } from './form-similarity.js';
import { withoutEmptyRows } from './gap-spans.js';
import { GAP_FORM, type WitnessWords } from './lexicon.js';
import { NONE } from './model.js';
import type { Profile } from './profile.js';

/** Rows that a word may go up or down. */
export const REACH = 8;
/** Rounds end when nothing moves; each move says more than what was, so that they end. */
const MAX_ROUNDS = 4;
/** Nats, beside what they say to each other, that two words in one row spare: else a gap begins on either side. */
const MET = 2 * GAP_OPEN;
/** Nats by which the best company there must be better than the best here. */
const MIN_BETTER = GAP_EXTEND;

/** @param isBound whether a scholar's pin tells where a word stands or may not stand. */
export function regroupVariants(
  profile: Profile,
  words: readonly WitnessWords[],
  likeness: FormSimilarity,
  isBound: (witness: number, word: number) => boolean,
): Profile {
  // Two are put beside each other as well as can be: nothing has to be gathered.
  if (profile.witnesses.length < 3) return profile;
  const grid = new RegroupingTable(profile, words, likeness, isBound);
  for (let round = 0; round < MAX_ROUNDS && grid.moveAll() > 0; round += 1);
  return withoutEmptyRows({ ...profile, cells: grid.cells });
}

/** Columns by the form they have in a row. */
type ColumnsByForm = ReadonlyMap<number, readonly number[]>;

interface RowSupport {
  /** Nats of all, with what meeting spares. */
  readonly sum: number;
  /** Nats of the likeliest; 0 where none is alike. */
  readonly best: number;
}

class RegroupingTable {
  readonly cells: Int32Array;
  readonly #rowCount: number;
  readonly #witnesses: readonly number[];
  readonly #words: readonly WitnessWords[];
  readonly #likeness: FormSimilarity;
  readonly #isBound: (witness: number, word: number) => boolean;
  readonly #groups: (ColumnsByForm | undefined)[];

  constructor(
    { cells, rowCount, witnesses }: Profile,
    words: readonly WitnessWords[],
    likeness: FormSimilarity,
    isBound: (witness: number, word: number) => boolean,
  ) {
    this.cells = Int32Array.from(cells);
    this.#rowCount = rowCount;
    this.#witnesses = witnesses;
    this.#words = words;
    this.#likeness = likeness;
    this.#isBound = isBound;
    this.#groups = new Array(rowCount);
  }

  /** @returns how many groups moved. */
  moveAll(): number {
    let moved = 0;
    for (let row = 0; row < this.#rowCount; row += 1) {
      // A word cannot leave its row where all neighbours are full.
      if (this.#isFull(row - 1) && this.#isFull(row + 1)) continue;
      for (const form of [...this.#groupsAt(row).keys()]) if (form !== GAP_FORM) moved += this.#move(form, row);
    }
    return moved;
  }

  /** The nearest rows first, of two as near the upper one. @returns how often the form moved. */
  #move(form: number, row: number): number {
    let moved = 0;
    let [above, below] = [this.#movable(form, row), this.#movable(form, row)];
    for (let distance = 1; distance <= REACH && above.length + below.length > 0; distance += 1) {
      above = above.filter((column) => this.#isFree(row - distance, column));
      if (this.#moveTo(form, row, row - distance, above)) {
        moved += 1;
        const gone = new Set(above);
        above = [];
        below = below.filter((column) => !gone.has(column));
      }
      below = below.filter((column) => this.#isFree(row + distance, column));
      if (this.#moveTo(form, row, row + distance, below)) {
        moved += 1;
        const gone = new Set(below);
        below = [];
        above = above.filter((column) => !gone.has(column));
      }
    }
    return moved;
  }

  #moveTo(form: number, from: number, to: number, columns: readonly number[]): boolean {
    if (columns.length === 0) return false;
    const there = this.#company(form, this.#groupsAt(to), 0);
    if (there.best <= MIN_BETTER) return false;
    const here = this.#company(form, this.#groupsAt(from), columns.length);
    if (there.best <= here.best + MIN_BETTER || there.sum <= here.sum) return false;
    const width = this.#witnesses.length;
    for (const column of columns) {
      this.cells[to * width + column] = this.cells[from * width + column] ?? NONE;
      this.cells[from * width + column] = NONE;
    }
    this.#groups[from] = undefined;
    this.#groups[to] = undefined;
    return true;
  }

  /** @param leaving how many of those that have the form themselves do not count. */
  #company(form: number, groups: ColumnsByForm, leaving: number): RowSupport {
    let [sum, best] = [0, 0];
    for (const [other, columns] of groups) {
      const count = columns.length - (other === form ? leaving : 0);
      if (other === GAP_FORM || count === 0) continue;
      const worth = this.#likeness.score(form, other);
      sum += count * (worth + MET);
      best = Math.max(best, worth);
    }
    return { sum, best };
  }

  #movable(form: number, row: number): readonly number[] {
    const columns = this.#groupsAt(row).get(form) ?? [];
    const width = this.#witnesses.length;
    return columns.filter((column) => {
      const witness = this.#witnesses[column] ?? 0;
      return !this.#isBound(witness, this.cells[row * width + column] ?? NONE);
    });
  }

  #isFree(row: number, column: number): boolean {
    if (row < 0 || row >= this.#rowCount) return false;
    return this.cells[row * this.#witnesses.length + column] === NONE;
  }

  #isFull(row: number): boolean {
    return this.#witnesses.every((_, column) => !this.#isFree(row, column));
  }

  #groupsAt(row: number): ColumnsByForm {
    const known = this.#groups[row];
    if (known) return known;
    const width = this.#witnesses.length;
    const groups = new Map<number, number[]>();
    for (const [column, witness] of this.#witnesses.entries()) {
      const word = this.cells[row * width + column] ?? NONE;
      if (word === NONE) continue;
      const form = this.#words[witness]?.forms[word] ?? GAP_FORM;
      const columns = groups.get(form);
      if (columns) columns.push(column);
      else groups.set(form, [column]);
    }
    this.#groups[row] = groups;
    return groups;
  }
}
