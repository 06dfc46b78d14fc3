/**
 * Tells whether a passage may be the one that was left out, when something near it was and both are alike: of equal
 * lines of a list one is gone, and nobody can say which. An alignment has to leave out one of them; here it is asked
 * whether it could as well have left out the passage.
 */
import { foldedLetters, type Projector, type TextAlignment } from '../../text/index.js';
import { editDistance } from './edit-distance.js';

/** How far from the passage what was left out is looked for, in UTF-16 units: a few lines. */
const FARTHEST = 400;
/** Of the passage, what has to be left out at least for it to be the one that is gone. */
const LEAST_SHARE = 0.5;

/** How alike the lines of a list are of which one may stand for the other. */
const ALIKE = 0.75;
/** Where the new text is misread, what was left out may be aligned a letter off: so much worse is not told apart. */
const DOUBT = 0.5;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** @returns a test of a passage of the old text that is aligned in its order. */
export function leftOut({ from, to, ops }: TextAlignment, project: Projector): (passage: Span) => boolean {
  const gone = ops.filter(({ kind }) => kind === 'removed').map(({ from: [start, end] }) => ({ start, end }));
  return ({ start, end }) => {
    for (let index = firstFrom(gone, start - FARTHEST); index < gone.length; index += 1) {
      const gap = gone[index];
      if (!gap || gap.start > end + FARTHEST) break;
      const units = gap.end - gap.start;
      if (units < (end - start) * LEAST_SHARE) continue;
      // As aligned the new text has `own`; with the gap slid over the passage it would have `other`.
      const [own, other] =
        gap.start >= end
          ? [{ start, end: gap.start }, { start: start + units, end: gap.end }]
          : [{ start: gap.end, end }, { start: gap.start, end: end - units }];
      if (gap.end > start && gap.start < end) continue;
      const owned = foldedLetters(from.slice(own.start, own.end));
      const slid = foldedLetters(from.slice(other.start, other.end));
      if (alikeInPlace(owned, slid) < ALIKE) continue;
      const now = foldedLetters(to.slice(project.place(own.start), project.place(own.end)));
      const edits = editDistance(owned, now, Math.max(owned.length, now.length));
      const most = edits === 0 ? 0 : edits + 1 + Math.floor(edits * DOUBT);
      if (editDistance(slid, now, most) <= most) return true;
    }
    return false;
  };
}

/** The share of letters that are the same one by one: an edit distance would find any text alike to itself a bit further on. */
function alikeInPlace(one: Uint16Array, other: Uint16Array): number {
  const shared = one.reduce((count, unit, at) => count + (other[at] === unit ? 1 : 0), 0);
  return shared / Math.max(1, one.length, other.length);
}

function firstFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
