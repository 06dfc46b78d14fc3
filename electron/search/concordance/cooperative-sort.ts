/** Sorts long lists in pieces, giving other work its turn between them, so that the service goes on answering. */

/** Compared between two turns; about 10 ms. */
const TURN_COMPARISONS = 40_000;
const RUN = 1024;

/**
 * Stable merge sort of the numbers 0 to `length` - 1.
 * @param compare of two of the numbers; 0 keeps the smaller number first.
 */
export async function cooperativeSort(length: number, compare: (a: number, b: number) => number): Promise<Uint32Array> {
  let from = Uint32Array.from({ length }, (_, at) => at);
  let compared = 0;
  const breathe = async (work: number) => {
    compared += work;
    if (compared < TURN_COMPARISONS) return;
    compared = 0;
    await new Promise((resolve) => setImmediate(resolve));
  };
  for (let at = 0; at < length; at += RUN) {
    from.subarray(at, at + RUN).sort((a, b) => compare(a, b) || a - b);
    await breathe(RUN * 10);
  }
  let to = new Uint32Array(length);
  for (let width = RUN; width < length; width *= 2) {
    for (let start = 0; start < length; start += width * 2) {
      const [middle, end] = [Math.min(start + width, length), Math.min(start + width * 2, length)];
      let [left, right] = [start, middle];
      for (let at = start; at < end; ) {
        // In slices: the last merges are as long as the whole list.
        const stop = Math.min(end, at + TURN_COMPARISONS);
        for (; at < stop; at++) {
          const takeLeft = right >= end || (left < middle && compare(from[left] ?? 0, from[right] ?? 0) <= 0);
          to[at] = (takeLeft ? from[left++] : from[right++]) ?? 0;
        }
        await breathe(TURN_COMPARISONS);
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
