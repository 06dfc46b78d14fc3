/**
 * Where a range of the one text is in the other. Invariant: what is projected lies inside the other text, never splits
 * a surrogate pair, and grows over letters that were added only inside a word whose other letters belong to the range.
 */
import type { Range } from '../../contract/index.js';
import type { AlignmentOp, TextAlignment } from './alignment.js';
import { isInPair, isInWord } from './offset-boundaries.js';

/** Projects many ranges through one alignment; each costs a binary search and the ops it covers. */
export interface Projector {
  /** @returns null when nothing of the range has a counterpart. A range that was moved is found there. */
  range(start: number, end: number): Range | null;
  /** @returns all that stands between the last letter before the range and the first one after it that have a counterpart. */
  between(start: number, end: number): Range;
  /** @returns where a place is: the place of what follows it, or of what is before it when that is gone. */
  place(offset: number): number;
}

export function projector(alignment: TextAlignment): Projector {
  const { from, to, ops, moves } = alignment;
  return {
    range(start, end) {
      let best = projectIn(ops, from, to, start, end);
      for (let index = Math.max(0, lastBefore(moves, start)); index < moves.length; index += 1) {
        const move = moves[index];
        if (!move || move.from[0] >= end) break;
        // A stray letter of it in the order does not count against where the passage went.
        const moved = projectIn(move.ops, from, to, start, end);
        if (moved && moved.answered > (best?.answered ?? 0)) best = moved;
      }
      return best?.range ?? null;
    },
    between(start, end) {
      const left = answeredBefore(ops, start);
      return [left, Math.max(left, answeredAfter(ops, end, to))];
    },
    place(offset) {
      const op = ops[lastBefore(ops, offset)];
      if (!op) return offset <= 0 ? 0 : to.length;
      if (offset >= op.from[1]) return op.to[1];
      return op.kind === 'same' ? op.to[0] + offset - op.from[0] : op.to[0];
    },
  };
}

/** Index of the last piece that begins at or before `offset`; -1 when none does. */
function lastBefore(pieces: readonly { readonly from: Range }[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.from[0] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const isAnswered = (op: AlignmentOp) => op.kind === 'same' || op.kind === 'changed';

interface Projected {
  readonly range: Range;
  /** Units of the range that have a counterpart. */
  readonly answered: number;
}

function projectIn(
  ops: readonly AlignmentOp[],
  from: string,
  to: string,
  start: number,
  end: number,
): Projected | null {
  let first: number | null = null;
  let last: number | null = null;
  let toStart = 0;
  let toEnd = 0;
  let answered = 0;
  for (let index = Math.max(0, lastBefore(ops, start)); index < ops.length; index += 1) {
    const op = ops[index];
    if (!op || op.from[0] >= end) break;
    if (op.from[1] <= start || !isAnswered(op)) continue;
    const inStart = Math.max(start, op.from[0]);
    const inEnd = Math.min(end, op.from[1]);
    if (from.slice(inStart, inEnd).trim() === '' && from.slice(start, end).trim() !== '') continue;
    if (first === null) {
      first = inStart;
      toStart = inOp(op, inStart, to);
    }
    last = inEnd;
    answered += inEnd - inStart;
    toEnd = inOp(op, inEnd, to);
  }
  if (first === null || last === null || toStart >= toEnd) return null;
  return { range: [grownLeft(ops, from, to, start, toStart), grownRight(ops, from, to, end, toEnd)], answered };
}

/** A place inside an answered op, in proportion where the lengths differ. */
function inOp(op: AlignmentOp, offset: number, to: string): number {
  const [fromStart, fromEnd] = op.from;
  const [toStart, toEnd] = op.to;
  const isExact = fromEnd - fromStart === toEnd - toStart;
  const ahead = offset - fromStart;
  const place = isExact
    ? toStart + ahead
    : toStart + Math.round((ahead * (toEnd - toStart)) / Math.max(1, fromEnd - fromStart));
  return isInPair(to, place) ? place - 1 : place;
}

/** Takes in added letters to the left when they are glued to what was found, and the range began with a word. */
function grownLeft(ops: readonly AlignmentOp[], from: string, to: string, start: number, toStart: number): number {
  if (isInWord(from, start)) return toStart;
  // The letters before belong to what stood before the range as far as that is answered.
  const floor = answeredBefore(ops, start);
  let grown = toStart;
  while (grown > floor && isInWord(to, grown)) grown -= 1;
  // Glued to a word that is not of the range: the added letters could be of either, so none are included.
  return grown === floor && isInWord(to, grown) ? toStart : grown;
}

function grownRight(ops: readonly AlignmentOp[], from: string, to: string, end: number, toEnd: number): number {
  if (isInWord(from, end)) return toEnd;
  const ceiling = answeredAfter(ops, end, to);
  let grown = toEnd;
  while (grown < ceiling && isInWord(to, grown)) grown += 1;
  return grown === ceiling && isInWord(to, grown) ? toEnd : grown;
}

/** End, in the other text, of the last answered piece before `offset`. */
function answeredBefore(ops: readonly AlignmentOp[], offset: number): number {
  for (let index = lastBefore(ops, offset - 1); index >= 0; index -= 1) {
    const op = ops[index];
    if (!op || !isAnswered(op)) continue;
    return offset >= op.from[1] ? op.to[1] : op.to[0] + Math.min(offset - op.from[0], op.to[1] - op.to[0]);
  }
  return 0;
}

/** Start, in the other text, of the first answered piece after `offset`. */
function answeredAfter(ops: readonly AlignmentOp[], offset: number, to: string): number {
  for (let index = Math.max(0, lastBefore(ops, offset)); index < ops.length; index += 1) {
    const op = ops[index];
    if (!op || !isAnswered(op) || op.from[1] <= offset) continue;
    return offset <= op.from[0] ? op.to[0] : op.to[0] + Math.min(offset - op.from[0], op.to[1] - op.to[0]);
  }
  return to.length;
}
