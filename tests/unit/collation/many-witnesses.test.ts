/** What many witnesses ask for. Copies of one text down a tree, as the bench makes them, counted by the cells filled. */
import { describe, expect, it } from 'vitest';
import { collate } from '../../../electron/collation/collate.js';
import { NONE } from '../../../electron/collation/model.js';
import { copied } from '../../bench/collation/synthetic.js';
import { seededRandom } from '../../bench/search/random.js';

/** A text of our own: words of one to three syllables, the first ones commonest. */
function invented(words: number): string {
  const random = seededRandom(41);
  const syllables = ['ba', 'lor', 'mi', 'ten', 'sul', 'ka', 'dre', 'fo', 'gin', 'pa', 'ru', 'vel', 'os', 'cha', 'nem'];
  const vocabulary = Array.from({ length: 3_000 }, () =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () => syllables[Math.floor(random() * syllables.length)]).join(
      '',
    ),
  );
  return Array.from({ length: words }, () => vocabulary[Math.floor(random() ** 3 * vocabulary.length)]).join(' ');
}

const TEXT = invented(4_000);

function cellsOf(witnesses: number, words: number, rate: number): number {
  const gold = copied(TEXT, { seed: 3, witnesses, words, rate });
  const work = { cells: 0 };
  const alignment = collate(
    gold.map(({ witness }) => witness),
    [],
    work,
  );
  for (const [column, { count }] of alignment.tokens.entries()) {
    let found = 0;
    for (let row = 0; row < alignment.rowCount; row += 1) {
      if (alignment.cells[row * witnesses + column] !== NONE) found += 1;
    }
    if (found !== count) throw new Error(`witness ${column} has ${found} of ${count} tokens`);
  }
  return work.cells;
}

describe('twice as many witnesses', () => {
  it.each([0.03, 0.08])('ask for at most eight times the work where a copy changes %d of the words', (rate) => {
    expect(cellsOf(40, 600, rate)).toBeLessThanOrEqual(8 * cellsOf(20, 600, rate));
  });

  it('fill so many cells for each of their words at most', () => {
    expect(cellsOf(40, 600, 0.05) / (40 * 600)).toBeLessThan(100);
  });
});

it('tells how far it is: one step after another, up to all of them', () => {
  const gold = copied(TEXT, { seed: 5, witnesses: 12, words: 200, rate: 0.05 });
  const heard: [number, number][] = [];
  collate(
    gold.map(({ witness }) => witness),
    [],
    undefined,
    (done, total) => heard.push([done, total]),
  );
  const totals = new Set(heard.map(([, total]) => total));
  expect(totals.size).toBe(1);
  const [total = 0] = totals;
  expect(heard[0]?.[0]).toBe(0);
  expect(heard.at(-1)?.[0]).toBe(total);
  expect(heard.every(([done], index) => index === 0 || done > (heard[index - 1]?.[0] ?? 0))).toBe(true);
  expect(heard.length).toBeGreaterThan(12);
});

it('texts twice as long ask for little more than twice the work', () => {
  expect(cellsOf(20, 1_200, 0.05)).toBeLessThanOrEqual(3 * cellsOf(20, 600, 0.05));
});
