/** The change between two texts as one replaced range, and merging two such changes. UTF-16 offsets. */

/** `[from, to)` of the old text is replaced by `insert`. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

const isLow = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;

/** @returns the smallest single change that makes `after` of `before`, never within a surrogate pair; null when they are the same. */
export function changeBetween(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from += 1;
  if (from > 0 && (isLow(before, from) || isLow(after, from))) from -= 1;
  let tail = 0;
  while (
    tail < shorter - from &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail += 1;
  }
  if (tail > 0 && (isLow(before, before.length - tail) || isLow(after, after.length - tail))) tail -= 1;
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}

/**
 * @returns what makes `mine` hold their change as well, in offsets of `mine`; null when there is nothing to do;
 * `overlap` when both changed the same place.
 */
export function mergeChange(base: string, mine: string, theirs: string): TextChange | 'overlap' | null {
  if (mine === theirs) return null;
  const own = changeBetween(base, mine);
  const other = changeBetween(base, theirs);
  if (!own || !other) return other;
  if (other.to < own.from) return other;
  if (other.from <= own.to) return 'overlap';
  const shift = own.insert.length - (own.to - own.from);
  return { ...other, from: other.from + shift, to: other.to + shift };
}
