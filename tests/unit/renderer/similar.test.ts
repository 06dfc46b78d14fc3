/** Similar passages: from a selection in the page to offsets of the text, the words shared, the place opened at. */

import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { Range as TextRange } from '../../../electron/contract/index.js';
import { layoutBlocks } from '../../../renderer/features/reading/layout-blocks.js';
import { rangeOfSelection } from '../../../renderer/features/reading/selected-range.js';
import { includeRange } from '../../../renderer/features/reading/use-hits.js';
import { formatShare, formatSharedWords, sharedWords } from '../../../renderer/features/similar/similarity-labels.js';

const TEXT = 'Memorandum\n\nThe lock is shut.  \n\nNobody said why, and Ђорђиновић did not ask.';

/** The text as the reading view draws it: row 0 is the head, row n + 1 is block n; a hit and a page mark inside. */
function draw(text: string) {
  const { document } = new JSDOM('<main></main>').window;
  const scroller = document.querySelector('main') as HTMLElement;
  const blocks = layoutBlocks(text, []);
  const row = (index: number) => {
    const element = document.createElement('div');
    element.setAttribute('data-index', String(index));
    scroller.append(element);
    return element;
  };
  row(0).textContent = 'The head of the document';
  for (const [index, block] of blocks.entries()) {
    const paragraph = document.createElement('p');
    row(index + 1).append(paragraph);
    const words = text.slice(block.start, block.end);
    const middle = Math.floor(words.length / 2);
    const mark = document.createElement('mark');
    mark.textContent = words.slice(middle, middle + 3);
    paragraph.append(words.slice(0, middle), document.createElement('span'), mark, words.slice(middle + 3));
  }
  /** The node and offset that show a text offset. */
  const pointAt = (offset: number): [Node, number] => {
    const index = blocks.findIndex((block) => offset <= block.end);
    const block = blocks[index];
    let left = offset - (block?.start ?? 0);
    const walker = document.createTreeWalker(scroller.children[index + 1] as Element, 4);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.nodeValue?.length ?? 0;
      if (left <= length) return [node, Math.max(0, left)];
      left -= length;
    }
    throw new Error('no such offset');
  };
  const select = (start: number, end: number): Range => {
    const range = document.createRange();
    range.setStart(...pointAt(start));
    range.setEnd(...pointAt(end));
    return range;
  };
  return {
    document,
    scroller,
    blocks,
    select,
    rangeOf: (range: Range) => rangeOfSelection(scroller, blocks, text, range),
  };
}

describe('a selection in the reading view', () => {
  it('is the range of the text it shows, also across marks and paragraphs', () => {
    const page = draw(TEXT);
    for (const words of ['lock', 'The lock is shut.', 'Ђорђиновић', 'shut.  \n\nNobody said']) {
      const start = TEXT.indexOf(words);
      expect(page.rangeOf(page.select(start, start + words.length))).toEqual([start, start + words.length]);
    }
  });

  it('loses the white space at its ends, and is nothing when only white space is selected', () => {
    const page = draw(TEXT);
    const start = TEXT.indexOf(' is ');
    expect(page.rangeOf(page.select(start, start + 4))).toEqual([start + 1, start + 3]);
    expect(page.rangeOf(page.select(start, start + 1))).toBeNull();
  });

  it('leaves out the head of the document', () => {
    const page = draw(TEXT);
    const whole = page.document.createRange();
    whole.selectNodeContents(page.scroller);
    expect(page.rangeOf(whole)).toEqual([0, TEXT.length]);
    const head = page.document.createRange();
    head.selectNodeContents(page.scroller.children[0] as Element);
    expect(page.rangeOf(head)).toBeNull();
  });

  it('has the very letters that were selected, wherever it begins and ends', () => {
    const page = draw(TEXT);
    const letters = [...TEXT].flatMap((letter, at) => (/\S/.test(letter) ? [at] : []));
    const offset = fc.constantFrom(...letters);
    fc.assert(
      fc.property(offset, offset, (a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b) + 1];
        expect(page.rangeOf(page.select(start, end))).toEqual([start, end]);
      }),
    );
  });
});

describe('a document that is opened at a passage', () => {
  const hits: readonly TextRange[] = [
    [10, 14],
    [40, 44],
  ];

  it('marks the passage in its place among the hits', () => {
    expect(includeRange(hits, { start: 20, end: 30 })).toEqual([
      [10, 14],
      [20, 30],
      [40, 44],
    ]);
    expect(includeRange([], { start: 20, end: 30 })).toEqual([[20, 30]]);
  });

  it('marks nothing twice when the search has a hit there', () => {
    expect(includeRange(hits, { start: 40, end: 44 })).toBe(hits);
    expect(includeRange(hits, { start: 12, end: 20 })).toBe(hits);
    expect(includeRange(hits, null)).toBe(hits);
  });

  it('keeps the marks in order and apart, whatever the hits', () => {
    const span = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), fc.nat(80), fc.integer({ min: 1, max: 20 }), (gaps, at, length) => {
        let cursor = 0;
        const ranges = gaps.map(([gap, size]): TextRange => {
          const start = cursor + gap;
          cursor = start + size;
          return [start, cursor];
        });
        const marked = includeRange(ranges, { start: at, end: at + length });
        for (const [index, [start]] of marked.entries())
          expect(start).toBeGreaterThanOrEqual(marked[index - 1]?.[1] ?? 0);
        expect(marked.some(([start, end]) => start < at + length && end > at)).toBe(true);
      }),
    );
  });
});

describe('what is said of a resemblance', () => {
  const passage = {
    text: 'The lock at Drenova: the LOCK is shut.',
    matches: [
      [4, 8],
      [12, 19],
      [25, 29],
    ] as TextRange[],
  };

  it('counts a word once, however often and in whatever case it stands there', () => {
    expect(sharedWords(passage)).toEqual(['lock', 'Drenova']);
    expect(formatSharedWords(passage)).toBe('Shares 2 telling words');
  });

  it('never says the whole of what is less, nor nothing of what is more', () => {
    expect([0, 0.004, 0.374, 0.996, 1].map(formatShare)).toEqual(['0%', 'under 1%', '37%', '99%', '100%']);
  });
});
