/**
 * The reading line of a scrolled text: at a third of the window, at the very top when the text is at its
 * beginning, at the very bottom when it is at its end. So every place of a text can be brought into view, and two
 * texts of other lengths begin and end together.
 */
export interface ScrollMetrics {
  /** Height of the whole text, in CSS pixels. */
  readonly totalPx: number;
  /** Height of the window. */
  readonly heightPx: number;
}

const READING_LINE = 0.35;

/** Corners of the line from how far a text is scrolled to where the eye is. */
function corners({ totalPx, heightPx }: ScrollMetrics): readonly (readonly [scroll: number, eye: number])[] {
  const most = Math.max(0, totalPx - heightPx);
  const above = Math.min(heightPx, most) * READING_LINE;
  const below = Math.min(heightPx, most) * (1 - READING_LINE);
  const eye = Math.min(heightPx, totalPx) * READING_LINE;
  return [
    [0, 0],
    [above, above + eye],
    [most - below, most - below + eye],
    [most, Math.max(totalPx, 0)],
  ];
}

function interpolate(line: readonly (readonly [number, number])[], x: number, back: 'there' | 'back'): number {
  const of = (corner: readonly [number, number]) => (back === 'there' ? corner : ([corner[1], corner[0]] as const));
  let last = of(line[0] ?? [0, 0]);
  if (x <= last[0]) return last[1];
  for (const corner of line.slice(1)) {
    const next = of(corner);
    if (x <= next[0]) {
      const width = next[0] - last[0];
      return width <= 0 ? next[1] : last[1] + ((x - last[0]) / width) * (next[1] - last[1]);
    }
    last = next;
  }
  return last[1];
}

/** @returns CSS pixels from the top of the text. */
export const readingLineAt = (view: ScrollMetrics, scrollPx: number): number =>
  interpolate(corners(view), scrollPx, 'there');

/** @returns how far to scroll, that puts a height of the text at the reading line. */
export const scrollTopFor = (view: ScrollMetrics, eyePx: number): number => interpolate(corners(view), eyePx, 'back');
