/** Counts agree with those of grep on word boundaries, whatever signs are glued to the words. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textIndex } from '../../support/text-index.js';

const WORDS = ['a', 's', 't', 'B5', 'b5', '11', '2012', '4', 'D', 'US', 'us', 'U', 'state', 'State', 'gov', 'first'];
const MORE_WORDS = ['WikiLeaks', 'leaks', 'wiki', 'McHale', 'mc', 'été', 'l', 'd', 'qu', '250', '000', 'Qaddafi'];
const GLUE = '. , ; : ! ? ( ) [ ] { } < > = | ~ # \\ + * & @ _ - / \' ’ " “ ” « % $ § ^ · € ™ • ° – — … 😀'.split(' ');

const piece = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...WORDS, ...MORE_WORDS) },
  { weight: 4, arbitrary: fc.constantFrom(...GLUE) },
  { weight: 2, arbitrary: fc.constantFrom(' ', ' ', '\n', '://', ".'", "'s", '’s ', '--', '...', '. ') },
);
/** Words stand apart from each other by signs or blanks: two of them in a row would be another word. */
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('').replace(/[-\u00AD\u00AC]\s*\n/g, '\n'));

/** As `grep -iow`, but with the letters and digits of Unicode. */
function grep(word: string, texts: readonly string[]): number[] {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'giu');
  return texts.map((one) => [...one.matchAll(pattern)].length);
}

describe('only exact', () => {
  it('finds a word in as many texts and at as many places as grep does', () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('en', '', 'fr', 'sr-Latn', 'pl'),
        (texts, language) => {
          const index = textIndex(texts, language);
          const words = new Set(texts.flatMap((one) => one.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
          for (const word of words) {
            const places = grep(word, texts);
            const documents = places.flatMap((count, at) => (count > 0 ? [at] : []));
            expect(index.find(word, 'all', 'exact'), word).toEqual(documents);
            expect(
              index.marks(word, 'all', 'exact').map(({ length }) => length),
              word,
            ).toEqual(places);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('finds a word at the edge of the longest compound, and behind it', () => {
    for (const words of [24, 25, 26, 5_000]) {
      const row = Array.from({ length: words }, (_, at) => `w${at}`).join('_');
      const index = textIndex([`${row} end`]);
      for (const word of ['w0', 'w23', `w${words - 1}`, 'end']) {
        expect(index.marks(word, 'all', 'exact')[0], `${word} of ${words}`).toHaveLength(1);
      }
    }
  });
});
