/**
 * Whether a range of the new text is already occupied by another passage of the old text. When one of two equal passages
 * was deleted, the remaining one still belongs to itself: the deleted one must not be anchored to it.
 *
 *     old   [No reply.] … No reply.       the annotated first copy is deleted
 *     new   … No reply.                   aligned with the second copy: occupied, so the annotation goes to review
 */
import type { TextRange } from '../../contract/index.js';
import type { AlignmentOp, TextAlignment } from '../../text/index.js';

/** A range is occupied when more than this share of it comes from elsewhere in the old text. */
const MAX_SHARED = 0.5;

/** @returns a test of a range of the new text, for a passage at the range `old` of the old one. */
export function occupiedRanges(alignment: TextAlignment): (range: TextRange, old: TextRange) => boolean {
  const aligned = [...alignment.ops, ...alignment.moves.flatMap(({ ops }) => ops)]
    .filter(({ kind }) => kind === 'same' || kind === 'changed')
    .sort((one, other) => one.to[0] - other.to[0]);
  return (range, old) => {
    let occupied = 0;
    for (let index = firstEndingAfter(aligned, range.start); index < aligned.length; index += 1) {
      const op = aligned[index];
      if (!op || op.to[0] >= range.end) break;
      const start = Math.max(range.start, op.to[0]);
      const end = Math.min(range.end, op.to[1]);
      const shift = op.from[0] - op.to[0];
      if (end + shift <= old.start || start + shift >= old.end) occupied += end - start;
    }
    return occupied > (range.end - range.start) * MAX_SHARED;
  };
}

function firstEndingAfter(ops: readonly AlignmentOp[], offset: number): number {
  let low = 0;
  let high = ops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ops[middle]?.to[1] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
