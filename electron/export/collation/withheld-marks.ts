/** Where a witness withholds or has lost something: the mark that stands for it, `[redacted, 1.4(b)]` or a black bar. */
import { findWithheld, type Withheld } from '../../text/index.js';
import type { CollationWork } from './collation-work.js';

/** Texts are looked through once each. */
export class WithheldMarks {
  readonly #texts: CollationWork['texts'];
  readonly #found = new Map<number, readonly Withheld[]>();

  constructor({ texts }: CollationWork) {
    this.#texts = texts;
  }

  /** Those that lie within a stretch of a witness, in text order. */
  within(witness: number, [start, end]: readonly [number, number]): Withheld[] {
    let found = this.#found.get(witness);
    if (!found) {
      found = findWithheld(this.#texts[witness] ?? '');
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
