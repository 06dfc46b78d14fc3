/** What stands in the rows of an alignment, as text. Rows and tokens are indices; offsets are UTF-16, half-open. */
import type { Range } from '../../contract/index.js';
import { type Alignment, NONE } from '../model.js';
import { withoutMereBlanks } from './blanks.js';

export interface TableCells {
  /** Index of the token of a witness in a row; `NONE`. */
  token(row: number, witness: number): number;
  /** The tokens of a witness in `[rowStart, rowEnd)`, in order. */
  tokensIn(rowStart: number, rowEnd: number, witness: number): number[];
  /** From the first to the last token of a witness in `[rowStart, rowEnd)`; null when it has none there. */
  rangeOf(rowStart: number, rowEnd: number, witness: number): Range | null;
  /** As written, blanks and line ends as they are; null when it has none there. */
  raw(rowStart: number, rowEnd: number, witness: number): string | null;
  /**
   * What is compared of a witness: its words and signs, whatever white space is between them. Of the same tokens it is
   * the same, so rows that agree never make a difference. Null when it has none there.
   */
  compared(rowStart: number, rowEnd: number, witness: number): string | null;
  /** One token likewise; '' for `NONE`. */
  comparedToken(witness: number, token: number): string;
  /** Whether these witnesses all have a token in the row, and all say the same. True of none, and of one that has one. */
  isSame(row: number, among: readonly number[]): boolean;
}

const BLANKS = /\s+/g;
/** A reading in one line, to be shown. */
export const collapseBlanks = (raw: string): string => raw.replace(BLANKS, ' ');
const BLANK = /\s/;

export function tableCells({ witnesses, tokens, cells }: Alignment): TableCells {
  const width = witnesses.length;
  const at = (row: number, witness: number): number => cells[row * width + witness] ?? NONE;
  const written = (witness: number, token: number): string =>
    witnesses[witness]?.text.slice(tokens[witness]?.starts[token], tokens[witness]?.ends[token]) ?? '';

  const tokensIn = (rowStart: number, rowEnd: number, witness: number): number[] => {
    const found: number[] = [];
    for (let row = rowStart; row < rowEnd; row += 1) {
      const token = at(row, witness);
      if (token !== NONE) found.push(token);
    }
    return found;
  };
  const rangeOf = (rowStart: number, rowEnd: number, witness: number): Range | null => {
    let first = NONE;
    let last = NONE;
    for (let row = rowStart; row < rowEnd; row += 1) {
      const token = at(row, witness);
      if (token === NONE) continue;
      if (first === NONE) first = token;
      last = token;
    }
    return first === NONE ? null : [tokens[witness]?.starts[first] ?? 0, tokens[witness]?.ends[last] ?? 0];
  };

  return {
    token: at,
    tokensIn,
    rangeOf,
    raw: (rowStart, rowEnd, witness) => {
      const range = rangeOf(rowStart, rowEnd, witness);
      return range && (witnesses[witness]?.text.slice(...range) ?? null);
    },
    compared: (rowStart, rowEnd, witness) => {
      const own = tokensIn(rowStart, rowEnd, witness);
      return own.length === 0 ? null : withoutMereBlanks(own.map((token) => written(witness, token)).join(' '));
    },
    comparedToken: (witness, token) => (token === NONE ? '' : withoutMereBlanks(written(witness, token))),
    isSame: (row, [first, ...others]) => {
      if (first === undefined) return true;
      const token = at(row, first);
      if (token === NONE) return false;
      const said = written(first, token);
      return others.every((witness) => {
        const other = at(row, witness);
        if (other === NONE) return false;
        const there = written(witness, other);
        // Few tokens have white space in them; the others need no folding.
        return (
          there === said ||
          ((BLANK.test(said) || BLANK.test(there)) && withoutMereBlanks(there) === withoutMereBlanks(said))
        );
      });
    },
  };
}
