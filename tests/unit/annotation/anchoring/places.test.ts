/** What decides where exactly a place begins and ends, and whether it is another passage's. */
import { describe, expect, it } from 'vitest';
import { occupiedRanges } from '../../../../electron/annotation/anchoring/occupied-ranges.js';
import {
  foldedQuoteOf,
  quoteSimilarity,
  searchableTextOf,
} from '../../../../electron/annotation/anchoring/quote-similarity.js';
import { snapEnds } from '../../../../electron/annotation/anchoring/snap-ends.js';

/** @returns what a rough place in a text becomes, for words of which no context is known. */
function settled(words: string, text: string, start: number, end: number): string {
  const folded = foldedQuoteOf({ exact: words, prefix: '', suffix: '' });
  const page = searchableTextOf(text);
  const place = { start, end, ...quoteSimilarity(folded, page, start, end) };
  const found = snapEnds(place, folded, page, { startsWord: true, endsWord: true });
  return text.slice(found.start, found.end);
}

describe('the ends of a place that was misread', () => {
  it('go to where a word ends, six letters on at most', () => {
    expect(settled('northwards', 'go northwards now', 3, 7)).toBe('northwards');
    expect(settled('northwards', 'go northwards now', 3, 5)).not.toBe('northwards');
    expect(settled('northwards', 'go northwards now', 9, 13)).toBe('northwards');
    expect(settled('northwards', 'go northwards now', 11, 13)).not.toBe('northwards');
  });

  it('take in one wrong letter rather than cut a word, but not two', () => {
    expect(settled('and', 'so antl then', 3, 6)).toBe('antl');
    expect(settled('and', 'so antlq then', 3, 6)).not.toBe('antlq');
  });

  it('move by two letters inside of words that were joined, not by three', () => {
    expect(settled('ands', 'xxxxandsyyyy', 6, 8)).toBe('ands');
    expect(settled('ands', 'xxxxandsyyyy', 7, 8)).toBe('nds');
  });

  it('stay where words that are read as they were begin and end', () => {
    expect(settled('and', 'and and and', 4, 7)).toBe('and');
  });
});

describe('a place where another passage went', () => {
  const text = 'x'.repeat(200);
  const from: [number, number] = [0, 100];
  const isOccupied = occupiedRanges({ from: text, to: text, ops: [{ kind: 'same', from, to: from }], moves: [] });
  const old = { start: 150, end: 170 };

  it('is taken when more than half of it comes from elsewhere', () => {
    expect(isOccupied({ start: 88, end: 108 }, old)).toBe(true);
    expect(isOccupied({ start: 92, end: 112 }, old)).toBe(false);
  });

  it('is free for the passage that went there', () => {
    expect(isOccupied({ start: 50, end: 70 }, { start: 50, end: 70 })).toBe(false);
  });
});
