/** The forms that are offered for a word which no source has. */
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../../electron/search/analysis/index.js';
import { nearestForms } from '../../../electron/search/engine/nearest-forms.js';
import { SegmentList } from '../../../electron/search/engine/segment-list.js';
import { Segment } from '../../../electron/search/segment/segment.js';
import { SegmentBuilder } from '../../../electron/search/segment/segment-builder.js';

const analyzer = createAnalyzer();

/** @returns an index of one text in no known language, so that no word has a stem beside itself. */
function indexOf(text: string): SegmentList {
  const builder = new SegmentBuilder(1, analyzer.analyze);
  builder.add({ ref: 'only', language: 'und', fields: [text] });
  const { header, hot, cold } = builder.finish();
  const list = new SegmentList([{ name: 'body', boost: 1 }]);
  list.append(new Segment(header, hot, (start, length) => cold.subarray(start, start + length)));
  return list;
}
const wordsIn = ({ segments }: SegmentList) =>
  segments.reduce((sum, { header }) => sum + header.terms + header.surfaces, 0);
const formsNear = (list: SegmentList, typed: string) => nearestForms(list, typed, 9).map(({ form }) => form);
/** Words of figures, which are near no word of letters. */
const figures = (count: number) => Array.from({ length: count }, (_, at) => String(100_000 + at)).join(' ');

describe('the nearest forms', () => {
  it('may begin with another letter and have one more slip, in a small index', () => {
    const list = indexOf(`consulate consolate ${figures(9_000)}`);
    expect(wordsIn(list)).toBeLessThan(20_000);
    expect(formsNear(list, 'konsulatte')).toEqual(['consulate']);
    expect(formsNear(list, 'conzulatte')).toEqual(['consulate']);
  });

  it('begin with the letter that was typed when they have two slips, in a large index', () => {
    const list = indexOf(`consulate consolate ${figures(20_001)}`);
    expect(wordsIn(list)).toBeGreaterThan(20_000);
    expect(formsNear(list, 'konsulatte')).toEqual([]);
    expect(formsNear(list, 'conzulatte')).toEqual(['consulate']);
    expect(formsNear(list, 'consulatte')).toEqual(['consulate', 'consolate']);
  });

  it('are offered for three letters with one slip, and for five with two; not for fewer', () => {
    const list = indexOf('cat train minister');
    expect(formsNear(list, 'ct')).toEqual([]);
    expect(formsNear(list, 'cap')).toEqual(['cat']);
    expect(formsNear(indexOf('rain'), 'ruxn')).toEqual([]);
    expect(formsNear(list, 'truxn')).toEqual(['train']);
    expect(formsNear(list, 'truxm')).toEqual([]);
  });

  it('are offered for forty letters, which may be a word, and not for one more', () => {
    const long = 'a'.repeat(20) + 'b'.repeat(20);
    const list = indexOf(long);
    expect(formsNear(list, `${long.slice(0, 39)}c`)).toEqual([long]);
    expect(formsNear(list, `${long}c`)).toEqual([]);
  });
});
