/**
 * From an offset of one witness to the aligned one of another: through the ranges that both have, in a straight line
 * between their ends. What moved is left out, so that the map never falls.
 */
import type { CollationResult } from '../../../../electron/contract/index.js';

export interface WitnessOffsetMap {
  /** Ascending, with `to` beside it. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

export function offsetMap(
  { blocks, witnesses }: Pick<CollationResult, 'blocks' | 'witnesses'>,
  fromWitness: number,
  toWitness: number,
): WitnessOffsetMap {
  const from = [0];
  const to = [0];
  const put = (a: number, b: number) => {
    const [lastA = 0, lastB = 0] = [from.at(-1), to.at(-1)];
    if (a < lastA || b < lastB || (a === lastA && b === lastB)) return;
    from.push(a);
    to.push(b);
  };
  for (const { class: kind, cells } of blocks) {
    const [a, b] = [cells[fromWitness], cells[toWitness]];
    if (kind === 'moved' || !a || !b) continue;
    put(a[0], b[0]);
    put(a[1], b[1]);
  }
  put(witnesses[fromWitness]?.length ?? 0, witnesses[toWitness]?.length ?? 0);
  return { from, to };
}

/** @returns the aligned offset; not a whole number between two anchors. */
export function mapOffset({ from, to }: WitnessOffsetMap, offset: number): number {
  let low = 0;
  let high = from.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((from[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const [a, b] = [from[low] ?? 0, to[low] ?? 0];
  const [nextA, nextB] = [from[low + 1], to[low + 1]];
  if (nextA === undefined || nextB === undefined || nextA === a) return b;
  return b + ((offset - a) / (nextA - a)) * (nextB - b);
}
