/**
 * Lines of Arabic, Hebrew and their like. Programs draw them from either end, in pieces as short as a letter, and give
 * Arabic letters by the shapes they take in a word. Here the pieces of such a line are set from right to left, with
 * figures and foreign words running the other way, and shapes become letters. Keeps every character but shapes.
 * Source: Unicode Standard Annex 9, rules N1, N2, L2 and L4, for whole pieces; within a piece pdf.js has applied it.
 */
import type { GlyphRun } from './glyph-run.js';

const LETTER = /(?=\p{L})[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LETTERS = new RegExp(LETTER, 'gu');
const LETTERS_AND_MARKS = new RegExp(`(?:${LETTER.source}|\\p{M})+`, 'gu');
/** Letters of other scripts, and figures of any, which run from left to right. */
const RIGHTWARDS = /[\p{L}\p{N}]/u;
const SHAPES = /[\uFB1D-\uFDFB\uFE70-\uFEFC]/g;

/** Fractions of the size of letters. */
const SAME_LINE = 0.5;
/** A gap this wide parts words: between the letters of a word there is none. */
const SPACE = 0.15;
/** A gap this wide parts cells and columns, whose order is left as it is drawn unless all of them are of this kind. */
const CELL_GAP = 3;
/** Of the letters of a line, those that make it one from the right: figures and names in it are often Latin. */
const SHARE = 1 / 3;

const BRACKETS = '()[]{}<>«»‹›';

/** @returns Arabic letters in the place of the shapes that they take in a word. */
export const withoutShapes = (text: string): string =>
  // A mark that stands for itself is a shape of a blank with the mark.
  text.replace(SHAPES, (shape) => shape.normalize('NFKC').trimStart());

/**
 * The text of one glyph as it is drawn from left to right, as pdf.js takes it to be: where it stands for several such
 * letters, the last comes first. pdf.js turns the whole line round afterwards.
 */
export function asDrawn(text: string): string {
  if (text < '\u0590' || !LETTER.test(text)) return text;
  return withoutShapes(text).replace(LETTERS_AND_MARKS, (letters) => [...letters].reverse().join(''));
}

/**
 * @param glyphs in drawing order.
 * @returns the same pieces, where a line holds none of these letters; else each range of such a line as one piece.
 */
export function withLinesFromTheRight(glyphs: readonly GlyphRun[]): readonly GlyphRun[] {
  if (!glyphs.some(({ text }) => LETTER.test(text))) return glyphs;
  const pieces: GlyphRun[] = [];
  let line: GlyphRun[] = [];
  const close = () => {
    pieces.push(...(line.some(({ text }) => LETTER.test(text)) ? ordered(line) : line));
    line = [];
  };
  for (const piece of glyphs) {
    if (line[0] && piece.text !== '' && !isOnLine(line[0], piece)) close();
    line.push(piece);
    if (piece.endsLine === 'yes') close();
  }
  close();
  return pieces;
}

const isOnLine = (one: GlyphRun, other: GlyphRun): boolean =>
  one.turn === other.turn &&
  one.annotation === other.annotation &&
  Math.abs(one.y - other.y) <= Math.max(one.size, other.size) * SAME_LINE;

const rightOf = ({ x, width }: GlyphRun) => x + width;
const middleOf = ({ x, width }: GlyphRun) => x + width / 2;

const holdsLetters = ({ text }: GlyphRun) => LETTER.test(text);

/** Cells in the order in which they are drawn, or from the right where each holds such letters. */
function ordered(line: readonly GlyphRun[]): GlyphRun[] {
  const cells = cellsOf(line.filter(({ text }) => text.trim() !== ''));
  const firstDrawn = (cell: readonly GlyphRun[]) => Math.min(...cell.map((piece) => line.indexOf(piece)));
  if (cells.every((cell) => cell.some(holdsLetters))) cells.reverse();
  else cells.sort((one, other) => firstDrawn(one) - firstDrawn(other));
  const pieces = cells.flatMap((cell) => (cell.some(holdsLetters) ? inCell(cell) : asItIsDrawn(cell, line)));
  const endsLine = line.some((piece) => piece.endsLine === 'yes');
  return pieces.map((piece, index) => ({ ...piece, endsLine: endsLine && index === pieces.length - 1 ? 'yes' : 'no' }));
}

/** Ranges of a line between wide gaps, each from left to right. */
function cellsOf(pieces: readonly GlyphRun[]): GlyphRun[][] {
  const cells: GlyphRun[][] = [];
  let open: GlyphRun[] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const piece of [...pieces].sort((one, other) => middleOf(one) - middleOf(other))) {
    if (piece.x - right > piece.size * CELL_GAP) {
      open = [];
      cells.push(open);
    }
    right = Math.max(right, rightOf(piece));
    open.push(piece);
  }
  return cells;
}

/** With the blanks that follow its pieces. */
function asItIsDrawn(cell: readonly GlyphRun[], line: readonly GlyphRun[]): GlyphRun[] {
  let isOfCell = false;
  return line.filter((piece) => {
    if (piece.text.trim() !== '') isOfCell = cell.includes(piece);
    return isOfCell;
  });
}

type ReadingDirection = 'left' | 'right';

/** @param cell from left to right. */
function inCell(cell: readonly GlyphRun[]): GlyphRun[] {
  const all = cell.map(({ text }) => text).join('');
  const ours = all.match(LETTERS)?.length ?? 0;
  const letters = all.match(/\p{L}/gu)?.length ?? 0;
  const base: ReadingDirection = ours >= letters * SHARE ? 'left' : 'right';
  const runs = runsOf(cell, base).map(([direction, pieces]) =>
    direction === 'right'
      ? joined(pieces)
      : joined(pieces.map((piece) => ({ ...piece, text: mirrored(piece.text) })).reverse()),
  );
  return base === 'right' ? runs : [{ ...joined(runs.reverse()), runs: 'leftwards' }];
}

/** Brackets alone take the direction of what stands around them, and are drawn the other way round. */
const mirrored = (text: string) =>
  LETTER.test(text)
    ? withoutShapes(text)
    : text.replace(/[()[\]{}<>«»‹›]/g, (sign) => BRACKETS[BRACKETS.indexOf(sign) ^ 1] ?? sign);

/** Ranges of one direction, from left to right. Signs go with what stands on both sides of them, else with the line. */
function runsOf(cell: readonly GlyphRun[], base: ReadingDirection): [ReadingDirection, GlyphRun[]][] {
  const own = cell.map(({ text }) => (LETTER.test(text) ? 'left' : RIGHTWARDS.test(text) ? 'right' : null));
  const runs: [ReadingDirection, GlyphRun[]][] = [];
  for (const [index, piece] of cell.entries()) {
    const before = own.slice(0, index).findLast((one) => one !== null) ?? base;
    const after = own.slice(index).find((one) => one !== null) ?? base;
    const direction = own[index] ?? (before === after ? before : base);
    const last = runs.at(-1);
    if (last?.[0] === direction) last[1].push(piece);
    else runs.push([direction, [piece]]);
  }
  return runs;
}

/** @param pieces in the order of reading, side by side; one and more. */
function joined(pieces: readonly GlyphRun[]): GlyphRun {
  const [first, ...others] = pieces as [GlyphRun, ...GlyphRun[]];
  let { text } = first;
  let before = first;
  for (const piece of others) {
    const gap = Math.max(piece.x - rightOf(before), before.x - rightOf(piece));
    const isParted = gap > Math.max(piece.size, before.size) * SPACE && !/\s$/.test(text) && !/^\s/.test(piece.text);
    text += (isParted ? ' ' : '') + piece.text;
    before = piece;
  }
  const x = Math.min(...pieces.map((piece) => piece.x));
  const size = Math.max(...pieces.map((piece) => piece.size));
  return { ...first, text, x, width: Math.max(...pieces.map(rightOf)) - x, size };
}
