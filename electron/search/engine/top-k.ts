/** The best of what was found, without sorting the rest. */
import type { Scored } from './scorer.js';

type Compare = (a: number, b: number) => number;

const rank =
  ({ documents, scores }: Scored): Compare =>
  (a, b) =>
    (scores[b] as number) - (scores[a] as number) || (documents[a] as number) - (documents[b] as number);

/**
 * @param limit how many are wanted; `Infinity` for all of them.
 * @returns positions in `scored`, best first; equal scores in order of document.
 */
export function topK(scored: Scored, limit: number): number[] {
  return topKUnordered(scored, limit).sort(rank(scored));
}

/** The same positions as `topK` gives, in no order. */
export function topKUnordered(scored: Scored, limit: number): number[] {
  const { documents, scores } = scored;
  if (limit >= documents.length) return Array.from(documents.keys());
  const comes = rank(scored);
  // A heap whose top is the worst of the best.
  const heap: number[] = [];
  /** The score of the worst of the best, once there are enough. */
  let least = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < documents.length; at++) {
    // Most fail here, and cost no call.
    if ((scores[at] as number) < least) continue;
    if (heap.length < limit) {
      heap.push(at);
      rise(heap, comes);
    } else if (limit > 0 && comes(at, heap[0] as number) < 0) {
      heap[0] = at;
      sink(heap, comes);
    }
    if (heap.length === limit && limit > 0) least = scores[heap[0] as number] as number;
  }
  return heap;
}

/** Moves the last position of the heap to where it belongs. */
function rise(heap: number[], comes: Compare): void {
  let at = heap.length - 1;
  const own = heap[at] as number;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = heap[parent] as number;
    if (comes(own, above) <= 0) break;
    heap[at] = above;
    at = parent;
  }
  heap[at] = own;
}

/** Moves the first position of the heap to where it belongs. */
function sink(heap: number[], comes: Compare): void {
  const { length } = heap;
  const own = heap[0] as number;
  let at = 0;
  for (let child = 1; child < length; child = 2 * at + 1) {
    if (child + 1 < length && comes(heap[child + 1] as number, heap[child] as number) > 0) child += 1;
    const below = heap[child] as number;
    if (comes(below, own) <= 0) break;
    heap[at] = below;
    at = child;
  }
  heap[at] = own;
}
