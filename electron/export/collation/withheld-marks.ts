/**
 * Where a witness withholds or has lost something: the mark that stands for it, `[redacted, 1.4(b)]` or a black bar, and
 * bare codes (`B5`) that the collation proved to be marks.
 */
import { type Withheld, withholdingIn } from '../../text/index.js';
import type { CollationExportContent } from './collation-content.js';

/** Texts are looked through once each. */
export class WithheldMarks {
  readonly #work: CollationExportContent;
  readonly #found = new Map<number, readonly Withheld[]>();

  constructor(collation: CollationExportContent) {
    this.#work = collation;
  }

  /** Those that lie within a range of a witness, in text order. */
  within(witness: number, [start, end]: readonly [number, number]): Withheld[] {
    let found = this.#found.get(witness);
    if (!found) {
      found = this.#marksOf(witness);
      this.#found.set(witness, found);
    }
    const first = firstAtOrAfter(found, start);
    const marks: Withheld[] = [];
    for (let at = first; (found[at]?.end ?? Number.POSITIVE_INFINITY) <= end; at += 1) {
      const mark = found[at];
      if (mark) marks.push(mark);
    }
    return marks;
  }

  #marksOf(witness: number): readonly Withheld[] {
    const text = this.#work.texts[witness] ?? '';
    const { sure, possible } = withholdingIn(text);
    const proven = possible.filter((mark) => this.#isProven(witness, mark));
    if (proven.length === 0) return sure;
    return [...sure, ...proven].sort((one, other) => one.start - other.start);
  }

  /** Whether a place of the collation says that the witness withholds something with this code. */
  #isProven(witness: number, { start, end, code }: Withheld): boolean {
    return this.#work.result.blocks.some(({ cells, withheld }) => {
      const cell = cells[witness];
      if (!cell || cell[0] > start || end > cell[1]) return false;
      return withheld.some((said) => said.witness === witness && said.code === code);
    });
  }
}

function firstAtOrAfter(marks: readonly Withheld[], start: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
