/** The least redacted text in rows to draw: each a line or a few, cut where another release takes over. */
import type { ComposedText } from '../../../../electron/contract/index.js';

type ComposedTextSpan = ComposedText['spans'][number];

export interface ComposedRun {
  readonly text: string;
  /** UTF-16 offset in the composed text. */
  readonly start: number;
  /** The release it is from; null: a mark, or signs of nobody. */
  readonly from: ComposedTextSpan['from'];
  readonly reason: ComposedTextSpan['because'];
  /** Number of the place where releases differ; null for all other words. */
  readonly choice: number | null;
  /** Another release takes over here. */
  readonly begins: boolean;
}

export interface ComposedRow {
  readonly start: number;
  readonly runs: readonly ComposedRun[];
}

/** A row is cut at the first line end after so many UTF-16 code units. */
const ROW_LENGTH = 400;

export function composedRows({ text, spans }: Pick<ComposedText, 'text' | 'spans'>): ComposedRow[] {
  const rows: ComposedRow[] = [];
  let runs: ComposedRun[] = [];
  let length = 0;
  let last: string | undefined;
  const close = () => {
    const [first] = runs;
    if (first) rows.push({ start: first.start, runs });
    runs = [];
    length = 0;
  };
  for (const { start, end, from, because: reason, choice } of spans) {
    // Words that cannot be read in the base are distinguished from those that it withholds.
    const source = `${from?.witness ?? ''} ${reason} ${choice ?? ''}`;
    let at = start;
    while (at < end) {
      const full = length + (end - at) > ROW_LENGTH;
      const line = full ? text.indexOf('\n', at + Math.max(0, ROW_LENGTH - length)) : -1;
      const until = line < 0 || line + 1 >= end ? end : line + 1;
      runs.push({ text: text.slice(at, until), start: at, from, reason, choice, begins: source !== last });
      length += until - at;
      last = source;
      at = until;
      if (length >= ROW_LENGTH && text.charAt(at - 1) === '\n') close();
    }
  }
  close();
  return rows;
}

/** How many UTF-16 code units each witness gives. */
export function sharesOf({ spans }: Pick<ComposedText, 'spans'>, witnesses: number): number[] {
  const lengths = new Array<number>(witnesses).fill(0);
  for (const { start, end, from } of spans)
    if (from) lengths[from.witness] = (lengths[from.witness] ?? 0) + end - start;
  return lengths;
}
