/** Edit distances of short letter sequences. Pure; offsets are indices of UTF-16 units. */

/**
 * Levenshtein distance in a band that is widened until it is proven.
 * @returns a number above `most` as soon as the distance is known to be above it. O(length × distance).
 */
export function editDistance(a: Uint16Array, b: Uint16Array, most: number): number {
  for (let band = 8; ; band *= 4) {
    const width = Math.min(band, most);
    const distance = inBand(a, b, width);
    if (distance <= width || width === most) return distance;
  }
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

/**
 * How far `pattern` is from what stands right before (`at: 'end'`) or right after (`at: 'start'`) a place: the text may
 * be longer than the pattern, and only its best stretch that touches the place counts.
 */
export function distanceAt(pattern: Uint16Array, text: Uint16Array, at: 'start' | 'end'): number {
  const [p, t] = at === 'start' ? [pattern, text] : [pattern.toReversed(), text.toReversed()];
  let above = Int32Array.from({ length: t.length + 1 }, (_, column) => column);
  let row = new Int32Array(t.length + 1);
  for (let index = 1; index <= p.length; index += 1) {
    row[0] = index;
    for (let column = 1; column <= t.length; column += 1) {
      const replaced = (above[column - 1] ?? 0) + (p[index - 1] === t[column - 1] ? 0 : 1);
      row[column] = Math.min(replaced, (above[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1);
    }
    [row, above] = [above, row];
  }
  return above.reduce((least, value) => Math.min(least, value), p.length);
}
