import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CorpusPassage, composeDocuments, cutPieces, PIECE_WORDS } from '../../../bench/search/corpus.js';

const numbered = (name: string, words: number): string =>
  Array.from({ length: words }, (_, index) => `${name}${index}`).join(' ');
const wordCount = (text: string): number => text.split(/\s+/).length;

const passages: CorpusPassage[] = Array.from({ length: 40 }, (_, index) => ({
  title: `Passage ${index}`,
  text: numbered(`p${index}w`, 300 + index),
}));
const first = (count: number, words: number) => composeDocuments(passages, words).take(count).toArray();

describe('the documents of the bench', () => {
  it('are the same on every run', () => {
    expect(first(200, 500)).toEqual(first(200, 500));
  });

  it('begin alike however many follow, so that queries from the front work at every size', () => {
    expect(first(400, 500).slice(0, 50)).toEqual(first(50, 500));
  });

  it('differ from each other and are near the length that was asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 110, max: 900 }), (words) => {
        const documents = first(150, words);
        expect(new Set(documents.map(({ id }) => id)).size).toBe(150);
        expect(new Set(documents.map(({ text }) => text)).size).toBe(150);
        for (const { text } of documents) {
          expect(wordCount(text)).toBeGreaterThan(words - PIECE_WORDS);
          expect(wordCount(text)).toBeLessThan(words + PIECE_WORDS);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('have a title from the passage they begin with', () => {
    for (const { title, text } of first(30, 500)) {
      const passage = /^p(\d+)w/.exec(text)?.[1];
      expect(title).toBe(`Passage ${passage}`);
    }
  });

  it('refuse passages without words instead of searching for some for ever', () => {
    expect(() => composeDocuments([{ title: 'Empty', text: ' ' }], 110).next()).toThrow(RangeError);
  });
});

describe('pieces of a passage', () => {
  it('follow each other without a gap, and keep the line breaks inside', () => {
    const text = numbered('w', 2 * PIECE_WORDS).replace('w3 w4', 'w3\n\nw4');
    const pieces = cutPieces([{ title: 'T', text }], 0);
    expect(pieces.map((piece) => piece.text).join(' ')).toBe(text);
  });

  it('leave out a rest of a few words, but keep a passage that is short as a whole', () => {
    const rest = cutPieces([{ title: 'T', text: numbered('w', PIECE_WORDS + 10) }], 0);
    expect(rest.map(({ words }) => words)).toEqual([PIECE_WORDS]);
    expect(cutPieces([{ title: 'T', text: numbered('w', 10) }], 0)).toHaveLength(1);
  });

  it('are cut at other places in every round', () => {
    const seen = new Set<string>();
    for (let round = 0; round < 20; round += 1) {
      for (const { text } of cutPieces(passages, round)) {
        expect(seen.has(text)).toBe(false);
        seen.add(text);
      }
    }
  });
});
