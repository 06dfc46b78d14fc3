/**
 * Where the words of a corrected text are on its pages: each has the box of the word that it was, or that it replaces.
 * Pure. A word that stands for none of those that were read has no box: nobody knows where it is.
 */
import type { PageWord, PageWords, Range } from '../contract/index.js';
import type { AlignmentOp, TextAlignment } from '../text/index.js';

/** A word as it was read, with its page. */
interface ReadWord extends PageWord {
  readonly page: PageWords;
}

/** Which part of the text as it was read stands where in the corrected one. */
interface Piece {
  readonly isSame: boolean;
  readonly from: Range;
  readonly to: Range;
}

export interface CorrectedText {
  readonly text: string;
  /** Where its pages are, by their index; without them a page is from its first word to its last. */
  readonly pages: readonly { readonly pageIndex: number; readonly start: number; readonly end: number }[];
}

/**
 * @param read words of the text that was read, offsets within it.
 * @param alignment of the text that was read with the corrected one.
 * @returns the pages in the same order, with the words that stand on them; one that was moved to another page has none.
 */
export function carryWords(
  read: readonly PageWords[],
  alignment: Pick<TextAlignment, 'from' | 'ops' | 'moves'>,
  { text, pages }: CorrectedText,
): PageWords[] {
  const words: ReadWord[] = read
    .flatMap((page) => page.words.map((word) => ({ ...word, page })))
    .sort((a, b) => a.start - b.start);
  const pieces = piecesOf(alignment);
  const tokens = [...text.matchAll(/\S+/gu)].map(({ index, 0: { length } }): Range => [index, index + length]);
  const found = new Map<PageWords, PageWord[]>(read.map((page) => [page, []]));
  const ranges = new Map(pages.map((page) => [page.pageIndex, page]));
  let piece = 0;
  for (const token of tokens) {
    while ((pieces[piece]?.to[1] ?? Number.POSITIVE_INFINITY) <= token[0]) piece += 1;
    const meant = wordsOf(token, pieces, piece, words, tokens);
    const [first] = meant;
    if (!first) continue;
    const own = found.get(first.page);
    const range = ranges.get(first.page.pageIndex);
    if (!own || (range && (token[0] < range.start || token[1] > range.end))) continue;
    const isAsRead =
      meant.length === 1 && alignment.from.slice(first.start, first.end) === text.slice(token[0], token[1]);
    own.push({
      start: token[0],
      end: token[1],
      ...around(meant),
      // What a person wrote is no guess of an engine.
      confidence: isAsRead ? first.confidence : null,
      begins: beginning(text.slice(own.at(-1)?.end ?? token[0], token[0]), first, own.length === 0),
    });
  }
  return read.map((page) => {
    const own = found.get(page) ?? [];
    const range = ranges.get(page.pageIndex);
    const start = range?.start ?? own[0]?.start ?? 0;
    return { ...page, start, end: range?.end ?? own.at(-1)?.end ?? start, words: own };
  });
}

/** In order of the corrected text; what was added there is in none, unless it stands beside something that was removed. */
function piecesOf({ ops, moves }: Pick<TextAlignment, 'ops' | 'moves'>): Piece[] {
  const moved = moves.flatMap((move) => piecesIn(move.ops));
  const whole = piecesIn(ops, (op) => moves.some(({ from, to }) => lies(op.from, from) || lies(op.to, to)));
  return [...whole, ...moved].sort((a, b) => a.to[0] - b.to[0]);
}

const lies = ([start, end]: Range, within: Range) => start < end && start >= within[0] && end <= within[1];

/** @param isMoved said of what was only removed or added because it stands elsewhere. */
function piecesIn(ops: readonly AlignmentOp[], isMoved: (op: AlignmentOp) => boolean = () => false): Piece[] {
  const pieces: Piece[] = [];
  for (const op of ops) {
    if (op.kind !== 'same' && isMoved(op)) continue;
    const last = pieces.at(-1);
    const isNext = last && !last.isSame && last.from[1] === op.from[0] && last.to[1] === op.to[0];
    if (op.kind === 'same') pieces.push({ isSame: true, from: op.from, to: op.to });
    else if (last && isNext)
      pieces[pieces.length - 1] = { isSame: false, from: [last.from[0], op.from[1]], to: [last.to[0], op.to[1]] };
    else pieces.push({ isSame: false, from: op.from, to: op.to });
  }
  return pieces.filter(({ from, to }) => from[0] < from[1] && to[0] < to[1]);
}

/** The words that a word of the corrected text stands for, in order, all in one line. */
function wordsOf(
  token: Range,
  pieces: readonly Piece[],
  firstPiece: number,
  words: readonly ReadWord[],
  tokens: readonly Range[],
): ReadWord[] {
  /** How many letters of each it has. */
  const shares = new Map<ReadWord, number>();
  for (let at = firstPiece; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (!piece || piece.to[0] >= token[1]) break;
    const within: Range = [Math.max(token[0], piece.to[0]), Math.min(token[1], piece.to[1])];
    const range = piece.isSame ? moveRange(within, piece) : shareOf(within, piece, words, tokens);
    for (const word of overlapping(words, range))
      shares.set(word, (shares.get(word) ?? 0) + overlap([word.start, word.end], range));
  }
  const most = [...shares].reduce<[ReadWord, number] | null>(
    (best, one) => (best && best[1] >= one[1] ? best : one),
    null,
  );
  // A letter that happens to be alike makes no word of the neighbour's.
  const meant = [...shares].filter(([word, share]) => 2 * share >= word.end - word.start).map(([word]) => word);
  const sorted = (meant.length > 0 ? meant : most ? [most[0]] : []).sort((a, b) => a.start - b.start);
  const lineEnd = sorted.findIndex((word, index) => index > 0 && !isBeside(sorted[index - 1], word, words));
  return lineEnd < 0 ? sorted : sorted.slice(0, lineEnd);
}

const moveRange = ([start, end]: Range, { from, to }: Piece): Range => [from[0] + start - to[0], from[0] + end - to[0]];

/** Of words that were replaced by others, those that come to one of the others by their order. */
function shareOf(within: Range, piece: Piece, words: readonly ReadWord[], tokens: readonly Range[]): Range {
  const before = overlapping(words, piece.from);
  const after = rangesIn(tokens, piece.to);
  const [first, last] = [before[0], before.at(-1)];
  if (!first || !last || after.length < 2) return piece.from;
  const at = after.findIndex(([start, end]) => start < within[1] && end > within[0]);
  const from = Math.floor((at * before.length) / after.length);
  const to = Math.max(from + 1, Math.floor(((at + 1) * before.length) / after.length));
  const [begin, end] = [before[from] ?? first, before[to - 1] ?? last];
  return [Math.max(piece.from[0], begin.start), Math.min(piece.from[1], end.end)];
}

function isBeside(last: ReadWord | undefined, word: ReadWord, words: readonly ReadWord[]): boolean {
  if (!last || last.page !== word.page) return false;
  return overlapping(words, [last.end, word.end]).every(({ begins }) => begins === 'word');
}

const overlap = (a: Range, b: Range) => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));

function overlapping(words: readonly ReadWord[], range: Range): ReadWord[] {
  const found: ReadWord[] = [];
  for (
    let at = firstEndingBehind(words.length, (index) => words[index]?.end ?? 0, range[0]);
    at < words.length;
    at += 1
  ) {
    const word = words[at];
    if (!word || word.start >= range[1]) break;
    found.push(word);
  }
  return found;
}

function rangesIn(ranges: readonly Range[], [start, end]: Range): Range[] {
  const found: Range[] = [];
  for (
    let at = firstEndingBehind(ranges.length, (index) => ranges[index]?.[1] ?? 0, start);
    at < ranges.length;
    at += 1
  ) {
    const range = ranges[at];
    if (!range || range[0] >= end) break;
    found.push(range);
  }
  return found;
}

function firstEndingBehind(count: number, endOf: (index: number) => number, offset: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endOf(middle) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function around(words: readonly ReadWord[]): Pick<PageWord, 'left' | 'top' | 'right' | 'bottom'> {
  return {
    left: Math.min(...words.map(({ left }) => left)),
    top: Math.min(...words.map(({ top }) => top)),
    right: Math.max(...words.map(({ right }) => right)),
    bottom: Math.max(...words.map(({ bottom }) => bottom)),
  };
}

/** By the text: a person may have joined lines, or parted them. */
function beginning(between: string, word: ReadWord, isFirst: boolean): PageWord['begins'] {
  if (isFirst) return 'block';
  if (/\n[^\S\n]*\n/.test(between)) return word.begins === 'block' ? 'block' : 'paragraph';
  return between.includes('\n') ? 'line' : 'word';
}
