/** How large the lines of each page are shown: as wide as there is room, and no higher than is good to read. */
import { cutOf, type LineSource } from './line-images.js';
import type { PlacedText } from './placed-words.js';

/** CSS pixels of a line of ordinary height, with the room around it. */
const BEST_HEIGHT = 56;

export function lineScales(placed: PlacedText, sources: readonly LineSource[], width: number): number[] {
  const widest = placed.pages.map(() => 1);
  const heights = placed.pages.map((): number[] => []);
  for (const line of placed.lines) {
    const source = sources[line.page];
    if (!source) continue;
    const { cut } = cutOf(line, placed, source);
    widest[line.page] = Math.max(widest[line.page] ?? 1, cut.right - cut.left);
    heights[line.page]?.push(cut.bottom - cut.top);
  }
  return placed.pages.map((_, page) => {
    const sorted = (heights[page] ?? []).toSorted((a, b) => a - b);
    const median = sorted[sorted.length >> 1] ?? BEST_HEIGHT;
    return Math.min(width / (widest[page] ?? 1), BEST_HEIGHT / Math.max(1, median));
  });
}
