/** Tells glyphs that are drawn again upon themselves to look bold, as typewriters and printers without bold letters do. */

/** Fractions of the size of letters, along the line and across it; narrow letters are set 0.2 apart. As poppler has it. */
const ALONG = 0.1;
const ACROSS = 0.2;
/** What is larger by more than this is another text, over which the first was drawn. */
const SAME_SIZE = 1.05;

interface Struck {
  readonly unicode: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** The glyphs of one page. Memory is bounded by what stands apart on it; time by what stands within one square em. */
export class StruckGlyphs {
  readonly #cells = new Map<number, Struck[]>();

  /**
   * Takes note of a glyph.
   * @param transform of the text space: its first two numbers give direction and size, its last two the place.
   * @param width of the glyph, as a fraction of its size. A font that tells no widths says nothing of where its letters
   *   stand, so those are never taken for one.
   * @returns whether the same character already stands there.
   */
  isRepeated(unicode: string, transform: ArrayLike<number>, width: number): boolean {
    const { 0: a = 0, 1: b = 0, 2: c = 0, 3: d = 0, 4: x = 0, 5: y = 0 } = transform;
    const size = Math.hypot(c, d);
    if (!(size > 0 && size < Number.POSITIVE_INFINITY) || !(Math.abs(width) > ALONG)) return false;
    const length = Math.hypot(a, b) || 1;
    const cell = 2 ** Math.ceil(Math.log2(size));
    const reach = size * ACROSS;
    for (let column = Math.floor((x - reach) / cell); column <= Math.floor((x + reach) / cell); column += 1) {
      for (let row = Math.floor((y - reach) / cell); row <= Math.floor((y + reach) / cell); row += 1) {
        for (const other of this.#cells.get(keyOf(unicode, cell, column, row)) ?? []) {
          if (other.unicode !== unicode || Math.max(other.size / size, size / other.size) > SAME_SIZE) continue;
          const [dx, dy] = [other.x - x, other.y - y];
          const along = Math.abs(dx * a + dy * b) / length;
          const across = Math.abs(dy * a - dx * b) / length;
          if (along < size * ALONG && across < size * ACROSS) return true;
        }
      }
    }
    const key = keyOf(unicode, cell, Math.floor(x / cell), Math.floor(y / cell));
    const there = this.#cells.get(key);
    if (there) there.push({ unicode, x, y, size });
    else this.#cells.set(key, [{ unicode, x, y, size }]);
    return false;
  }
}

/** Cells that share a key by chance are told apart by the places in them. */
const keyOf = (unicode: string, cell: number, column: number, row: number): number =>
  Math.imul(unicode.codePointAt(0) ?? 0, 83_492_791) ^
  Math.imul(column, 73_856_093) ^
  Math.imul(row, 19_349_663) ^
  Math.imul(cell * 1_024, 2_654_435);
