/** The words of a text version in one row, with the lines that they make on their pages. Pure. */
import type { PageKey, PageView, PageWords } from '../../../electron/contract/index.js';

/** In pixels of the page. */
export interface WordBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface WordOnPage {
  /** UTF-16 offsets in the text of the version, half-open. */
  readonly start: number;
  readonly end: number;
  readonly box: WordBox;
  readonly confidence: number | null;
  readonly begins: PageWords['words'][number]['begins'];
}

export interface PlacedLine {
  /** Within the pages that were read. */
  readonly page: number;
  /** Of its words in the row of all words, half-open. */
  readonly firstWord: number;
  readonly endWord: number;
  /** UTF-16 offset of the line of the text in which its first word stands. */
  readonly start: number;
  readonly box: WordBox;
}

export interface PageInText {
  readonly pageIndex: number;
  readonly key: PageKey | null;
  readonly width: number;
  readonly height: number;
  readonly start: number;
  readonly end: number;
  readonly firstWord: number;
  readonly endWord: number;
}

export interface PlacedText {
  readonly text: string;
  readonly words: readonly WordOnPage[];
  readonly lines: readonly PlacedLine[];
  readonly pages: readonly PageInText[];
}

export const boxAround = (boxes: readonly WordBox[]): WordBox => ({
  left: Math.min(...boxes.map(({ left }) => left)),
  top: Math.min(...boxes.map(({ top }) => top)),
  right: Math.max(...boxes.map(({ right }) => right)),
  bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
});

/** Pages in the order of the text, lines and words in the order in which they are read. */
export function placeText(text: string, read: readonly PageWords[]): PlacedText {
  const words: WordOnPage[] = [];
  const lines: PlacedLine[] = [];
  const pages: PageInText[] = [];
  for (const { pageIndex, page, width, height, start, end, words: own } of read.toSorted((a, b) => a.start - b.start)) {
    const firstWord = words.length;
    let lineBegins = firstWord;
    const endLine = () => {
      const first = words[lineBegins];
      if (!first) return;
      const box = boxAround(words.slice(lineBegins).map((word) => word.box));
      const lineStart = first.start === 0 ? 0 : text.lastIndexOf('\n', first.start - 1) + 1;
      lines.push({ page: pages.length, firstWord: lineBegins, endWord: words.length, start: lineStart, box });
    };
    for (const { start: from, end: to, confidence, begins, ...box } of own) {
      if (begins !== 'word' && words.length > lineBegins) {
        endLine();
        lineBegins = words.length;
      }
      words.push({ start: from, end: to, box, confidence, begins });
    }
    endLine();
    pages.push({ pageIndex, key: page, width, height, start, end, firstWord, endWord: words.length });
  }
  return { text, words, lines, pages };
}

/** The last of `items` that begins at or before `offset`; -1 when none does. */
export function lastBefore(items: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Where a box lies once its page is turned clockwise. */
export function turnBox(box: WordBox, width: number, height: number, turn: PageView['turn']): WordBox {
  const { left, top, right, bottom } = box;
  switch (turn) {
    case 0:
      return box;
    case 90:
      return { left: height - bottom, top: left, right: height - top, bottom: right };
    case 180:
      return { left: width - right, top: height - bottom, right: width - left, bottom: height - top };
    case 270:
      return { left: top, top: width - right, right: bottom, bottom: width - left };
  }
}
