/** Offsets cross the border to other programs and come back the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointsOf } from '../../../electron/text/index.js';

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom('a', 'ж', '😀', '𠀋', '👩🏽‍🚀', '\uD83D', '\uDE00', '\n'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});

describe('offsets in code points', () => {
  it('count what a walk over the code points counts, for any text', () => {
    fc.assert(
      fc.property(text, (value) => {
        const points = codePointsOf(value);
        let unit = 0;
        let count = 0;
        for (const character of value) {
          expect(points.toCodePoints(unit)).toBe(count);
          expect(points.toUnits(count)).toBe(unit);
          unit += character.length;
          count += 1;
        }
        expect(points.length).toBe(count);
        expect(points.toCodePoints(value.length)).toBe(count);
        expect(points.toUnits(count)).toBe(value.length);
      }),
    );
  });

  it('take an offset inside a pair for its end, and stop at the end of the text', () => {
    const points = codePointsOf('a😀b');
    expect(points.toCodePoints(2)).toBe(2);
    expect(points.toCodePoints(3)).toBe(2);
    expect(points.toUnits(99)).toBe(4);
  });
});
