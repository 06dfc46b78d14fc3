import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceAt, editDistance } from '../../../../electron/annotation/anchoring/bounded-edit-distance.js';

/** As in any textbook: the last row of the table. */
function lastRow(pattern: readonly number[], text: readonly number[]): number[] {
  let above = Array.from({ length: text.length + 1 }, (_, column) => column);
  for (const [index, unit] of pattern.entries()) {
    const row = [index + 1];
    for (const [column, other] of text.entries()) {
      row.push(
        Math.min((above[column] ?? 0) + (unit === other ? 0 : 1), (above[column + 1] ?? 0) + 1, (row[column] ?? 0) + 1),
      );
    }
    above = row;
  }
  return above;
}

const letters = (most: number) => fc.array(fc.integer({ min: 97, max: 100 }), { maxLength: most });

describe('an edit distance, 32 letters at a time', () => {
  it('is what the whole table says, whatever the lengths', () => {
    fc.assert(
      fc.property(letters(150), letters(150), (a, b) => {
        const expected = lastRow(a, b).at(-1) ?? 0;
        expect(editDistance(Uint16Array.from(a), Uint16Array.from(b), 400)).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('is the same for passages so long that a band is gone through, and above what is asked when it is above', () => {
    const a = Array.from({ length: 400 }, (_, index) => 97 + ((index * index) % 7));
    const b = a.filter((_, index) => index % 9 !== 4);
    const expected = lastRow(a, b).at(-1) ?? 0;
    expect(editDistance(Uint16Array.from(a), Uint16Array.from(b), 400)).toBe(expected);
    expect(editDistance(Uint16Array.from(a), Uint16Array.from(b), expected - 1)).toBeGreaterThan(expected - 1);
  });

  it('takes of what stands beside a place only the nearest range that touches it', () => {
    fc.assert(
      fc.property(letters(80), letters(80), (a, b) => {
        const [pattern, text] = [Uint16Array.from(a), Uint16Array.from(b)];
        expect(distanceAt(pattern, text, 'start')).toBe(Math.min(...lastRow(a, b)));
        expect(distanceAt(pattern, text, 'end')).toBe(Math.min(...lastRow(a.toReversed(), b.toReversed())));
      }),
      { numRuns: 500 },
    );
  });
});
