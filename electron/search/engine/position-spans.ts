/**
 * When words stand as a phrase or near each other, by positions alone. The same rules judge the positions of the
 * index and the words of a text that is shown, so that what is found is what is marked.
 */

/** From the number of the first token to that of the last, both inclusive. */
export type PositionSpan = readonly [first: number, last: number];

/**
 * Spans in which the words follow each other. Words keep the distances they have in the phrase (`offsets`); with
 * slop, up to so many further tokens may stand between them in all.
 * @param positions for each word the numbers at which it stands, rising.
 * @param offsets for each word its number in the phrase, rising.
 * @param most spans that are wanted: one is enough to know that there is any.
 */
export function phraseSpans(
  places: readonly (readonly number[])[],
  offsets: readonly number[],
  slop: number,
  most = Number.POSITIVE_INFINITY,
): PositionSpan[] {
  const spans: PositionSpan[] = [];
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
      if (next === undefined) return spans;
      isWhole = next - start - ((offsets[word] as number) - firstOffset) <= slop;
      last = next;
    }
    if (isWhole && spans.push([start, last]) >= most) return spans;
  }
  return spans;
}

/** Ways to go on that are followed from one beginning: more come only of a word that stands within itself. */
const MAX_WAYS = 8;

/**
 * As `phraseSpans`, for words that may take several positions: of compounds each position is a span itself.
 * @param positions for each word where it stands, by rising beginnings.
 * @param distances for each word but the first, from the last number of the word before to its own first, at least 1;
 * 0 for one that shares its number.
 * @returns one span, the shortest, for each beginning.
 */
export function compoundSpans(
  places: readonly (readonly PositionSpan[])[],
  distances: readonly number[],
  slop: number,
  most = Number.POSITIVE_INFINITY,
): PositionSpan[] {
  const spans: PositionSpan[] = [];
  for (const [start, end] of places[0] ?? []) {
    let ways: PartialMatch[] = [{ last: end, between: 0 }];
    for (let word = 1; word < places.length && ways.length > 0; word++) {
      ways = extended(ways, places[word] as readonly PositionSpan[], distances[word - 1] as number, slop);
    }
    if (ways.length === 0) continue;
    const last = Math.min(...ways.map((way) => way.last));
    const before = spans.at(-1);
    if (before?.[0] === start) spans[spans.length - 1] = [start, Math.min(before[1], last)];
    else if (spans.push([start, last]) >= most) return spans;
  }
  return spans;
}

interface PartialMatch {
  readonly last: number;
  /** Further tokens between the words so far. */
  readonly between: number;
}

/** Each way goes on with the next beginnings at which the word stands, the nearest and the one behind it. */
function extended(
  ways: readonly PartialMatch[],
  places: readonly PositionSpan[],
  distance: number,
  slop: number,
): PartialMatch[] {
  const next = new Map<number, number>();
  for (const { last, between } of ways) {
    const least = last + distance;
    let beginnings = 0;
    let beginning = -1;
    for (let at = firstFrom(places, least); at < places.length; at++) {
      const [start, end] = places[at] as PositionSpan;
      const all = between + start - least;
      if (all > slop) break;
      if (start !== beginning && ++beginnings > 2) break;
      beginning = start;
      next.set(end, Math.min(next.get(end) ?? all, all));
      if (next.size === MAX_WAYS) break;
    }
  }
  return Array.from(next, ([last, between]) => ({ last, between }));
}

/** @returns which of the positions is the first that begins at the number or behind it. */
function firstFrom(places: readonly PositionSpan[], number: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as PositionSpan)[0] < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A span of the left and one of the right with at most `distance` tokens from the end of one to the start of the other. */
export function nearPairs(
  left: readonly PositionSpan[],
  right: readonly PositionSpan[],
  distance: number,
): (readonly [PositionSpan, PositionSpan])[] {
  const pairs: (readonly [PositionSpan, PositionSpan])[] = [];
  // Both lists rise by first, and nearly always by last: those too far before the one looked at are passed over for good.
  let from = 0;
  for (const a of left) {
    while (from < right.length && (right[from] as PositionSpan)[1] < a[0] - distance) from++;
    for (let at = from; at < right.length && (right[at] as PositionSpan)[0] <= a[1] + distance; at++) {
      const b = right[at] as PositionSpan;
      // A word is not near itself.
      if (a[1] < b[0] || (b[1] < a[0] && b[1] >= a[0] - distance)) pairs.push([a, b]);
    }
  }
  return pairs;
}
