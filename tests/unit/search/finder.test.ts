import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SearchMode, SourceId, WordMatching } from '../../../electron/contract/index.js';
import { type Catalogue, createCatalogue } from '../../../electron/search/catalogue/catalogue.js';
import type { Finder } from '../../../electron/search/finder/finder.js';
import { createSegmentFinder } from '../../../electron/search/finder/segment-finder.js';
import { createSimilar } from '../../../electron/search/similar/similar-passages.js';
import { foldWord } from '../../../electron/text/index.js';
import { type SearchArchive, searchArchive } from '../../support/search-archive.js';

const WORKER = join(import.meta.dirname, '..', '..', '..', 'dist', 'electron', 'search-worker.js');

let held: SearchArchive;
let catalogue: Catalogue;
let finder: Finder;
const names = new Map<string, string>();

beforeEach(async () => {
  held = await searchArchive();
  catalogue = createCatalogue(held.archive);
  finder = createSegmentFinder({ archive: held.archive, catalogue, workerPath: WORKER });
});
afterEach(async () => {
  await finder.close();
  catalogue.close();
  held.close();
  names.clear();
});

async function put(title: string, text: string, language = 'en'): Promise<SourceId> {
  const id = await held.add({ title, language }, text);
  names.set(id, title);
  return id;
}
const lineOf = (query: string, mode: SearchMode = 'any', matching: WordMatching = 'expanded') => ({
  query,
  mode,
  matching,
});
async function found(query: string, mode?: SearchMode, matching?: WordMatching): Promise<string[]> {
  const { ids } = await finder.find(lineOf(query, mode, matching));
  return ids.map((id) => names.get(id) ?? id);
}
async function marked(query: string, id: SourceId, mode?: SearchMode, matching?: WordMatching): Promise<string[]> {
  const { text } = held.archive.texts.get(id);
  const [ranges = []] = await finder.matchRanges(lineOf(query, mode, matching), [id]);
  return ranges.map(([start, end]) => text.slice(start, end));
}

describe('finding words', () => {
  it('finds a name in Cyrillic, with marks and without, whichever way it was typed, and says what else it found', async () => {
    await put('latin', 'Radosevic spoke.');
    await put('marks', 'Radošević je rekao.', 'sr-Latn');
    const cyrillic = await put('cyrillic', 'Радошевић је рекао.', 'sr-Cyrl');
    await put('decomposed', 'Radošević'.normalize('NFD'), '');
    for (const typed of ['Radosevic', 'Radošević', 'Радошевић', 'RADOSEVIC', 'Radošević'.normalize('NFD')]) {
      expect((await found(typed)).sort()).toEqual(['cyrillic', 'decomposed', 'latin', 'marks']);
    }
    expect(await marked('radosevic', cyrillic)).toEqual(['Радошевић']);
    const { expansions } = await finder.find(lineOf('Radosevic'));
    expect(expansions).toEqual([
      {
        typed: 'Radosevic',
        forms: [
          { form: 'Radošević', count: 2 },
          { form: 'Радошевић', count: 1 },
        ],
        more: 0,
      },
    ]);
  });

  it('finds only the form as typed, in any case, when asked for exactly that', async () => {
    await put('latin', 'Radosevic spoke.');
    const marks = await put('marks', 'Radošević je rekao: RADOŠEVIĆ. Radosevic too.', 'sr-Latn');
    await put('cyrillic', 'Радошевић је рекао.', 'sr-Cyrl');
    expect(await found('Radošević', 'any', 'exact')).toEqual(['marks']);
    expect(await marked('radošević', marks, 'any', 'exact')).toEqual(['Radošević', 'RADOŠEVIĆ']);
    expect((await found('radosevic', 'any', 'exact')).sort()).toEqual(['latin', 'marks']);
    expect(await found('Радош*', 'any', 'exact')).toEqual(['cyrillic']);
    expect(await found('"Radošević je"', 'any', 'exact')).toEqual(['marks']);
  });

  it('finds what a person expects of a beginning and of a slip, though words are stemmed', async () => {
    await put('treaty', 'The treaty was signed.');
    await put('name', 'Mr Milosevic agreed.');
    expect(await found('treaty*')).toEqual(['treaty']);
    expect(await found('trea*')).toEqual(['treaty']);
    expect(await found('milosevik~1')).toEqual(['name']);
    expect(await found('*losevic')).toEqual(['name']);
    expect(await found('mil*vic')).toEqual(['name']);
  });

  it('finds a word that a hyphen broke at the end of a line, and marks all of it', async () => {
    const id = await put('broken', 'The govern-\nment fell.');
    expect(await found('government')).toEqual(['broken']);
    expect(await marked('government', id)).toEqual(['govern-\nment']);
  });

  it('follows the language of each text', async () => {
    await put('french', 'Les élections approchent.', 'fr');
    await put('english', 'An election is near.', 'en');
    expect((await found('élection')).sort()).toEqual(['english', 'french']);
    expect((await found('elections')).sort()).toEqual(['english', 'french']);
  });

  it('finds every date, also those that lunr itself loses', async () => {
    const dates = '1/16/1925 1/17/1948 1/18/1920 1/18/1982 9/3/1984 9/3/1995'.split(' ');
    for (const date of dates) await put(date, `On ${date} it was.`);
    for (const date of dates) expect(await found(date)).toEqual([date]);
  });

  it('passes over words that every text has, and says so', async () => {
    await put('a', 'the house of the people');
    await put('b', 'the treaty');
    expect(await found('the treaty')).toEqual(['b']);
    expect((await finder.find(lineOf('the treaty'))).remarks).toEqual([
      '“the” did not bring in sources: nearly every text has it.',
    ]);
    expect((await found('the')).sort()).toEqual(['a', 'b']);
  });

  it('takes a word in capitals for an acronym and not for a function word', async () => {
    await put('acronym', 'The WHO was founded then.');
    await put('treaty', 'a treaty of peace');
    expect((await found('WHO treaty')).sort()).toEqual(['acronym', 'treaty']);
    expect((await finder.find(lineOf('WHO treaty'))).remarks).toEqual([]);
    expect(await found('who treaty')).toEqual(['treaty']);
    expect(await found('Who treaty')).toEqual(['treaty']);
  });

  it('says what could not be looked for', async () => {
    await put('a', 'Smith and Sons');
    expect(await found('Smith & Sons', 'all')).toEqual(['a']);
    expect((await finder.find(lineOf('Smith & Sons', 'all'))).remarks).toEqual([
      '“&” was not looked for: it holds no letter or digit.',
    ]);
  });
});

describe('phrases, neighbours and operators', () => {
  it('finds a phrase only where its words stand together, stop words included', async () => {
    const near = await put('near', 'They spoke of the peace of the valley.');
    await put('apart', 'The valley was at peace of a sort, the envoy said.');
    expect(await found('"peace of the valley"')).toEqual(['near']);
    expect(await found('“peace of the valley”')).toEqual(['near']);
    expect(await found('peace of the valley', 'phrase')).toEqual(['near']);
    expect(await marked('peace of the valley', near, 'phrase')).toEqual(['peace of the valley']);
  });

  it('allows so many words between as the number behind ~ says', async () => {
    await put('two', 'the peace and trade treaty');
    expect(await found('"peace treaty"~1')).toEqual([]);
    expect(await found('"peace treaty"~2')).toEqual(['two']);
  });

  it('finds words near each other in either order, and marks them both', async () => {
    const id = await put('near', 'a treaty about a lasting peace; a treaty far, far, far away from all of it');
    expect(await found('peace NEAR/4 treaty')).toEqual(['near']);
    expect(await found('peace NEAR/1 treaty')).toEqual([]);
    expect(await marked('peace NEAR/4 treaty', id)).toEqual(['treaty', 'peace', 'treaty']);
  });

  it('reads AND, OR, NOT and parentheses', async () => {
    await put('both', 'treaty envoy');
    await put('one', 'treaty minister');
    await put('none', 'minister');
    expect(await found('treaty AND envoy')).toEqual(['both']);
    expect((await found('treaty OR minister')).sort()).toEqual(['both', 'none', 'one']);
    expect(await found('minister NOT treaty')).toEqual(['none']);
    expect((await found('treaty AND (envoy OR minister)')).sort()).toEqual(['both', 'one']);
    expect((await found('-treaty')).sort()).toEqual(['none']);
  });

  it('narrows by the fields of the description, and by those alone', async () => {
    const memo = await held.add(
      { title: 'Memo', documentType: 'Memorandum', creators: ['A. Radošević'], box: '12', dateWritten: '1999-04' },
      'The treaty.',
    );
    const cable = await held.add(
      { title: 'Cable', documentType: 'Cable', box: '3', dateWritten: '2000' },
      'The treaty.',
    );
    const ids = async (line: string) => (await finder.find(lineOf(line))).ids;
    expect(await ids('creator:radosevic')).toEqual([memo]);
    expect(await ids('box:12')).toEqual([memo]);
    expect(await ids('treaty type:memo')).toEqual([memo]);
    expect(await ids('treaty date:1999-03..1999-06')).toEqual([memo]);
    expect(await ids('treaty date:2000')).toEqual([cable]);
    expect(await ids('type:cable nowhere')).toEqual([]);
    expect([...(await ids('treaty -type:memo'))]).toEqual([cable]);
    await expect(ids('treaty in:nowhere')).rejects.toMatchObject({
      code: 'QUERY_SYNTAX',
      details: { start: 7, end: 17 },
    });
  });

  it('finds a reference code written with strokes and points as one', async () => {
    const id = await put('code', 'Resolution A/RES/1244, at 12.30.');
    await put('parts', '1244 and RES, then A, 30 of 12');
    expect(await found('A/RES/1244')).toEqual(['code']);
    expect(await marked('A/RES/1244', id)).toEqual(['A/RES/1244']);
  });
});

describe('similar passages', () => {
  it('are found in a script without blanks by the pairs of characters they share', async () => {
    const passage = '部长八点整接见了特使，会谈午夜后结束。';
    const own = await put('own', `${passage}天气很好。`, 'zh');
    const other = await put('other', `报纸写道：昨天部长接见了特使。会谈没有结果。`, 'zh');
    await put('far', '天气很好，没有什么可说的。', 'zh');
    const similar = createSimilar({ archive: held.archive, finder });
    const [found] = await similar({ sourceId: own, start: 0, end: passage.length, limit: 5 });
    expect(found?.sourceId).toBe(other);
    expect(found?.matches.map(([from, to]) => found.text.slice(from, to)).join('')).toContain('特');
  });
});

describe('any line, any text', () => {
  it('answers any line at all with sources or a syntax error, never with a crash', async () => {
    await put('a', 'one two');
    await put('b', 'Радошевић 1999-09-06');
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom<SearchMode>('any', 'all', 'phrase'),
        fc.constantFrom<WordMatching>('expanded', 'exact'),
        async (line, mode, matching) => {
          try {
            const { ids } = await finder.find(lineOf(line, mode, matching));
            await finder.matchRanges(lineOf(line, mode, matching), ids);
          } catch (error) {
            expect(error).toMatchObject({ code: 'QUERY_SYNTAX' });
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('finds any word of any text, and marks only places inside it, in order and apart', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), { minLength: 1 }),
        async (words) => {
          const body = words.join(' ');
          // A tatweel is a letter to Unicode and nothing to the index: such a word has nothing to be found by.
          const word = words.find((w) => /^[\p{L}]+$/u.test(w) && foldWord(w) !== '');
          if (!word) return;
          const id = await held.add({ title: 'x' }, body);
          const { ids } = await finder.find(lineOf(word, 'phrase'));
          expect(ids).toContain(id);
          const [places = []] = await finder.matchRanges(lineOf(word, 'phrase'), [id]);
          expect(places.length).toBeGreaterThan(0);
          let last = 0;
          for (const [start, end] of places) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(held.archive.texts.get(id).text.length);
            last = end;
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
