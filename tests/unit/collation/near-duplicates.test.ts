/** Texts that are alike, by their sketches. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsOf } from '../../../electron/collation/near/near-duplicate-groups.js';
import { sharedHashes, shareOf, sketchOf } from '../../../electron/collation/near/sketch.js';

/** Words of a language nobody speaks, drawn with a fixed seed. */
function words(count: number, seed: number): string[] {
  let state = seed;
  const next = (limit: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % limit;
  };
  return Array.from(
    { length: count },
    () => `${'bdfgklmnprst'[next(12)]}${'aeiou'[next(5)]}${'lmnrs'[next(5)]}${next(40)}`,
  );
}
const share = (a: string, b: string) => {
  const [x, y] = [sketchOf(a), sketchOf(b)];
  return shareOf(sharedHashes(x, y), x.length, y.length);
};

describe('sketches of texts', () => {
  it('tell what share of the shorter text stands in the longer one', () => {
    const long = words(6_000, 1);
    const part = long.slice(2_000, 3_000);
    expect(share(long.join(' '), part.join(' '))).toBeGreaterThan(0.95);
    const half = [...part.slice(0, 500), ...words(500, 2)];
    expect(share(long.join(' '), half.join(' '))).toBeGreaterThan(0.35);
    expect(share(long.join(' '), half.join(' '))).toBeLessThan(0.65);
  });

  it('share nothing where texts have nothing in common', () => {
    expect(share(words(5_000, 3).join(' '), words(5_000, 4).join(' '))).toBe(0);
    expect(share('', 'a few words')).toBe(0);
  });

  it('are the same whatever case, marks, script and line ends a text has', () => {
    const text = words(400, 5).join(' ');
    expect(sketchOf(text.toUpperCase().replaceAll(' ', '\n'))).toEqual(sketchOf(text));
    expect(sketchOf('Радошевић је примио писмо из Дренове '.repeat(9))).toEqual(
      sketchOf('Radošević je primio pismo iz Drenove '.repeat(9)),
    );
  });

  it('are ascending, each hash once', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: 'grapheme' }), (text) => {
        const hashes = [...sketchOf(text)];
        expect(hashes).toEqual([...new Set(hashes)].sort((a, b) => a - b));
      }),
    );
  });
});

describe('groups of texts', () => {
  it('hold all that are alike, directly or by another, and nobody else', () => {
    const first = words(1_000, 6);
    const texts = [
      first,
      words(1_000, 7),
      [...first.slice(400), ...words(600, 8)],
      // Shares with the third what the first does not have.
      [...words(600, 8), ...words(400, 9)],
      words(800, 10),
    ];
    const groups = groupsOf({ sketches: texts.map((text) => sketchOf(text.join(' '))) });
    expect(groups.map(({ members }) => members)).toEqual([[0, 2, 3]]);
  });

  it('are those that comparing each with each would find', () => {
    const sketch = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 40 });
    fc.assert(
      fc.property(fc.array(sketch, { maxLength: 12 }), (lists) => {
        const sketches = lists.map((hashes) => Uint32Array.from(hashes, (hash) => 0xffffffff - hash).sort());
        const alike = (a: number, b: number) => {
          const [x, y] = [sketches[a] ?? new Uint32Array(), sketches[b] ?? new Uint32Array()];
          return shareOf(sharedHashes(x, y), x.length, y.length) > 0;
        };
        const groupOf = sketches.map((_, index) => index);
        for (let a = 0; a < sketches.length; a += 1)
          for (let b = 0; b < a; b += 1) {
            if (!alike(a, b)) continue;
            const [from, to] = [groupOf[a], groupOf[b] ?? b];
            for (const [index, group] of groupOf.entries()) if (group === from) groupOf[index] = to;
          }
        const expected = [...Map.groupBy(sketches.keys(), (index) => groupOf[index])]
          .map(([, members]) => members.join(' '))
          .filter((members) => members.includes(' '));
        expect(
          groupsOf({ sketches })
            .map(({ members }) => members.join(' '))
            .sort(),
        ).toEqual(expected.sort());
      }),
    );
  });

  it('put those most alike first', () => {
    const [a, b] = [words(1_000, 11), words(1_000, 12)];
    const texts = [a, [...a.slice(0, 400), ...words(600, 13)], b, b];
    const groups = groupsOf({ sketches: texts.map((text) => sketchOf(text.join(' '))) });
    expect(groups.map(({ members }) => members)).toEqual([
      [2, 3],
      [0, 1],
    ]);
    expect(groups[0]?.share).toBe(1);
  });
});
