/** The page images that lines are cut out of. */
import type { Page, Span } from '../../../electron/contract/index.js';
import type { LineSource } from './line-images.js';
import { linesAddress } from './page-address.js';
import type { PlacedText } from './placed-words.js';

/** Longest side in pixels: a line of A4 fills a wide window with it. */
export const LINES_FIT = 3_000;

export function lineSources(
  { pages: placed }: PlacedText,
  pages: readonly Page[],
  spans: readonly Span[],
): LineSource[] {
  const labels = new Map(
    spans.filter((span) => span.kind === 'page').map(({ pageIndex, pageLabel }) => [pageIndex, pageLabel]),
  );
  return placed.map(({ pageIndex, key }) => {
    const page = pages.find((one) =>
      key ? one.sha256 === key.sha256 && one.pageIndex === key.pageIndex : one.index === pageIndex,
    );
    return {
      address: page ? linesAddress(page, LINES_FIT) : null,
      label: labels.get(pageIndex) ?? String(pageIndex + 1),
      turn: page?.view.turn ?? 0,
    };
  });
}
