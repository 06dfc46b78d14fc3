/** What the tests of collation ask of a table. */
import { collate } from '../../../electron/collation/collate.js';
import {
  type Alignment,
  type AlignmentPin,
  NONE,
  type TextGap,
  type WitnessRange,
  type WitnessText,
} from '../../../electron/collation/model.js';

/** `█` runs, with their code, and `[redacted, CODE]`; neighbours are one. */
export function witness(text: string): WitnessText {
  const gaps: TextGap[] = [];
  const found = text.matchAll(/\[redacted, ([^\]]+)\]|\[(?:…|lacuna)\]|█+(?:\s*\((b)\)\((1)\))?/g);
  for (const match of found) {
    const [start, end] = [match.index, match.index + match[0].length];
    const code = match[1] ?? (match[2] ? '(b)(1)' : null);
    const last = gaps.at(-1);
    if (last && text.slice(last.end, start).trim() === '') gaps[gaps.length - 1] = { ...last, end };
    else gaps.push({ start, end, kind: match[0].startsWith('[…') ? 'lacuna' : 'redaction', code });
  }
  return { text, gaps };
}

export const collated = (texts: readonly string[], pins: readonly AlignmentPin[] = []) =>
  collate(texts.map(witness), pins);

/** What a witness has in a row, as written; '' for nothing. */
export function written({ cells, tokens, witnesses }: Alignment, row: number, column: number): string {
  const token = cells[row * witnesses.length + column] ?? NONE;
  const own = tokens[column];
  if (token === NONE || !own) return '';
  return witnesses[column]?.text.slice(own.starts[token], own.ends[token]).replace(/\s+/g, ' ') ?? '';
}

/** The table, row by row. */
export function rowsOf(alignment: Alignment): string[][] {
  return Array.from({ length: alignment.rowCount }, (_, row) =>
    alignment.witnesses.map((_, column) => written(alignment, row, column)),
  );
}

/** The table as lines of `one | other`. */
export const linesOf = (alignment: Alignment) =>
  rowsOf(alignment).map((row) => row.map((cell) => cell || '–').join(' | '));

/** What a witness has in rows, half-open, joined by blanks. */
export function saidIn(alignment: Alignment, column: number, rowStart: number, rowEnd: number): string {
  return rowsOf(alignment)
    .slice(rowStart, rowEnd)
    .map((row) => row[column])
    .filter(Boolean)
    .join(' ');
}

/** The range of the `nth` place (from 0) where a witness has these words. */
export function rangeOf(texts: readonly string[], column: number, words: string, nth = 0): WitnessRange {
  const text = texts[column] ?? '';
  let start = text.indexOf(words);
  for (let index = 0; index < nth; index += 1) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`Witness ${column} does not say "${words}"`);
  return { witness: column, start, end: start + words.length };
}

/** The row in which the first word of a range stands. */
export function rowAt(
  { cells, tokens, witnesses, rowCount }: Alignment,
  { witness: column, start }: WitnessRange,
): number {
  const token = tokens[column]?.starts.indexOf(start) ?? NONE;
  for (let row = 0; row < rowCount; row += 1) if (cells[row * witnesses.length + column] === token) return row;
  return NONE;
}

/** Everything about a table that does not tell who made it, with its columns in another order. */
export function reordered(alignment: Alignment, order: readonly number[]) {
  return {
    rows: rowsOf(alignment).map((row) => order.map((column) => row[column])),
    spans: alignment.gapSpans
      .map(({ witness: column, ...span }) => ({ ...span, witness: order.indexOf(column) }))
      .sort((one, other) => one.rowStart - other.rowStart || one.witness - other.witness),
  };
}
