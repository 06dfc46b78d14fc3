import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConcordanceLine, ConcordanceSort } from '../../../electron/contract/index.js';
import { createCatalogue } from '../../../electron/search/catalogue/catalogue.js';
import { createConcordances } from '../../../electron/search/concordance/concordance.js';
import { cooperativeSort } from '../../../electron/search/concordance/cooperative-sort.js';
import { contextOf } from '../../../electron/search/concordance/keyword-context.js';
import { createQueryAnswers } from '../../../electron/search/results/query-answers.js';
import { type SearchArchive, searchArchive, wordFinder } from '../../support/search-archive.js';

let bench: SearchArchive;
beforeEach(async () => {
  bench = await searchArchive();
});
afterEach(() => bench.close());

function open(mostLines?: number) {
  const { archive } = bench;
  const finder = wordFinder(archive);
  const catalogue = createCatalogue(archive);
  const answers = createQueryAnswers({ finder, catalogue });
  const parts = { archive, finder, catalogue, answers };
  const concordances = createConcordances(mostLines === undefined ? parts : { ...parts, mostLines });
  const query = { query: 'envoy', mode: 'any', filter: {} } as const;
  return {
    finder,
    page: (sort: ConcordanceSort, offset = 0, limit = 100, line = 'envoy') =>
      concordances.page({ ...query, query: line, sort, offset, limit }),
    all: async (sort: ConcordanceSort) => {
      const lines: ConcordanceLine[] = [];
      for await (const line of concordances.lines({ ...query, sort })) lines.push(line);
      return lines;
    },
  };
}
const shown = (lines: readonly ConcordanceLine[]) => lines.map(({ left, match, right }) => `${left}|${match}|${right}`);

describe('a concordance', () => {
  it('shows every place in its source, dated first, by title, then by place', async () => {
    await bench.add({ title: 'Undated' }, 'No envoy.');
    await bench.add({ title: 'Zebra', dateWritten: '1999' }, 'First envoy, second envoy.');
    await bench.add({ title: 'Alpha', datePublished: '1999' }, 'An envoy.');
    await bench.add({ title: 'Other', dateWritten: '1990' }, 'Nobody.');
    const { total, sources, lines } = await open().page('source');
    expect({ total, sources }).toEqual({ total: 4, sources: 3 });
    expect(lines.map(({ title, date }) => [title, date])).toEqual([
      ['Alpha', '1999'],
      ['Zebra', '1999'],
      ['Zebra', '1999'],
      ['Undated', ''],
    ]);
    expect(shown(lines)[1]).toBe('First |envoy|, second envoy.');
  });

  it('points at the exact place of each match', async () => {
    const text = 'Изасланик је стигао.\n\nThe\nEnvoy left; the envoy  returned.';
    const id = await bench.add({}, text);
    const { lines } = await open().page('source');
    expect(lines.map(({ sourceId, start, end }) => [sourceId, text.slice(start, end)])).toEqual([
      [id, 'Envoy'],
      [id, 'envoy'],
    ]);
    expect(shown(lines)[1]).toBe('Изасланик је стигао. The Envoy left; the |envoy| returned.');
  });

  it('sorts by the words before, nearest first; by those after; and by the match, whatever case and script', async () => {
    await bench.add({ dateWritten: '2001' }, 'the old envoy Žarko spoke');
    await bench.add({ dateWritten: '2002' }, 'a new ENVOY Ana spoke');
    await bench.add({ dateWritten: '2003' }, 'Ђура old envoy, Бора spoke');
    const { page } = open();
    const ends = async (sort: ConcordanceSort) => (await page(sort)).lines.map(({ date }) => date.slice(3)).join('');
    // new < old, then djura < the.
    expect(await ends('left')).toBe('231');
    expect(await ends('right')).toBe('231');
    expect(await ends('match')).toBe('231');
    await bench.add({ dateWritten: '2004' }, 'to the envoys nobody; an envoy: zzz');
    expect(await ends('right')).toBe('2314');
    // The same words before: in the order of the sources.
    await bench.add({ dateWritten: '2000' }, 'a new envoy Zoran spoke');
    expect(await ends('left')).toBe('40231');
  });

  it('is cut into pages that together are the whole, which is also what an export gets', async () => {
    for (let n = 0; n < 5; n++) await bench.add({}, `word${n} envoy ${'again envoy '.repeat(n)}`);
    const search = open();
    const whole = await search.page('left');
    expect(whole.total).toBe(15);
    const pages: ConcordanceLine[] = [];
    for (let at = 0; at < 15; at += 4) pages.push(...(await search.page('left', at, 4)).lines);
    expect(pages).toEqual(whole.lines);
    expect(await search.all('left')).toEqual(whole.lines);
    expect((await search.page('left', 15, 4)).lines).toEqual([]);
  });

  it('is kept for its pages and other orders, and rebuilt after a change', async () => {
    const id = await bench.add({}, 'an envoy');
    const { page, finder } = open();
    await page('source');
    await page('left');
    await page('source', 0, 1);
    expect(finder.asked.places).toBe(1);
    await bench.add({}, 'an envoy');
    expect((await page('source')).total).toBe(2);
    bench.archive.sources.delete([id]);
    expect((await page('source')).total).toBe(1);
  });

  it('is kept for one line only, because it is large', async () => {
    await bench.add({}, 'an envoy, a treaty');
    const { page, finder } = open();
    for (const line of ['envoy', 'envoy', 'treaty', 'treaty', 'envoy']) await page('source', 0, 10, line);
    expect(finder.asked.places).toBe(3);
  });

  it('of a line without words is empty', async () => {
    await bench.add({}, 'an envoy');
    expect(await open().page('left', 0, 10, ' ')).toEqual({ total: 0, sources: 0, lines: [] });
  });

  it('says that there is too much to sort rather than leave something out', async () => {
    await bench.add({}, 'envoy envoy envoy');
    await expect(open(2).page('source')).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { limit: 2 } });
    expect((await open(3).page('source')).total).toBe(3);
  });
});

describe('the words around a match', () => {
  it('are cut between words, with blanks for line breaks', () => {
    const text = `${'before '.repeat(40)}\n\n the\tmatch, ${'after '.repeat(40)}`;
    const start = text.indexOf('match');
    const { left, match, right } = contextOf(text, start, start + 5);
    expect(left).toMatch(/^before (?:before )+the $/);
    expect(right).toMatch(/^,(?: after)+$/);
    expect(match).toBe('match');
    for (const side of [left, right]) {
      expect(side.length).toBeLessThanOrEqual(80);
      expect(side.length).toBeGreaterThan(60);
    }
  });

  it('are words of the text in their order, and never half a character, in any text', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.nat(), (words, pick) => {
        const before = words.slice(0, pick % words.length).join(' ');
        const match = words[pick % words.length] ?? '';
        const text = words.join(' ');
        const start = before === '' ? 0 : before.length + 1;
        fc.pre(text.slice(start, start + match.length) === match);
        const context = contextOf(text, start, start + match.length);
        const plain = text.replace(/\s+/g, ' ');
        for (const side of [context.left, context.right]) {
          expect(side.length).toBeLessThanOrEqual(80);
          expect(plain).toContain(side);
          expect(side.isWellFormed()).toBe(true);
        }
      }),
    );
  });
});

describe('sorting with patience', () => {
  it('gives the order that a plain stable sort gives, for short and long lists', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.nat({ max: 20 }), fc.nat({ max: 5000 })),
        fc.nat({ max: 50 }),
        async (length, most) => {
          const values = Array.from({ length }, (_, at) => (at * 7919) % (most + 1));
          const order = await cooperativeSort(length, (a, b) => (values[a] ?? 0) - (values[b] ?? 0));
          const plain = values.map((_, at) => at).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
          expect([...order]).toEqual(plain);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('lets other work have its turn', async () => {
    let turns = 0;
    const other = setInterval(() => {
      turns += 1;
    }, 0);
    await cooperativeSort(300_000, (a, b) => ((a * 7919) % 1009) - ((b * 7919) % 1009));
    clearInterval(other);
    expect(turns).toBeGreaterThan(5);
  });
});
