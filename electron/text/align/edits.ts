/** A readable comparison: whole words replaced, not letters inside them. Invariant: the edits tile both texts. */
import type { Range, TextEdit } from '../../contract/index.js';
import type { TextAlignment } from './alignment.js';
import { isInWord } from './offset-boundaries.js';

interface Difference {
  startA: number;
  endA: number;
  startB: number;
  endB: number;
}

/** @returns `same` is unit for unit alike; what was replaced comes as `removed`, then `added`. */
export function editsOf(alignment: TextAlignment): TextEdit[] {
  const { from, to } = alignment;
  const edits: TextEdit[] = [];
  const push = (kind: TextEdit['kind'], fromRange: Range, toRange: Range) => {
    if (fromRange[0] < fromRange[1] || toRange[0] < toRange[1]) edits.push({ kind, from: fromRange, to: toRange });
  };
  let doneA = 0;
  let doneB = 0;
  for (const { startA, endA, startB, endB } of wordWise(alignment)) {
    push('same', [doneA, startA], [doneB, startB]);
    push('removed', [startA, endA], [startB, startB]);
    push('added', [endA, endA], [startB, endB]);
    doneA = endA;
    doneB = endB;
  }
  push('same', [doneA, from.length], [doneB, to.length]);
  return edits;
}

/** The places where the texts differ, grown to whole words; those that touch, or only white space parts, are one. */
function wordWise({ from, to, ops }: TextAlignment): Difference[] {
  const found: Difference[] = [];
  let floorA = 0;
  let floorB = 0;
  for (const [index, op] of ops.entries()) {
    if (op.kind === 'same') continue;
    let [startA, endA] = op.from;
    let [startB, endB] = op.to;
    const last = found.at(-1);
    floorA = last?.endA ?? 0;
    floorB = last?.endB ?? 0;
    // What stands before is the same in both as far as the last difference, so both starts move together.
    while (startA > floorA && startB > floorB && (isInWord(from, startA) || isInWord(to, startB))) {
      startA -= 1;
      startB -= 1;
    }
    const next = ops[index + 1];
    const room = next?.kind === 'same' ? next.from[1] - next.from[0] : 0;
    for (let step = 0; step < room && (isInWord(from, endA) || isInWord(to, endB)); step += 1) {
      endA += 1;
      endB += 1;
    }
    if (last && isOnlySpace(from.slice(last.endA, startA))) {
      last.endA = Math.max(last.endA, endA);
      last.endB = Math.max(last.endB, endB);
    } else found.push({ startA, endA, startB, endB });
  }
  return found;
}

const isOnlySpace = (text: string) => text.trim() === '';
