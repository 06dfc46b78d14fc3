import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortWords } from '../../../electron/search/segment/sort-words.js';

const unit = fc.oneof(
  fc.constantFrom('a', 'b', '\0', '\u07fd', '\u07fe', '\u07ff', '\u0800', 'ж', '\u{1f600}', '\ud83d', '\uffff'),
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
);
const word = fc.array(unit, { maxLength: 6 }).map((units) => units.join(''));

describe('words', () => {
  it('are sorted as by comparing all of their units', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 200, size: 'max' }), (words) => {
        expect(sortWords(words)).toEqual([...words].sort());
      }),
    );
  });
});
