/**
 * Pieces of text on a page to lines and paragraphs, by where they stand. Keeps the order in which the file draws them
 * and every character; a line break inside a paragraph stays a line break.
 */

/** A run of glyphs. Positions in PDF points, `y` grows upwards from the foot of the page. */
export interface Glyphs {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Font size in points. */
  readonly size: number;
  readonly endsLine: 'yes' | 'no';
}

interface Line {
  text: string;
  x: number;
  y: number;
  right: number;
  size: number;
}

/** @returns the paragraphs of a page in drawing order; lines within one are separated by `\n`. */
export function paragraphsOf(glyphs: readonly Glyphs[]): string[] {
  const lines = linesOf(glyphs).filter((line) => line.text.trim() !== '');
  const leading = usualLeading(lines);
  const paragraphs: string[] = [];
  let open: Line[] = [];
  for (const line of lines) {
    if (open.length > 0 && beginsParagraph(line, open, leading)) {
      paragraphs.push(joined(open));
      open = [];
    }
    open.push(line);
  }
  if (open.length > 0) paragraphs.push(joined(open));
  return paragraphs;
}

function linesOf(glyphs: readonly Glyphs[]): Line[] {
  const lines: Line[] = [];
  let line: Line | null = null;
  for (const piece of glyphs) {
    const isEmpty = piece.text === '';
    if (line && !isEmpty && !standsOn(line, piece)) line = null;
    if (!line && !isEmpty) {
      line = { text: '', x: piece.x, y: piece.y, right: piece.x, size: piece.size };
      lines.push(line);
    }
    if (line && !isEmpty) {
      line.text += gapBefore(line, piece) + piece.text;
      line.right = Math.max(line.right, piece.x + piece.width);
      line.size = Math.max(line.size, piece.size);
    }
    if (piece.endsLine === 'yes') line = null;
  }
  return lines;
}

/** Raised and lowered marks stay on their line; a jump far to the left begins another. */
const standsOn = (line: Line, piece: Glyphs) =>
  Math.abs(piece.y - line.y) <= Math.max(line.size, piece.size) * 0.5 && piece.x >= line.right - line.size * 3;

/** pdf.js writes most spaces itself; a wide gap without one (a column of a table) must not glue words together. */
function gapBefore(line: Line, piece: Glyphs): string {
  if (line.text === '' || /\s$/.test(line.text) || /^\s/.test(piece.text)) return '';
  return piece.x - line.right > line.size * 0.25 ? ' ' : '';
}

/** The median distance between neighbouring lines of the page, in points; 0 when there are none. */
function usualLeading(lines: readonly Line[]): number {
  const distances: number[] = [];
  for (let index = 1; index < lines.length; index += 1) {
    const distance = (lines[index - 1]?.y ?? 0) - (lines[index]?.y ?? 0);
    if (distance > 0) distances.push(distance);
  }
  distances.sort((one, other) => one - other);
  return distances[Math.floor((distances.length - 1) / 2)] ?? 0;
}

function beginsParagraph(line: Line, open: readonly Line[], leading: number): boolean {
  const before = open.at(-1);
  const first = open[0];
  if (!before || !first) return false;
  const drop = before.y - line.y;
  // The head of the next column: the paragraph goes on there unless its sentence has ended.
  if (drop <= 0) return endsSentence(before.text);
  const size = Math.max(line.size, before.size);
  if (Math.abs(line.size - before.size) > size * 0.15) return true;
  // A page of one-line paragraphs has a wide usual leading; a gap of two lines parts them all the same.
  if (drop > leading * 1.35 || drop > size * 1.9) return true;
  const indent = line.x - before.x;
  const isFirstLineIndent = indent > size * 0.8 && indent < size * 6;
  return isFirstLineIndent && (open.length > 1 || endsSentence(before.text));
}

const endsSentence = (text: string) => /[.!?:;”"»)\]]\s*$/.test(text);

const joined = (lines: readonly Line[]) => lines.map((line) => line.text.trimEnd()).join('\n');
