import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

// The client of the contract expects the window it lives in.
vi.hoisted(() => Object.assign(globalThis, { window: { fonds: {} } }));

import {
  type Bins,
  binAt,
  brushedBins,
  countIn,
  datesOf,
  describeBin,
  describeBins,
  moveEnd,
} from '../../../renderer/features/search/date-bins.js';

const UNITS = ['day', 'month', 'year', 'decade'] as const;
const DAY_MS = 86_400_000;
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Bars without gaps from a day on, as the service makes them. */
function barsOf(unit: (typeof UNITS)[number], year: number, month: number, count: number): Bins {
  return Array.from({ length: count }, (_, at) => {
    const starts = {
      day: (n: number) => Date.UTC(year, month, 1 + n),
      month: (n: number) => Date.UTC(year, month + n, 1),
      year: (n: number) => Date.UTC(year + n, 0, 1),
      decade: (n: number) => Date.UTC((Math.floor(year / 10) + n) * 10, 0, 1),
    }[unit];
    const [from, next] = [starts(at), starts(at + 1)];
    return { from: iso(from), to: iso(next - DAY_MS), label: `${unit} ${at}`, count: at };
  });
}

const bars = fc
  .record({
    unit: fc.constantFrom(...UNITS),
    year: fc.integer({ min: 1000, max: 2300 }),
    month: fc.integer({ min: 0, max: 11 }),
    count: fc.integer({ min: 1, max: 60 }),
  })
  .map(({ unit, year, month, count }) => barsOf(unit, year, month, count));
const brushed = bars.chain((bins) =>
  fc.tuple(fc.constant(bins), fc.nat({ max: bins.length - 1 }), fc.nat({ max: bins.length - 1 })),
);

describe('brushing the bars of dates', () => {
  it('writes dates that brush the same bars again, in whichever direction they were drawn', () => {
    fc.assert(
      fc.property(brushed, ([bins, one, other]) => {
        const dates = datesOf(bins, [one, other]);
        expect(dates && brushedBins(bins, dates)).toEqual([Math.min(one, other), Math.max(one, other)]);
      }),
    );
  });

  it('writes a whole year as the year, a whole month as the month, and a day as the day', () => {
    expect(datesOf(barsOf('year', 1999, 0, 3), [0, 1])).toEqual({ dateFrom: '1999', dateTo: '2000' });
    expect(datesOf(barsOf('month', 2000, 1, 3), [0, 0])).toEqual({ dateFrom: '2000-02', dateTo: '2000-02' });
    expect(datesOf(barsOf('day', 2000, 8, 3), [1, 2])).toEqual({ dateFrom: '2000-09-02', dateTo: '2000-09-03' });
    expect(datesOf(barsOf('decade', 1990, 0, 2), [0, 0])).toEqual({ dateFrom: '1990', dateTo: '1999' });
  });

  it('shows dates that were typed, also open ones and ones within a bar', () => {
    const bins = barsOf('year', 1998, 0, 5);
    expect(brushedBins(bins, { dateFrom: '1999-03-04', dateTo: '2000-09' })).toEqual([1, 2]);
    expect(brushedBins(bins, { dateFrom: '', dateTo: '1999' })).toEqual([0, 1]);
    expect(brushedBins(bins, { dateFrom: '200X', dateTo: '' })).toEqual([2, 4]);
    expect(brushedBins(bins, { dateFrom: '1999~', dateTo: '1999-12/2001-02' })).toEqual([1, 3]);
  });

  it('brushes nothing without dates, outside of the bars, and for dates it does not know', () => {
    const bins = barsOf('year', 1998, 0, 5);
    expect(brushedBins(bins, { dateFrom: '', dateTo: ' ' })).toBeNull();
    expect(brushedBins(bins, { dateFrom: '2050', dateTo: '' })).toBeNull();
    expect(brushedBins(bins, { dateFrom: 'autumn', dateTo: '' })).toBeNull();
    expect(brushedBins(bins, { dateFrom: '2000-21', dateTo: '' })).toBeNull();
  });
});

describe('moving one end of the brush by key', () => {
  it('never lets the ends cross, and leaves the other end as it was written', () => {
    fc.assert(
      fc.property(brushed, fc.integer({ min: -5, max: 70 }), fc.boolean(), ([bins, one, other], to, isFrom) => {
        const dates = datesOf(bins, [one, other]);
        if (!dates) throw new Error('bars without dates');
        const next = moveEnd(bins, dates, isFrom ? 'dateFrom' : 'dateTo', to);
        const [from, until] = [Math.min(one, other), Math.max(one, other)];
        if (isFrom) expect(next.dateTo).toBe(dates.dateTo);
        else expect(next.dateFrom).toBe(dates.dateFrom);
        expect(brushedBins(bins, next)).toEqual(
          isFrom ? [Math.max(0, Math.min(until, to)), until] : [from, Math.min(bins.length - 1, Math.max(from, to))],
        );
      }),
    );
  });

  it('is no limit at the outermost bar, so that two ends drawn apart are no filter', () => {
    const bins = barsOf('year', 1998, 0, 5);
    const from = moveEnd(bins, { dateFrom: '1999', dateTo: '2000' }, 'dateFrom', 0);
    expect(from).toEqual({ dateFrom: '', dateTo: '2000' });
    expect(moveEnd(bins, from, 'dateTo', 9)).toEqual({ dateFrom: '', dateTo: '' });
  });

  it('begins a brush when there was none', () => {
    const bins = barsOf('year', 1998, 0, 5);
    expect(moveEnd(bins, { dateFrom: '', dateTo: '' }, 'dateFrom', 1)).toEqual({ dateFrom: '1999', dateTo: '' });
  });

  it('keeps a date typed within a bar when the other end moves', () => {
    const bins = barsOf('year', 1998, 0, 5);
    const dates = { dateFrom: '1999-03-04', dateTo: '2000' };
    expect(moveEnd(bins, dates, 'dateTo', 3)).toEqual({ dateFrom: '1999-03-04', dateTo: '2001' });
  });
});

describe('what is said of the bars', () => {
  it('finds the bar under the pointer, and the outermost one beyond the edges', () => {
    const bins = barsOf('year', 1998, 0, 4);
    expect([-1, 0, 0.24, 0.25, 0.99, 1, 7].map((share) => binAt(bins, share))).toEqual([0, 0, 0, 1, 3, 3, 3]);
  });

  it('names a bar by its date, and one that is no year, month or day as the service does', () => {
    expect(describeBin(barsOf('month', 2000, 8, 1), 0)).toBe('Sept 2000');
    expect(describeBin(barsOf('decade', 1990, 0, 1), 0)).toBe('decade 0');
    expect(describeBins(barsOf('year', 1998, 0, 4), [1, 2])).toBe('1999 – 2000');
    expect(countIn(barsOf('year', 1998, 0, 4), [1, 3])).toBe(6);
  });
});
