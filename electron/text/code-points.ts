/**
 * Converts between UTF-16 offsets, which Fonds and JavaScript count, and code points, which W3C and REFI count. A lone
 * surrogate counts as one of either.
 */
export interface CodePoints {
  /** Length of the text in code points. */
  readonly length: number;
  /** @param offset UTF-16 units; inside a pair it counts as the end of the pair. */
  toCodePoints(offset: number): number;
  /** @param count code points. @returns UTF-16 units; the text's length for anything beyond it. */
  toUnits(count: number): number;
}

/** Takes the text once; then each conversion is a search among the pairs. */
export function codePointsOf(text: string): CodePoints {
  /** UTF-16 offsets of the second half of each pair, in order. */
  const seconds: number[] = [];
  for (const match of text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)) seconds.push(match.index + 1);

  /** How many pairs have their second half before `offset`. */
  const pairsBefore = (offset: number): number => {
    let low = 0;
    let high = seconds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((seconds[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const isInside = (offset: number): boolean => seconds[pairsBefore(offset)] === offset;

  return {
    length: text.length - seconds.length,
    toCodePoints: (offset) => {
      const end = isInside(offset) ? offset + 1 : offset;
      return end - pairsBefore(end);
    },
    toUnits: (count) => {
      let low = 0;
      let high = seconds.length;
      // The pairs that lie wholly before the code point: pair n ends at code point seconds[n] - n.
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((seconds[middle] ?? 0) - middle <= count) low = middle + 1;
        else high = middle;
      }
      return Math.min(text.length, count + low);
    },
  };
}
