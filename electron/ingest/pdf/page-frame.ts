/** Where text stands on a page as it is shown: turned as its viewer turns it, and along the lines of the text itself. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface FramePosition {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Degrees, 0 to 359. */
  readonly turn: number;
}

export interface PageFrame {
  /** @param transform of the text, in units of the page. */
  place(
    transform: readonly number[],
    direction: 'along' | 'downwards',
  ): FramePosition & { direction: 'along' | 'downwards' };
  /**
   * Sets lines into a rectangle of the page, since nothing says how they are drawn there.
   * @param size in points; 0 when it is not known.
   */
  linesIn(
    rect: readonly number[],
    lines: readonly string[],
    size: number,
  ): (FramePosition & { readonly text: string; readonly width: number })[];
}

/** Scans are a little askew, and their recognised text with them. */
const ASKEW = 5;
/** Fractions of the size of letters. */
const LETTER_WIDTH = 0.5;
const LEADING = 1.15;
const MIDDLE = 0.35;
const LARGEST_SIZE = 12;

export function frameOf(page: Pick<PDFPageProxy, 'getViewport'>): PageFrame {
  const { transform: view, height } = page.getViewport({ scale: 1 });
  const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = view as number[];
  const point = (x: number, y: number) => ({ x: va * x + vc * y + ve, y: height - (vb * x + vd * y + vf) });
  const vector = (x: number, y: number) => ({ x: va * x + vc * y, y: -(vb * x + vd * y) });
  return {
    place(transform, direction) {
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = transform;
      const along = vector(a, b);
      const angle = (Math.atan2(along.y, along.x) * 180) / Math.PI - (direction === 'downwards' ? 90 : 0);
      const size = Math.hypot(c, d) || Math.hypot(a, b);
      return { ...point(e, f), size, turn: turnOf(angle), direction };
    },
    linesIn([left = 0, foot = 0, right = 0, head = 0], lines, size) {
      const [one, other] = [point(left, foot), point(right, head)];
      const [x, top, low] = [Math.min(one.x, other.x), Math.max(one.y, other.y), Math.min(one.y, other.y)];
      const drawnSize = size || Math.min(LARGEST_SIZE, (top - low) / (lines.length * LEADING)) || LARGEST_SIZE;
      const first = lines.length === 1 ? (top + low) / 2 - drawnSize * MIDDLE : top - drawnSize;
      return lines.map((text, index) => {
        const width = Math.min(Math.abs(other.x - one.x), text.length * drawnSize * LETTER_WIDTH);
        return { text, x, y: first - index * drawnSize * LEADING, width, size: drawnSize, turn: 0 };
      });
    },
  };
}

function turnOf(angle: number): number {
  const degrees = ((Math.round(angle) % 360) + 360) % 360;
  const quarter = Math.round(degrees / 90) * 90;
  return Math.abs(degrees - quarter) <= ASKEW ? quarter % 360 : degrees;
}

/**
 * Turns a page so that most of its text is upright, and sets every piece along its own line: `x` grows with its text,
 * `y` falls from line to line.
 */
export function uprightBy<T extends FramePosition & { readonly text: string }>(pieces: readonly T[]): T[] {
  const letters = new Map<number, number>();
  for (const { turn, text } of pieces) letters.set(turn, (letters.get(turn) ?? 0) + text.length);
  let most = 0;
  for (const [turn, count] of letters) if (turn % 90 === 0 && count > (letters.get(most) ?? 0)) most = turn;
  return pieces.map((piece) => {
    if (piece.turn === 0 && most === 0) return piece;
    const angle = (piece.turn * Math.PI) / 180;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const { x, y } = piece;
    return { ...piece, x: x * cos + y * sin, y: y * cos - x * sin, turn: (piece.turn - most + 360) % 360 };
  });
}
