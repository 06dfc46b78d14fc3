import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { urlWords } from '../../../electron/text/index.js';

describe('the words of an address', () => {
  it('are the address, its host without what comes before, and every word in it', () => {
    expect(urlWords('https://www.example.org/Annual_Report-1999.pdf?page=2#top').split('\n')).toEqual([
      'https://www.example.org/Annual_Report-1999.pdf?page=2#top',
      'example.org',
      'https www example org Annual Report 1999 pdf page 2 top',
    ]);
    expect(urlWords('a.b.example.org').split('\n')).toEqual([
      'a.b.example.org',
      'b.example.org',
      'example.org',
      'a b example org',
    ]);
    expect(urlWords('https://someone@www.example.org:8080/').split('\n')[1]).toBe('example.org');
  });

  it('are those that were written when it is no address, and none when there is none', () => {
    expect(urlWords('on the shelf')).toBe('on the shelf');
    expect(urlWords('')).toBe('');
  });

  it('include all letters and digits of any address', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const all = urlWords(url);
        expect(all.startsWith(url)).toBe(true);
        for (const word of url.match(/[a-z0-9]+/gi) ?? []) expect(all).toContain(word);
      }),
    );
  });
});
