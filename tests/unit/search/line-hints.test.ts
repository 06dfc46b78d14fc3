import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SearchMode, SourceId, WordMatching } from '../../../electron/contract/index.js';
import { type Catalogue, createCatalogue } from '../../../electron/search/catalogue/catalogue.js';
import type { Finder } from '../../../electron/search/finder/finder.js';
import { createSegmentFinder } from '../../../electron/search/finder/segment-finder.js';
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
async function hints(query: string, mode: SearchMode = 'all', matching: WordMatching = 'expanded') {
  return (await finder.find(lineOf(query, mode, matching))).hints;
}

describe('a line that finds nothing', () => {
  beforeEach(async () => {
    for (let at = 0; at < 3; at++) await put(`b${at}`, `The cable from Benghazi, number ${at}.`);
    await put('other', 'Bengasi is how the consul wrote it. The treaty of the envoys.');
  });

  it('hears of the words of a compound that any may be found of, and not of the compound as well', async () => {
    expect(await hints('treaty-cable', 'any')).toEqual([]);
    const messages = (await hints('vxq-zqj', 'any')).map(({ message }) => message);
    expect(messages).toEqual(['No source holds “vxq”.', 'No source holds “zqj”.']);
  });

  it('hears which word no source holds, and the nearest written forms with what they find, first those most alike', async () => {
    expect(await hints('cable benghzi')).toEqual([
      {
        kind: 'word',
        start: 6,
        end: 13,
        message: 'No source holds “benghzi”.',
        suggestions: [
          { text: 'Benghazi', sources: 3, query: 'cable Benghazi' },
          { text: 'Bengasi', sources: 1, query: 'cable Bengasi' },
        ],
      },
    ]);
  });

  it('is offered words that begin as the one that was typed', async () => {
    expect((await hints('benghaz'))[0]?.suggestions.map(({ text }) => text)).toContain('Benghazi');
    expect((await hints('trea'))[0]?.suggestions).toEqual([{ text: 'treaty', sources: 1, query: 'treaty' }]);
  });

  it('keeps field, weight and marks of the line in what it offers', async () => {
    const [word] = await hints('+body:benghzi^2 "the cablee"');
    expect(word?.suggestions[0]?.query).toBe('+body:Benghazi^2 "the cablee"');
    const phrase = (await hints('"the cablee"'))[0];
    expect(phrase).toMatchObject({ message: 'No source holds “cablee”.' });
    expect(phrase?.suggestions[0]).toEqual({ text: 'cable', sources: 3, query: '"the cable"' });
  });

  it('hears that words of a phrase do not stand side by side, and is offered the words', async () => {
    expect(await hints('"cable treaty"')).toEqual([
      {
        kind: 'word',
        start: 0,
        end: 14,
        message: 'No source has these words side by side: “cable treaty”.',
        suggestions: [{ text: 'cable treaty', sources: null, query: 'cable treaty' }],
      },
    ]);
  });

  it('hears how many sources each word finds when none has all of them', async () => {
    expect(await hints('cable treaty')).toEqual([
      {
        kind: 'apart',
        start: 0,
        end: 12,
        message: 'Each part is found, but no source has all of it: cable in 3 sources, treaty in 1 source.',
        suggestions: [],
      },
    ]);
  });

  it('hears that a word stands elsewhere than in the field it was asked for in', async () => {
    const [hint] = await hints('creator:benghazi');
    expect(hint?.message).toBe('No source holds “benghazi” in the field creator.');
    expect(hint?.suggestions).toContainEqual({ text: 'benghazi in any field', sources: 3, query: 'benghazi' });
  });

  it('hears that no source has a date, or none of that time', async () => {
    expect((await hints('cable date:1999'))[0]).toMatchObject({
      kind: 'filter',
      message: 'No source has a date, so “date:1999” finds none.',
      suggestions: [{ text: 'without date:1999', query: 'cable' }],
    });
    await held.add({ title: 'dated', language: 'en', dateWritten: '2001' }, 'Something else.');
    expect((await hints('cable date:1999'))[0]?.message).toBe(
      'No source is dated as “date:1999” asks, of 1 source with a date.',
    );
  });

  it('hears that no source is of a type or in a language, and which there are', async () => {
    await held.add({ title: 'memo', language: 'en', documentType: 'Memorandum' }, 'Something else.');
    const [type] = await hints('type:memorandom');
    expect(type).toMatchObject({ kind: 'filter', message: 'No source is of the type “memorandom”.' });
    expect(type?.suggestions[0]?.query).toBe('type:"Memorandum"');
    expect((await hints('cable language:xx'))[0]?.message).toBe('No source is in the language “xx”.');
  });

  it('hears nothing where there is nothing to say', async () => {
    for (const line of ['cable', 'cable -nowhere', 'NOT nowhere', '', '&', 'cabl*'])
      expect(await hints(line), line).toEqual([]);
  });
});

describe('a line that finds something', () => {
  it('hears of a word that stands nowhere, and of a field that was nearly named', async () => {
    await put('a', 'The cable from Benghazi.');
    expect(await hints('cable benghzi', 'any')).toMatchObject([
      { kind: 'word', suggestions: [{ query: 'cable Benghazi' }] },
    ]);
    expect(await hints('tilte: cable', 'any')).toMatchObject([
      { kind: 'reading', start: 0, end: 5, suggestions: [{ query: 'title: cable' }] },
      { kind: 'word' },
    ]);
    expect(await hints('Re: cable', 'any')).toMatchObject([{ kind: 'word', message: 'No source holds “Re:”.' }]);
  });
});
