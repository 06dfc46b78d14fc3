/** Dates in plain words. */
import { expect, it } from 'vitest';
import { formatDate } from '../../../renderer/api/format-date.js';

it('says a date, a month, a year, a decade and a season as a person would', () => {
  const said = ['2000-09-30', '2000-09', '2000', '199X', '19XX', '2000-23', '2000-XX-XX'].map((date) =>
    formatDate(date),
  );
  expect(said).toEqual(['30 Sept 2000', 'Sept 2000', '2000', '1990s', '1900–1999', 'autumn 2000', '2000']);
});

it('says doubt and spans in words', () => {
  expect(formatDate('2000?')).toBe('2000, uncertain');
  expect(formatDate('2000-09~', 'long')).toBe('about September 2000');
  expect(formatDate('2000-09-28/2000-10-02')).toBe('28 Sept 2000 – 2 Oct 2000');
  expect(formatDate('2000-09/..')).toBe('from Sept 2000 on');
});

it('gives back what it does not know, rather than a wrong date', () => {
  for (const odd of ['', 'last autumn', '2000-13', '2000-09-32', '{1999,2000}', 'Y-17E7'])
    expect(formatDate(odd)).toBe(odd);
});
