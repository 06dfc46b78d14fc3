/** How pages are looked at: what is drawn over a page lands where it belongs, whatever its view, and finds its way back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Page, type PageView, type PageWords, PLAIN_VIEW } from '../../../electron/contract/index.js';
import {
  boxOfCrop,
  CORNER_NAMES,
  canStraighten,
  cropOf,
  FIRST_CORNERS,
  isPlainView,
  moveCorner,
  type PageTurn,
  placeCorner,
  shownCornerName,
  turnBy,
  turnPoint,
} from '../../../renderer/features/reading/pages/looking.js';
import { layoutPages, pageAt, pagesWithin } from '../../../renderer/features/reading/pages/page-layout.js';
import { viewedSize, viewMapOf } from '../../../renderer/features/reading/pages/page-view-map.js';
import { changedView, withTrial } from '../../../renderer/features/reading/pages/view-trial.js';
import { rangeOfPart } from '../../../renderer/features/reading/word-boxes.js';

const turns = fc.constantFrom<PageTurn>(0, 90, 180, 270);
const within = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const pointWithin = (x: readonly [number, number], y: readonly [number, number]) =>
  fc.record({ x: within(...x), y: within(...y) });
/** Each in its own fifth of the page: they always go round a sheet. */
const corners = fc.record({
  topLeft: pointWithin([0, 0.2], [0, 0.2]),
  topRight: pointWithin([0.8, 1], [0, 0.2]),
  bottomRight: pointWithin([0.8, 1], [0.8, 1]),
  bottomLeft: pointWithin([0, 0.2], [0.8, 1]),
});
const crops = fc
  .record({ left: within(0, 0.4), top: within(0, 0.4), right: within(0.6, 1), bottom: within(0.6, 1) })
  .map((crop) => crop);
const views = fc.record({
  turn: turns,
  corners: fc.option(corners, { nil: null }),
  crop: fc.option(crops, { nil: null }),
  brightness: fc.constant(0),
  contrast: fc.constant(0),
  isInverted: fc.boolean(),
});
const point = pointWithin([0.3, 0.7], [0.3, 0.7]);
const dot = ({ x, y }: { x: number; y: number }) => ({ x, y, width: 0, height: 0 });

describe('what is drawn over a page', () => {
  it('finds its way back through any view, both ways', () => {
    fc.assert(
      fc.property(views, point, (view, at) => {
        const map = viewMapOf(view);
        for (const there of [map.toPage(map.toShown(dot(at))), map.toShown(map.toPage(dot(at)))]) {
          expect(there.x).toBeCloseTo(at.x, 6);
          expect(there.y).toBeCloseTo(at.y, 6);
        }
      }),
    );
  });

  it('stays a rectangle around its own corners: nothing of a word is left out', () => {
    fc.assert(
      fc.property(views, point, within(0.01, 0.2), (view, at, side) => {
        const map = viewMapOf(view);
        const box = { ...at, width: side, height: side };
        const shown = map.toShown(box);
        const middle = map.toShown(dot({ x: at.x + side / 2, y: at.y + side / 2 }));
        expect(middle.x).toBeGreaterThanOrEqual(shown.x);
        expect(middle.x).toBeLessThanOrEqual(shown.x + shown.width);
        expect(middle.y).toBeGreaterThanOrEqual(shown.y);
        expect(middle.y).toBeLessThanOrEqual(shown.y + shown.height);
      }),
    );
  });

  it('is where the corners of the sheet are shown: at those of the picture', () => {
    fc.assert(
      fc.property(corners, turns, (at, turn) => {
        const map = viewMapOf({ ...PLAIN_VIEW, corners: at, turn });
        const ends = { topLeft: [0, 0], topRight: [1, 0], bottomRight: [1, 1], bottomLeft: [0, 1] } as const;
        for (const name of CORNER_NAMES) {
          const shown = map.toShown(dot(at[name]));
          const [x, y] = ends[shownCornerName(name, turn)];
          expect(shown.x).toBeCloseTo(x, 6);
          expect(shown.y).toBeCloseTo(y, 6);
        }
      }),
    );
  });
});

describe('a crop', () => {
  it('is what was drawn, whichever way up the page is', () => {
    fc.assert(
      fc.property(crops, turns, (crop, turn) => {
        const again = cropOf(boxOfCrop(crop, turn), turn);
        for (const side of ['left', 'top', 'right', 'bottom'] as const)
          expect(again?.[side] ?? { left: 0, top: 0, right: 1, bottom: 1 }[side]).toBeCloseTo(crop[side], 5);
      }),
    );
  });

  it('of nothing, or of all of the page, is none', () => {
    expect(cropOf({ x: 0.5, y: 0.5, width: 0.001, height: 0.4 }, 0)).toBeNull();
    expect(cropOf({ x: 0, y: 0, width: 1, height: 1 }, 90)).toBeNull();
  });

  it('makes the page as small as its part', () => {
    const view: PageView = { ...PLAIN_VIEW, crop: { left: 0.5, top: 0, right: 1, bottom: 1 }, turn: 90 };
    expect(viewedSize({ width: 400, height: 600 }, view)).toEqual({ width: 600, height: 200 });
  });
});

describe('the corners of a sheet', () => {
  it('go where they are put on the page as it is turned, and no further than its edge', () => {
    fc.assert(
      fc.property(turns, point, (turn, at) => {
        const shown = turnPoint(placeCorner(FIRST_CORNERS, 'topLeft', at, turn).topLeft, turn);
        expect(shown.x).toBeCloseTo(at.x, 5);
        expect(shown.y).toBeCloseTo(at.y, 5);
        const far = moveCorner(FIRST_CORNERS, 'bottomRight', { x: -9, y: 9 }, turn).bottomRight;
        expect([0, 1]).toContain(far.x);
        expect([0, 1]).toContain(far.y);
      }),
    );
  });

  it('are refused where they go round no sheet', () => {
    expect(canStraighten(FIRST_CORNERS)).toBe(true);
    const { topLeft, topRight } = FIRST_CORNERS;
    expect(canStraighten({ ...FIRST_CORNERS, topLeft: topRight, topRight: topLeft })).toBe(false);
    expect(canStraighten({ ...FIRST_CORNERS, topLeft: { x: 0.8, y: 0.8 } })).toBe(false);
    fc.assert(
      fc.property(corners, (at) => {
        expect(canStraighten(at)).toBe(true);
      }),
    );
  });
});

describe('a view that is being tried', () => {
  const page = (pageIndex: number) => ({ sha256: 'a'.repeat(64), pageIndex, view: PLAIN_VIEW }) as Page;
  it('changes the pages it is tried on, and what it names alone', () => {
    const pages = [page(0), page(1)];
    const shown = withTrial(pages, { keys: [page(1)], change: { brightness: 40 } });
    expect(shown.map(({ view }) => view)).toEqual([PLAIN_VIEW, { ...PLAIN_VIEW, brightness: 40 }]);
    expect(withTrial(pages, null)).toBe(pages);
  });

  it('takes a crop away where it names none', () => {
    const crop = { left: 0.1, top: 0, right: 1, bottom: 1 };
    const cropped = changedView(PLAIN_VIEW, { crop });
    expect(cropped.crop).toEqual(crop);
    expect(changedView(cropped, { turn: 90 }).crop).toEqual(crop);
    expect(isPlainView(changedView(cropped, { crop: null }))).toBe(true);
  });

  it('comes round after four turns', () => {
    fc.assert(
      fc.property(turns, (turn) => {
        expect(turnBy(turnBy(turnBy(turnBy(turn, 1), 1), 1), 1)).toBe(turn);
      }),
    );
    expect(turnBy(0, -1)).toBe(270);
  });
});

describe('two pages side by side', () => {
  const sizes = fc.array(
    fc.record({ width: fc.integer({ min: 200, max: 2_000 }), height: fc.integer({ min: 200, max: 2_000 }) }),
    { minLength: 1, maxLength: 20 },
  );
  it('meet at the spine and never overlap', () => {
    fc.assert(
      fc.property(sizes, fc.constantFrom<'fit' | 'whole' | number>('fit', 'whole', 1), (pages, zoom) => {
        const {
          tops,
          lefts,
          sizes: shown,
          totalPx,
        } = layoutPages({
          ...{ pages, zoom, turn: 0, roomPx: 900, heightPx: 700, isBook: true },
        });
        for (const [index, top] of tops.entries()) {
          const isRight = index % 2 === 1;
          expect(top === tops[index - 1]).toBe(isRight);
          if (isRight) expect(lefts[index]).toBeGreaterThan((lefts[index - 1] ?? 0) + (shown[index - 1]?.width ?? 0));
          if (!isRight && index > 0)
            expect(top).toBeGreaterThan(
              Math.max(...[1, 2].map((back) => (tops[index - back] ?? 0) + (shown[index - back]?.height ?? 0))),
            );
          expect(totalPx).toBeGreaterThan(top + (shown[index]?.height ?? 0));
        }
      }),
    );
  });

  it('are both in sight where their row is', () => {
    const pages = Array.from({ length: 4 }, () => ({ width: 400, height: 600 }));
    const layout = layoutPages({ pages, zoom: 1, turn: 0, roomPx: 900, isBook: true });
    expect(pageAt(layout, layout.tops[3] ?? 0)).toBe(2);
    expect(pagesWithin(layout, 0, 200)).toEqual([0, 1]);
  });

  it('are whole where the whole page is wanted', () => {
    const pages = [{ width: 400, height: 4_000 }];
    const { sizes: shown } = layoutPages({ pages, zoom: 'whole', turn: 0, roomPx: 900, heightPx: 700 });
    expect(shown[0]?.height).toBeLessThanOrEqual(700);
  });
});

describe('words that are dragged over on the image', () => {
  const word = (start: number, left: number, top: number) =>
    ({ start, end: start + 3, left, top, right: left + 30, bottom: top + 10, confidence: 90, begins: 'word' }) as const;
  const pages: PageWords[] = [
    {
      ...{ pageIndex: 1, page: null, width: 100, height: 100, start: 50, end: 70 },
      words: [word(50, 0, 0), word(54, 40, 0), word(58, 0, 20), word(62, 40, 20)],
    },
  ];
  const key = { sha256: 'a'.repeat(64) as never, pageIndex: 0 };
  it('are a passage of the text, from the first to the last of them', () => {
    expect(rangeOfPart(pages, { key, index: 1, x: 0.45, y: 0.02, width: 0.05, height: 0.02 })).toEqual([54, 57]);
    expect(rangeOfPart(pages, { key, index: 1, x: 0.45, y: 0.02, width: 0.05, height: 0.25 })).toEqual([54, 65]);
  });

  it('are none beside all words, and none on another page', () => {
    expect(rangeOfPart(pages, { key, index: 1, x: 0.8, y: 0.8, width: 0.1, height: 0.1 })).toBeNull();
    expect(rangeOfPart(pages, { key, index: 0, x: 0, y: 0, width: 1, height: 1 })).toBeNull();
  });
});
