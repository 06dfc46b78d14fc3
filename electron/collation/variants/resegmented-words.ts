/**
 * Words run together or split: `inthe` beside `in the`. The alignment puts one word against two, a row each; here
 * these rows are found, so that the words make one place.
 * Invariant: ranges of one run do not overlap, and each begins and ends where two witnesses have said the same letters.
 */
import { type Alignment, WORD } from '../model.js';
import type { TableCells } from './table-cells.js';

/** Rows that differ, half-open, with the witnesses that have no gap there. */
export interface DifferingRun {
  readonly rowStart: number;
  readonly rowEnd: number;
  readonly shown: readonly number[];
}

export interface RowRange {
  readonly rowStart: number;
  readonly rowEnd: number;
}

/** So many rows one resegmented range may take; more than a dozen words never ran into one. */
const MAX_ROWS = 24;
const NO_LETTER = /[^\p{L}\p{N}]+/gu;

/** What two witnesses have in the rows of a run, row by row. */
interface RunColumn {
  /** Without white space. */
  readonly written: readonly string[];
  /** Folded, without signs. */
  readonly letters: readonly string[];
}

/** @returns in order. */
export function resegmentedIn(alignment: Alignment, cells: TableCells, run: DifferingRun): RowRange[] {
  if (run.rowEnd - run.rowStart < 2) return [];
  const columns = new Map<string, RunColumn>();
  for (const witness of run.shown) {
    const column = columnOf(alignment, cells, run, witness);
    columns.set(column.written.join('\n'), column);
  }
  const found: RowRange[] = [];
  const each = [...columns.values()];
  for (const [index, one] of each.entries()) {
    for (const other of each.slice(index + 1)) found.push(...resegmentedBetween(one, other));
  }
  return united(found).map(({ rowStart, rowEnd }) => ({
    rowStart: run.rowStart + rowStart,
    rowEnd: run.rowStart + rowEnd,
  }));
}

function columnOf(
  { tokens }: Alignment,
  cells: TableCells,
  { rowStart, rowEnd }: DifferingRun,
  witness: number,
): RunColumn {
  const written: string[] = [];
  const letters: string[] = [];
  for (let row = rowStart; row < rowEnd; row += 1) {
    const token = cells.token(row, witness);
    const own = tokens[witness];
    written.push(cells.comparedToken(witness, token).replaceAll(' ', ''));
    letters.push(own?.kinds[token] === WORD ? (own.normalized[token] ?? '').replace(NO_LETTER, '') : '');
  }
  return { written, letters };
}

function resegmentedBetween(one: RunColumn, other: RunColumn): RowRange[] {
  const found: RowRange[] = [];
  const count = one.written.length;
  for (let row = 0; row < count; row += 1) {
    if (one.written[row] === other.written[row]) continue;
    const rowEnd =
      sameEnd(one.written, other.written, row) ??
      sameEnd(one.letters, other.letters, row) ??
      nearlySameEnd(one.letters, other.letters, row);
    if (rowEnd === null) continue;
    found.push({ rowStart: row, rowEnd });
    row = rowEnd - 1;
  }
  return found;
}

/**
 * The row behind which both have said the same, from a row where they do not, one always ahead of the other; null when
 * there is none.
 */
function sameEnd(one: readonly string[], other: readonly string[], rowStart: number): number | null {
  if (one[rowStart] === other[rowStart]) return null;
  let [said, saidToo] = ['', ''];
  const most = Math.min(one.length, rowStart + MAX_ROWS);
  for (let row = rowStart; row < most; row += 1) {
    said += one[row] ?? '';
    saidToo += other[row] ?? '';
    if (said === saidToo) return row + 1;
    if (!said.startsWith(saidToo) && !saidToo.startsWith(said)) return null;
  }
  return null;
}

/** Rows looked at for words that are split and have a misread letter besides: three words and the signs between them. */
const MAX_NEAR_ROWS = 6;
/** Letters that one misread letter becomes: `rn` of `m`, and the other way round. */
const MAX_MISREAD = 2;
/** Below this any two short words are alike. */
const MIN_COMMON = 3;

/** Likewise, but for one misread letter. */
function nearlySameEnd(one: readonly string[], other: readonly string[], rowStart: number): number | null {
  if (one[rowStart] === other[rowStart]) return null;
  const most = Math.min(one.length, rowStart + MAX_NEAR_ROWS);
  for (let rowEnd = rowStart + 2; rowEnd <= most; rowEnd += 1) {
    if (one[rowEnd - 1] === other[rowEnd - 1]) continue;
    if (areNearlyOne(one.slice(rowStart, rowEnd), other.slice(rowStart, rowEnd))) return rowEnd;
  }
  return null;
}

/** Whether two lists of words, blanks and one misread letter apart, are the same; and are cut into words differently. */
function areNearlyOne(one: readonly string[], other: readonly string[]): boolean {
  const [words, wordsToo] = [one.filter(Boolean), other.filter(Boolean)];
  if (words.length === wordsToo.length) return false;
  const [said, saidToo] = [words.join(''), wordsToo.join('')];
  const shorter = Math.min(said.length, saidToo.length);
  if (Math.abs(said.length - saidToo.length) > 1) return false;
  let head = 0;
  while (head < shorter && said[head] === saidToo[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && said.at(-1 - tail) === saidToo.at(-1 - tail)) tail += 1;
  const misread = Math.max(said.length, saidToo.length) - head - tail;
  const common = head + tail;
  if (misread > MAX_MISREAD || common < Math.max(MIN_COMMON, 2 * misread)) return false;
  return keepsItsWords(words, head, said.length - tail) && keepsItsWords(wordsToo, head, saidToo.length - tail);
}

/** Whether each word has half of its letters outside the misread range; else it is a word that was put in. */
function keepsItsWords(words: readonly string[], start: number, end: number): boolean {
  let at = 0;
  return words.every((word) => {
    const misread = Math.max(0, Math.min(end, at + word.length) - Math.max(start, at));
    at += word.length;
    return misread * 2 <= word.length;
  });
}

/** Overlapping ranges are one. */
function united(ranges: readonly RowRange[]): RowRange[] {
  const found: RowRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.rowStart - b.rowStart)) {
    const last = found.at(-1);
    if (last && range.rowStart < last.rowEnd)
      found[found.length - 1] = { ...last, rowEnd: Math.max(last.rowEnd, range.rowEnd) };
    else found.push(range);
  }
  return found;
}
