import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BenchDocument, composeDocuments } from '../../../bench/search/corpus.js';
import { drawQueries, withOneSlip } from '../../../bench/search/queries.js';
import { drawOne, seededRandom, shuffled } from '../../../bench/search/random.js';

/** Words that are as uneven as those of a language: the n-th is drawn about 1/n as often as the first. */
function documents(count: number): BenchDocument[] {
  const random = seededRandom(5);
  const letters = 'bcdfghklmnprstvz';
  const name = (rank: number): string => {
    const syllables = [rank % 16, (rank >> 4) % 16, (rank >> 8) % 16, (rank * 7) % 16];
    return syllables.map((at) => `${letters.charAt(at)}a`).join('');
  };
  const word = () => name(Math.floor(4_000 ** random()) - 1);
  const passages = Array.from({ length: count }, (_, index) => ({
    title: `Passage ${index}`,
    text: Array.from({ length: 330 }, word).join(' '),
  }));
  return composeDocuments(passages, 110).take(count).toArray();
}

describe('the questions of the bench', () => {
  const corpus = documents(2_000);
  const sets = drawQueries(corpus);

  it('are the same on every run', () => {
    expect(drawQueries(corpus)).toEqual(sets);
  });

  it('ask for phrases and words that stand in the first thousand documents', () => {
    const texts = corpus.slice(0, 1_000).map(({ text }) => text.replaceAll('\n\n', ' '));
    for (const phrase of sets.phrase) expect(texts.some((text) => text.includes(phrase))).toBe(true);
    for (const words of sets.and) {
      expect(texts.some((text) => words.split(' ').every((word) => text.split(' ').includes(word)))).toBe(true);
    }
  });

  it('end a type-ahead and a prefix in the beginning of a word', () => {
    const vocabulary = [...new Set(corpus.flatMap(({ text }) => text.split(/\s+/)))];
    for (const question of [...sets.prefix, ...sets.typeahead]) {
      const beginning = question.split(' ').at(-1) ?? '';
      expect(vocabulary.some((word) => word.startsWith(beginning) && word.length > beginning.length)).toBe(true);
    }
  });

  it('misspell a word by one letter, and leave its first letter alone', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{4,12}$/), fc.nat(3), fc.integer(), (word, slip, seed) => {
        const misspelt = withOneSlip(word, slip, seededRandom(seed));
        expect(misspelt.charAt(0)).toBe(word.charAt(0));
        expect(Math.abs(misspelt.length - word.length)).toBeLessThanOrEqual(1);
        if (misspelt.length === word.length) {
          const changed = [...word].filter((letter, at) => letter !== misspelt.charAt(at));
          expect(changed.length).toBeLessThanOrEqual(2);
        }
      }),
    );
  });

  it('never ask for a part of what one engine takes for one word and another for two', () => {
    const glued = corpus.map((document) => ({ ...document, text: document.text.replaceAll(/(\S+) (\S+)/g, '$1.$2') }));
    expect(() => drawQueries(glued)).toThrow(RangeError);
  });

  it('say so when the documents hold no words to draw', () => {
    expect(() => drawQueries([{ id: 'd0', title: '', text: 'one two' }])).toThrow(RangeError);
  });
});

describe('chance with a seed', () => {
  it('comes out the same, and another seed comes out otherwise', () => {
    const draw = (seed: number) => Array.from({ length: 20 }, seededRandom(seed));
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it('shuffles without losing or doubling anything', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const byValue = (one: number, other: number) => one - other;
        expect(shuffled(seededRandom(seed), items).toSorted(byValue)).toEqual(items.toSorted(byValue));
      }),
    );
  });

  it('refuses to draw from nothing', () => {
    expect(() => drawOne(seededRandom(1), [])).toThrow(RangeError);
  });
});
