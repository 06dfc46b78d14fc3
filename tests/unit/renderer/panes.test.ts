/** The pure pieces of the search, the description and the list of sources. */
import { describe, expect, it } from 'vitest';
import { DESCRIPTION_ELEMENTS, EMPTY_DESCRIPTION, type Failure } from '../../../electron/contract/index.js';
import {
  changeFromInput,
  commonCustom,
  commonValue,
  customNames,
  ELEMENT_GROUPS,
} from '../../../renderer/features/description/element-groups.js';
import { languageName } from '../../../renderer/features/description/language-options.js';
import {
  countFilters,
  dateFault,
  EMPTY_DRAFT,
  faultMessage,
  queryOf,
} from '../../../renderer/features/search/search-draft.js';
import { filterFor } from '../../../renderer/features/sources/nav-items.js';
import { indexAfterKey } from '../../../renderer/ui/list-navigation.js';

describe('the description', () => {
  it('shows every element of the contract exactly once', () => {
    const shown = ELEMENT_GROUPS.flatMap((group) => group.elements);
    expect([...shown].sort()).toEqual(DESCRIPTION_ELEMENTS.map(([name]) => name).sort());
  });

  it('shows what several sources have in common and says when they differ', () => {
    const one = { ...EMPTY_DESCRIPTION, box: '12', creators: ['Abell, T.'], custom: { Shelf: 'a' } };
    const two = { ...EMPTY_DESCRIPTION, box: '12', creators: ['Ostrow, C.'] };
    expect(commonValue([one, two], 'box')).toBe('12');
    expect(commonValue([one, two], 'creators')).toBeNull();
    expect(commonCustom([one, two], 'Shelf')).toBeNull();
    expect(customNames([one, two])).toEqual(['Shelf']);
  });

  it('saves one name a line and drops empty lines', () => {
    expect(changeFromInput('creators', ' Abell, T. \n\nOstrow, C.\n')).toEqual({
      creators: ['Abell, T.', 'Ostrow, C.'],
    });
    expect(changeFromInput('title', '  Memorandum ')).toEqual({ title: 'Memorandum' });
  });

  it('says the name of a language and stays silent about what is none', () => {
    expect(languageName('sr-Cyrl')).toBe('Serbian (Cyrillic)');
    expect(languageName('not a tag')).toBeNull();
    expect(languageName('')).toBeNull();
  });
});

describe('the search line', () => {
  it('asks only for the filters that are set', () => {
    expect(queryOf({ ...EMPTY_DRAFT, line: ' lock ' })).toEqual({
      query: 'lock',
      mode: 'all',
      matching: 'expanded',
      filter: {},
    });
    const narrow = { ...EMPTY_DRAFT, line: 'lock', dateFrom: '2000-09 ', documentTypes: ['Cable'] };
    expect(queryOf(narrow).filter).toEqual({ dateFrom: '2000-09', documentTypes: ['Cable'] });
    expect(countFilters(narrow)).toBe(2);
  });

  it('shows the faulty part of the line, and nothing when the place is not known', () => {
    const failure: Failure = { code: 'QUERY_SYNTAX', message: 'No partner.', details: { start: 5, end: 6 } };
    expect(faultMessage('lock "gate', failure)).toEqual({ before: 'lock ', fault: '"', after: 'gate' });
    expect(faultMessage('lock', { code: 'QUERY_SYNTAX', message: 'No partner.' })).toBeNull();
    expect(faultMessage('lock', failure)).toBeNull();
  });

  it('puts the message about a date at the field that holds that date', () => {
    const draft = { ...EMPTY_DRAFT, dateFrom: '2000', dateTo: 'autumn' };
    expect(dateFault(draft, { code: 'DATE_INVALID', message: '“autumn” is not a date.' })).toEqual(['dateTo']);
    expect(dateFault(draft, { code: 'DATE_INVALID', message: 'Not a date.' })).toEqual(['dateFrom', 'dateTo']);
  });
});

describe('the list of sources', () => {
  it('never leaves the list by keyboard', () => {
    expect(indexAfterKey('ArrowUp', 0, 50_000, 10)).toBe(0);
    expect(indexAfterKey('PageDown', 49_995, 50_000, 10)).toBe(49_999);
    expect(indexAfterKey('End', -1, 50_000, 10)).toBe(49_999);
    expect(indexAfterKey('x', 3, 50_000, 10)).toBeNull();
  });

  it('filters by place and by the words of the line', () => {
    expect(filterFor({ kind: 'bin' }, ' memo ')).toEqual({ inBin: true, contains: 'memo' });
    expect(filterFor({ kind: 'type', value: 'Cable' }, '')).toEqual({ documentType: 'Cable' });
  });
});
