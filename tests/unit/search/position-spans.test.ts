import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compoundSpans,
  nearPairs,
  type PositionSpan,
  phraseSpans,
} from '../../../electron/search/engine/position-spans.js';

const places = fc.uniqueArray(fc.nat(25), { maxLength: 10 }).map((list) => list.sort((a, b) => a - b));

describe('a phrase', () => {
  it('stands where its words follow each other at their distances', () => {
    expect(phraseSpans([[1, 5], [2, 9], [3]], [0, 1, 2], 0)).toEqual([[1, 3]]);
    expect(phraseSpans([[1], [3]], [0, 2], 0)).toEqual([[1, 3]]);
    expect(phraseSpans([[1], [2]], [0, 2], 0)).toEqual([]);
    expect(phraseSpans([[2], [1]], [0, 1], 5)).toEqual([]);
    expect(phraseSpans([[4, 7]], [0], 0)).toEqual([
      [4, 4],
      [7, 7],
    ]);
    expect(phraseSpans([[1], []], [0, 1], 9)).toEqual([]);
  });

  it('may have as many further words between its words as the slop says, in all', () => {
    expect(phraseSpans([[0], [2], [4]], [0, 1, 2], 1)).toEqual([]);
    expect(phraseSpans([[0], [2], [4]], [0, 1, 2], 2)).toEqual([[0, 4]]);
    // The same word twice needs two places.
    expect(phraseSpans([[3], [3]], [0, 1], 3)).toEqual([]);
    expect(
      phraseSpans(
        [
          [3, 4],
          [3, 4],
        ],
        [0, 1],
        3,
      ),
    ).toEqual([[3, 4]]);
  });

  it('is found at every beginning from which any choice of places makes it, and at no other', () => {
    /** The soonest end from a start, by trying every choice. */
    const trying = (lists: readonly number[][], offsets: readonly number[], slop: number): PositionSpan[] => {
      const ends = (word: number, last: number): number[] => {
        if (word === lists.length) return [last];
        const least = last + (offsets[word] as number) - (offsets[word - 1] as number);
        return (lists[word] as number[]).filter((at) => at >= least).flatMap((at) => ends(word + 1, at));
      };
      const span = (offsets.at(-1) as number) - (offsets[0] as number);
      return (lists[0] as number[]).flatMap((start): PositionSpan[] => {
        const last = Math.min(...ends(1, start));
        return last - start - span <= slop ? [[start, last]] : [];
      });
    };
    fc.assert(
      fc.property(
        fc.array(fc.tuple(places, fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 4 }),
        fc.nat(4),
        (words, slop) => {
          const lists = words.map(([list]) => list);
          let offset = 2;
          const offsets = words.map(([, gap]) => {
            offset += gap;
            return offset;
          });
          expect(phraseSpans(lists, offsets, slop)).toEqual(trying(lists, offsets, slop));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('a phrase with compounds', () => {
  it('goes on behind the last word of the compound', () => {
    expect(compoundSpans([[[1, 1]], [[2, 3]], [[4, 4]]], [1, 1], 0)).toEqual([[1, 4]]);
    expect(compoundSpans([[[1, 1]], [[2, 3]], [[3, 3]]], [1, 1], 0)).toEqual([]);
    expect(compoundSpans([[[2, 3]], [[5, 5]]], [1], 0)).toEqual([]);
    expect(compoundSpans([[[2, 3]], [[5, 5]]], [1], 1)).toEqual([[2, 5]]);
    // Two readings of one place: the word goes on behind either.
    expect(
      compoundSpans(
        [
          [
            [2, 2],
            [2, 4],
          ],
          [[5, 5]],
        ],
        [1],
        0,
      ),
    ).toEqual([[2, 5]]);
    expect(compoundSpans([[[7, 7]], [[7, 7]]], [0], 0)).toEqual([[7, 7]]);
  });

  it('is where the phrase is when its words take one number each', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(places, fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 4 }),
        fc.nat(4),
        (words, slop) => {
          const lists = words.map(([list]) => list);
          const distances = words.slice(1).map(([, gap]) => gap);
          const offsets = words.map((_, at) => distances.slice(0, at).reduce((sum, gap) => sum + gap, 0));
          const single = lists.map((list) => list.map((at): PositionSpan => [at, at]));
          expect(compoundSpans(single, distances, slop)).toEqual(phraseSpans(lists, offsets, slop));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('is found at every beginning from which any choice of places makes it', () => {
    const compounds = fc
      .uniqueArray(fc.tuple(fc.nat(20), fc.nat(2)), { maxLength: 8, selector: ([first, more]) => first * 3 + more })
      .map((list) =>
        list.map(([first, more]): PositionSpan => [first, first + more]).sort((a, b) => a[0] - b[0] || a[1] - b[1]),
      );
    fc.assert(
      fc.property(fc.array(compounds, { minLength: 1, maxLength: 4 }), (lists) => {
        const ends = (word: number, last: number): number[] =>
          word === lists.length
            ? [last]
            : (lists[word] as PositionSpan[])
                .filter(([at]) => at === last + 1)
                .flatMap(([, end]) => ends(word + 1, end));
        const firsts = [...new Set((lists[0] as PositionSpan[]).map(([first]) => first))];
        const all = firsts.flatMap((first): PositionSpan[] => {
          const found = (lists[0] as PositionSpan[]).filter(([at]) => at === first).flatMap(([, end]) => ends(1, end));
          return found.length > 0 ? [[first, Math.min(...found)]] : [];
        });
        const distances = lists.slice(1).map(() => 1);
        expect(compoundSpans(lists, distances, 0)).toEqual(all);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('two words near each other', () => {
  it('are as near as the tokens from the end of one to the start of the other, in either order', () => {
    expect(nearPairs([[5, 6]], [[9, 9]], 3)).toEqual([
      [
        [5, 6],
        [9, 9],
      ],
    ]);
    expect(nearPairs([[5, 6]], [[9, 9]], 2)).toEqual([]);
    expect(nearPairs([[9, 9]], [[5, 6]], 3)).toEqual([
      [
        [9, 9],
        [5, 6],
      ],
    ]);
    expect(nearPairs([[9, 9]], [[5, 6]], 2)).toEqual([]);
  });

  it('are not one word near itself', () => {
    expect(nearPairs([[4, 4]], [[4, 4]], 9)).toEqual([]);
    expect(nearPairs([[4, 6]], [[5, 5]], 9)).toEqual([]);
  });

  it('are all the pairs that trying every pair finds', () => {
    // As phrases give them: firsts rise, and lasts never fall.
    const spans = fc.tuple(places, fc.array(fc.nat(3), { minLength: 10, maxLength: 10 })).map(([firsts, lengths]) => {
      let end = 0;
      return firsts.map((first, at): PositionSpan => {
        end = Math.max(end, first + (lengths[at] ?? 0));
        return [first, end];
      });
    });
    fc.assert(
      fc.property(spans, spans, fc.nat(5), (left, right, distance) => {
        const gap = (a: PositionSpan, b: PositionSpan) => Math.max(b[0] - a[1], a[0] - b[1]);
        const all = left.flatMap((a) =>
          right.filter((b) => gap(a, b) > 0 && gap(a, b) <= distance).map((b) => [a, b] as const),
        );
        expect(nearPairs(left, right, distance)).toEqual(all);
      }),
      { numRuns: 2_000 },
    );
  });
});
