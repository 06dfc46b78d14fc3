/** Marks in the text and cards beside it: nothing of the text is lost, nothing covers anything else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Colour, VersionId } from '../../../electron/contract/index.js';
import {
  layoutMargin,
  type MarginItem,
  maxDrift,
  shapeMargin,
  visibleItems,
} from '../../../renderer/features/annotation/margin-layout.js';
import { assignLanes, marksIn, type TextMark } from '../../../renderer/features/reading/mark-lanes.js';
import { splitIntoRuns } from '../../../renderer/features/reading/text-runs.js';

const versionId = 'v' as VersionId;
const markOf = (start: number, end: number, index: number): TextMark => ({
  id: `m${index}`,
  versionId,
  start,
  end,
  colour: ((index % 8) + 1) as Colour,
});
const someMarks = fc
  .array(fc.tuple(fc.nat(120), fc.integer({ min: 1, max: 60 })), { maxLength: 14 })
  .map((all) => all.map(([start, length], index) => markOf(start, start + length, index)));

describe('marks laid over a text', () => {
  it('never share a lane where they overlap', () => {
    fc.assert(
      fc.property(someMarks, (marks) => {
        const laid = assignLanes(marks).marks;
        for (const a of laid)
          for (const b of laid)
            if (a.id !== b.id && a.start < b.end && b.start < a.end) expect(a.lane).not.toBe(b.lane);
      }),
    );
  });

  it('are found by halves as they would be by looking at each', () => {
    fc.assert(
      fc.property(someMarks, fc.nat(180), fc.integer({ min: 1, max: 40 }), (marks, start, length) => {
        const laid = assignLanes(marks);
        const found = marksIn(laid, start, start + length).map(({ id }) => id);
        const wanted = laid.marks.filter((mark) => mark.start < start + length && mark.end > start);
        expect(found).toEqual(wanted.map(({ id }) => id));
      }),
    );
  });

  it('cut a block so that its pieces join to it again, each under exactly the marks that cover it', () => {
    fc.assert(
      fc.property(someMarks, fc.array(fc.nat(7), { maxLength: 3 }), (marks, places) => {
        const hits = [...new Set(places)]
          .sort((a, b) => a - b)
          .map((at) => [at * 20 + 3, at * 20 + 11] as [number, number]);
        const laid = assignLanes(marks);
        const pieces = splitIntoRuns(10, 150, hits, [{ at: 40, label: '2' }], marksIn(laid, 10, 150));
        let cursor = 10;
        for (const piece of pieces) {
          expect(piece.start).toBe(cursor);
          cursor = piece.end;
          if (piece.kind === 'page' || piece.kind === 'point') continue;
          for (let at = piece.start; at < piece.end; at += 1) {
            const over = laid.marks.filter((mark) => mark.start <= at && mark.end > at).map(({ id }) => id);
            expect(piece.marks.map(({ id }) => id).sort()).toEqual(over.sort());
          }
        }
        expect(cursor).toBe(150);
      }),
    );
  });

  it('leave out one without a letter', () => {
    expect(assignLanes([markOf(4, 4, 0), markOf(9, 3, 1)]).marks).toEqual([]);
  });
});

describe('cards in the margin', () => {
  const someItems = fc
    .array(fc.tuple(fc.nat(2_000), fc.integer({ min: 10, max: 200 })), { minLength: 1, maxLength: 30 })
    .map((all) =>
      all
        .sort((a, b) => a[0] - b[0])
        .map(([wantPx, heightPx], index): MarginItem => ({ id: `c${index}`, wantPx, heightPx })),
    );

  it('keep their order and never cover one another, whichever is looked at', () => {
    fc.assert(
      fc.property(someItems, fc.nat(40), (items, chosen) => {
        const tops = layoutMargin(items, `c${chosen}`, 8);
        let free = 0;
        for (const { id, heightPx } of items) {
          const top = tops.get(id) ?? Number.NaN;
          expect(top).toBeGreaterThanOrEqual(free);
          free = top + heightPx + 8;
        }
      }),
    );
  });

  it('stand at their passage when there is room, and the one looked at also when there is little', () => {
    const items = [
      { id: 'a', wantPx: 300, heightPx: 80 },
      { id: 'b', wantPx: 310, heightPx: 80 },
      { id: 'c', wantPx: 900, heightPx: 80 },
    ];
    expect([...layoutMargin(items, null, 8).values()]).toEqual([300, 388, 900]);
    expect([...layoutMargin(items, 'b', 8).values()]).toEqual([222, 310, 900]);
  });

  it('do not stand above the text for the sake of the one looked at', () => {
    const items = [
      { id: 'a', wantPx: 10, heightPx: 80 },
      { id: 'b', wantPx: 20, heightPx: 80 },
    ];
    expect([...layoutMargin(items, 'b', 8).values()]).toEqual([0, 88]);
  });

  it('are drawn only near the window', () => {
    const items = Array.from({ length: 100 }, (_, index) => ({ id: `c${index}`, wantPx: index * 100, heightPx: 50 }));
    const shown = visibleItems(items, layoutMargin(items, null, 8), 1_000, 1_500);
    expect(shown.map(({ id }) => id)).toEqual(['c10', 'c11', 'c12', 'c13', 'c14', 'c15']);
  });

  it('become signs where they would stand too far from their passages, however densely a text is marked', () => {
    const marked = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        id: `c${index}`,
        wantPx: (index * 20_000) / count,
        heightPx: 40,
      }));
    expect(shapeMargin(marked(200), null, 'cards').shape).toBe('card');
    expect(shapeMargin(marked(200), null, 'ticks').shape).toBe('tick');
    for (const count of [700, 1_000, 3_000]) {
      const { shape, tops } = shapeMargin(marked(count), null, 'cards');
      expect(shape).toBe('tick');
      expect(maxDrift(marked(count), tops)).toBeLessThan(500);
    }
  });
});
