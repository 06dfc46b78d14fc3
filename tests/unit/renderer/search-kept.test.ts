import { describe, expect, it, vi } from 'vitest';

// The client of the contract expects the window it lives in.
vi.hoisted(() => Object.assign(globalThis, { window: { fonds: {} } }));

import { CollectionId, type LogEntry, type SearchQuery, TagId } from '../../../electron/contract/index.js';
import { activeFilters } from '../../../renderer/features/search/active-filters.js';
import { completeLine, recallSearch } from '../../../renderer/features/search/recent-searches.js';
import { EMPTY_DRAFT, queryOf } from '../../../renderer/features/search/search-draft.js';
import { describeManner, suggestedName } from '../../../renderer/features/search/search-labels.js';
import { createSearchRecorder } from '../../../renderer/features/search/search-recorder.js';

const collectionId = CollectionId.parse('01890a5d-ac96-774b-bcce-b302099a8057');
const tagId = TagId.parse('01890a5d-ac96-774b-bcce-b302099a8058');
const names = { collections: [{ id: collectionId, name: 'Cables' }], tags: [{ id: tagId, name: 'urgent' }] };
const query = (line: string): SearchQuery => ({ query: line, mode: 'all', matching: 'expanded', filter: {} });
const entry = (line: string, seq = 1): LogEntry => ({
  seq,
  at: '2026-01-01T00:00:00.000Z',
  who: 'Ana',
  query: query(line),
  scope: '',
  searched: 32,
  hits: 3,
  tookMs: 1,
});

describe('the log of searches', () => {
  const recorded = () => {
    const lines: string[] = [];
    return { lines, recorder: createSearchRecorder((one) => lines.push(one.query)) };
  };

  it('has a search once, however often it was meant in a row', () => {
    const { lines, recorder } = recorded();
    recorder.confirm(query('lock'));
    recorder.confirm({ query: 'lock', mode: 'all', filter: { creators: [] } });
    expect(lines).toEqual(['lock']);
  });

  it('has it again after another one, and when it was meant otherwise', () => {
    const { lines, recorder } = recorded();
    for (const line of ['lock', 'gate', 'lock']) recorder.confirm(query(line));
    recorder.confirm({ ...query('lock'), matching: 'exact' });
    expect(lines).toEqual(['lock', 'gate', 'lock', 'lock']);
  });

  it('has no look through the sources without words', () => {
    const { lines, recorder } = recorded();
    recorder.confirm({ ...query(' '), filter: { documentTypes: ['Cable'] } });
    expect(lines).toEqual([]);
  });
});

describe('recent searches', () => {
  it('complete the line with what followed these letters, whatever their case', () => {
    expect(completeLine('Wint', [entry('gate'), entry('winter house'), entry('winter')])).toBe('er house');
    expect(completeLine('рад', [entry('Радошевић')])).toBe('ошевић');
  });

  it('offer nothing for one letter, for a line that is whole, or in the middle of a line', () => {
    expect(completeLine('w', [entry('winter')])).toBe('');
    expect(completeLine('winter', [entry('winter')])).toBe('');
    expect(completeLine('house', [entry('winter house')])).toBe('');
  });

  it('are stepped through from the newest, and end where there is none older', () => {
    const recent = [entry('c'), entry('b'), entry('a')];
    const step = (line: string, way: 'older' | 'newer') =>
      recallSearch({ ...EMPTY_DRAFT, line }, recent, way)?.line ?? null;
    expect([step('', 'older'), step('c', 'older'), step('a', 'older')]).toEqual(['c', 'b', null]);
    expect([step('a', 'newer'), step('c', 'newer'), step('typed', 'newer')]).toEqual(['b', null, null]);
  });

  it('come back with their filters', () => {
    const filtered = { ...entry('gate'), query: { ...query('gate'), filter: { documentTypes: ['Cable'] } } };
    expect(recallSearch(EMPTY_DRAFT, [filtered], 'older')?.documentTypes).toEqual(['Cable']);
  });
});

describe('filters that are set', () => {
  const draft = {
    ...EMPTY_DRAFT,
    line: 'lock',
    documentTypes: ['Cable', 'Letter'],
    creators: ['Abell, T.'],
    collectionId,
    languages: ['fr'],
    tagIds: [tagId],
    dateFrom: '1999',
    dateTo: '2000-09',
  };

  it('are said one by one, in plain words', () => {
    expect(activeFilters(draft, names).map(({ label }) => label)).toEqual([
      '1999 – Sept 2000',
      'Cable',
      'Letter',
      'by Abell, T.',
      'in Cables',
      'French',
      'tagged urgent',
    ]);
  });

  it('can each be removed alone, and together leave the line as it was', () => {
    expect(activeFilters(draft, names)[1]?.without).toEqual({ ...draft, documentTypes: ['Letter'] });
    let rest = draft as typeof EMPTY_DRAFT;
    for (let next = activeFilters(rest, names)[0]; next; next = activeFilters(rest, names)[0]) rest = next.without;
    expect(rest).toEqual({ ...EMPTY_DRAFT, line: 'lock' });
  });

  it('have keys of their own, also when a value stands in two facets', () => {
    const keys = activeFilters({ ...draft, creators: ['Cable'], languages: [''] }, names).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('a search in few words', () => {
  it('says how the words are meant and what narrows it', () => {
    const narrowed = {
      ...query('lock'),
      mode: 'phrase' as const,
      matching: 'exact' as const,
      filter: { collectionId },
    };
    expect(describeManner(narrowed, names)).toBe('phrase · exact · in Cables');
    expect(describeManner(query('lock'), names)).toBe('');
  });

  it('proposes the line and its filters as the name to save it under, never longer than a name may be', () => {
    expect(suggestedName({ ...query('lock'), filter: { collectionId } }, names)).toBe('lock · in Cables');
    expect(suggestedName(query('x'.repeat(1_999)), names)).toHaveLength(200);
    expect(suggestedName(queryOf({ ...EMPTY_DRAFT, documentTypes: ['Cable'] }), names)).toBe('Cable');
  });
});
