import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Range, Span } from '../../../electron/contract/index.js';
import { snippets } from '../../../electron/search/results/snippets.js';

describe('snippets', () => {
  it('shows the passages with the most matches, in the order of the text', () => {
    const filler = 'Nothing of note was said for a long while. '.repeat(30);
    const text = `${filler}the treaty and the envoy ${filler}treaty treaty treaty ${filler}`;
    const matches = [...text.matchAll(/treaty|envoy/g)].map((m): Range => [m.index, m.index + m[0].length]);
    const found = snippets(text, [], matches);
    expect(found.map((s) => s.matches.length)).toEqual([2, 3]);
    expect(found[0]?.text).toContain('the treaty and the envoy');
  });

  it('names the page a passage stands on', () => {
    const text = 'first page\n\nsecond page with the word';
    const spans: Span[] = [
      { kind: 'page', start: 0, end: 12, pageIndex: 0, pageLabel: 'i' },
      { kind: 'page', start: 12, end: text.length, pageIndex: 1, pageLabel: 'ii' },
      { kind: 'paragraph', start: 12, end: text.length },
    ];
    expect(snippets(text, spans, [[33, 37]])[0]?.pageLabel).toBe('ii');
  });

  it('is a piece of the text at its own place, with its marks on the matches', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 200 }), fc.integer({ min: 1, max: 7 }), (text, every) => {
        const words = [...text.matchAll(/\S+/g)].filter((_, at) => at % every === 0);
        const matches = words.map((m): Range => [m.index, m.index + m[0].length]);
        for (const snippet of snippets(text, [], matches)) {
          expect(text.slice(snippet.start, snippet.start + snippet.text.length)).toBe(snippet.text);
          expect(snippet.matches.length).toBeGreaterThan(0);
          for (const [start, end] of snippet.matches) {
            expect(matches).toContainEqual([start + snippet.start, end + snippet.start]);
          }
        }
      }),
    );
  });

  it('are three at most: all of three passages, and the best three of four', () => {
    const text = (count: number) =>
      Array.from({ length: count }, (_, at) => `envoy${at}${' word'.repeat(100)}`).join(' ');
    const marks = (count: number) =>
      Array.from({ length: count }, (_, at): Range => {
        const start = text(count).indexOf(`envoy${at}`);
        return [start, start + 6];
      });
    for (const [passages, shown] of [
      [2, 2],
      [3, 3],
      [4, 3],
    ] as const) {
      expect(snippets(text(passages), [], marks(passages)).map((one) => /envoy\d/.exec(one.text)?.[0])).toEqual(
        Array.from({ length: shown }, (_, at) => `envoy${at}`),
      );
    }
  });
});
