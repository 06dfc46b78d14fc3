import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageOf, pageText, type RecognizedLayout } from '../../../electron/ocr/index.js';
import { drawnLayout, layoutOf } from './drawn-layout.js';

describe('the text of a page', () => {
  it('keeps lines and their hyphens, and parts paragraphs and blocks by an empty line', () => {
    const page = layoutOf([[['Whereas the coun-', 'cil met'], ['Resolved:']], [['Second column']]]);
    expect(pageText(page).text).toBe('Whereas the coun-\ncil met\n\nResolved:\n\nSecond column');
  });

  it('gives each word the offsets at which it stands, in UTF-16', () => {
    fc.assert(
      fc.property(drawnLayout, (page) => {
        const { text, words } = pageText(page);
        const read = page.blocks.flatMap((block) =>
          block.paragraphs.flatMap(({ lines }) => lines.flatMap((line) => line.words)),
        );
        expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(read.map((word) => word.text));
        expect(words.map(({ box }) => box)).toEqual(read.map(({ box }) => box));
      }),
    );
  });

  it('and its words give the page back', () => {
    fc.assert(
      fc.property(drawnLayout, (page) => {
        expect(pageOf(page.width, page.height, pageText(page))).toEqual(page);
      }),
    );
  });

  it('of an empty page is empty', () => {
    const empty: RecognizedLayout = { width: 10, height: 10, blocks: [] };
    expect(pageText(empty)).toEqual({ text: '', words: [] });
    expect(pageOf(10, 10, pageText(empty))).toEqual(empty);
  });
});
