/**
 * Edit distances of letter sequences, 32 letters at a time. Pure; offsets are indices of UTF-16 units. Source: G. Myers,
 * "A fast bit-vector algorithm for approximate string matching based on dynamic programming", 1999, with the blocks of
 * H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", 2003.
 */

const WORD = 32;
/** Beyond so many letters a band around the diagonal is less work: long passages are alike or are given up early. */
const LONGEST = 256;

/**
 * Levenshtein distance.
 * @returns a number above `most` when the distance is above it.
 */
export function editDistance(a: Uint16Array, b: Uint16Array, most: number): number {
  if (Math.min(a.length, b.length) <= LONGEST) {
    const [pattern, text] = a.length <= b.length ? [a, b] : [b, a];
    return distances(pattern, text, 'forth').last;
  }
  for (let band = 8; ; band *= 4) {
    const width = Math.min(band, most);
    const distance = inBand(a, b, width);
    if (distance <= width || width === most) return distance;
  }
}

/**
 * How far `pattern` is from what stands right before (`at: 'end'`) or right after (`at: 'start'`) a place: the text may
 * be longer than the pattern, and only its best substring that touches the offset counts.
 */
export function distanceAt(pattern: Uint16Array, text: Uint16Array, at: 'start' | 'end'): number {
  return distances(pattern, text, at === 'start' ? 'forth' : 'back').least;
}

/** For each letter, where it stands in the block of the pattern, as bits. Always all zero between two calls. */
const places = new Int32Array(0x10000);

interface EditDistances {
  /** Of the pattern to the whole text. */
  readonly last: number;
  /** Of the pattern to the nearest beginning of the text (its nearest end when both are read backwards). */
  readonly least: number;
}

function distances(pattern: Uint16Array, text: Uint16Array, way: 'forth' | 'back'): EditDistances {
  const { length } = text;
  // What the row above a block adds at each letter of the text: 1 above the first, as every letter left out costs one.
  const carried = new Int8Array(length).fill(1);
  for (let start = 0; start < pattern.length; start += WORD) {
    const size = Math.min(WORD, pattern.length - start);
    const unitOf = (index: number) =>
      pattern[way === 'forth' ? start + index : pattern.length - 1 - start - index] ?? 0;
    for (let index = 0; index < size; index += 1) places[unitOf(index)] = (places[unitOf(index)] ?? 0) | (1 << index);
    const top = 1 << (size - 1);
    let plus = -1;
    let minus = 0;
    for (let column = 0; column < length; column += 1) {
      const carry = carried[column] ?? 0;
      let equal = places[text[way === 'forth' ? column : length - 1 - column] ?? 0] ?? 0;
      const vertical = equal | minus;
      if (carry < 0) equal |= 1;
      const horizontal = (((equal & plus) + plus) ^ plus) | equal;
      let up = minus | ~(horizontal | plus);
      let down = plus & horizontal;
      carried[column] = up & top ? 1 : down & top ? -1 : 0;
      up = (up << 1) | (carry > 0 ? 1 : 0);
      down = (down << 1) | (carry < 0 ? 1 : 0);
      plus = down | ~(vertical | up);
      minus = up & vertical;
    }
    for (let index = 0; index < size; index += 1) places[unitOf(index)] = 0;
  }
  let last = pattern.length;
  let least = last;
  for (const change of carried) {
    last += change;
    if (last < least) least = last;
  }
  return { last, least };
}

function inBand(a: Uint16Array, b: Uint16Array, band: number): number {
  if (Math.abs(a.length - b.length) > band) return band + 1;
  const beyond = band + 1;
  let row = new Int32Array(b.length + 1);
  let above = new Int32Array(b.length + 1);
  for (let column = 0; column <= b.length; column += 1) above[column] = Math.min(column, beyond);
  for (let index = 1; index <= a.length; index += 1) {
    const from = Math.max(1, index - band);
    const to = Math.min(b.length, index + band);
    row[from - 1] = from === 1 ? Math.min(index, beyond) : beyond;
    const unit = a[index - 1];
    let least = row[from - 1] ?? beyond;
    for (let column = from; column <= to; column += 1) {
      const replaced = (above[column - 1] ?? beyond) + (unit === b[column - 1] ? 0 : 1);
      const removed = (column < index + band ? (above[column] ?? beyond) : beyond) + 1;
      const added = (row[column - 1] ?? beyond) + 1;
      const value = Math.min(replaced, removed, added, beyond);
      row[column] = value;
      if (value < least) least = value;
    }
    if (least > band) return beyond;
    [row, above] = [above, row];
  }
  return above[b.length] ?? beyond;
}
