import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeQuote } from '../../../../electron/annotation/anchoring/index.js';

describe('a quotation of a passage', () => {
  it('holds the words and 32 code points on either side, however many units those are', () => {
    const text = `${'😀'.repeat(40)}words${'𠀋'.repeat(40)}`;
    const quote = makeQuote(text, 80, 85);
    expect(quote).toEqual({ exact: 'words', prefix: '😀'.repeat(32), suffix: '𠀋'.repeat(32) });
  });

  it('stands in the text as prefix, words and suffix, and splits no pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(), (text, one, other) => {
        const [start = 0, end = 0] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b);
        const { exact, prefix, suffix } = makeQuote(text, start, end);
        expect(text).toContain(prefix + exact + suffix);
        expect(exact).toContain(text.slice(start, end));
        expect([...prefix].length).toBeLessThanOrEqual(32);
        expect([...suffix].length).toBeLessThanOrEqual(32);
        if (text.isWellFormed()) for (const part of [exact, prefix, suffix]) expect(part.isWellFormed()).toBe(true);
      }),
    );
  });

  it('refuses a range outside of the text', () => {
    expect(() => makeQuote('abc', 2, 5)).toThrow(RangeError);
  });
});
