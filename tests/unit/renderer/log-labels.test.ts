/** The words of the search log and of a search's filters. */
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { CollectionId, TagId } from '../../../electron/contract/index.js';
import { describeFilter, describeMode } from '../../../renderer/api/describe-query.js';

let words: typeof import('../../../renderer/features/search-log/log-labels.js');
beforeAll(async () => {
  // The client of the contract is read from the window when it is loaded.
  const { window } = new JSDOM('');
  vi.stubGlobal('window', Object.assign(window, { fonds: {} }));
  vi.stubGlobal('document', window.document);
  words = await import('../../../renderer/features/search-log/log-labels.js');
});

const collectionId = CollectionId.parse('0195f000-0000-7000-8000-000000000001');
const tagId = TagId.parse('0195f000-0000-7000-8000-000000000002');
const names = { collections: [{ id: collectionId, name: 'Cables' }], tags: [{ id: tagId, name: 'urgent' }] };

describe('an entry of the log', () => {
  it('says that nothing was found instead of showing a zero', () => {
    expect(words.formatHits({ hits: 0 })).toBe('Nothing found');
    expect(words.formatHits({ hits: 1 })).toBe('1 source');
    expect(words.formatHits({ hits: 1_234 })).toBe('1,234 sources');
    expect(words.formatTotal({ searched: 12_040 })).toBe('of 12,040');
  });

  it('says how the words were meant and in what they were sought', () => {
    const query = { query: 'lock', mode: 'phrase', matching: 'exact', filter: {} } as const;
    expect(words.describeManner({ query, scope: 'in Cables' })).toBe(
      'the words in this order, exactly as typed · in Cables',
    );
    expect(words.describeManner({ query: { query: 'lock', mode: 'any', filter: {} }, scope: '' })).toBe(
      'any of the words',
    );
  });
});

describe('the filters of a search in words', () => {
  it('are nothing when there are none', () => {
    expect(describeFilter({}, names)).toBe('');
    expect(describeMode({ mode: 'all' })).toBe('all of the words');
  });

  it('name what a person named, and alternatives as alternatives', () => {
    const filter = {
      collectionId,
      documentTypes: ['Cable', ''],
      creators: ['Abell, T.'],
      languages: ['sr-Cyrl', ''],
      tagIds: [tagId],
      dateFrom: '2000-09-01',
      dateTo: '2000-10',
    };
    expect(describeFilter(filter, names)).toBe(
      'in Cables · Cable or no type · by Abell, T. · Serbian (Cyrillic) or no language · tagged urgent · from 1 Sept 2000 · until Oct 2000',
    );
  });

  it('say of a collection that is gone that it is gone, not which number it had', () => {
    expect(describeFilter({ collectionId, tagIds: [tagId] }, { collections: [], tags: [] })).toBe(
      'in a deleted collection · tagged a deleted tag',
    );
  });

  it('tell tags of one name apart by their paths', () => {
    const childId = TagId.parse('0195f000-0000-7000-8000-000000000003');
    const other = { id: childId, name: 'Urgent', parentId: TagId.parse('0195f000-0000-7000-8000-000000000004') };
    const parent = { id: other.parentId, name: 'Post', parentId: null };
    const tags = [{ id: tagId, name: 'urgent', parentId: null }, parent, other];
    expect(describeFilter({ tagIds: [childId, parent.id] }, { collections: [], tags })).toBe(
      'tagged Post/Urgent or Post',
    );
  });

  it('give a language tag back that nobody knows', () => {
    expect(describeFilter({ languages: ['no such tag'] }, names)).toBe('no such tag');
  });
});
