import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CATALOGUE_SQL } from '../../../electron/archive/catalogue-store.js';
import type { SearchFilter, SourceId } from '../../../electron/contract/index.js';
import { type Catalogue, createCatalogue } from '../../../electron/search/catalogue/catalogue.js';
import { describeFilter } from '../../../electron/search/catalogue/describe-filter.js';
import { nearestNames } from '../../../electron/search/catalogue/nearest-names.js';
import type { FilterNode } from '../../../electron/search/query/ast.js';
import { addPassage } from '../../storage/archive-bench.js';
import { type SearchArchive, searchArchive } from '../../support/search-archive.js';

let bench: SearchArchive;
let catalogue: Catalogue;
let all: Record<string, SourceId>;

beforeEach(async () => {
  bench = await searchArchive();
  catalogue = createCatalogue(bench.archive);
  all = {};
});
afterEach(() => {
  catalogue.close();
  bench.close();
});

async function add(name: string, description: Parameters<SearchArchive['add']>[0]): Promise<SourceId> {
  const id = await bench.add({ title: name, ...description });
  all[name] = id;
  return id;
}
const names = (holds: (id: SourceId) => boolean) =>
  Object.entries(all)
    .filter(([, id]) => holds(id))
    .map(([name]) => name);
const passing = async (filter: SearchFilter) => {
  await catalogue.ready();
  return names(catalogue.passes(filter));
};
const named = (field: 'type' | 'language' | 'in' | 'tag', value: string, isWhole = false): FilterNode => ({
  kind: 'filter',
  field,
  value,
  isWhole,
  place: [3, 8],
});
const dated = (
  field: 'date' | 'written' | 'published' | 'declassified',
  from: string | null,
  to: string | null,
): FilterNode => ({ kind: 'filter', field, from, to, place: [0, 4] });
const selected = async (node: FilterNode) => {
  await catalogue.ready();
  return names(catalogue.select(node));
};

describe('filters beside the line', () => {
  it('take values of one facet as alternatives and let different facets narrow each other', async () => {
    await add('a', { documentType: 'Cable', creators: ['Envoy', 'Clerk'], language: 'sr-latn' });
    await add('b', { documentType: 'Letter', creators: ['Envoy'] });
    await add('c', { documentType: '', creators: [' '] });
    expect(await passing({ documentTypes: ['Cable', 'Letter'] })).toEqual(['a', 'b']);
    expect(await passing({ documentTypes: ['Cable', 'Letter'], creators: ['Clerk'] })).toEqual(['a']);
    expect(await passing({ languages: ['sr-Latn'] })).toEqual(['a']);
    expect(await passing({ documentTypes: [] })).toEqual(['a', 'b', 'c']);
  });

  it('take the empty value as “not given”', async () => {
    await add('a', { documentType: 'Cable', creators: ['Envoy'] });
    await add('b', {});
    expect(await passing({ documentTypes: [''] })).toEqual(['b']);
    expect(await passing({ creators: ['', 'Envoy'] })).toEqual(['a', 'b']);
    expect(await passing({ languages: [''] })).toEqual(['a', 'b']);
  });

  it('find by the date written, else the date published, whatever it may mean', async () => {
    await add('month', { dateWritten: '2000-09', datePublished: '1950' });
    await add('published', { datePublished: '1999-05-04' });
    await add('open', { dateWritten: '1990/..' });
    await add('decade', { dateWritten: '199X' });
    await add('none', {});
    expect(await passing({ dateFrom: '2000-09-06', dateTo: '2000-09-06' })).toEqual(['month', 'open']);
    expect(await passing({ dateTo: '1999' })).toEqual(['published', 'open', 'decade']);
    expect(await passing({ dateFrom: '2001' })).toEqual(['open']);
    expect(await passing({ dateTo: '1960' })).toEqual([]);
  });

  it('refuse a date that cannot be read, and a collection or tag that is gone', async () => {
    const { id } = bench.archive.tags.create('Soon gone');
    const collection = bench.archive.collections.create('Gone too');
    bench.archive.tags.delete(id);
    bench.archive.collections.delete(collection.id);
    await catalogue.ready();
    expect(() => catalogue.passes({ dateFrom: 'soon' })).toThrowError(
      expect.objectContaining({ code: 'DATE_INVALID' }),
    );
    expect(() => catalogue.passes({ tagIds: [id] })).toThrowError(expect.objectContaining({ code: 'NOT_FOUND' }));
    expect(() => catalogue.passes({ collectionId: collection.id })).toThrowError(
      expect.objectContaining({ code: 'NOT_FOUND' }),
    );
  });

  it('can be said in words, with the names they have now', () => {
    const { id } = bench.archive.collections.create('First reading');
    const tag = bench.archive.tags.create('Urgent');
    bench.archive.tags.rename(tag.id, 'Later');
    const filter: SearchFilter = {
      collectionId: id,
      documentTypes: ['Cable', ''],
      languages: ['sr-Latn'],
      tagIds: [tag.id],
      dateFrom: '2000-09',
      dateTo: '2000-10',
    };
    expect(describeFilter(filter, catalogue.names())).toBe(
      'collection First reading; type Cable or not given; language Serbian (Latin); tag Later; from 2000-09; until 2000-10',
    );
    expect(describeFilter({}, catalogue.names())).toBe('');
    bench.archive.collections.delete(id);
    expect(describeFilter({ collectionId: id }, catalogue.names())).toBe('collection that was deleted');
  });
});

describe('filters in the line', () => {
  it('find a type by the beginning of any of its words, folded, or by the whole of it in quotes', async () => {
    await add('memo', { documentType: 'Memorandum' });
    await add('short', { documentType: 'Short memo' });
    await add('report', { documentType: 'Извештај' });
    await add('none', {});
    expect(await selected(named('type', 'MEMO'))).toEqual(['memo', 'short']);
    expect(await selected(named('type', 'memo*'))).toEqual(['memo', 'short']);
    expect(await selected(named('type', 'memo', true))).toEqual([]);
    expect(await selected(named('type', 'short memo', true))).toEqual(['short']);
    expect(await selected(named('type', 'izves'))).toEqual(['report']);
    expect(await selected(named('type', 'emo'))).toEqual([]);
    expect(await selected(named('type', '', true))).toEqual(['none']);
  });

  it('find a language by its tag, with its scripts, or by its English name', async () => {
    await add('latin', { language: 'sr-Latn' });
    await add('cyrillic', { language: 'sr-cyrl' });
    await add('plain', { language: 'SR' });
    await add('croatian', { language: 'hr' });
    await add('roman', { language: 'la' });
    expect(await selected(named('language', 'sr'))).toEqual(['latin', 'cyrillic', 'plain']);
    expect(await selected(named('language', 'sr-Latn'))).toEqual(['latin']);
    expect(await selected(named('language', 'serbian'))).toEqual(['latin', 'cyrillic', 'plain']);
    expect(await selected(named('language', 'croat'))).toEqual(['croatian']);
    // “la” is a language, not the beginning of the word “Latin” in the name of another.
    expect(await selected(named('language', 'la'))).toEqual(['roman']);
    expect(await selected(named('language', 'Serbian', true))).toEqual(['plain']);
  });

  it('find by a language that was only guessed, unless another is given', async () => {
    const guessed = await add('guessed', {});
    const given = await add('given', { language: 'en' });
    expect(await selected(named('language', 'fr'))).toEqual([]);
    for (const id of [guessed, given]) {
      const versionId = bench.archive.texts.get(id).id;
      bench.archive.database.write(() =>
        bench.archive.database.prepare(`INSERT INTO text_language VALUES (:versionId, 'fr')`).run({ versionId }),
      );
    }
    catalogue.touch([guessed, given]);
    expect(await selected(named('language', 'fr'))).toEqual(['guessed']);
    expect(await passing({ languages: ['en'] })).toEqual(['given']);
  });

  it('find by every collection or tag whose name fits', async () => {
    const [a, b] = [await add('a', {}), await add('b', {})];
    await add('c', {});
    const first = bench.archive.collections.create('First reading');
    const second = bench.archive.collections.create('Second reading');
    bench.archive.collections.add(first.id, [a]);
    bench.archive.collections.add(second.id, [a, b]);
    expect(await selected(named('in', 'reading'))).toEqual(['a', 'b']);
    expect(await selected(named('in', 'first reading', true))).toEqual(['a']);
    const tag = bench.archive.tags.create('Hitno');
    bench.archive.tags.add(tag.id, [b]);
    expect(await selected(named('tag', 'хитно'))).toEqual(['b']);
  });

  it('find by a tag what bears it or one below it, on the source or on a passage of it', async () => {
    const { tags } = bench.archive;
    const [a, b, c] = [await add('a', {}), await add('b', {}), await add('c', {})];
    await add('d', {});
    const person = tags.ensure('Person');
    const president = tags.ensure('Person/President');
    tags.add(person, [a]);
    tags.add(president, [b]);
    await catalogue.ready();
    addPassage(bench.archive, c, [president]);
    catalogue.touch([c]);
    expect(await passing({ tagIds: [president] })).toEqual(['b', 'c']);
    expect(await passing({ tagIds: [person] })).toEqual(['a', 'b', 'c']);
    expect(await selected(named('tag', 'person'))).toEqual(['a', 'b', 'c']);
    expect(await selected(named('tag', 'PRÉSIDENT'))).toEqual(['b', 'c']);
    tags.move(president, null);
    expect(await passing({ tagIds: [person] })).toEqual(['a']);
    expect(await selected(named('tag', 'pres'))).toEqual(['b', 'c']);
    bench.archive.history.undo();
    tags.delete(person);
    expect(() => catalogue.select(named('tag', 'president'))).toThrow(
      expect.objectContaining({ code: 'QUERY_SYNTAX' }),
    );
  });

  it('find by the path of a tag, whole or its end, and by its name anywhere in the tree', async () => {
    const { tags } = bench.archive;
    for (const path of ['Person/President', 'Office/President', 'Office/Person/President', 'Person/Vice President']) {
      tags.add(tags.ensure(path), [await add(path, {})]);
    }
    expect(await selected(named('tag', 'president'))).toHaveLength(4);
    expect(await selected(named('tag', 'president', true))).toHaveLength(3);
    expect(await selected(named('tag', 'Person/President', true))).toEqual(['Person/President']);
    expect(await selected(named('tag', 'person / PRÉSIDENT'))).toEqual(['Person/President']);
    expect(await selected(named('tag', 'per/vice'))).toEqual(['Person/Vice President']);
    expect(await selected(named('tag', 'office/pres'))).toEqual(['Office/President']);
    expect(await selected(named('tag', 'office'))).toEqual(['Office/President', 'Office/Person/President']);
    expect(() => catalogue.select(named('tag', 'person/presidnet'))).toThrow(
      expect.objectContaining({ message: expect.stringContaining('Did you mean “Person/President”') }),
    );
  });

  it('find by a tag that was merged what the other bears now', async () => {
    const { tags } = bench.archive;
    const [a, b] = [await add('a', {}), await add('b', {})];
    const [old, kept] = [tags.ensure('Chief'), tags.ensure('President')];
    tags.add(old, [a]);
    tags.add(kept, [b]);
    addPassage(bench.archive, b, [old]);
    await catalogue.ready();
    tags.merge(old, kept);
    expect(await passing({ tagIds: [old] })).toEqual(['a', 'b']);
    expect(describeFilter({ tagIds: [old] }, catalogue.names())).toBe('tag President');
    bench.archive.history.undo();
    expect(await passing({ tagIds: [kept] })).toEqual(['b']);
    expect(await passing({ tagIds: [old] })).toEqual(['a', 'b']);
  });

  it('say where an unknown collection or tag stands in the line and which names are near', async () => {
    bench.archive.collections.create('First reading');
    bench.archive.collections.create('Telephone');
    await catalogue.ready();
    expect(() => catalogue.select(named('in', 'telefone'))).toThrowError(
      expect.objectContaining({
        code: 'QUERY_SYNTAX',
        message: expect.stringContaining('“Telephone”'),
        details: expect.objectContaining({ start: 3, end: 8 }),
      }),
    );
    expect(() => catalogue.select(named('tag', 'x'))).toThrowError(
      expect.objectContaining({ code: 'QUERY_SYNTAX', message: expect.stringContaining('There are no tags yet') }),
    );
  });

  it('find by any of the dates of a source', async () => {
    await add('a', { dateWritten: '2000-09', dateDeclassified: '2015-01-02' });
    await add('b', { datePublished: '2000-10-05' });
    expect(await selected(dated('date', '2000-09-15', '2000-10-31'))).toEqual(['a', 'b']);
    expect(await selected(dated('written', null, '2000-12-31'))).toEqual(['a']);
    expect(await selected(dated('published', '2000-10-05', null))).toEqual(['b']);
    expect(await selected(dated('declassified', '2015-01-02', '2015-01-02'))).toEqual(['a']);
    expect(await selected(dated('declassified', '2015-01-03', null))).toEqual([]);
  });
});

describe('what the catalogue knows', () => {
  it('follows descriptions, the bin, undo, collections, tags and new sources', async () => {
    const a = await add('a', { documentType: 'Cable' });
    expect(await passing({ documentTypes: ['Cable'] })).toEqual(['a']);
    bench.archive.sources.describe([a], { documentType: 'Letter' });
    expect(await passing({ documentTypes: ['Cable'] })).toEqual([]);
    expect(await passing({ documentTypes: ['Letter'] })).toEqual(['a']);
    const tag = bench.archive.tags.create('Urgent');
    bench.archive.tags.add(tag.id, [a]);
    expect(await passing({ tagIds: [tag.id] })).toEqual(['a']);
    bench.archive.history.undo();
    expect(await passing({ tagIds: [tag.id] })).toEqual([]);
    bench.archive.sources.delete([a]);
    expect(await passing({})).toEqual([]);
    expect(catalogue.columns.liveCount).toBe(0);
    bench.archive.history.undo();
    await add('b', {});
    expect(await passing({})).toEqual(['a', 'b']);
    expect(catalogue.columns.liveCount).toBe(2);
  });

  it('passes whom a plain look at the description would pass, for any descriptions and filters', async () => {
    const types = ['', 'Cable', 'Letter'];
    const people = ['Ana', 'Boris', 'Vera'];
    const records = Array.from({ length: 24 }, (_, n) => ({
      documentType: types[n % 3] ?? '',
      creators: people.filter((_person, at) => ((n >> at) & 1) === 1),
      language: n % 4 === 0 ? '' : n % 2 === 0 ? 'en' : 'sr',
    }));
    for (const [n, record] of records.entries()) await add(String(n), record);
    await catalogue.ready();
    const some = (values: string[]) => fc.subarray(values, { minLength: 0 });
    fc.assert(
      fc.property(some(types), some(['', ...people]), some(['', 'en', 'sr']), (documentTypes, creators, languages) => {
        const expected = records.flatMap((record, n) => {
          const fits =
            (documentTypes.length === 0 || documentTypes.includes(record.documentType)) &&
            (languages.length === 0 || languages.includes(record.language)) &&
            (creators.length === 0 ||
              record.creators.some((creator) => creators.includes(creator)) ||
              (record.creators.length === 0 && creators.includes('')));
          return fits ? [String(n)] : [];
        });
        expect(names(catalogue.passes({ documentTypes, creators, languages })).sort()).toEqual(expected.sort());
      }),
    );
  });

  it('is read along the table and by key, never by a search through it', () => {
    const plan = (sql: string, parameters: Record<string, string | number>) =>
      bench.archive.database
        .prepare<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all(parameters)
        .map(({ detail }) => detail);
    const page = plan(CATALOGUE_SQL.PAGE, { after: 0, limit: 10 });
    expect(page[0]).toMatch(/SEARCH s USING INTEGER PRIMARY KEY \(rowid>\?\)/);
    for (const steps of [page, plan(CATALOGUE_SQL.OF, { ids: '[]' }), plan(CATALOGUE_SQL.HEADS, { ids: '[]' })]) {
      expect(steps.filter((step) => /SCAN (?!json_each)|TEMP B-TREE/.test(step))).toEqual([]);
    }
  });
});

describe('names that are near', () => {
  it('come first when few letters differ or a word of theirs begins so', () => {
    expect(nearestNames('urgnt', ['Later', 'Urgent', 'Other'])[0]).toBe('Urgent');
    expect(nearestNames('kadijevc', ['Notes', 'Papers of Kadijević', 'Press'])[0]).toBe('Papers of Kadijević');
    expect(nearestNames('x', [])).toEqual([]);
  });
});
