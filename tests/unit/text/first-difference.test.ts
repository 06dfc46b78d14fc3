import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptsAtDifference } from '../../../electron/text/index.js';

describe('two texts, from where they begin to differ', () => {
  it('begin a little before that place, at a word, and hold the same lines', () => {
    const same = 'The ferry left at nine. '.repeat(40);
    const [a, b] = excerptsAtDifference(`${same}caf\u00e9\nnext\n`, `${same}caf\u0102\u0160\nnext\n`, 4_000);
    expect(a.start).toBe(b.start);
    expect(a.start).toBeGreaterThan(same.length - 210);
    expect(a.text).toMatch(/^(The|ferry|left|at|nine\.) .*café\nnext\n$/);
    expect(b.text.endsWith('cafĂŠ\nnext\n')).toBe(true);
  });

  it('are cut at whole lines where they are long, also when one text is twice as long as the other', () => {
    const [a, b] = excerptsAtDifference('ж\n'.repeat(5_000), 'Р¶\n'.repeat(5_000), 300);
    expect([a.text, b.text]).toEqual(['ж\n'.repeat(100), 'Р¶\n'.repeat(100)]);
  });

  it('are pieces of their texts within the limit, whatever the texts', () => {
    const words = fc.array(fc.constantFrom('a', 'é', '\n', ' ', '\u{1F6A2}', 'word'), { maxLength: 80 });
    fc.assert(
      fc.property(words, words, words, fc.integer({ min: 2, max: 60 }), (head, left, right, most) => {
        const [a, b] = [[...head, ...left].join(''), [...head, ...right].join('')];
        const excerpts = excerptsAtDifference(a, b, most);
        for (const [at, { start, text }] of excerpts.entries()) {
          expect((at === 0 ? a : b).slice(start).startsWith(text)).toBe(true);
          expect(text.length).toBeLessThanOrEqual(most);
          expect(/[\uD800-\uDBFF]$/.test(text)).toBe(false);
        }
      }),
      { seed: 17, numRuns: 500 },
    );
  });
});
