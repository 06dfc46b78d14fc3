/** Numbers in words: every number of every language is read back, and a run that is not understood gives nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findValues } from '../../../../electron/text/index.js';
import { SPELLED } from './spell.js';

const RUNS = { seed: 20261129, numRuns: 400 };
const amountsIn = (text: string, language: string) =>
  findValues(text, language).flatMap(({ readings }) =>
    readings.flatMap((reading) => ('amount' in reading ? [reading.amount] : [`${reading.kind} ${reading.from}`])),
  );
const ANDS = new Set(['and', 'et', 'y', 'e']);
/** As often small as large. */
const numbers = fc.oneof(
  fc.integer({ min: 0, max: 100 }),
  fc.integer({ min: 0, max: 10_000 }),
  fc.integer({ min: 0, max: 999_999_999 }),
);
/** Lone numerals that are articles or other words are no values without their language; a number of two words is. */
const telling = (words: string) => /\s|-/.test(words) || words.length > 8;

describe.each(SPELLED)('a number written in words, in %s', (tag, spell) => {
  it('is read back whole, with its place', () => {
    fc.assert(
      fc.property(numbers, (n) => {
        if (n === 1) return;
        const words = spell(n);
        const found = findValues(`… ${words}.`, tag);
        expect(
          found.map(({ start, end }) => [start, end]),
          words,
        ).toEqual([[2, 2 + words.length]]);
        expect(amountsIn(words, tag), words).toEqual([String(n)]);
      }),
      RUNS,
    );
  });

  it('is read back where the language is not known', () => {
    fc.assert(
      fc.property(numbers, (n) => {
        const words = spell(n);
        if (telling(words)) expect(amountsIn(words, ''), words).toEqual([String(n)]);
      }),
      RUNS,
    );
  });

  it('gives nothing when one of its words is not understood', () => {
    const unknown = fc.constantFrom('blorp', 'zwuggle', 'кхтрам', 'xqsten');
    fc.assert(
      fc.property(numbers, unknown, fc.nat(), (n, word, place) => {
        const words = spell(n).split(' ');
        if (words.length < 2) return;
        // Between two numerals: what stands before or behind a number is another word, and so is what stands before `and`.
        const at = 1 + (place % (words.length - 1));
        if (ANDS.has(words[at] ?? '')) return;
        const mixed = [...words.slice(0, at), word, ...words.slice(at)].join(' ');
        expect(amountsIn(mixed, tag), mixed).toEqual([]);
        expect(amountsIn(mixed, ''), mixed).toEqual([]);
      }),
      RUNS,
    );
  });

  it('gives nothing when a word of it has an unknown ending', () => {
    const unknown = fc.constantFrom('blorp', 'xq', 'вкс', 'zzek');
    fc.assert(
      fc.property(numbers, unknown, fc.nat(), (n, ending, place) => {
        const words = spell(n).split(' ');
        const at = place % words.length;
        const word = words[at] ?? '';
        if (word.length < 5) return;
        const mixed = words.with(at, word + ending).join(' ');
        expect(amountsIn(mixed, tag), mixed).toEqual([]);
        expect(amountsIn(mixed, ''), mixed).toEqual([]);
      }),
      RUNS,
    );
  });

  it('gives nothing when an unknown word is tied to it', () => {
    fc.assert(
      fc.property(numbers, fc.boolean(), (n, isBefore) => {
        const words = spell(n);
        const tied = isBefore ? `blorp-${words}` : `${words}-blorp`;
        expect(amountsIn(tied, tag), tied).toEqual([]);
        expect(amountsIn(tied, ''), tied).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('a row of numerals in any order', () => {
  it.each(SPELLED)('is one value or none, or several that the word for and parts, in %s', (tag, spell) => {
    const pool = [3, 7, 12, 19, 21, 40, 86, 300, 1000, 5000, 2_000_000].flatMap((n) => spell(n).split(/[ -]/));
    const numerals = pool.filter((word) => !ANDS.has(word) && amountsIn(word, tag).length > 0);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...numerals), { minLength: 2, maxLength: 7 }), (row) => {
        const text = row.join(' ');
        const places = findValues(text, tag).map(({ start, end }) => text.slice(start, end));
        expect([[], [text]], text).toContainEqual(places);
      }),
      RUNS,
    );
  });
});
