/**
 * Columns that a program drew row by row: a gutter runs through all rows, and what stands on either side of it is
 * running text that goes on in the row below. The rows of a table are left as they are drawn.
 */
import type { PdfLine } from './text-lines.js';

type Gutter = readonly [left: number, right: number];

/** Fractions of the size of letters. */
const GUTTER = 1;
/** Between paragraphs as well. */
const NEXT_LINE = 3.5;
const SAME_LINE = 0.3;
/** Rows with text on both sides that must agree; of fewer than `SURE_ROWS` each must go on in the next. */
const MIN_ROWS = 3;
const SURE_ROWS = 4;
/** Words in the middle one of a column's lines: the cells of tables are shorter. */
const MIN_WORDS = 3;
/** Of a column's lines, those that nearly fill it; and those whose text goes on in the next. */
const FILLED_LINES = 0.6;
const FILLED = 0.6;
const GOING_ON = 0.4;
/** Where there are only capitals, nothing shows that a line goes on: the lines must be fuller. */
const CAPITALS_FILLED = 0.75;

/**
 * @param lines in drawing order.
 * @returns ranges of lines in drawing order: whole columns, left to right, where rows were drawn across them;
 * between them the lines that are none of a column.
 */
export function withColumns(lines: readonly PdfLine[]): PdfLine[][] {
  const groups: PdfLine[][] = [];
  let plain: PdfLine[] = [];
  for (let index = 0; index < lines.length; ) {
    const run = runFrom(lines, index);
    const columns = run ? columnsOf(lines.slice(index, run.end), run.gutters) : null;
    if (run && columns) {
      if (plain.length > 0) groups.push(plain);
      plain = [];
      groups.push(...columns);
      index = run.end;
    } else {
      const line = lines[index];
      if (line) plain.push(line);
      index += 1;
    }
  }
  if (plain.length > 0) groups.push(plain);
  return groups;
}

/** The rows from `start` on through which a gutter runs; null when there is none or too few. */
function runFrom(lines: readonly PdfLine[], start: number): { end: number; gutters: Gutter[] } | null {
  const first = lines[start];
  if (!first || first.parts.length < 2 || first.turn !== 0) return null;
  let gutters: Gutter[] = gapsOf(first);
  let end = start + 1;
  for (; end < lines.length; end += 1) {
    const line = lines[end];
    const before = lines[end - 1];
    if (!line || !before || !follows(before, line)) break;
    const left = gutters.flatMap((gutter) => without(gutter, line)).filter((gutter) => isWide(gutter, line.size));
    if (left.length === 0) break;
    gutters = left;
  }
  return end - start >= MIN_ROWS ? { end, gutters } : null;
}

const isWide = ([left, right]: Gutter, size: number) => right - left >= size * GUTTER;

function follows(before: PdfLine, line: PdfLine): boolean {
  const distance = Math.abs(before.y - line.y) / Math.max(before.size, line.size);
  return line.turn === 0 && distance > SAME_LINE && distance <= NEXT_LINE;
}

function gapsOf(line: PdfLine): Gutter[] {
  const gaps: Gutter[] = [];
  for (const [index, part] of line.parts.entries()) {
    const next = line.parts[index + 1];
    if (next && isWide([part.right, next.x], line.size)) gaps.push([part.right, next.x]);
  }
  return gaps;
}

/** What a line leaves free of a gutter. */
function without(gutter: Gutter, line: PdfLine): Gutter[] {
  let free: Gutter[] = [gutter];
  for (const { x, right } of line.parts) {
    free = free.flatMap(([left, end]) =>
      right <= left || x >= end ? [[left, end] as Gutter] : [[left, x] as Gutter, [right, end] as Gutter],
    );
  }
  return free.filter(([left, right]) => right > left);
}

/** @returns the columns of running text, in the order of reading; null when one of them is none. */
function columnsOf(rows: readonly PdfLine[], gutters: readonly Gutter[]): PdfLine[][] | null {
  const bounds = gutters.map(([left, right]) => (left + right) / 2).sort((one, other) => one - other);
  const columns: PdfLine[][] = Array.from({ length: bounds.length + 1 }, () => []);
  for (const row of rows) {
    for (const [index, column] of columns.entries()) {
      const [from, to] = [bounds[index - 1] ?? Number.NEGATIVE_INFINITY, bounds[index] ?? Number.POSITIVE_INFINITY];
      const parts = row.parts.filter(({ x }) => x >= from && x < to);
      if (parts.length > 0) column.push(lineOfParts(row, parts));
    }
  }
  return columns.every(isRunningText) ? columns : null;
}

const lineOfParts = (row: PdfLine, parts: PdfLine['parts']): PdfLine => ({
  ...row,
  parts,
  x: Math.min(...parts.map(({ x }) => x)),
  right: Math.max(...parts.map(({ right }) => right)),
});

function isRunningText(column: readonly PdfLine[]): boolean {
  if (column.length < MIN_ROWS) return false;
  const texts = column.map(({ parts }) => parts.map(({ text }) => text.trim()).join(' '));
  const words = texts.map((text) => text.split(/\s+/).length).sort((one, other) => one - other);
  if ((words[words.length >> 1] ?? 0) < MIN_WORDS) return false;
  const widths = column.map(({ x, right }) => right - x);
  const widest = Math.max(...widths);
  const filled = (least: number) => widths.filter((width) => width >= widest * least).length / widths.length;
  if (!/\p{Ll}|\p{Lo}/u.test(texts.join(''))) return filled(CAPITALS_FILLED) >= CAPITALS_FILLED;
  const going = texts.slice(1).filter((text, index) => goesOn(texts[index] ?? '', text)).length;
  const least = texts.length < SURE_ROWS ? 1 : GOING_ON;
  return filled(FILLED) >= FILLED_LINES && going / (texts.length - 1) >= least;
}

/** A hyphen, or a line that begins small, or in a script without capitals. */
const goesOn = (before: string, text: string) =>
  /[\p{Pd}\u00AD]$/u.test(before) || /^["'“‘„«(]*[\p{Ll}\p{Lo}]/u.test(text);
