import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Facets, SearchFilter, SourceId } from '../../../electron/contract/index.js';
import { createCatalogue } from '../../../electron/search/catalogue/catalogue.js';
import { createQueryAnswers } from '../../../electron/search/results/query-answers.js';
import { addPassage } from '../../storage/archive-bench.js';
import { type SearchArchive, searchArchive, wordFinder } from '../../support/search-archive.js';

let bench: SearchArchive;
beforeEach(async () => {
  bench = await searchArchive();
});
afterEach(() => bench.close());

function open() {
  const { archive } = bench;
  const finder = wordFinder(archive);
  const catalogue = createCatalogue(archive);
  const answers = createQueryAnswers({ finder, catalogue });
  const ask = (query: string, filter: SearchFilter = {}) => answers.get({ query, mode: 'any', filter });
  return { finder, answers, ask, facets: async (filter: SearchFilter = {}) => (await ask('text', filter)).facets };
}
const counts = (facet: Facets['tags']) => facet.map(({ label, count }) => `${label} ${count}`);

describe('facets', () => {
  it('count the hits of each value, most first, then by label, and say what is not given', async () => {
    await bench.add({ documentType: 'Letter', creators: ['Vera', 'Ana'], language: 'sr-Latn' });
    await bench.add({ documentType: 'Cable', creators: ['Vera'], language: 'en' });
    await bench.add({ documentType: 'Cable' });
    await bench.add({ documentType: 'Note' }, 'other words');
    const { documentTypes, creators, languages } = await open().facets();
    expect(counts(documentTypes)).toEqual(['Cable 2', 'Letter 1']);
    expect(counts(creators)).toEqual(['Vera 2', 'Ana 1', 'Not given 1']);
    expect(languages).toEqual([
      { value: 'en', label: 'English', count: 1 },
      { value: '', label: 'Not given', count: 1 },
      { value: 'sr-Latn', label: 'Serbian (Latin)', count: 1 },
    ]);
  });

  it('look past their own filter, so that a choice can be widened, and obey the others', async () => {
    await bench.add({ documentType: 'Letter', creators: ['Ana'], dateWritten: '1999' });
    await bench.add({ documentType: 'Cable', creators: ['Ana'], dateWritten: '2000' });
    await bench.add({ documentType: 'Cable', creators: ['Vera'], dateWritten: '2000' });
    const { facets, ask } = open();
    const filter = { documentTypes: ['Cable'], creators: ['Ana'] };
    expect((await ask('text', filter)).ids).toHaveLength(1);
    const chosen = await facets(filter);
    expect(counts(chosen.documentTypes)).toEqual(['Cable 1', 'Letter 1']);
    expect(counts(chosen.creators)).toEqual(['Ana 1', 'Vera 1']);
    const early = await facets({ dateTo: '1999' });
    expect(counts(early.documentTypes)).toEqual(['Letter 1']);
    expect(early.dates.bins.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  });

  it('keep a chosen value that no hit has', async () => {
    await bench.add({ documentType: 'Letter' });
    const { documentTypes, creators } = await open().facets({ documentTypes: ['Map'], creators: ['Nobody'] });
    expect(counts(documentTypes)).toEqual(['Map 0']);
    expect(counts(creators)).toEqual(['Nobody 0']);
  });

  it('name collections and tags, and leave out those that were deleted', async () => {
    const id = await bench.add({});
    const { collections, tags, history } = bench.archive;
    const [kept, gone] = [collections.create('Kept'), collections.create('Gone')];
    for (const { id: collection } of [kept, gone]) collections.add(collection, [id]);
    const tag = tags.create('Urgent');
    tags.add(tag.id, [id]);
    collections.delete(gone.id);
    const search = open();
    expect((await search.facets()).collections).toEqual([{ value: kept.id, label: 'Kept', count: 1 }]);
    tags.rename(tag.id, 'Very urgent');
    expect(counts((await search.facets()).tags)).toEqual(['Very urgent 1']);
    history.undo();
    history.undo();
    expect(counts((await search.facets()).collections)).toEqual(['Gone 1', 'Kept 1']);
  });

  it('count a source once for a tag and once for each above it, whatever bears it, and say the path of a name used twice', async () => {
    const { tags } = bench.archive;
    const [a, b] = [await bench.add({}), await bench.add({})];
    const [president, other] = [tags.ensure('Person/President'), tags.ensure('Ship/President')];
    tags.add(president, [a]);
    tags.add(tags.ensure('Person/Clerk'), [a, b]);
    tags.add(other, [b]);
    addPassage(bench.archive, b, [president]);
    addPassage(bench.archive, b, [president]);
    const search = open();
    const { tags: counted } = await search.facets();
    expect(counts(counted)).toEqual(['Clerk 2', 'Person 2', 'Person/President 2', 'Ship 1', 'Ship/President 1']);
    const ship = tags.ensure('Ship');
    expect((await search.ask('text', { tagIds: [ship] })).ids).toEqual([b]);
    tags.rename(other, 'Captain');
    const renamed = await search.facets({ tagIds: [tags.ensure('Nobody')] });
    expect(counts(renamed.tags)).toEqual(['Clerk 2', 'Person 2', 'President 2', 'Captain 1', 'Ship 1', 'Nobody 0']);
  });

  it('tell two hundred values at most, those with the most hits, and every chosen one', async () => {
    const many = Array.from({ length: 150 }, (_, n) => `Clerk ${String(n).padStart(3, '0')}`);
    const more = Array.from({ length: 150 }, (_, n) => `Envoy ${String(n).padStart(3, '0')}`);
    await bench.add({ creators: [...more.slice(0, 100)] });
    await bench.add({ creators: more.slice(0, 100) });
    await bench.add({ creators: more.slice(100) });
    await bench.add({ creators: many });
    const search = open();
    const { creators } = await search.facets();
    expect(creators).toHaveLength(200);
    expect(creators.slice(0, 100).map(({ value }) => value)).toEqual(more.slice(0, 100));
    // Of those with one hit each the first by name.
    expect(creators.slice(100).map(({ value }) => value)).toEqual(many.slice(0, 100));
    const chosen = (await search.facets({ creators: ['Envoy 149'] })).creators;
    expect(chosen.some(({ value, count }) => value === 'Envoy 149' && count === 1)).toBe(true);
  });
});

describe('answers', () => {
  it('are kept while nothing changes, so that paging does not search again', async () => {
    const id = await bench.add({ documentType: 'Cable' });
    const { ask, finder } = open();
    await ask('text');
    await ask('text');
    await ask('text', { documentTypes: ['Cable'] });
    expect(finder.asked.finds).toBe(1);
    bench.archive.sources.describe([id], { documentType: 'Letter' });
    expect((await ask('text', { documentTypes: ['Cable'] })).ids).toEqual([]);
    expect(finder.asked.finds).toBe(2);
  });

  it('are kept for six searches, and found again for the one that was asked least recently', async () => {
    await bench.add({});
    const { ask, finder } = open();
    const lines = ['text', 'letter', 'cable', 'note', 'memo', 'report'];
    for (const line of [...lines, ...lines]) await ask(line);
    expect(finder.asked.finds).toBe(6);
    await ask('map');
    for (const line of lines.slice(1)) await ask(line);
    expect(finder.asked.finds).toBe(7);
    await ask('text');
    expect(finder.asked.finds).toBe(8);
  });

  it('find nothing for an empty line, but list what a filter lets through, newest date first', async () => {
    const dates: Record<string, SourceId> = {};
    for (const date of ['1999', '2001-05', '', '2000-01-02']) {
      dates[date] = await bench.add({ documentType: 'Cable', dateWritten: date });
    }
    await bench.add({ documentType: 'Letter' });
    const { ask } = open();
    const nothing = await ask(' ');
    expect(nothing).toMatchObject({ ids: [], searched: 5 });
    expect(counts(nothing.facets.documentTypes)).toEqual(['Cable 4', 'Letter 1']);
    const { ids, facets } = await ask('', { documentTypes: ['Cable'] });
    expect(ids).toEqual([dates['2001-05'], dates['2000-01-02'], dates['1999'], dates['']]);
    expect(counts(facets.documentTypes)).toEqual(['Cable 4', 'Letter 1']);
  });

  it('are not kept when they failed', async () => {
    await bench.add({});
    const { ask, finder } = open();
    await expect(ask('text', { dateFrom: 'soon' })).rejects.toMatchObject({ code: 'DATE_INVALID' });
    expect((await ask('text')).ids).toHaveLength(1);
    expect(finder.asked.finds).toBe(1);
  });
});
