/**
 * Tells whether a place of the new text is where another passage of the old one went. When one of two like passages was
 * deleted, the other is still itself: the deleted one must not settle on it.
 */
import type { AlignmentOp, TextAlignment } from '../../text/index.js';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The share of a place that has to come from elsewhere in the old text. */
const MAX_SHARED = 0.5;

/** @returns a test of a place of the new text, for a passage that stood at a range of the old one. */
export function occupiedRanges(alignment: TextAlignment): (place: Span, old: Span) => boolean {
  const answered = [...alignment.ops, ...alignment.moves.flatMap(({ ops }) => ops)]
    .filter(({ kind }) => kind === 'same' || kind === 'changed')
    .sort((one, other) => one.to[0] - other.to[0]);
  return (place, old) => {
    let taken = 0;
    for (let index = firstEndingAfter(answered, place.start); index < answered.length; index += 1) {
      const op = answered[index];
      if (!op || op.to[0] >= place.end) break;
      const start = Math.max(place.start, op.to[0]);
      const end = Math.min(place.end, op.to[1]);
      const shift = op.from[0] - op.to[0];
      if (end + shift <= old.start || start + shift >= old.end) taken += end - start;
    }
    return taken > (place.end - place.start) * MAX_SHARED;
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
