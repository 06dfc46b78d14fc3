import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SearchFilter } from '../../../electron/contract/index.js';
import { type CachedQuery, createQueryCache, queryKey } from '../../../electron/search/results/query-cache.js';

const MOST = 3;
let revision: unknown[];
let searches: string[];
beforeEach(() => {
  revision = [{}, 1];
  searches = [];
});

const asked = (query: string, more: Partial<CachedQuery> = {}): CachedQuery => ({ query, mode: 'any', ...more });
function open(most = MOST) {
  const cache = createQueryCache<string>({ most, revision: () => revision });
  return (query: string, more?: Partial<CachedQuery>) =>
    cache.get(asked(query, more), () => {
      searches.push(query);
      return `${query} ${searches.length}`;
    });
}

describe('what was found for a query', () => {
  it('is kept for as many queries as the cache holds', () => {
    const ask = open();
    for (const query of ['a', 'b', 'c', 'a', 'b', 'c']) ask(query);
    expect(searches).toEqual(['a', 'b', 'c']);
    expect(ask('b')).toBe('b 2');
  });

  it('is forgotten for the query asked least recently when there is one more', () => {
    const ask = open();
    for (const query of ['a', 'b', 'c', 'a', 'd']) ask(query);
    searches = [];
    for (const query of ['a', 'c', 'd']) ask(query);
    expect(searches).toEqual([]);
    ask('b');
    expect(searches).toEqual(['b']);
  });

  it('is kept for the last query alone by a cache of one', () => {
    const ask = open(1);
    for (const query of ['a', 'a', 'b', 'b', 'a']) ask(query);
    expect(searches).toEqual(['a', 'b', 'a']);
  });

  it.each([
    ['another object', () => [{}, revision[1]]],
    ['another number', () => [revision[0], 2]],
    ['another length', () => [revision[0]]],
  ])('is forgotten for all queries when it was found in something else by now: %s', (_, other) => {
    const ask = open();
    for (const query of ['a', 'b', 'c']) ask(query);
    revision = other();
    searches = [];
    for (const query of ['a', 'b', 'c', 'a']) ask(query);
    expect(searches).toEqual(['a', 'b', 'c']);
  });

  it('does not come back with a revision that was there before', () => {
    const ask = open();
    const before = revision;
    ask('a');
    revision = [{}, 2];
    ask('b');
    revision = before;
    expect(ask('a')).toBe('a 3');
  });

  it('is not kept when looking for it failed', () => {
    const cache = createQueryCache<string>({ most: MOST, revision: () => revision });
    const fails = () => {
      throw new Error('no such field');
    };
    expect(() => cache.get(asked('a'), fails)).toThrow('no such field');
    expect(cache.get(asked('a'), () => 'found')).toBe('found');
  });

  it('is shared while it is looked for, and not kept when that fails', async () => {
    const cache = createQueryCache<Promise<string>>({ most: MOST, revision: () => revision });
    const { promise, reject } = Promise.withResolvers<string>();
    const first = cache.get(asked('a'), () => promise);
    const second = cache.get(asked('a'), async () => 'not asked for');
    reject(new Error('damaged'));
    await expect(first).rejects.toThrow('damaged');
    await expect(second).rejects.toThrow('damaged');
    expect(await cache.get(asked('a'), async () => 'found')).toBe('found');
  });

  it('stays when an earlier look for the same, in something that has changed since, fails late', async () => {
    const cache = createQueryCache<Promise<string>>({ most: MOST, revision: () => revision });
    const { promise, reject } = Promise.withResolvers<string>();
    const early = cache.get(asked('a'), () => promise);
    revision = [{}, 2];
    await cache.get(asked('a'), async () => 'found');
    reject(new Error('damaged'));
    await expect(early).rejects.toThrow('damaged');
    expect(await cache.get(asked('a'), async () => 'found again')).toBe('found');
  });
});

describe('queries', () => {
  it.each<[string, Partial<CachedQuery>, Partial<CachedQuery>]>([
    ['a filter that is left out, and one without values', {}, { filter: { creators: [], dateFrom: '' } }],
    ['matching that is left out, and the usual one', {}, { matching: 'expanded' }],
    [
      'filters in another order',
      { filter: { creators: ['Ana'], dateTo: '1999' } },
      { filter: { dateTo: '1999', creators: ['Ana'] } },
    ],
  ])('ask the same: %s', (_, one, other) => {
    expect(queryKey(asked('envoy', one))).toBe(queryKey(asked('envoy', other)));
  });

  it.each<[string, CachedQuery, CachedQuery]>([
    ['the line', asked('envoy'), asked('envoy ')],
    ['the mode', asked('envoy', { mode: 'any' }), asked('envoy', { mode: 'all' })],
    ['the matching', asked('envoy'), asked('envoy', { matching: 'exact' })],
    ['a filter', asked('envoy'), asked('envoy', { filter: { creators: ['Ana'] } })],
    ['which filter', asked('', { filter: { dateFrom: '1999' } }), asked('', { filter: { dateTo: '1999' } })],
    [
      'a value',
      asked('', { filter: { creators: ['Ana', 'Vera'] } }),
      asked('', { filter: { creators: ['Ana,Vera'] } }),
    ],
  ])('ask for something else when they differ in %s', (_, one, other) => {
    expect(queryKey(one)).not.toBe(queryKey(other));
  });

  it('ask for something else whenever any given value differs', () => {
    const words = fc.array(fc.string({ maxLength: 3 }), { minLength: 1, maxLength: 2 });
    const filter = fc.record<SearchFilter>(
      { creators: words, documentTypes: words, languages: words },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(filter, filter, (one, other) => {
        const isSame = (['creators', 'documentTypes', 'languages'] as const).every(
          (name) => JSON.stringify(one[name]) === JSON.stringify(other[name]),
        );
        expect(queryKey(asked('', { filter: one })) === queryKey(asked('', { filter: other }))).toBe(isSame);
      }),
    );
  });
});
