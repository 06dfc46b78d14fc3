/** The best of what was found, without sorting the rest. */
import type { Scored } from './scorer.js';

/**
 * @param limit how many are wanted; `Infinity` for all of them.
 * @returns places in `scored`, best first; equal scores in order of document.
 */
export function best({ documents, scores }: Scored, limit: number): number[] {
  const comes = (a: number, b: number): number =>
    (scores[b] as number) - (scores[a] as number) || (documents[a] as number) - (documents[b] as number);
  if (limit >= documents.length) return Array.from(documents.keys()).sort(comes);
  // A heap whose top is the worst of the best.
  const heap: number[] = [];
  const down = (from: number) => {
    for (let at = from; ; ) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && comes(heap[child] as number, heap[worst] as number) > 0) worst = child;
      }
      if (worst === at) return;
      [heap[at], heap[worst]] = [heap[worst] as number, heap[at] as number];
      at = worst;
    }
  };
  /** The score of the worst of the best, once there are enough. */
  let least = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < documents.length; at++) {
    // Most fail here, and cost no call.
    if ((scores[at] as number) < least) continue;
    if (heap.length < limit) {
      heap.push(at);
      for (let child = heap.length - 1; child > 0; ) {
        const parent = (child - 1) >> 1;
        if (comes(heap[child] as number, heap[parent] as number) <= 0) break;
        [heap[child], heap[parent]] = [heap[parent] as number, heap[child] as number];
        child = parent;
      }
    } else if (limit > 0 && comes(at, heap[0] as number) < 0) {
      heap[0] = at;
      down(0);
    }
    if (heap.length === limit && limit > 0) least = scores[heap[0] as number] as number;
  }
  return heap.sort(comes);
}
