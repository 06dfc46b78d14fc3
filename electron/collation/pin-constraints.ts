/**
 * What a scholar decided, as rules for rows. Pinned words are put in columns, and the columns in one order that every
 * table has to keep. Invariant: the rules never contradict each other; a pin that would is refused.
 */
import type { AlignmentConstraint } from './affine-alignment.js';
import type { WitnessWords } from './lexicon.js';
import { type AlignmentPin, NONE, type Tokens, type WitnessRange } from './model.js';
import type { FixedPairs } from './pair-profiles.js';
import type { Profile } from './profile.js';

export interface PinConstraints {
  /** Null when no pin touches either. */
  constraintOf(one: Profile, other: Profile): AlignmentConstraint | null;
  /** Rows of two profiles that are one row. */
  fixed(one: Profile, other: Profile): FixedPairs;
  /** Whether a word has its row by a pin. */
  isPinned(witness: number, word: number): boolean;
  /** Whether a pin tells where a word stands or may not stand. A word that is not bound may share any row. */
  isBound(witness: number, word: number): boolean;
  /** Indices of pins, ascending. */
  readonly refused: readonly number[];
}

interface WordRange {
  readonly witness: number;
  /** Half-open. */
  readonly start: number;
  readonly end: number;
}

/** A place that several witnesses share by pins. */
interface PinnedColumn {
  /** Word of each witness. */
  readonly words: ReadonlyMap<number, number>;
}

/** One `apart` pin: the words of each side. */
type ApartPin = readonly WordRange[];

export function pinConstraints(
  pins: readonly AlignmentPin[],
  tokens: readonly Tokens[],
  words: readonly WitnessWords[],
): PinConstraints {
  let columns: readonly PinnedColumn[] = [];
  const apart: ApartPin[] = [];
  const refused: number[] = [];
  for (const [index, pin] of pins.entries()) {
    const ranges = pin.stretches.map((range) => wordsIn(range, tokens, words));
    const sides = pin.kind === 'apart' ? [...apart, ranges] : apart;
    const wished = pin.kind === 'together' ? withPin(columns, ranges) : columns;
    const ordered = wished && inOneOrder(wished);
    if (!ordered || ordered.some((column) => isParted(column, sides))) {
      refused.push(index);
      continue;
    }
    columns = ordered;
    if (pin.kind === 'apart') apart.push(ranges);
  }
  return rulesOf(columns, apart, words, refused);
}

/** Words and gaps that begin inside a range. */
function wordsIn(range: WitnessRange, tokens: readonly Tokens[], words: readonly WitnessWords[]): WordRange {
  const own = words[range.witness];
  const places = tokens[range.witness];
  if (!own || !places) throw new RangeError(`There is no witness ${range.witness}`);
  const isIn = (token: number) => (places.ends[token] ?? 0) > range.start && (places.starts[token] ?? 0) < range.end;
  const start = own.tokens.findIndex(isIn);
  if (start < 0) return { witness: range.witness, start: 0, end: 0 };
  let end = start;
  while (end < own.count && isIn(own.tokens[end] ?? 0)) end += 1;
  return { witness: range.witness, start, end };
}

/** @returns null when a column would hold two words of one witness. */
function withPin(columns: readonly PinnedColumn[], ranges: readonly WordRange[]): PinnedColumn[] | null {
  let all = [...columns];
  const longest = Math.max(0, ...ranges.map(({ start, end }) => end - start));
  for (let index = 0; index < longest; index += 1) {
    const wished = ranges.filter(({ start, end }) => start + index < end);
    if (wished.length < 2) break;
    const whole = new Map<number, number>();
    const touched = all.filter(({ words }) =>
      wished.some(({ witness, start }) => words.get(witness) === start + index),
    );
    const parts = [
      ...touched.map(({ words }) => words),
      new Map(wished.map((one) => [one.witness, one.start + index])),
    ];
    if (new Set(wished.map(({ witness }) => witness)).size < wished.length) return null;
    for (const part of parts) {
      for (const [witness, word] of part) {
        if ((whole.get(witness) ?? word) !== word) return null;
        whole.set(witness, word);
      }
    }
    all = [...all.filter((column) => !touched.includes(column)), { words: whole }];
  }
  return all;
}

/** An order in which each witness has its words ascending; null when there is none, because pins cross. */
function inOneOrder(columns: readonly PinnedColumn[]): PinnedColumn[] | null {
  const lines = new Map<number, { word: number; column: number }[]>();
  for (const [column, { words }] of columns.entries()) {
    for (const [witness, word] of words) {
      const line = lines.get(witness) ?? [];
      line.push({ word, column });
      lines.set(witness, line);
    }
  }
  const before = columns.map(() => 0);
  const after = columns.map((): number[] => []);
  for (const line of lines.values()) {
    line.sort((one, other) => one.word - other.word);
    for (const [index, { column }] of line.entries()) {
      const next = line[index + 1];
      if (!next) continue;
      after[column]?.push(next.column);
      before[next.column] = (before[next.column] ?? 0) + 1;
    }
  }
  // Of columns that nothing binds, those earlier in their texts come first.
  const place = columns.map(({ words }) => Math.min(...words.values()));
  const ready = columns.map((_, column) => column).filter((column) => before[column] === 0);
  const order: PinnedColumn[] = [];
  while (ready.length > 0) {
    ready.sort((one, other) => (place[other] ?? 0) - (place[one] ?? 0));
    const column = ready.pop() ?? 0;
    const found = columns[column];
    if (found) order.push(found);
    for (const next of after[column] ?? []) {
      before[next] = (before[next] ?? 0) - 1;
      if (before[next] === 0) ready.push(next);
    }
  }
  return order.length === columns.length ? order : null;
}

function sidesOf(apart: readonly ApartPin[], witness: number, word: number): SideList {
  return apart.flatMap((sides, pin) =>
    sides.flatMap(
      (range, side): SideList =>
        range.witness === witness && word >= range.start && word < range.end ? [[pin, side]] : [],
    ),
  );
}

function areParted(one: SideList, other: SideList): boolean {
  return one.some(([pin, side]) => other.some(([samePin, otherSide]) => pin === samePin && side !== otherSide));
}

function isParted({ words }: PinnedColumn, apart: readonly ApartPin[]): boolean {
  const found = [...words].map(([witness, word]) => sidesOf(apart, witness, word));
  return found.some((one, index) => found.slice(index + 1).some((other) => areParted(one, other)));
}

function rulesOf(
  columns: readonly PinnedColumn[],
  apart: readonly ApartPin[],
  words: readonly WitnessWords[],
  refused: readonly number[],
): PinConstraints {
  const ranks = words.map(() => new Map<number, number>());
  for (const [rank, column] of columns.entries()) {
    for (const [witness, word] of column.words) ranks[witness]?.set(word, rank);
  }
  const ranksOf = (profile: Profile) => rowRanks(profile, ranks);
  // Who is parted from one word of a column is parted from all of it, else a third witness would bring them together.
  const sides = wordSides(columns, apart, words.length);
  return {
    refused,
    isPinned: (witness, word) => ranks[witness]?.has(word) ?? false,
    isBound: (witness, word) => (ranks[witness]?.has(word) ?? false) || (sides[witness]?.has(word) ?? false),
    fixed(one, other) {
      if (columns.length === 0) return [];
      const rowOf = new Map([...ranksOf(other).entries()].map(([row, rank]) => [rank, row]));
      rowOf.delete(NONE);
      return [...ranksOf(one).entries()].flatMap(([a, rank]) => {
        const b = rowOf.get(rank);
        return b === undefined ? [] : [{ a, b }];
      });
    },
    constraintOf(one, other) {
      if (columns.length === 0 && apart.length === 0) return null;
      return constraintOf(ranksOf(one), ranksOf(other), rowSides(one, sides), rowSides(other, sides));
    },
  };
}

/** The pinned column that stands in each row, or `NONE`. */
function rowRanks({ cells, witnesses, rowCount }: Profile, ranks: readonly ReadonlyMap<number, number>[]): Int32Array {
  const found = new Int32Array(rowCount).fill(NONE);
  const width = witnesses.length;
  for (const [column, witness] of witnesses.entries()) {
    const own = ranks[witness];
    if (!own || own.size === 0) continue;
    for (let row = 0; row < rowCount; row += 1) {
      const rank = own.get(cells[row * width + column] ?? NONE);
      if (rank !== undefined) found[row] = rank;
    }
  }
  return found;
}

type SideList = [pin: number, side: number][];
/** For each witness the sides of those of its words that have any. */
type WordSides = readonly ReadonlyMap<number, SideList>[];

function wordSides(columns: readonly PinnedColumn[], apart: readonly ApartPin[], witnesses: number): WordSides {
  const found = Array.from({ length: witnesses }, () => new Map<number, SideList>());
  const add = (witness: number, word: number, sides: SideList) => {
    if (sides.length > 0) found[witness]?.set(word, [...(found[witness]?.get(word) ?? []), ...sides]);
  };
  for (const [pin, ranges] of apart.entries()) {
    for (const [side, { witness, start, end }] of ranges.entries()) {
      for (let word = start; word < end; word += 1) add(witness, word, [[pin, side]]);
    }
  }
  for (const { words } of columns) {
    const all = [...words].flatMap(([witness, word]) => sidesOf(apart, witness, word));
    for (const [witness, word] of words) add(witness, word, all);
  }
  return found;
}

type RowSides = ReadonlyMap<number, SideList>;

function rowSides({ cells, witnesses, rowCount }: Profile, sides: WordSides): RowSides {
  const found = new Map<number, SideList>();
  const width = witnesses.length;
  for (const [column, witness] of witnesses.entries()) {
    const own = sides[witness];
    if (!own || own.size === 0) continue;
    for (let row = 0; row < rowCount; row += 1) {
      const here = own.get(cells[row * width + column] ?? NONE);
      if (here) found.set(row, [...(found.get(row) ?? []), ...here]);
    }
  }
  return found;
}

function constraintOf(ranksA: Int32Array, ranksB: Int32Array, sidesA: RowSides, sidesB: RowSides): AlignmentConstraint {
  const [a, b] = [reachOf(ranksA), reachOf(ranksB)];
  return {
    mayJoin(rowA, rowB) {
      const [one, other] = [ranksA[rowA] ?? NONE, ranksB[rowB] ?? NONE];
      if (one !== NONE && other !== NONE && one !== other) return false;
      const [own, others] = [sidesA.get(rowA), sidesB.get(rowB)];
      return !own || !others || !areParted(own, others);
    },
    mayPass: (rowA, rowB) => (a.before[rowA] ?? 0) < (b.from[rowB] ?? 0) && (b.before[rowB] ?? 0) < (a.from[rowA] ?? 0),
  };
}

/** The greatest rank before each place and the least one from it on. */
function reachOf(ranks: Int32Array): { before: Float64Array; from: Float64Array } {
  const before = new Float64Array(ranks.length + 1).fill(-1);
  const from = new Float64Array(ranks.length + 1).fill(Number.POSITIVE_INFINITY);
  for (let row = 0; row < ranks.length; row += 1) {
    const rank = ranks[row] ?? NONE;
    before[row + 1] = rank === NONE ? (before[row] ?? -1) : rank;
  }
  for (let row = ranks.length - 1; row >= 0; row -= 1) {
    const rank = ranks[row] ?? NONE;
    from[row] = rank === NONE ? (from[row + 1] ?? 0) : rank;
  }
  return { before, from };
}
