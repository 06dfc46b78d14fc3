/** The pure pieces of the search, the description and the list of sources. */
import { describe, expect, it } from 'vitest';
import { DESCRIPTION_ELEMENTS, EMPTY_DESCRIPTION, type Failure } from '../../../electron/contract/index.js';
import {
  changeOf,
  commonCustom,
  commonValue,
  customNames,
  GROUPS,
} from '../../../renderer/features/description/groups.js';
import { nameOfLanguage } from '../../../renderer/features/description/languages.js';
import {
  countFilters,
  EMPTY_DRAFT,
  faultOf,
  faultyDates,
  queryOf,
} from '../../../renderer/features/search/search-line.js';
import { targetOf } from '../../../renderer/features/sources/key-targets.js';
import { filterFor } from '../../../renderer/features/sources/places.js';

describe('the description', () => {
  it('shows every element of the contract exactly once', () => {
    const shown = GROUPS.flatMap((group) => group.elements);
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
    expect(changeOf('creators', ' Abell, T. \n\nOstrow, C.\n')).toEqual({ creators: ['Abell, T.', 'Ostrow, C.'] });
    expect(changeOf('title', '  Memorandum ')).toEqual({ title: 'Memorandum' });
  });

  it('says the name of a language and stays silent about what is none', () => {
    expect(nameOfLanguage('sr-Cyrl')).toBe('Serbian (Cyrillic)');
    expect(nameOfLanguage('not a tag')).toBeNull();
    expect(nameOfLanguage('')).toBeNull();
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
    expect(faultOf('lock "gate', failure)).toEqual({ before: 'lock ', fault: '"', after: 'gate' });
    expect(faultOf('lock', { code: 'QUERY_SYNTAX', message: 'No partner.' })).toBeNull();
    expect(faultOf('lock', failure)).toBeNull();
  });

  it('puts the message about a date at the field that holds that date', () => {
    const draft = { ...EMPTY_DRAFT, dateFrom: '2000', dateTo: 'autumn' };
    expect(faultyDates(draft, { code: 'DATE_INVALID', message: '“autumn” is not a date.' })).toEqual(['dateTo']);
    expect(faultyDates(draft, { code: 'DATE_INVALID', message: 'Not a date.' })).toEqual(['dateFrom', 'dateTo']);
  });
});

describe('the list of sources', () => {
  it('never leaves the list by keyboard', () => {
    expect(targetOf('ArrowUp', 0, 50_000, 10)).toBe(0);
    expect(targetOf('PageDown', 49_995, 50_000, 10)).toBe(49_999);
    expect(targetOf('End', -1, 50_000, 10)).toBe(49_999);
    expect(targetOf('x', 3, 50_000, 10)).toBeNull();
  });

  it('filters by place and by the words of the line', () => {
    expect(filterFor({ kind: 'bin' }, ' memo ')).toEqual({ inBin: true, contains: 'memo' });
    expect(filterFor({ kind: 'type', value: 'Cable' }, '')).toEqual({ documentType: 'Cable' });
  });
});
