/** The least redacted text in rows to draw: each a line or a few, cut where another release takes over. */
import type { ComposedText } from '../../../../electron/contract/index.js';

type From = ComposedText['spans'][number]['from'];

export interface ComposedPiece {
  readonly text: string;
  /** UTF-16 offset in the composed text. */
  readonly start: number;
  /** The release it is from; null: withheld by all. */
  readonly from: From;
  /** Another release takes over here. */
  readonly begins: boolean;
}

export interface ComposedRow {
  readonly start: number;
  readonly pieces: readonly ComposedPiece[];
}

/** A row is cut at the first line end after so many UTF-16 units. */
const ROW = 400;

export function composedRows({ text, spans }: ComposedText): ComposedRow[] {
  const rows: ComposedRow[] = [];
  let pieces: ComposedPiece[] = [];
  let length = 0;
  let last: number | null | undefined;
  const close = () => {
    const [first] = pieces;
    if (first) rows.push({ start: first.start, pieces });
    pieces = [];
    length = 0;
  };
  for (const { start, end, from } of spans) {
    const witness = from?.witness ?? null;
    let at = start;
    while (at < end) {
      const full = length + (end - at) > ROW;
      const line = full ? text.indexOf('\n', at + Math.max(0, ROW - length)) : -1;
      const until = line < 0 || line + 1 >= end ? end : line + 1;
      pieces.push({ text: text.slice(at, until), start: at, from, begins: witness !== last });
      length += until - at;
      last = witness;
      at = until;
      if (length >= ROW && text.charAt(at - 1) === '\n') close();
    }
  }
  close();
  return rows;
}

/** How many UTF-16 units each witness gives. */
export function sharesOf({ spans }: ComposedText, witnesses: number): number[] {
  const lengths = new Array<number>(witnesses).fill(0);
  for (const { start, end, from } of spans)
    if (from) lengths[from.witness] = (lengths[from.witness] ?? 0) + end - start;
  return lengths;
}
