/**
 * Cuts the rows of an alignment into variation units: ranges where all agree, and ranges where they differ. A withheld
 * range is one unit with all that others show there, as long as those agree; a moved one is one; a word that stands
 * opposite a word is a unit of its own, and so are words that one witness runs together and another does not; what was
 * added, left out or rewritten around it belongs to it, but for what a pin parts.
 * Invariants: units follow each other and cover every row once; a row on which all agree is in none that differs.
 */
import { type Alignment, type AlignmentPin, NONE } from '../model.js';
import { resegmentedIn } from './resegmented-words.js';
import type { TableCells } from './table-cells.js';

export interface VariationUnit {
  /** Half-open. */
  readonly rowStart: number;
  readonly rowEnd: number;
  readonly kind: 'same' | 'pair' | 'free' | 'resegmented' | 'withheld' | 'moved';
  /** Indices of the gap spans that lie over it. */
  readonly gaps: readonly number[];
  /** Indices of moves, of a moved unit. */
  readonly moves: readonly number[];
}

const NONE_AT_ALL: readonly number[] = [];

interface AlignmentRow {
  readonly kind: VariationUnit['kind'];
  readonly gaps: readonly number[];
  readonly moves: readonly number[];
  /** Witnesses without a gap there. */
  readonly shown: readonly number[];
}

export function variationUnits(
  alignment: Alignment,
  cells: TableCells,
  pins: readonly AlignmentPin[],
): VariationUnit[] {
  const cuts = pinnedCuts(alignment, cells, pins);
  const rows = rowsOf(alignment, cells);
  const firstRows = resegmentedRows(alignment, cells, rows, cuts);
  const units: VariationUnit[] = [];
  let before = NONE_AT_ALL;
  for (const [row, { kind, gaps, moves }] of rows.entries()) {
    const last = units.at(-1);
    const firstRow = firstRows.get(row);
    if (firstRow !== undefined) {
      if (last && firstRow < row) units[units.length - 1] = { ...last, rowEnd: row + 1 };
      else units.push({ rowStart: row, rowEnd: row + 1, kind: 'resegmented', gaps, moves });
      before = gaps;
      continue;
    }
    // Words that stand opposite each other are units of their own; all else goes on, gaps as long as one of them does.
    const goesOn = last?.kind === kind && kind !== 'pair' && !cuts.has(row) && isSameList(last.moves, moves);
    if (last && goesOn && (kind === 'withheld' ? before.some((gap) => gaps.includes(gap)) : isSameList(before, gaps))) {
      units[units.length - 1] = { ...last, rowEnd: row + 1, gaps: union(last.gaps, gaps) };
    } else units.push({ rowStart: row, rowEnd: row + 1, kind, gaps, moves });
    before = gaps;
  }
  return units;
}

function rowsOf(alignment: Alignment, cells: TableCells): AlignmentRow[] {
  const { rowCount, witnesses, gapSpans } = alignment;
  const everybody = [...witnesses.keys()];
  const gapsIn = gapsByRow(alignment);
  const moved = movedRows(alignment);
  return Array.from({ length: rowCount }, (_, row) => {
    const gaps = gapsIn.get(row) ?? NONE_AT_ALL;
    const hidden = gaps.map((gap) => gapSpans[gap]?.witness);
    const shown = gaps.length === 0 ? everybody : everybody.filter((witness) => !hidden.includes(witness));
    const moves = moved.get(row) ?? NONE_AT_ALL;
    return { kind: kindOf(cells, row, everybody, shown, moves), gaps, moves, shown };
  });
}

/** Of each row in which words are divided differently, the first row of that unit. */
function resegmentedRows(
  alignment: Alignment,
  cells: TableCells,
  rows: readonly AlignmentRow[],
  cuts: ReadonlySet<number>,
): Map<number, number> {
  const found = new Map<number, number>();
  const isOpen = (row: AlignmentRow | undefined) => row?.kind === 'pair' || row?.kind === 'free';
  let rowStart = 0;
  while (rowStart < rows.length) {
    const first = rows[rowStart];
    let rowEnd = rowStart + 1;
    if (!first || !isOpen(first)) {
      rowStart = rowEnd;
      continue;
    }
    while (isOpen(rows[rowEnd]) && !cuts.has(rowEnd) && isSameList(rows[rowEnd]?.gaps ?? [], first.gaps)) rowEnd += 1;
    for (const range of resegmentedIn(alignment, cells, { rowStart, rowEnd, shown: first.shown })) {
      for (let row = range.rowStart; row < range.rowEnd; row += 1) found.set(row, range.rowStart);
    }
    rowStart = rowEnd;
  }
  return found;
}

const isSameList = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((one) => b.includes(one));
const union = (a: readonly number[], b: readonly number[]) => (isSameList(a, b) ? a : [...new Set([...a, ...b])]);

/** @param shown witnesses without a gap there. */
function kindOf(
  cells: TableCells,
  row: number,
  everybody: readonly number[],
  shown: readonly number[],
  moves: readonly number[],
): VariationUnit['kind'] {
  // The same mark in every witness is what they agree on.
  if (cells.isSame(row, everybody)) return 'same';
  const isHidden = shown.length < everybody.length;
  const isSilent = shown.every((witness) => cells.token(row, witness) === NONE);
  if (isHidden && (isSilent || shown.length < 2 || cells.isSame(row, shown))) return 'withheld';
  if (moves.length > 0) return 'moved';
  return shown.some((witness) => cells.token(row, witness) === NONE) ? 'free' : 'pair';
}

/** Of each row the indices of the gap spans that lie over it, ascending. */
function gapsByRow({ gapSpans }: Alignment): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const [gap, { rowStart, rowEnd }] of gapSpans.entries()) {
    for (let row = rowStart; row < rowEnd; row += 1) {
      put(found, row, gap);
    }
  }
  return found;
}

/** Rows before which a place ends because what a person pinned begins or ends there. */
function pinnedCuts({ rowCount, tokens }: Alignment, cells: TableCells, pins: readonly AlignmentPin[]): Set<number> {
  const cuts = new Set<number>();
  for (const { witness, start, end } of pins.flatMap(({ stretches }) => stretches)) {
    const { starts, ends } = tokens[witness] ?? { starts: [], ends: [] };
    let isInside = false;
    for (let row = 0; row < rowCount; row += 1) {
      const token = cells.token(row, witness);
      const isPinned = token !== NONE && (starts[token] ?? 0) < end && (ends[token] ?? 0) > start;
      if (isPinned !== isInside) cuts.add(row);
      isInside = isPinned;
    }
  }
  return cuts;
}

/** Of each row that a move begins or ends in, which moves. */
function movedRows({ witnesses, rowCount, cells, moves }: Alignment): Map<number, number[]> {
  const found = new Map<number, number[]>();
  if (moves.length === 0) return found;
  const movesOf = witnesses.map(() => new Map<number, number[]>());
  for (const [index, { from, to }] of moves.entries()) {
    for (const { witness, start, end } of [from, to]) {
      for (let token = start; token < end; token += 1) put(movesOf[witness], token, index);
    }
  }
  const width = witnesses.length;
  for (let row = 0; row < rowCount; row += 1) {
    for (const [witness, own] of movesOf.entries()) {
      for (const index of own.get(cells[row * width + witness] ?? NONE) ?? []) put(found, row, index);
    }
  }
  return found;
}

/** Adds to the list of a key, each once. */
function put(lists: Map<number, number[]> | undefined, key: number, item: number): void {
  const known = lists?.get(key);
  if (!known) lists?.set(key, [item]);
  else if (!known.includes(item)) known.push(item);
}
