/**
 * When words stand as a phrase or near each other, by token numbers alone. The same rules judge the positions of the
 * index and the words of a text that is shown, so that what is found is what is marked.
 */

/** From the number of the first token to that of the last, both inclusive. */
export type Stretch = readonly [first: number, last: number];

/**
 * Stretches in which the words follow each other. Words keep the distances they have in the phrase (`offsets`); with
 * slop, up to so many further tokens may stand between them in all.
 * @param places for each word the numbers at which it stands, rising.
 * @param offsets for each word its number in the phrase, rising.
 * @param most stretches that are wanted: one is enough to know that there is any.
 */
export function phraseStretches(
  places: readonly (readonly number[])[],
  offsets: readonly number[],
  slop: number,
  most = Number.POSITIVE_INFINITY,
): Stretch[] {
  const stretches: Stretch[] = [];
  const firstOffset = offsets[0] ?? 0;
  // Each start is further on than the last, and so is each word after it: no list is read twice.
  const cursors = places.map(() => 0);
  for (const start of places[0] ?? []) {
    let last = start;
    let isWhole = true;
    for (let word = 1; word < places.length && isWhole; word++) {
      const numbers = places[word] as readonly number[];
      const least = last + (offsets[word] as number) - (offsets[word - 1] as number);
      let cursor = cursors[word] as number;
      while (cursor < numbers.length && (numbers[cursor] as number) < least) cursor++;
      cursors[word] = cursor;
      const next = numbers[cursor];
      if (next === undefined) return stretches;
      isWhole = next - start - ((offsets[word] as number) - firstOffset) <= slop;
      last = next;
    }
    if (isWhole && stretches.push([start, last]) >= most) return stretches;
  }
  return stretches;
}

/** A stretch of the left and one of the right with at most `distance` tokens from the end of one to the start of the other. */
export function nearPairs(
  left: readonly Stretch[],
  right: readonly Stretch[],
  distance: number,
): (readonly [Stretch, Stretch])[] {
  const pairs: (readonly [Stretch, Stretch])[] = [];
  // Both lists rise by first and by last: those too far before the one looked at are passed over for good.
  let from = 0;
  for (const a of left) {
    while (from < right.length && (right[from] as Stretch)[1] < a[0] - distance) from++;
    for (let at = from; at < right.length && (right[at] as Stretch)[0] <= a[1] + distance; at++) {
      const b = right[at] as Stretch;
      // A word is not near itself.
      if (a[1] < b[0] || b[1] < a[0]) pairs.push([a, b]);
    }
  }
  return pairs;
}
