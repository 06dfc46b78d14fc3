/**
 * What a person changes while proofreading: edits of the text and words seen to be right. Pure; everything is said of the
 * text that it began from, so that a draft of it is small.
 */
import type { ChangeSet } from '@codemirror/state';
import { DOUBTFUL_BELOW, type PageSpan, type PageWord, type ProofreadPage } from '../../../electron/contract/index.js';
import { boxAround, type PageInText, type PlacedText, type WordOnPage } from './placed-words.js';

/** Of a word that a person wrote or saw to be right. */
const CERTAIN = 100;

/** The words that edits touch: their letters, or what stands right beside them. */
export function touchedWords({ words }: PlacedText, changes: ChangeSet): ReadonlySet<number> {
  const touched = new Set<number>();
  changes.iterChangedRanges((from, to) => {
    let at = firstEndingAt(words, from);
    for (let word = words[at]; word && word.start <= to; word = words[++at]) touched.add(at);
  });
  return touched;
}

/** The first word that ends at or behind `offset`. */
function firstEndingAt(words: readonly WordOnPage[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The words that are still to be asked for, in the order of reading. */
export function doubtfulWords(placed: PlacedText, changes: ChangeSet, seen: ReadonlySet<number>): number[] {
  const touched = touchedWords(placed, changes);
  const doubtful: number[] = [];
  for (const [index, { confidence }] of placed.words.entries()) {
    if (confidence !== null && confidence < DOUBTFUL_BELOW && !seen.has(index) && !touched.has(index))
      doubtful.push(index);
  }
  return doubtful;
}

/**
 * @param doubtful in text order. @param from an offset of the text as it is by now.
 * @returns the next word that begins behind `from`, or the last one before it; beyond the end it goes on at the other one.
 */
export function neighbourOf(
  doubtful: readonly number[],
  { words }: PlacedText,
  changes: ChangeSet,
  from: number,
  direction: 'next' | 'previous',
): number | null {
  const startOf = (index: number | undefined) => changes.mapPos(words[index ?? 0]?.start ?? 0, 1);
  let low = 0;
  let high = doubtful.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = startOf(doubtful[middle]);
    if (direction === 'next' ? start <= from : start < from) low = middle + 1;
    else high = middle;
  }
  const found = direction === 'next' ? doubtful[low] : doubtful[low - 1];
  return found ?? (direction === 'next' ? doubtful[0] : doubtful.at(-1)) ?? null;
}

/** Where a word stands by now, with what was written right beside it. */
export function rangeNow(word: { readonly start: number; readonly end: number }, changes: ChangeSet) {
  return { start: changes.mapPos(word.start, -1), end: changes.mapPos(word.end, 1) };
}

/** Where the pages are in the new text. */
export function pagesNow(pages: readonly PageSpan[], changes: ChangeSet): PageSpan[] {
  let before = 0;
  return pages.map((page) => {
    const { start, end } = rangeNow(page, changes);
    const from = Math.max(before, start);
    before = Math.max(from, end);
    return { ...page, start: from, end: before };
  });
}

const RANK = { word: 0, line: 1, paragraph: 2, block: 3 } as const;

/** The words of the new text on their pages; a page that nobody touched goes over as it was. */
export function proofreadPages(
  placed: PlacedText,
  changes: ChangeSet,
  seen: ReadonlySet<number>,
  newText: string,
): ProofreadPage[] {
  const touched = touchedWords(placed, changes);
  return placed.pages.map((page) => {
    const { pageIndex, firstWord, endWord } = page;
    const start = changes.mapPos(page.start, -1);
    const isSame = !touchesPage(page, changes) && !hasBetween(seen, firstWord, endWord);
    if (isSame) return { pageIndex, start: changes.mapPos(page.start, 1), words: null };
    const words: PageWord[] = [];
    let begins: PageWord['begins'] = 'word';
    for (let index = firstWord; index < endWord; index += 1) {
      const word = placed.words[index] as WordOnPage;
      const isCertain = touched.has(index) || seen.has(index);
      if (RANK[word.begins] > RANK[begins]) begins = word.begins;
      const now = rangeNow(word, changes);
      const parts = partsOf(newText, Math.max(now.start, words.at(-1)?.end ?? start), now.end, word);
      for (const part of parts) {
        const last = words.at(-1);
        const confidence = isCertain ? CERTAIN : word.confidence;
        // What was parted is one word by now.
        if (last && last.end === part.start && begins === 'word') {
          words[words.length - 1] = { ...last, ...boxAround([last, part]), end: part.end, confidence: CERTAIN };
          continue;
        }
        const isNewLine = last !== undefined && begins === 'word' && newText.slice(last.end, part.start).includes('\n');
        words.push({ ...part, confidence, begins: isNewLine ? 'line' : begins });
        begins = 'word';
      }
    }
    return { pageIndex, start, words };
  });
}

function touchesPage({ start, end }: PageInText, changes: ChangeSet): boolean {
  return changes.touchesRange(start, end) !== false;
}

function hasBetween(seen: ReadonlySet<number>, from: number, to: number): boolean {
  for (const index of seen) if (index >= from && index < to) return true;
  return false;
}

/** The words that stand where one stood, each with its share of the box. */
function partsOf(text: string, start: number, end: number, { box }: WordOnPage) {
  const own = text.slice(start, end);
  const share = (box.right - box.left) / Math.max(1, own.length);
  return [...own.matchAll(/\S+/g)].map(({ index, 0: letters }) => ({
    start: start + index,
    end: start + index + letters.length,
    left: Math.round(box.left + index * share),
    top: box.top,
    right: Math.round(box.left + (index + letters.length) * share),
    bottom: box.bottom,
  }));
}
