/** What is marked on a page stays on its place, however the page is looked at; and passages find their words. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageView, PageWords } from '../../../electron/contract/index.js';
import { viewedSize, viewMapOf } from '../../../renderer/features/reading/pages/page-view-map.js';
import { boxesOfRange, doubtfulRanges } from '../../../renderer/features/reading/word-boxes.js';

const PLAIN: PageView = { turn: 0, corners: null, crop: null, brightness: 0, contrast: 0, isInverted: false };
const fraction = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const corner = (x: number, y: number) => fc.record({ x: fraction(x - 0.1, x + 0.1), y: fraction(y - 0.1, y + 0.1) });
const corners = fc.record({
  topLeft: corner(0.12, 0.12),
  topRight: corner(0.88, 0.12),
  bottomRight: corner(0.88, 0.88),
  bottomLeft: corner(0.12, 0.88),
});
const crop = fc.record({
  left: fraction(0, 0.4),
  top: fraction(0, 0.4),
  right: fraction(0.6, 1),
  bottom: fraction(0.6, 1),
});
const turn = fc.constantFrom<PageView['turn']>(0, 90, 180, 270);
const view = fc.record({
  ...{ turn, corners: fc.option(corners), crop: fc.option(crop) },
  ...{ brightness: fc.constant(0), contrast: fc.constant(0), isInverted: fc.constant(false) },
});
const point = fc.record({ x: fraction(0, 1), y: fraction(0, 1), width: fc.constant(0), height: fc.constant(0) });

describe('a page that is looked at in a way of its own', () => {
  it('has each of its places where it was, there and back', () => {
    fc.assert(
      fc.property(view, point, (seen, at) => {
        const { toShown, toPage } = viewMapOf(seen);
        const back = toPage(toShown(at));
        expect(back.x).toBeCloseTo(at.x, 6);
        expect(back.y).toBeCloseTo(at.y, 6);
      }),
    );
  });

  it('shows the corners of the sheet in its own corners', () => {
    fc.assert(
      fc.property(corners, (sheet) => {
        const { toShown } = viewMapOf({ ...PLAIN, corners: sheet });
        const shown = [sheet.topLeft, sheet.topRight, sheet.bottomRight, sheet.bottomLeft].map((at) =>
          toShown({ ...at, width: 0, height: 0 }),
        );
        for (const [index, [x, y]] of [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ].entries()) {
          expect(shown[index]?.x).toBeCloseTo(x as number, 6);
          expect(shown[index]?.y).toBeCloseTo(y as number, 6);
        }
      }),
    );
  });

  it('turns a rectangle with the page', () => {
    const { toShown } = viewMapOf({ ...PLAIN, turn: 90 });
    const shown = toShown({ x: 0.1, y: 0.2, width: 0.3, height: 0.1 });
    expect([shown.x, shown.y, shown.width, shown.height].map((value) => value.toFixed(3))).toEqual([
      ...['0.700', '0.100', '0.100', '0.300'],
    ]);
  });

  it('is as large as what is left of it', () => {
    const page = { width: 1_000, height: 2_000 };
    expect(viewedSize(page, PLAIN)).toEqual(page);
    expect(viewedSize(page, { ...PLAIN, turn: 270 })).toEqual({ width: 2_000, height: 1_000 });
    const half = { left: 0, top: 0.5, right: 0.5, bottom: 1 };
    expect(viewedSize(page, { ...PLAIN, crop: half, turn: 90 })).toEqual({ width: 1_000, height: 500 });
  });
});

describe('a passage on the page image', () => {
  const word = (start: number, end: number, left: number, top: number, begins: 'word' | 'line', confidence = 90) => ({
    ...{ start, end, left, top, right: left + 10, bottom: top + 5 },
    ...{ begins, confidence },
  });
  const sha256 = 'a'.repeat(64) as never;
  const pages: PageWords[] = [
    {
      pageIndex: 0,
      page: { sha256, pageIndex: 0 },
      width: 100,
      height: 50,
      start: 0,
      end: 11,
      words: [word(0, 5, 0, 0, 'line'), word(6, 11, 20, 0, 'word', 40)],
    },
    {
      pageIndex: 1,
      page: { sha256, pageIndex: 1 },
      width: 100,
      height: 50,
      start: 13,
      end: 24,
      words: [word(13, 18, 0, 10, 'line'), word(19, 24, 0, 20, 'line', 60)],
    },
  ];

  it('is where its words are: one box a line, on each of its pages', () => {
    expect(boxesOfRange(pages, [0, 11])).toEqual([{ sha256, pageIndex: 0, x: 0, y: 0, width: 0.3, height: 0.1 }]);
    expect(boxesOfRange(pages, [7, 20]).map(({ pageIndex, x, y }) => [pageIndex, x, y])).toEqual([
      ...[
        [0, 0.2, 0],
        [1, 0, 0.2],
        [1, 0, 0.4],
      ],
    ]);
  });

  it('of blanks alone, or beyond the last word, is nowhere', () => {
    expect(boxesOfRange(pages, [5, 6])).toEqual([]);
    expect(boxesOfRange(pages, [24, 30])).toEqual([]);
    expect(boxesOfRange([], [0, 3])).toEqual([]);
  });

  it('is doubtful below the limit, and not at it', () => {
    expect(doubtfulRanges(pages, 60)).toEqual([[6, 11]]);
    expect(doubtfulRanges(pages, 61)).toEqual([
      [6, 11],
      [19, 24],
    ]);
  });
});
