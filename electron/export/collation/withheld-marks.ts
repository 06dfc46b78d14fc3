/** Where in its words a witness withholds something: the mark that stands for it, `[redacted, 1.4(b)]` or a black bar. */
import type { CollationBlock } from '../../contract/index.js';
import type { CollationWork } from './collation-work.js';

export interface WithheldMark {
  /** UTF-16 offsets into the text of the witness, half-open. */
  readonly start: number;
  readonly end: number;
  readonly code: string | null;
}

/** What no word and no sign is: several words in brackets, or bars. A word broken at a line end has a hyphen there. */
const MARK = /^[[({<].*[\p{L}\p{N}█■]|[\u2580-\u259F■]|[^-\u00AD\u2010\s]\s+\S/su;

/** Tells the marks of a witness from the words it shows in the same block. @returns in text order; none without a cell. */
export function withheldMarks(work: CollationWork, block: CollationBlock, witness: number): WithheldMark[] {
  const cell = block.cells[witness];
  const withheld = block.withheld.filter((one) => one.witness === witness);
  if (!cell || withheld.length === 0) return [];
  const tokens = work.table.table.slice(...block.rows).flatMap((row) => row[witness] ?? []);
  const marks = tokens.length <= withheld.length ? tokens : tokens.filter(({ text }) => MARK.test(text));
  // A block that cannot be told apart is withheld as a whole: better than to show a mark as words.
  const found = marks.length > 0 ? marks : [{ start: cell[0], end: cell[1], text: '' }];
  return found.map(({ start, end, text }, index) => {
    const written = withheld.find(({ code }) => code !== null && text.includes(code));
    return { start, end, code: (written ?? withheld[Math.min(index, withheld.length - 1)])?.code ?? null };
  });
}
