/** Tells glyphs that are drawn again upon themselves to look bold, as typewriters and printers without bold letters do. */

/** Fractions of the size of letters, along the line and across it; narrow letters are set 0.2 apart. As poppler has it. */
const ALONG = 0.1;
const ACROSS = 0.2;
/** What is larger by more than this is another text, over which the first was drawn. */
const SAME_SIZE = 1.05;
/** Points: how high the bands are by which it is noticed that the pen goes back over what is drawn. */
const BAND = 4;
/** Points: no text is as large, and looking up its bands would take long. */
const LARGEST = 10_000;

/** A strip of the page, along which a line is drawn. */
interface LineBand {
  /** How far to the right anything stands in it. */
  right: number;
  /** Numbers of the glyphs that are drawn, but not yet in the grid. */
  waiting: number[];
}

const NONE = -1;

/**
 * The glyphs of one page. While the pen moves on over empty paper, a glyph is only kept; where it has gone back, it is
 * looked up in a grid. Memory is bounded by what stands apart on the page; time by what stands within one square em.
 * Glyphs are kept as columns of numbers, since an object for each is most of what this would cost.
 */
export class DuplicateGlyphs {
  readonly #unicodes: string[] = [];
  readonly #xs: number[] = [];
  readonly #ys: number[] = [];
  readonly #sizes: number[] = [];
  /** The glyph that was put before into the same cell. */
  readonly #others: number[] = [];
  /** The glyph that was put last into each cell. */
  readonly #cells = new Map<number, number>();
  /** By their number from the foot of the page. */
  readonly #bands = new Map<number, LineBand>();
  #band: LineBand = { right: Number.NEGATIVE_INFINITY, waiting: [] };
  #y = Number.NaN;
  #size = 0;
  /** Up to here something stood on this line before the pen came to it, or the pen has been since. */
  #drawnTo = Number.NEGATIVE_INFINITY;

  /**
   * Takes note of a glyph.
   * @param transform of the text space: its first two numbers give direction and size, its last two the place.
   * @param width of the glyph, as a fraction of its size. A font that tells no widths says nothing of where its letters
   *   stand, so those are never taken for one.
   * @returns whether the same character already stands there.
   */
  isRepeated(unicode: string, transform: ArrayLike<number>, width: number): boolean {
    const c = transform[2] ?? 0;
    const d = transform[3] ?? 0;
    const x = transform[4] ?? 0;
    const y = transform[5] ?? 0;
    const size = c === 0 ? Math.abs(d) : Math.hypot(c, d);
    if (!(size > 0 && size < LARGEST) || !(Math.abs(width) > ALONG)) return false;
    if (y !== this.#y || size !== this.#size) this.#goTo(y, size);
    const isEmpty = x > this.#drawnTo + size * ALONG;
    const band = this.#band;
    if (x > this.#drawnTo) this.#drawnTo = x;
    if (x > band.right) band.right = x;
    if (!isEmpty && this.#stands(unicode, x, y, size, transform)) return true;
    band.waiting.push(this.#unicodes.length);
    this.#unicodes.push(unicode);
    this.#xs.push(x);
    this.#ys.push(y);
    this.#sizes.push(size);
    this.#others.push(NONE);
    return false;
  }

  #goTo(y: number, size: number): void {
    this.#y = y;
    this.#size = size;
    this.#drawnTo = Math.max(...this.#near(y, size).map(({ right }) => right));
    const at = Math.floor(y / BAND);
    this.#band = this.#bands.get(at) ?? { right: Number.NEGATIVE_INFINITY, waiting: [] };
    this.#bands.set(at, this.#band);
  }

  /** The bands in which the same glyph might stand. */
  #near(y: number, size: number): LineBand[] {
    const reach = size * ACROSS;
    const bands: LineBand[] = [];
    for (let at = Math.floor((y - reach) / BAND); at <= Math.floor((y + reach) / BAND); at += 1) {
      const band = this.#bands.get(at);
      if (band) bands.push(band);
    }
    return bands;
  }

  #stands(unicode: string, x: number, y: number, size: number, { 0: a = 0, 1: b = 0 }: ArrayLike<number>): boolean {
    for (const band of this.#near(y, size)) {
      for (const glyph of band.waiting) this.#put(glyph);
      band.waiting.length = 0;
    }
    const length = Math.hypot(a, b) || 1;
    const cell = cellFor(size);
    const reach = size * ACROSS;
    const lastColumn = Math.floor((x + reach) / cell);
    const lastRow = Math.floor((y + reach) / cell);
    for (let column = Math.floor((x - reach) / cell); column <= lastColumn; column += 1) {
      for (let row = Math.floor((y - reach) / cell); row <= lastRow; row += 1) {
        let other = this.#cells.get(keyOf(unicode, cell, column, row)) ?? NONE;
        for (; other !== NONE; other = this.#others[other] ?? NONE) {
          const otherSize = this.#sizes[other] ?? 0;
          if (this.#unicodes[other] !== unicode || Math.max(otherSize / size, size / otherSize) > SAME_SIZE) continue;
          const dx = (this.#xs[other] ?? 0) - x;
          const dy = (this.#ys[other] ?? 0) - y;
          const along = Math.abs(dx * a + dy * b) / length;
          const across = Math.abs(dy * a - dx * b) / length;
          if (along < size * ALONG && across < size * ACROSS) return true;
        }
      }
    }
    return false;
  }

  #put(glyph: number): void {
    const cell = cellFor(this.#sizes[glyph] ?? 0);
    const column = Math.floor((this.#xs[glyph] ?? 0) / cell);
    const row = Math.floor((this.#ys[glyph] ?? 0) / cell);
    const key = keyOf(this.#unicodes[glyph] ?? '', cell, column, row);
    this.#others[glyph] = this.#cells.get(key) ?? NONE;
    this.#cells.set(key, glyph);
  }
}

/** Letters of nearly one size share a grid, also where its measure doubles between them: those are a hair apart. */
const cellFor = (size: number) => 2 ** Math.ceil(Math.log2(size));

/** Cells that share a key by chance are distinguished by the places in them. */
const keyOf = (unicode: string, cell: number, column: number, row: number): number =>
  Math.imul(unicode.codePointAt(0) ?? 0, 83_492_791) ^
  Math.imul(column, 73_856_093) ^
  Math.imul(row, 19_349_663) ^
  Math.imul(cell * 1_024, 2_654_435);
