/** What stands in the rows of an alignment, as text. Rows and tokens are indices; offsets are UTF-16, half-open. */
import type { Range } from '../../contract/index.js';
import { type Alignment, NONE } from '../model.js';

export interface Cells {
  /** Index of the token of a witness in a row; `NONE`. */
  token(row: number, witness: number): number;
  /** From the first to the last token of a witness in `[rowStart, rowEnd)`; null when it has none there. */
  stretch(rowStart: number, rowEnd: number, witness: number): Range | null;
  /** As written, blanks and line ends as they are; null when it has none there. */
  raw(rowStart: number, rowEnd: number, witness: number): string | null;
  /** Whether every witness has a token in the row, and all are written alike. */
  isSame(row: number): boolean;
}

const BLANKS = /\s+/g;
/** White space is no difference. */
export const levelled = (raw: string): string => raw.replace(BLANKS, ' ');

export function cellsOf({ witnesses, tokens, cells }: Alignment): Cells {
  const width = witnesses.length;
  const token = (row: number, witness: number): number => cells[row * width + witness] ?? NONE;
  const written = (witness: number, at: number): string =>
    witnesses[witness]?.text.slice(tokens[witness]?.starts[at], tokens[witness]?.ends[at]) ?? '';

  const stretch = (rowStart: number, rowEnd: number, witness: number): Range | null => {
    let first = NONE;
    let last = NONE;
    for (let row = rowStart; row < rowEnd; row += 1) {
      const at = token(row, witness);
      if (at === NONE) continue;
      if (first === NONE) first = at;
      last = at;
    }
    return first === NONE ? null : [tokens[witness]?.starts[first] ?? 0, tokens[witness]?.ends[last] ?? 0];
  };

  return {
    token,
    stretch,
    raw: (rowStart, rowEnd, witness) => {
      const range = stretch(rowStart, rowEnd, witness);
      return range && (witnesses[witness]?.text.slice(...range) ?? null);
    },
    isSame: (row) => {
      const first = token(row, 0);
      if (first === NONE) return false;
      const said = written(0, first);
      for (let witness = 1; witness < width; witness += 1) {
        const at = token(row, witness);
        if (at === NONE || written(witness, at) !== said) return false;
      }
      return true;
    },
  };
}
