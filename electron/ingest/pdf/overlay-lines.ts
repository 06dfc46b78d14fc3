/** Sets what annotations draw into the lines of the page beside which it stands: a value after the name of its field. */
import type { PdfLine } from './text-lines.js';

/** Of the size of letters: how far the baselines of a name and of what was written beside it may lie apart. */
const SAME_LINE = 0.6;

/**
 * @param lines of the page; those beside which something stands take it in.
 * @param over lines that annotations draw, one after the other.
 * @returns the lines that stand for themselves.
 */
export function insertOverlayLines(lines: readonly PdfLine[], over: readonly PdfLine[]): PdfLine[] {
  const alone: PdfLine[] = [];
  for (const [index, line] of over.entries()) {
    const isOfMany = [over[index - 1], over[index + 1]].some((other) => other && isNextLine(other, line));
    const beside = isOfMany ? null : (nearest(lines, line) ?? nearest(alone, line));
    if (beside) takeIn(beside, line);
    else alone.push(line);
  }
  return alone;
}

/** Lines of one text of several lines stay together. */
function isNextLine(one: PdfLine, other: PdfLine): boolean {
  const step = Math.abs(one.y - other.y);
  return step > other.size * SAME_LINE && step < other.size * 2 && Math.abs(one.x - other.x) < other.size * 2;
}

function nearest(lines: readonly PdfLine[], over: PdfLine): PdfLine | null {
  let found: PdfLine | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    if (line.turn !== over.turn || Math.abs(line.y - over.y) > Math.max(line.size, over.size) * SAME_LINE) continue;
    const distance = Math.min(...line.parts.map((part) => Math.max(part.x - over.right, over.x - part.right, 0)));
    if (distance >= least) continue;
    least = distance;
    found = line;
  }
  return found;
}

/** Among the parts of a line by where it begins. */
function takeIn(line: PdfLine, over: PdfLine): void {
  const at = line.parts.findIndex(({ x }) => x > over.x);
  line.parts.splice(at < 0 ? line.parts.length : at, 0, ...over.parts);
  line.x = Math.min(line.x, over.x);
  line.right = Math.max(line.right, over.right);
}
