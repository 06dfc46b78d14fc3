/**
 * The longest common subsequence of two short sequences, 32 columns at a time. Source: H. Hyyrö, "Bit-parallel LCS-length
 * computation revisited", 2004. Invariant: the pairs ascend in both, and no longer sequence of pairs exists.
 */

/** Pairs are visited from the last to the first. Time and memory are `a.length * b.length / 32` machine words. */
export function longestCommonSubsequence(a: Int32Array, b: Int32Array, pair: (atA: number, atB: number) => void): void {
  const lines = (b.length + 31) >>> 5;
  const masks = masksOf(b, lines);
  const table = new Int32Array((a.length + 1) * lines).fill(-1, 0, lines);
  for (let row = 0; row < a.length; row += 1) {
    const mask = masks.of(a[row] ?? 0);
    const before = row * lines;
    const here = before + lines;
    if (mask < 0) {
      table.copyWithin(here, before, here);
      continue;
    }
    let carry = 0;
    for (let line = 0; line < lines; line += 1) {
      const value = table[before + line] ?? 0;
      const matched = value & (masks.words[mask + line] ?? 0);
      const sum = (value >>> 0) + (matched >>> 0) + carry;
      carry = sum > 0xffffffff ? 1 : 0;
      table[here + line] = sum | 0 | (value & ~matched);
    }
  }
  let row = a.length;
  let column = b.length;
  while (row > 0 && column > 0) {
    if (a[row - 1] === b[column - 1]) {
      row -= 1;
      column -= 1;
      pair(row, column);
    } else if (((table[row * lines + ((column - 1) >>> 5)] ?? 0) >>> ((column - 1) & 31)) & 1) column -= 1;
    else row -= 1;
  }
}

/** For each unit the places where it stands, as bits. */
function masksOf(units: Int32Array, lines: number) {
  const starts = new Map<number, number>();
  for (const unit of units) if (!starts.has(unit)) starts.set(unit, starts.size * lines);
  const words = new Int32Array(starts.size * lines);
  for (let at = 0; at < units.length; at += 1) {
    const word = (starts.get(units[at] ?? 0) ?? 0) + (at >>> 5);
    words[word] = (words[word] ?? 0) | (1 << (at & 31));
  }
  return { words, of: (unit: number) => starts.get(unit) ?? -1 };
}
