/**
 * Pieces of text on a page to lines, by where they stand, in the order in which the file draws them. Keeps every
 * character.
 */
import type { GlyphRun, InsetOrigin } from './glyph-run.js';
import { withLinesFromTheRight } from './right-to-left.js';

/** A range of a line, parted from the next by more than a space between words. */
export interface LinePart {
  text: string;
  readonly x: number;
  right: number;
  readonly origin: InsetOrigin | null;
}

export interface PdfLine {
  parts: LinePart[];
  x: number;
  y: number;
  right: number;
  size: number;
  readonly turn: number;
}

/** Fractions of the size of letters. */
const SPACE = 0.25;
/** Wider than a space in justified text. */
const PART_GAP = 0.7;
/** Raised and lowered marks stay on their line. */
const SHIFT = 0.5;
/** A jump this far to the left begins another line. */
const JUMP = 3;
const MARK_SIZE = 0.85;
const MARK_RISE = 0.15;

/** @returns the lines of a page in drawing order; none is without visible text. */
export function linesOf(glyphs: readonly GlyphRun[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let line: LineBuilder | null = null;
  for (const piece of withLinesFromTheRight(glyphs)) {
    const isEmpty = piece.text === '';
    if (line && !isEmpty && !line.takes(piece)) line = null;
    if (!isEmpty) {
      if (!line) {
        line = new LineBuilder(piece);
        lines.push(line.line);
      }
      line.add(piece);
    }
    if (piece.endsLine === 'yes') line = null;
  }
  return lines.filter(({ parts }) => parts.some(({ text }) => text.trim() !== ''));
}

class LineBuilder {
  readonly line: PdfLine;
  readonly #annotation: number;
  #last: GlyphRun | null = null;
  /** A space that pdf.js has made of a gap: how wide it is, the next piece tells. */
  #space: 'yes' | 'no' = 'no';

  constructor({ x, y, size, turn, annotation }: GlyphRun) {
    this.line = { parts: [], x, y, right: x, size, turn };
    this.#annotation = annotation;
  }

  takes(piece: GlyphRun): boolean {
    const { y, right, size, turn } = this.line;
    if (piece.turn !== turn || piece.annotation !== this.#annotation) return false;
    if (Math.abs(piece.y - y) > Math.max(size, piece.size) * SHIFT) return false;
    return piece.x >= right - size * JUMP || this.#goesOnLeftwards(piece);
  }

  #goesOnLeftwards(piece: GlyphRun): boolean {
    return piece.runs === 'leftwards' && this.#last?.runs === 'leftwards' && piece.x + piece.width <= this.#last.x;
  }

  add(piece: GlyphRun): void {
    if (piece.text.trim() === '') {
      this.#space = 'yes';
      return;
    }
    const { line } = this;
    const isLeftwards = this.#goesOnLeftwards(piece);
    const gap = isLeftwards ? (this.#last?.x ?? 0) - piece.x - piece.width : piece.x - line.right;
    const part = line.parts.at(-1);
    if (!part || gap > line.size * PART_GAP) {
      line.parts.push({ text: piece.text, x: piece.x, right: piece.x + piece.width, origin: piece.origin });
    } else {
      part.text += this.#between(part, piece, gap) + piece.text;
      part.right = Math.max(part.right, piece.x + piece.width);
    }
    if (isLeftwards) line.x = piece.x;
    line.right = Math.max(line.right, piece.x + piece.width);
    line.size = Math.max(line.size, piece.size);
    this.#last = piece;
    this.#space = 'no';
  }

  /** pdf.js writes most spaces itself; a gap without one must not glue words together, nor a note's mark to its word. */
  #between(part: LinePart, piece: GlyphRun, gap: number): string {
    if (/\s$/.test(part.text) || /^\s/.test(piece.text)) return '';
    if (this.#space === 'yes' || gap > this.line.size * SPACE) return ' ';
    return this.#last && partsNoteMark(this.#last, piece, part.text) ? ' ' : '';
  }
}

const UNIT = /(?:^|[^\p{L}])(?:\p{L}|[kcmdµ]m|km|ft|in|mi|yd|ha)$/u;

/**
 * Whether a raised mark of a note must be parted from the word before it, or from the word after it when the line
 * begins with the mark. An exponent is none: it stands after a figure, a single letter or a unit of length.
 */
function partsNoteMark(before: GlyphRun, piece: GlyphRun, text: string): boolean {
  if (isRaised(piece, before)) {
    if (!/^(?:\d{1,3}|[*†‡§¶]{1,3})(?!\p{L})/u.test(piece.text)) return false;
    if (/^[23]\b/.test(piece.text) && UNIT.test(text)) return false;
    return !/^\p{L}$/u.test(text) && !/[\p{N}(]$/u.test(text) && !/(?:^|[^\p{L}])\p{L}$/u.test(text);
  }
  return (
    isRaised(before, piece) &&
    text === before.text &&
    /^(?:\d{1,3}|[*†‡§¶]{1,3})$/.test(text) &&
    /^\p{L}/u.test(piece.text)
  );
}

const isRaised = (piece: GlyphRun, base: GlyphRun): boolean =>
  piece.size < base.size * MARK_SIZE && piece.y - base.y > base.size * MARK_RISE;

/** @returns the text of a line; its parts are parted by a space. */
export const textOf = (line: PdfLine): string =>
  line.parts.reduce((text, part) => {
    const isParted = text === '' || /\s$/.test(text) || /^\s/.test(part.text);
    return text + (isParted ? '' : ' ') + part.text;
  }, '');
