/** Where passages of a text are on its page images: the boxes of their words, joined line by line. Pure. */
import type { PageKey, PageWord, PageWords, Range, Sha256 } from '../../../electron/contract/index.js';

/** In fractions of the upright page. */
export interface PassageBox {
  /** Null: the page is known by its index alone. */
  readonly sha256: Sha256 | null;
  readonly pageIndex: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The first word that ends behind an offset. Words are in text order. */
function firstBehind(words: readonly PageWord[], offset: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** @param range UTF-16 offsets in the text of the version that `pages` are of. */
export function boxesOfRange(pages: readonly PageWords[], [start, end]: Range): PassageBox[] {
  const boxes: PassageBox[] = [];
  for (const { page, pageIndex, words, width, height } of pages) {
    const lines: PageWord[][] = [];
    for (let at = firstBehind(words, start); at < words.length; at += 1) {
      const word = words[at];
      if (!word || word.start >= end) break;
      const line = lines.at(-1);
      if (line && word.begins === 'word') line.push(word);
      else lines.push([word]);
    }
    for (const line of lines) {
      const left = Math.min(...line.map((word) => word.left));
      const top = Math.min(...line.map((word) => word.top));
      boxes.push({
        sha256: page?.sha256 ?? null,
        pageIndex: page?.pageIndex ?? pageIndex,
        x: left / width,
        y: top / height,
        width: (Math.max(...line.map((word) => word.right)) - left) / width,
        height: (Math.max(...line.map((word) => word.bottom)) - top) / height,
      });
    }
  }
  return boxes;
}

/** Words that the engine was not sure of. @param below confidence, 0 to 100. */
export const doubtfulRanges = (pages: readonly PageWords[], below: number): Range[] =>
  pages.flatMap(({ words }) =>
    words.flatMap((word): Range[] =>
      word.confidence !== null && word.confidence < below ? [[word.start, word.end]] : [],
    ),
  );

/** A page that is shown, and a rectangle on it, in fractions of the upright page. */
export interface PagePart {
  readonly key: PageKey;
  /** Among all pages that are shown. */
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** From the first to the last of the words that a rectangle touches, in the order of the text; null when it touches none. */
export function rangeOfPart(pages: readonly PageWords[], part: PagePart): Range | null {
  const of = pages.find(({ page, pageIndex }) =>
    page ? page.sha256 === part.key.sha256 && page.pageIndex === part.key.pageIndex : pageIndex === part.index,
  );
  if (!of) return null;
  const [left, top] = [part.x * of.width, part.y * of.height];
  const [right, bottom] = [left + part.width * of.width, top + part.height * of.height];
  const touched = of.words.filter(
    (word) => word.left < right && word.right > left && word.top < bottom && word.bottom > top,
  );
  if (touched.length === 0) return null;
  return [Math.min(...touched.map(({ start }) => start)), Math.max(...touched.map(({ end }) => end))];
}
