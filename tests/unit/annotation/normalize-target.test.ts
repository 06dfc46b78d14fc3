import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRegion, normalizeRange } from '../../../electron/annotation/normalize-target.js';
import type { Region } from '../../../electron/contract/index.js';

const refused = expect.objectContaining({ code: 'INVALID_INPUT' });

describe('a passage', () => {
  it('begins and ends with something that can be seen, and holds all that was chosen of it', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\u00A0', '🜚', 'é', 'e\u0301', '\uD83D') });
    const chosen = fc.tuple(text, fc.nat(20), fc.nat(20));
    fc.assert(
      fc.property(chosen, ([words, from, length]) => {
        const [start, end] = [Math.min(from, words.length), Math.min(from + length, words.length)];
        if (words.slice(start, end).trim() === '') {
          expect(() => normalizeRange(words, start, end)).toThrow(refused);
          return;
        }
        const passage = normalizeRange(words, start, end);
        const found = words.slice(passage.start, passage.end);
        expect(found.trim()).toBe(found);
        expect(found).toContain(words.slice(start, end).trim());
        // At most the other half of a character is added on either side.
        expect(passage.start).toBeGreaterThanOrEqual(start - 1);
        expect(passage.end).toBeLessThanOrEqual(end + 1);
        const cuts = [passage.start, passage.end].map((at) => words.slice(at - 1, at + 1));
        for (const cut of cuts) expect(cut).not.toBe('🜚');
      }),
      { numRuns: 2_000 },
    );
  });

  it('is refused when it goes past the text or holds nothing, in words that say what to do', () => {
    expect(() => normalizeRange('abc', 1, 4)).toThrow(/only 3 characters/);
    expect(() => normalizeRange('abc', 2, 2)).toThrow(/Select/);
    expect(() => normalizeRange('abc', 3, 1)).toThrow(refused);
    expect(() => normalizeRange('a \n b', 1, 4)).toThrow(/white space/);
    expect(() => normalizeRange('', 0, 1)).toThrow(refused);
  });
});

describe('a region', () => {
  const region = { pageIndex: 0, x: 0.25, y: 0.25, width: 0.5, height: 0.5 } as Region;

  it('lies inside its page, up to what a drawing rounds', () => {
    expect(() => checkRegion(region)).not.toThrow();
    expect(() => checkRegion({ ...region, x: 0.7, width: 0.1 + 0.2 })).not.toThrow();
    expect(() => checkRegion({ ...region, x: 0, y: 0, width: 1, height: 1 })).not.toThrow();
    for (const wrong of [{ x: 0.51 }, { y: 0.51 }, { width: 0 }, { height: 0 }]) {
      expect(() => checkRegion({ ...region, ...wrong })).toThrow(refused);
    }
  });
});
