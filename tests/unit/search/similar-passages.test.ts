import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SourceId } from '../../../electron/contract/index.js';
import { bestWindows, type WeightedOccurrence } from '../../../electron/search/similar/passage-windows.js';
import { createSimilar } from '../../../electron/search/similar/similar-passages.js';
import { tokens } from '../../../electron/text/index.js';
import { type SearchArchive, searchArchive, wordFinder } from '../../support/search-archive.js';

let bench: SearchArchive;
beforeEach(async () => {
  bench = await searchArchive();
});
afterEach(() => bench.close());

const PASSAGE = 'The envoy Radošević carried a sealed letter about the Danube bridges to the president.';
const FILLER = 'Nothing of note was said about the weather for a long while, and nobody asked. '.repeat(12);

const similar = (sourceId: SourceId, start: number, end: number, limit = 10) =>
  createSimilar({ archive: bench.archive, finder: wordFinder(bench.archive) })({ sourceId, start, end, limit });

describe('similar passages', () => {
  it('are found in other texts, whole sentences, best first, with the words in common', async () => {
    const own = await bench.add({ title: 'Own' }, `${FILLER}\n\n${PASSAGE}\n\n${FILLER}`);
    const same = await bench.add({ title: 'Copy', dateWritten: '2000' }, `${FILLER}\n\n${PASSAGE} More.\n\n${FILLER}`);
    const other = 'A sealed letter about bridges on the Danube, they wrote, was carried by Радошевић.';
    const near = await bench.add({ title: 'Near' }, `${FILLER}${other} ${FILLER}`);
    for (let n = 0; n < 6; n++) await bench.add({ title: 'Far' }, FILLER);
    const start = FILLER.length + 2;
    const found = await similar(own, start, start + PASSAGE.length);
    expect(found.map(({ sourceId }) => sourceId)).toEqual([same, near]);
    expect(found[0]).toMatchObject({ title: 'Copy', date: '2000', similarity: 1, text: PASSAGE });
    expect(found[1]?.text).toBe(other);
    const marked = found[1]?.matches.map(([from, to]) => other.slice(from, to));
    expect(marked).toEqual(expect.arrayContaining(['sealed', 'letter', 'Danube', 'Радошевић']));
    expect(marked).not.toContain('wrote');
    expect(found[1]?.similarity).toBeGreaterThan(0.4);
    expect(found[1]?.similarity).toBeLessThan(1);
  });

  it('share telling words only: function words of either language are neither counted nor marked', async () => {
    const own = await bench.add({ language: 'en' }, 'Of the envoy they say that the letter will die with the envoy.');
    const text = 'They say of the weather that the rain will be with the envoy and the letter.';
    const english = await bench.add({ language: 'en' }, text);
    await bench.add({ language: 'en' }, 'Of this they say that it will be with the others of the house.');
    const german = await bench.add({ language: 'de' }, 'Die Rede war, die Zeit, die Tage. Envoy letter die Note.');
    const found = await similar(own, 0, 62);
    const marked = new Map(
      found.map(({ sourceId, matches, text: words }) => [sourceId, matches.map(([from, to]) => words.slice(from, to))]),
    );
    expect(marked).toEqual(
      new Map([
        [english, ['envoy', 'letter']],
        [german, ['Envoy', 'letter']],
      ]),
    );
  });

  it('are not found by a word that a great part of the sources has, unless the passage has hardly another', async () => {
    const own = await bench.add({}, 'Drenova barges, sealed letter. Drenova cargo.');
    const near = await bench.add({}, 'In Drenova a sealed letter was opened.');
    for (let n = 0; n < 13; n++) await bench.add({}, `Drenova report, number ${n}. Its barges and its cargo.`);
    const [best, ...others] = await similar(own, 0, 30);
    expect(best?.sourceId).toBe(near);
    expect(best?.matches.map(([from, to]) => best.text.slice(from, to))).toEqual(['sealed', 'letter']);
    expect(others).toEqual([]);
    const byCommon = await similar(own, 31, 45, 40);
    expect(byCommon.length).toBeGreaterThan(12);
  });

  it('are found among a few versions of one document, where every word is in every source', async () => {
    const ids = [];
    for (let n = 0; n < 5; n++) ids.push(await bench.add({ title: `Release ${n}` }, PASSAGE));
    const found = await similar(ids[0] as SourceId, 0, PASSAGE.length);
    expect(found.map(({ similarity }) => similarity)).toEqual([1, 1, 1, 1]);
  });

  it('are found elsewhere in the same text, and never the passage itself', async () => {
    const text = `${PASSAGE}\n\n${FILLER}\n\nAgain: ${PASSAGE}`;
    const id = await bench.add({}, text);
    for (let n = 0; n < 6; n++) await bench.add({}, FILLER);
    const found = await similar(id, 0, PASSAGE.length);
    expect(found).toHaveLength(1);
    expect(found[0]?.start).toBeGreaterThanOrEqual(text.indexOf('Again'));
    expect(text.slice(found[0]?.start, found[0]?.end)).toBe(found[0]?.text);
  });

  it('refuse a passage that is outside the text, empty or without words', async () => {
    const id = await bench.add({}, 'A text. ***');
    for (const [start, end] of [
      [3, 3],
      [5, 2],
      [0, 99],
      [8, 11],
    ] as const) {
      await expect(similar(id, start, end)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    }
    const unknown = '01890000-0000-7000-8000-000000000000' as SourceId;
    await expect(similar(unknown, 0, 1)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the heaviest passages of a text', () => {
  it('lie inside the text, apart from each other and from what is left out, with marks on given words', () => {
    const vocabulary = ['envoy', 'letter', 'Danube.', 'bridge', 'and', 'the', 'said.', '\n\n'];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...vocabulary), { maxLength: 400 }),
        fc.integer({ min: 5, max: 300 }),
        fc.nat(),
        (drawn, units, cut) => {
          const text = drawn.join(' ');
          const weights: Record<string, number> = { envoy: 3, letter: 2, Danube: 5, bridge: 1 };
          const words = tokens(text).flatMap(({ text: key, start, end }): WeightedOccurrence[] =>
            weights[key] ? [{ start, end, key, weight: weights[key] }] : [],
          );
          const from = cut % (text.length + 1);
          const except: [number, number] = [from, Math.min(text.length, from + 20)];
          const occupied = [except];
          for (const window of bestWindows(text, words, units, except)) {
            expect(window.start).toBeGreaterThanOrEqual(0);
            expect(window.end).toBeLessThanOrEqual(text.length);
            expect(window.end).toBeGreaterThan(window.start);
            for (const [start, end] of occupied) expect(window.end <= start || window.start >= end).toBe(true);
            occupied.push([window.start, window.end]);
            const keys = window.matches.map(([start, end]) => text.slice(window.start + start, window.start + end));
            const sum = [...new Set(keys)].reduce((total, key) => total + (weights[key] ?? Number.NaN), 0);
            expect(window.weight).toBeCloseTo(sum);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('prefer more of the words over more of one word', () => {
    const text = 'envoy envoy envoy envoy envoy. Nothing else here. envoy letter.';
    const words = tokens(text).flatMap(({ text: key, start, end }): WeightedOccurrence[] =>
      key === 'envoy' || key === 'letter' ? [{ start, end, key, weight: 1 }] : [],
    );
    const [best] = bestWindows(text, words, 5, null);
    expect(best).toMatchObject({ weight: 2, distinct: 2 });
  });
});
