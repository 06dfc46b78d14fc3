/** Rectangles of pages under zoom and turn, the column of pages, and the rectangle that keys set. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasPages } from '../../../electron/contract/index.js';
import {
  type PageRect,
  type PageRotation,
  type PageSize,
  rotateBy,
  rotatedSize,
  toPageBox,
  toScreenBox,
} from '../../../renderer/features/reading/pages/page-geometry.js';
import {
  GAP_PX,
  layoutPages,
  MAX_ZOOM,
  pageAt,
  pagesWithin,
  zoomStep,
} from '../../../renderer/features/reading/pages/page-layout.js';
import { checkedSize, PagesProblem } from '../../../renderer/features/reading/pages/page-source.js';
import {
  describeDraft,
  firstDraft,
  MIN_SIDE_PX,
  moveDraft,
} from '../../../renderer/features/reading/pages/region-draft.js';

const turns = fc.constantFrom<PageRotation>(0, 90, 180, 270);
/** Pages from a visiting card to a broadsheet at 400 %, in CSS pixels. */
const pages = fc.record({ width: fc.integer({ min: 80, max: 8_000 }), height: fc.integer({ min: 80, max: 12_000 }) });
/** A box within a page, at least two pixels each way. */
const drawn = pages.chain((page) =>
  fc
    .record({
      x: fc.double({ min: 0, max: page.width - 2, noNaN: true }),
      y: fc.double({ min: 0, max: page.height - 2, noNaN: true }),
      right: fc.double({ min: 2, max: page.width, noNaN: true }),
      bottom: fc.double({ min: 2, max: page.height, noNaN: true }),
    })
    .filter(({ x, y, right, bottom }) => right - x >= 2 && bottom - y >= 2)
    .map(({ x, y, right, bottom }) => ({ page, box: { x, y, width: right - x, height: bottom - y } })),
);
const edges = ({ x, y, width, height }: PageRect) => [x, y, x + width, y + height];

describe('a rectangle drawn on a page', () => {
  it('comes back within half a pixel, at any size and any turn', () => {
    fc.assert(
      fc.property(drawn, turns, ({ page, box }, turn) => {
        const stored = toPageBox(box, page, turn);
        expect(stored).not.toBeNull();
        const again = edges(toScreenBox(stored as PageRect, page, turn));
        for (const [index, edge] of edges(box).entries())
          expect(Math.abs((again[index] ?? 0) - edge)).toBeLessThan(0.5);
      }),
    );
  });

  it('is stored the same whichever way up the page was when it was drawn', () => {
    fc.assert(
      fc.property(drawn, turns, ({ page, box }, turn) => {
        const stored = toPageBox(box, page, 0) as PageRect;
        const turned = rotatedSize(page, turn);
        const same = toPageBox(toScreenBox(stored, turned, turn), turned, turn) as PageRect;
        for (const [index, edge] of edges(stored).entries()) expect(edges(same)[index]).toBeCloseTo(edge, 5);
      }),
    );
  });

  it('never goes past the page and has no part beyond it', () => {
    const anywhere = fc.record({
      x: fc.integer({ min: -900, max: 9_000 }),
      y: fc.integer({ min: -900, max: 9_000 }),
      width: fc.integer({ min: 1, max: 9_000 }),
      height: fc.integer({ min: 1, max: 9_000 }),
    });
    fc.assert(
      fc.property(anywhere, pages, turns, (box, page, turn) => {
        const stored = toPageBox(box, page, turn);
        if (stored === null) return;
        const [left = 0, top = 0, right = 0, bottom = 0] = edges(stored);
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
        expect(Math.max(right, bottom)).toBeLessThanOrEqual(1);
        expect(Math.min(stored.width, stored.height)).toBeGreaterThan(0);
      }),
    );
  });

  it('is nothing when it lies wholly beside the page', () => {
    expect(toPageBox({ x: -20, y: 5, width: 10, height: 10 }, { width: 100, height: 100 }, 0)).toBeNull();
  });

  it('moves to the upper right corner when the page is turned clockwise', () => {
    const corner = { x: 0, y: 0, width: 0.25, height: 0.1 };
    expect(toScreenBox(corner, { width: 400, height: 200 }, 90)).toEqual({ x: 360, y: 0, width: 40, height: 50 });
  });

  it('is where it was after four quarters', () => {
    expect([1, 1, 1, 1].reduce<PageRotation>((turn) => rotateBy(turn, 1), 0)).toBe(0);
    expect(rotateBy(0, -1)).toBe(270);
  });
});

describe('the column of pages', () => {
  const sizes: readonly PageSize[] = [
    { width: 600, height: 800 },
    { width: 1200, height: 800 },
    { width: 600, height: 800 },
  ];

  it('makes each page as wide as the pane, whatever its own width', () => {
    const { sizes: shown } = layoutPages({ pages: sizes, zoom: 'fit', turn: 0, roomPx: 300 });
    expect(shown.map(({ width }) => width)).toEqual([300, 300, 300]);
    expect(shown.map(({ height }) => height)).toEqual([400, 200, 400]);
  });

  it('never overlaps and ends below the last page', () => {
    const some = fc.array(pages, { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(some, turns, fc.constantFrom<'fit' | number>('fit', 0.5, 1, 4), (all, turn, zoom) => {
        const layout = layoutPages({ pages: all, zoom, turn, roomPx: 700 });
        const bottoms = layout.tops.map((top, index) => top + (layout.sizes[index]?.height ?? 0));
        for (const [index, top] of layout.tops.entries()) expect(top).toBe((bottoms[index - 1] ?? 0) + GAP_PX);
        expect(layout.totalPx).toBe((bottoms.at(-1) ?? 0) + GAP_PX);
      }),
    );
  });

  it('tells which page is at a height, and which are in sight', () => {
    const layout = layoutPages({ pages: sizes, zoom: 1, turn: 0, roomPx: 700 });
    expect(pageAt(layout, 0)).toBe(0);
    expect(pageAt(layout, layout.tops[1] ?? 0)).toBe(1);
    expect(pageAt(layout, 1e9)).toBe(2);
    expect(pagesWithin(layout, (layout.tops[1] ?? 0) + 1, (layout.tops[2] ?? 0) + 1)).toEqual([1, 2]);
    expect(pagesWithin(layoutPages({ pages: [], zoom: 1, turn: 0, roomPx: 700 }), 0, 100)).toEqual([]);
  });

  it('zooms in steps, and no further than there are any', () => {
    expect(zoomStep(1, 1)).toBe(1.25);
    expect(zoomStep(1.1, -1)).toBe(1);
    expect(zoomStep(MAX_ZOOM, 1)).toBe(MAX_ZOOM);
    expect(zoomStep(0.2, -1)).toBe(0.5);
  });
});

describe('a rectangle that is set with keys', () => {
  const page: PageSize = { width: 600, height: 800 };
  const key = (name: string, held: Partial<Record<'shiftKey' | 'ctrlKey', true>> = {}) => ({
    key: name,
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    ...held,
  });
  const begun = firstDraft(page, { x: 0, y: 200, width: 600, height: 400 });

  it('begins in the middle of what is in sight', () => {
    expect(begun).toEqual({ x: 200, y: 350, width: 200, height: 100 });
  });

  it('moves with the arrows, in fine steps with Ctrl', () => {
    expect(moveDraft(begun, page, key('ArrowDown'))).toEqual({ ...begun, y: 366 });
    expect(moveDraft(begun, page, key('ArrowLeft', { ctrlKey: true }))).toEqual({ ...begun, x: 199 });
  });

  it('is resized with Shift and an arrow, its upper left corner where it was', () => {
    expect(moveDraft(begun, page, key('ArrowRight', { shiftKey: true }))).toEqual({ ...begun, width: 216 });
    const least = moveDraft({ ...begun, height: MIN_SIDE_PX }, page, key('ArrowUp', { shiftKey: true }));
    expect(least?.height).toBe(MIN_SIDE_PX);
  });

  it('stays on the page and keeps an area, whatever keys are pressed', () => {
    const keys = fc.record({
      key: fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'),
      shiftKey: fc.boolean(),
      ctrlKey: fc.boolean(),
      metaKey: fc.constant(false),
    });
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 120 }), (pressed) => {
        const end = pressed.reduce<PageRect>((box, one) => moveDraft(box, page, one) ?? box, begun);
        const [left = 0, top = 0, right = 0, bottom = 0] = edges(end);
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(page.width);
        expect(bottom).toBeLessThanOrEqual(page.height);
        expect(Math.min(end.width, end.height)).toBeGreaterThanOrEqual(MIN_SIDE_PX);
      }),
    );
  });

  it('leaves every other key to others', () => {
    expect(moveDraft(begun, page, key('Enter'))).toBeNull();
  });

  it('is said by its place and size in per cent', () => {
    expect(describeDraft(begun, page)).toBe('33 % from the left, 44 % from the top, 33 % wide, 13 % high');
  });
});

describe('an original', () => {
  const original = (mediaType: string) => ({ sha256: 'a'.repeat(64), fileName: 'x', fileBytes: 1, mediaType }) as never;

  it('has page images when it is a PDF or an image, never as SVG', () => {
    expect(
      ['application/pdf', 'image/tiff', 'image/JPEG', 'image/webp; q=1'].filter((type) => hasPages(original(type))),
    ).toHaveLength(4);
    expect(['image/svg+xml', 'audio/wav', 'text/html', ''].filter((type) => hasPages(original(type)))).toEqual([]);
  });

  it('is refused when its page has a size that no screen shows', () => {
    expect(checkedSize(595, 842)).toEqual({ width: 595, height: 842 });
    for (const [width, height] of [
      [0, 10],
      [Number.NaN, 10],
      [1e9, 1e9],
      [4, 4_000],
    ] as const)
      expect(() => checkedSize(width, height)).toThrow(PagesProblem);
  });
});
