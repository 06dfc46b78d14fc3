/** Answers about typed words that are kept for a while. */
import { describe, expect, it } from 'vitest';
import { memoize } from '../../../../electron/search/analysis/memoize.js';

describe('a remembered answer', () => {
  it('is given again for the same word in the same languages, until so many others were asked for since', () => {
    const asked: string[] = [];
    const answer = memoize(2, (word, languages) => {
      asked.push(`${word} ${languages.join()}`);
      return asked.length;
    });
    expect([answer('a', ['en']), answer('a', ['en']), answer('a', ['de'])]).toEqual([1, 1, 2]);
    expect([answer('a', ['en']), answer('b', ['en']), answer('a', ['en'])]).toEqual([1, 3, 1]);
    expect(answer('a', ['de'])).toBe(4);
    expect(asked).toEqual(['a en', 'a de', 'b en', 'a de']);
  });
});
