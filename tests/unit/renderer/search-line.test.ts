import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CollectionId, type Failure, SearchQuery, TagId } from '../../../electron/contract/index.js';
import {
  countFilters,
  dateFault,
  describeQuery,
  draftOf,
  EMPTY_DRAFT,
  faultMessage,
  hasQuery,
  queryKey,
  queryOf,
  type SearchDraft,
  suggestedLine,
  toggleValue,
  withoutFilters,
} from '../../../renderer/features/search/search-draft.js';

const collectionId = CollectionId.parse('01890a5d-ac96-774b-bcce-b302099a8057');
const tagId = TagId.parse('01890a5d-ac96-774b-bcce-b302099a8058');
const full: SearchDraft = {
  line: ' winter house ',
  mode: 'phrase',
  matching: 'exact',
  collectionId,
  documentTypes: ['Cable', ''],
  creators: ['Abell, T.'],
  languages: ['sr-Cyrl'],
  tagIds: [tagId],
  dateFrom: ' 2000-09 ',
  dateTo: '2001',
};

const values = fc.array(fc.string(), { maxLength: 3 });
const drafts: fc.Arbitrary<SearchDraft> = fc.record({
  line: fc.string(),
  mode: fc.constantFrom('any' as const, 'all' as const, 'phrase' as const),
  matching: fc.constantFrom('expanded' as const, 'exact' as const),
  collectionId: fc.constantFrom(null, collectionId),
  documentTypes: values,
  creators: values,
  languages: values,
  tagIds: fc.constantFrom([], [tagId]),
  dateFrom: fc.string(),
  dateTo: fc.string(),
});

describe('what stands in the search line and its filters', () => {
  it('becomes a query with every choice, and dates and words without blanks around them', () => {
    expect(queryOf(full)).toEqual({
      query: 'winter house',
      mode: 'phrase',
      matching: 'exact',
      filter: {
        collectionId,
        documentTypes: ['Cable', ''],
        creators: ['Abell, T.'],
        languages: ['sr-Cyrl'],
        tagIds: [tagId],
        dateFrom: '2000-09',
        dateTo: '2001',
      },
    });
  });

  it('is a query the service accepts, whatever was typed and chosen', () => {
    fc.assert(fc.property(drafts, (draft) => SearchQuery.safeParse(queryOf(draft)).success));
  });

  it('comes back from a query as it was asked, so that a saved search runs again as the same search', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        expect(queryOf(draftOf(queryOf(draft)))).toEqual(queryOf(draft));
      }),
    );
  });

  it('knows two searches as the same when one does not say what is understood', () => {
    const short: SearchQuery = { query: 'lock', mode: 'all', filter: {} };
    const long: SearchQuery = {
      filter: { documentTypes: [], dateFrom: '' },
      matching: 'expanded',
      mode: 'all',
      query: 'lock',
    };
    expect(queryKey(short)).toBe(queryKey(long));
    expect(queryKey(short)).not.toBe(queryKey({ ...long, matching: 'exact' }));
  });

  it('counts each facet once, both dates as one, and no empty choice', () => {
    expect(countFilters(full)).toBe(6);
    expect(countFilters({ ...EMPTY_DRAFT, dateFrom: '  ' })).toBe(0);
  });

  it('keeps the words, their meaning and their forms when the filters are cleared', () => {
    expect(withoutFilters(full)).toEqual({ ...EMPTY_DRAFT, line: full.line, mode: 'phrase', matching: 'exact' });
  });

  it('is worth asking with words or with filters, and not with blanks', () => {
    expect(hasQuery({ ...EMPTY_DRAFT, line: '  ' })).toBe(false);
    expect(hasQuery({ ...EMPTY_DRAFT, line: 'a' })).toBe(true);
    expect(hasQuery({ ...EMPTY_DRAFT, documentTypes: [''] })).toBe(true);
  });

  it('takes a value in and out of a facet and leaves the others in their order', () => {
    expect(toggleValue(['a', 'b'], 'c')).toEqual(['a', 'b', 'c']);
    expect(toggleValue(['a', 'b', 'c'], 'b')).toEqual(['a', 'c']);
  });
});

describe('a line that cannot be read', () => {
  const failure = (details: Record<string, unknown>): Failure => ({ code: 'QUERY_SYNTAX', message: '', details });

  it('shows the faulty part, at least one letter of it', () => {
    expect(faultMessage('the "winter', failure({ start: 4, end: 5 }))).toEqual({
      before: 'the ',
      fault: '"',
      after: 'winter',
    });
    expect(faultMessage('a +', failure({ start: 2, end: 2 }))?.fault).toBe('+');
  });

  it('says no place when the failure names one outside the line', () => {
    expect(faultMessage('ab', failure({ start: 2, end: 3 }))).toBeNull();
    expect(faultMessage('ab', failure({}))).toBeNull();
  });

  it('offers the suggested line, and none that is what stands there already', () => {
    expect(suggestedLine('the "winter', failure({ suggestion: 'the "winter"' }))).toBe('the "winter"');
    expect(suggestedLine('lock', failure({ suggestion: ' lock ' }))).toBeNull();
    expect(suggestedLine('lock', failure({ suggestion: 7 }))).toBeNull();
  });
});

describe('a date that cannot be read', () => {
  const failure = (message: string): Failure => ({ code: 'DATE_INVALID', message });

  it('is pointed out at its own field', () => {
    const draft = { ...EMPTY_DRAFT, dateFrom: 'autumn', dateTo: '2001' };
    expect(dateFault(draft, failure('“autumn” is not a date that can be read.'))).toEqual(['dateFrom']);
  });

  it('is looked for in both fields when the failure does not say which', () => {
    expect(dateFault({ ...EMPTY_DRAFT, dateFrom: 'x', dateTo: 'y' }, failure('No date.'))).toEqual([
      'dateFrom',
      'dateTo',
    ]);
  });
});

describe('the words for what was searched', () => {
  const query: SearchQuery = { query: 'winter house', mode: 'all', matching: 'expanded', filter: {} };

  it('say how several words were meant, and of one word only the word', () => {
    expect(describeQuery(query, '')).toBe('all of the words winter house');
    expect(describeQuery({ ...query, query: 'house', mode: 'any' }, '')).toBe('“house”');
  });

  it('say that only the exact form counted, and what narrowed the search', () => {
    expect(describeQuery({ ...query, matching: 'exact', mode: 'phrase' }, 'in Cables')).toBe(
      'the phrase “winter house”, exactly as typed, in Cables',
    );
    expect(describeQuery({ ...query, query: '' }, 'in Cables')).toBe('every source, in Cables');
  });
});
