import { describe, expect, it } from 'vitest';
import { collate } from '../../../electron/collation/collate.js';
import { exactMatches } from '../../../electron/collation/exact-matches.js';
import { NONE } from '../../../electron/collation/model.js';

const WORDS = 30_000;
/** Cells for each word at most, over all tables of a collation of two. */
const CELLS_A_WORD = 500;

/** Chance that comes out the same every time. */
function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 32;
  };
}

const list = (word: (index: number) => string, count = WORDS) =>
  Array.from({ length: count }, (_, index) => word(index)).join(' ');
const random = drawn(7);
const vocabulary = (size: number) => `w${Math.floor(random() ** 3 * size)}`;

const cases: Record<string, [string, string]> = {
  'unrelated texts': [list(() => vocabulary(8_000)), list(() => vocabulary(8_000))],
  'one word again and again': [list(() => 'a'), list(() => 'a', WORDS - 1_000)],
  'one word against another': [list(() => 'a'), list(() => 'b')],
  'two words in turn, out of step': [list((index) => 'ab'[index % 2] ?? ''), list((index) => 'ba'[index % 2] ?? '')],
  'two words in turn against chance': [
    list((index) => 'ab'[index % 2] ?? ''),
    list(() => (random() < 0.5 ? 'a' : 'b')),
  ],
  'sorted against reversed': [list((index) => `w${index}`), list((index) => `w${WORDS - index}`)],
  'words that are all nearly alike': [
    list((index) => `abcdefgh${index % 97}`),
    list((index) => `abcdefgh${(index * 31) % 89}`),
  ],
  'every other word strange': [
    list((index) => (index % 2 ? `w${index}` : `x${index}`)),
    list((index) => (index % 2 ? `w${index}` : `y${index}`)),
  ],
  'signs alone': [list((index) => '.,'[index % 2] ?? ''), list((index) => ',;.'[index % 3] ?? '')],
  'a text and nothing': [list((index) => `w${index}`), ''],
};

describe('whatever the texts are, the work is bounded and each witness is whole', () => {
  it.each(Object.entries(cases))('%s', (_, texts) => {
    const work = { cells: 0 };
    const alignment = collate(
      texts.map((text) => ({ text, gaps: [] })),
      [],
      work,
    );
    expect(work.cells).toBeLessThan(CELLS_A_WORD * WORDS);
    for (const column of [0, 1]) {
      let next = 0;
      for (let row = 0; row < alignment.rowCount; row += 1) {
        const token = alignment.cells[row * 2 + column] ?? NONE;
        if (token === NONE) continue;
        if (token !== next) throw new Error(`token ${token} where ${next} should be`);
        next += 1;
      }
      expect(next).toBe(alignment.tokens[column]?.count);
    }
  });

  it('joins what can be joined when one word stands again and again', () => {
    const [one, other] = cases['one word again and again'] ?? ['', ''];
    expect(collate([one, other].map((text) => ({ text, gaps: [] }))).rowCount).toBe(WORDS);
  });

  it('finds the order of words that are strange every other time', () => {
    const [one, other] = cases['every other word strange'] ?? ['', ''];
    const { cells, rowCount } = collate([one, other].map((text) => ({ text, gaps: [] })));
    let together = 0;
    for (let row = 0; row < rowCount; row += 1) {
      if (cells[row * 2] === cells[row * 2 + 1] && (cells[row * 2] ?? 0) % 2 === 1) together += 1;
    }
    expect(together).toBe(WORDS / 2);
  });
});

describe('the exact pass', () => {
  it('finds as many common units as there are, in texts of all kinds', () => {
    const chance = drawn(3);
    for (let round = 0; round < 40; round += 1) {
      const size = 2 + round;
      const units = () => Int32Array.from({ length: 80 }, () => Math.floor(chance() * size));
      const [a, b] = [units(), units()];
      const runs = exactMatches(a, b);
      expect(runs.reduce((sum, { length }) => sum + length, 0)).toBe(longest(a, b));
      let [freeA, freeB] = [0, 0];
      for (const run of runs) {
        expect(run.a).toBeGreaterThanOrEqual(freeA);
        expect(run.b).toBeGreaterThanOrEqual(freeB);
        for (let index = 0; index < run.length; index += 1) expect(a[run.a + index]).toBe(b[run.b + index]);
        [freeA, freeB] = [run.a + run.length, run.b + run.length];
      }
    }
  });
});

/** The length of the longest common subsequence, by the book. */
function longest(a: Int32Array, b: Int32Array): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const unit of a) {
    const next = [0];
    for (const [index, other] of b.entries()) {
      next.push(unit === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
