/** What proofreading asks for, in which order, and what it makes of edits; pages of a transcription. */
import { ChangeSet } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import type { PageWords } from '../../../electron/contract/index.js';
import { lastBefore, placeText, turnBox } from '../../../renderer/features/proofreading/placed-words.js';
import {
  doubtfulWords,
  neighbourOf,
  pagesNow,
  proofreadPages,
} from '../../../renderer/features/proofreading/proof-changes.js';
import {
  firstRuler,
  joinPages,
  knownLines,
  lineShare,
  markerText,
  nudge,
  textsOfPages,
  writtenLine,
} from '../../../renderer/features/proofreading/transcription.js';

/** Two pages; each word 10 pixels a letter, each line 30 pixels. */
const TEXT = 'Tbe lock keeper\ncounted bargcs.\n\nThe watcr rose.';
const CONFIDENCE: Record<string, number> = { Tbe: 40, 'bargcs.': 55, watcr: 79 };

function pageOf(pageIndex: number, start: number, end: number): PageWords {
  const own = TEXT.slice(start, end);
  let line = 0;
  const words = [...own.matchAll(/\S+|\n/g)].flatMap(({ 0: letters, index }) => {
    if (letters === '\n') {
      line += 1;
      return [];
    }
    const column = index - (own.lastIndexOf('\n', index) + 1);
    const begins = column > 0 ? ('word' as const) : line > 0 ? ('line' as const) : ('block' as const);
    const box = { left: column * 10, top: line * 30, right: (column + letters.length) * 10, bottom: line * 30 + 20 };
    const confidence = CONFIDENCE[letters] ?? 96;
    return [{ start: start + index, end: start + index + letters.length, ...box, confidence, begins }];
  });
  return { pageIndex, page: null, width: 1_000, height: 1_400, start, end, words };
}
const SECOND = TEXT.indexOf('The watcr');
const READ = [pageOf(0, 0, SECOND - 2), pageOf(1, SECOND, TEXT.length)];
const placed = placeText(TEXT, READ);
const none = ChangeSet.empty(TEXT.length);
const nobody = new Set<number>();
const wordsOf = (indexes: readonly number[]) =>
  indexes.map((index) => TEXT.slice(placed.words[index]?.start, placed.words[index]?.end));
/** Edits of the text: what is replaced by what. */
const edits = (...all: readonly (readonly [string, string])[]) =>
  ChangeSet.of(
    all.map(([from, insert]) => ({ from: TEXT.indexOf(from), to: TEXT.indexOf(from) + from.length, insert })),
    TEXT.length,
  );
const apply = (changes: ChangeSet) => {
  let made = '';
  let at = 0;
  changes.iterChanges((from, to, _a, _b, inserted) => {
    made += TEXT.slice(at, from) + inserted.toString();
    at = to;
  });
  return made + TEXT.slice(at);
};
const proofread = (changes: ChangeSet, seen: ReadonlySet<number> = nobody) => {
  const text = apply(changes);
  return proofreadPages(placed, changes, seen, text).map(
    (page) =>
      page.words?.map(({ start, end, confidence, begins, left, right }) => ({
        word: text.slice(start, end),
        confidence,
        begins,
        left,
        right,
      })) ?? null,
  );
};

describe('words to be asked for', () => {
  it('come in the order of reading, and those that are certain never', () => {
    expect(wordsOf(doubtfulWords(placed, none, nobody))).toEqual(['Tbe', 'bargcs.', 'watcr']);
  });

  it('are not asked for again once they were seen or changed', () => {
    expect(wordsOf(doubtfulWords(placed, edits(['Tbe', 'The']), new Set([4])))).toEqual(['watcr']);
  });

  it('follow the one that the cursor is at, and go round at the end', () => {
    const doubtful = doubtfulWords(placed, none, nobody);
    const from = (offset: number, direction: 'next' | 'previous') =>
      wordsOf([neighbourOf(doubtful, placed, none, offset, direction) ?? -1])[0];
    expect(from(0, 'next')).toBe('bargcs.');
    expect(from(TEXT.indexOf('bargcs'), 'next')).toBe('watcr');
    expect(from(TEXT.length, 'next')).toBe('Tbe');
    expect(from(TEXT.indexOf('bargcs'), 'previous')).toBe('Tbe');
    expect(from(0, 'previous')).toBe('watcr');
    expect(neighbourOf([], placed, none, 0, 'next')).toBeNull();
  });

  it('are found behind text that was written before them', () => {
    const changes = edits(['lock', 'weir and lock']);
    const doubtful = doubtfulWords(placed, changes, nobody);
    const at = apply(changes).indexOf('bargcs');
    expect(wordsOf([neighbourOf(doubtful, placed, changes, at - 1, 'next') ?? -1])).toEqual(['bargcs.']);
    expect(wordsOf([neighbourOf(doubtful, placed, changes, at, 'next') ?? -1])).toEqual(['watcr']);
  });
});

describe('lines of pages', () => {
  it('hold their words, with the box around them', () => {
    expect(placed.lines.map(({ page, firstWord, endWord, start }) => [page, firstWord, endWord, start])).toEqual([
      [0, 0, 3, 0],
      [0, 3, 5, 16],
      [1, 5, 8, SECOND],
    ]);
    expect(placed.lines[1]?.box).toEqual({ left: 0, top: 30, right: 150, bottom: 50 });
    expect(lastBefore(placed.pages, SECOND)).toBe(1);
    expect(lastBefore(placed.pages, SECOND - 1)).toBe(0);
  });

  it('lie where the turned page has them', () => {
    const box = { left: 10, top: 20, right: 110, bottom: 40 };
    expect(turnBox(box, 1_000, 1_400, 90)).toEqual({ left: 1_360, top: 10, right: 1_380, bottom: 110 });
    expect(turnBox(turnBox(box, 1_000, 1_400, 90), 1_400, 1_000, 270)).toEqual(box);
    expect(turnBox(turnBox(box, 1_000, 1_400, 180), 1_000, 1_400, 180)).toEqual(box);
  });
});

describe('words of a text that was proofread', () => {
  it('stay as they were on a page that nobody touched', () => {
    const [first, second] = proofreadPages(placed, edits(['watcr', 'water']), nobody, apply(edits(['watcr', 'water'])));
    expect(first).toEqual({ pageIndex: 0, start: 0, words: null });
    expect(second?.words?.map(({ confidence }) => confidence)).toEqual([96, 100, 96]);
  });

  it('move with their page when the page before it grew', () => {
    const changes = edits(['lock', 'weir and lock']);
    expect(proofreadPages(placed, changes, nobody, apply(changes))[1]).toEqual({
      pageIndex: 1,
      start: SECOND + 9,
      words: null,
    });
  });

  it('are certain when they were seen, though their letters are the same', () => {
    expect(proofread(none, new Set([0]))[0]?.map(({ confidence }) => confidence)).toEqual([100, 96, 96, 96, 55]);
  });

  it('share the box of the word that was parted, and have the boxes of both when they were joined', () => {
    expect(proofread(edits(['keeper', 'kee per']))[0]?.slice(2, 4)).toEqual([
      { word: 'kee', confidence: 100, begins: 'word', left: 90, right: 116 },
      { word: 'per', confidence: 100, begins: 'word', left: 124, right: 150 },
    ]);
    expect(proofread(edits(['lock keeper', 'lockkeeper']))[0]?.map(({ word }) => word)).toEqual([
      'Tbe',
      'lockkeeper',
      'counted',
      'bargcs.',
    ]);
  });

  it('hand the beginning of a line on when its first word is deleted', () => {
    expect(proofread(edits(['counted ', '']))[0]?.at(-1)).toMatchObject({ word: 'bargcs.', begins: 'line' });
  });

  it('stand on pages that grow with what was written on them', () => {
    const pages = [
      { kind: 'page' as const, start: 0, end: SECOND - 2, pageIndex: 0, pageLabel: '1' },
      { kind: 'page' as const, start: SECOND, end: TEXT.length, pageIndex: 1, pageLabel: '2' },
    ];
    const changes = edits(['bargcs.', 'barges and boats.'], ['rose.', 'rose again.']);
    const text = apply(changes);
    expect(pagesNow(pages, changes).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Tbe lock keeper\ncounted barges and boats.',
      'The watcr rose again.',
    ]);
  });
});

describe('a transcription', () => {
  const SPANS = [
    { kind: 'page' as const, start: 0, end: SECOND - 2, pageIndex: 0, pageLabel: 'i' },
    { kind: 'page' as const, start: SECOND, end: TEXT.length, pageIndex: 2, pageLabel: 'iii' },
  ];

  it('has a text for each page, and gives the same text when nothing was written', () => {
    const texts = textsOfPages(TEXT, SPANS, 3);
    expect(texts).toEqual([TEXT.slice(0, SECOND - 2), '', TEXT.slice(SECOND)]);
    const joined = joinPages(texts, new Map([[0, 'i']]));
    expect(joined.text).toBe(TEXT);
    expect(joined.pages.map(({ start, end, pageLabel }) => [TEXT.slice(start, end), pageLabel])).toEqual([
      [TEXT.slice(0, SECOND - 2), 'i'],
      ['', '2'],
      [TEXT.slice(SECOND), '3'],
    ]);
  });

  it('begins with a page for each image, and holds a text without pages on the first', () => {
    expect(textsOfPages('', [], 2)).toEqual(['', '']);
    expect(textsOfPages('A letter', [], 2)).toEqual(['A letter', '']);
  });

  it('shows the line of the page that is written: as it was read, else line by line', () => {
    const known = knownLines(READ[0]);
    expect(known).toEqual([
      { top: 0, bottom: 20 / 1_400 },
      { top: 30 / 1_400, bottom: 50 / 1_400 },
    ]);
    expect(lineShare(1, known, firstRuler(1.4))).toEqual(known[1]);
    const third = lineShare(2, known, firstRuler(1.4));
    expect((third.top + third.bottom) / 2).toBeCloseTo(70 / 1_400);
    const alone = lineShare(2, [], { top: 0.1, pitch: 0.05 });
    expect((alone.top + alone.bottom) / 2).toBeCloseTo(0.2);
  });

  it('counts lines with words, and an empty last line as the one to come', () => {
    expect(writtenLine('One\n\nTwo', 0)).toBe(0);
    expect(writtenLine('One\n\nTwo', 8)).toBe(1);
    expect(writtenLine('One\n', 4)).toBe(1);
    expect(writtenLine('One\n\nTwo', 4)).toBe(0);
  });

  it('learns the distance of lines from where a person puts one', () => {
    expect(nudge({ top: 0.1, pitch: 0.05 }, 0, 0.02).top).toBeCloseTo(0.12);
    expect(nudge({ top: 0.1, pitch: 0.05 }, 4, 0.02).pitch).toBeCloseTo(0.055);
  });

  it('marks what cannot be read or was written short', () => {
    expect(markerText('unclear', 'barge')).toMatchObject({ insert: '[unclear: barge]' });
    expect(markerText('unclear', '')).toMatchObject({ insert: '[unclear]', from: 9 });
    expect(markerText('illegible', '')).toMatchObject({ insert: '[illegible]' });
    expect(markerText('expansion', '')).toEqual({ insert: '()', from: 1, to: 1 });
    expect(markerText('expansion', 'overnmen')).toMatchObject({ insert: '(overnmen)', from: 10 });
  });
});
