import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateBounds } from '../../../electron/archive/index.js';
import { NO_DAY } from '../../../electron/search/catalogue/catalogue-columns.js';
import { dateHistogram } from '../../../electron/search/catalogue/date-histogram.js';

const number = (day: string | undefined) => (day ? Number(day.replaceAll('-', '')) : NO_DAY);
function histogram(...dates: string[]) {
  const bounds = dates.map(dateBounds);
  return dateHistogram(
    Int32Array.from(bounds, (bound) => number(bound?.min)),
    Int32Array.from(bounds, (bound) => number(bound?.max)),
  );
}
const bars = (...dates: string[]) => histogram(...dates).bins.map(({ label, count }) => `${label}: ${count}`);

describe('the histogram of dates', () => {
  it('takes days, months, years or decades, whichever needs few bars', () => {
    expect(bars('2000-09-30', '2000-10-02', '2000-10-02')).toEqual([
      '30 September 2000: 1',
      '1 October 2000: 0',
      '2 October 2000: 2',
    ]);
    expect(histogram('2000-01-05', '2000-06-05')).toMatchObject({ unit: 'month' });
    expect(histogram('1950-01-05', '2000-06-05')).toMatchObject({ unit: 'year' });
    expect(histogram('1850-01-05', '2000-06-05')).toMatchObject({ unit: 'decade' });
    expect(bars('1850-01-05', '1871-06-05', '1999-01-01').slice(0, 3)).toEqual(['1850s: 1', '1860s: 0', '1870s: 1']);
  });

  it('does not draw days or months over dates that only name a year', () => {
    expect(bars('1999', '2000', '2000')).toEqual(['1999: 1', '2000: 2']);
    expect(bars('199X', '200X')).toEqual(['1990s: 1', '2000s: 1']);
    expect(histogram('2000-09', '2000-10', '2000-10-05').unit).toBe('month');
  });

  it('counts a wide date at its beginning, one open at its beginning at its end, and says how many are undated', () => {
    expect(histogram('19XX', '1900', '', 'not a date')).toMatchObject({ undated: 2 });
    expect(bars('1990/..', '../1991', '1990')).toEqual(['1990: 2', '1991: 1']);
    expect(histogram('../..').bins).toEqual([]);
    expect(histogram()).toEqual({ unit: 'year', bins: [], undated: 0 });
  });

  it('tells first and last day of each bar, as a filter takes them', () => {
    expect(histogram('2000-02', '2000-03').bins).toEqual([
      { from: '2000-02-01', to: '2000-02-29', label: 'February 2000', count: 1 },
      { from: '2000-03-01', to: '2000-03-31', label: 'March 2000', count: 1 },
    ]);
    expect(histogram('0900', '0990').bins[0]).toMatchObject({ from: '0900-01-01', to: '0909-12-31' });
  });

  it('has no gaps, leaves out no hit, and puts every date in the bar of its first day', () => {
    const date = fc
      .date({ min: new Date('0050-01-01T00:00:00Z'), max: new Date('9990-01-01T00:00:00Z'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10));
    const some = fc.oneof(
      date,
      fc.constant(''),
      date.map((day) => day.slice(0, 4)),
      date.map((day) => day.slice(0, 7)),
    );
    fc.assert(
      fc.property(fc.array(some, { maxLength: 8 }), (dates) => {
        const { bins, undated, unit } = histogram(...dates);
        const begins = dates.flatMap((one) => dateBounds(one)?.min ?? []);
        expect(bins.reduce((sum, { count }) => sum + count, 0) + undated).toBe(dates.length);
        if (unit !== 'decade') expect(bins.length).toBeLessThanOrEqual(60);
        for (const [at, { from, to, count }] of bins.entries()) {
          expect(from <= to).toBe(true);
          const before = bins[at - 1];
          if (before) expect(Date.parse(`${from}T00:00:00Z`) - Date.parse(`${before.to}T00:00:00Z`)).toBe(86_400_000);
          const begun = begins.filter((day) => day >= from && day <= to);
          expect(begun).toHaveLength(count);
        }
      }),
      { numRuns: 100 },
    );
  });
});
