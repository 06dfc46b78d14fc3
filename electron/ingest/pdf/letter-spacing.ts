/** Tells words whose letters are spaced out, as in headings and for emphasis, from words that stand apart. */

/** Fractions of the size of letters. */
const NO_MORE = 0.6;
const EXACTLY = 0.001;

export interface LetterGap {
  /** Between two glyphs of one string, in the same unit as the others. */
  readonly gap: number;
  /** What the file adds between all glyphs of the string. */
  readonly letterSpacing: number;
  readonly size: number;
  /** Text of the glyphs on both sides. */
  readonly before: string;
  readonly after: string;
}

/** Whether a gap that is wide enough for a blank is nothing but the spacing of the letters on both sides. */
export const isSpacedOut = ({ gap, letterSpacing, size, before, after }: LetterGap): boolean =>
  letterSpacing < size * NO_MORE &&
  Math.abs(gap - letterSpacing) < size * EXACTLY &&
  /\p{L}$/u.test(before) &&
  /^\p{L}/u.test(after);
