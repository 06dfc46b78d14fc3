import { describe, expect, it } from 'vitest';
import { nameOfTitles } from '../../../electron/collation/name-collation.js';

describe('the name of a collation', () => {
  it('says what the titles share once', () => {
    const title = 'Telephone conversation of Presidents Whitcombe and Stavrin';
    expect(nameOfTitles([`${title} (release of 2009)`, `${title} (release of 2016)`])).toBe(
      `${title} (release of 2009 / 2016)`,
    );
    expect(nameOfTitles(['Memorandum of conversation: draft', 'Memorandum of conversation: final text'])).toBe(
      'Memorandum of conversation: draft / final text',
    );
  });

  it('names both where they share little, and one where they are one', () => {
    expect(nameOfTitles(['Cable 12', 'Press guidance'])).toBe('Cable 12 · Press guidance');
    expect(nameOfTitles(['Letter', 'Letter'])).toBe('Letter');
    expect(nameOfTitles(['A long letter home', 'A long letter home again'])).toBe('A long letter home / home again');
  });

  it('is never longer than a name may be', () => {
    const long = 'word '.repeat(90);
    expect(nameOfTitles([`${long}(one)`, `${long}(two)`]).length).toBeLessThanOrEqual(120);
  });
});
