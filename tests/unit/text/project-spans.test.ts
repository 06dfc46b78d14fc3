import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../electron/contract/index.js';
import { alignTexts, projectSpans } from '../../../electron/text/index.js';

const BLOCKS = [
  ['heading', 'A report on the harbour'],
  ['paragraph', 'The harbour was built in the reign of the old king, and has four basins.'],
  ['quotation', 'No ship may lie there longer than a week.'],
  ['paragraph', 'On the second page the engineer describes the lock gates at length.'],
  ['list-item', 'Lock gates, of oak'],
] as const;

/** The text of the blocks with two pages; the second begins with the block at `pageBreak`. */
function document(pageBreak: number): { text: string; spans: Span[] } {
  const blocks: Span[] = [];
  let text = '';
  let breakAt = 0;
  for (const [index, [kind, words]] of BLOCKS.entries()) {
    if (index > 0) text += '\n\n';
    if (index === pageBreak) breakAt = text.length;
    const range = { start: text.length, end: text.length + words.length };
    blocks.push(kind === 'heading' ? { kind, ...range, level: 1 } : { kind, ...range });
    text += words;
  }
  const page = { kind: 'page' as const };
  const pages: Span[] = [
    { ...page, start: 0, end: breakAt, pageIndex: 0, pageLabel: 'i' },
    { ...page, start: breakAt, end: text.length, pageIndex: 1, pageLabel: 'ii' },
  ];
  return { text, spans: [...pages, ...blocks] };
}

const { text: TEXT, spans: SPANS } = document(3);

function projected(to: string) {
  const spans = projectSpans(SPANS, alignTexts(TEXT, to), to);
  checkSpans(spans, to);
  return {
    pages: spans.filter(({ kind }) => kind === 'page').map(({ start, end }) => to.slice(start, end)),
    blocks: spans
      .filter(({ kind }) => kind !== 'page')
      .map(({ kind, start, end }) => [kind, to.slice(start, end)] as const),
  };
}

function checkSpans(spans: readonly Span[], to: string): void {
  let page = 0;
  let block = 0;
  for (const span of spans) {
    if (span.kind === 'page') {
      expect(span.start).toBe(page);
      page = span.end;
      continue;
    }
    const words = to.slice(span.start, span.end);
    expect(span.start).toBeGreaterThanOrEqual(block);
    expect(words).toBe(words.trim());
    expect(words).not.toBe('');
    block = span.end;
  }
  expect(page).toBe(to.length);
}

describe('the structure of a corrected text', () => {
  it('is the same when words were corrected', () => {
    const to = TEXT.replace('basins', 'basons').replace('Lock gates, of', 'Lock gates, of good');
    const { pages, blocks } = projected(to);
    expect(blocks.map(([kind]) => kind)).toEqual(BLOCKS.map(([kind]) => kind));
    expect(blocks.at(-1)?.[1]).toBe('Lock gates, of good oak');
    expect(pages[1]).toMatch(/^On the second page/);
  });

  it('has two blocks of a kind where a blank line was put into one', () => {
    const { blocks } = projected(
      TEXT.replace(' No ship', '').replace('No ship may lie there', 'No ship may\n\nlie there'),
    );
    expect(blocks.filter(([kind]) => kind === 'quotation').map(([, words]) => words)).toEqual([
      'No ship may',
      'lie there longer than a week.',
    ]);
  });

  it('has one block where two were run together', () => {
    const { blocks } = projected(TEXT.replace('week.\n\nOn', 'week. On'));
    expect(blocks).toHaveLength(BLOCKS.length - 1);
    expect(blocks[2]?.[1]).toMatch(/^No ship.*at length\.$/);
  });

  it('makes paragraphs of what was added, and words added to a line are of its block', () => {
    const { blocks } = projected(
      TEXT.replace('No ship', 'Quite new words stand here.\n\nNo ship')
        .replace('A report', 'Being A report')
        .replace('oak', 'oak, and iron'),
    );
    expect(blocks.map(([kind]) => kind)).toEqual([
      'heading',
      'paragraph',
      'paragraph',
      'quotation',
      'paragraph',
      'list-item',
    ]);
    expect(blocks[0]?.[1]).toBe('Being A report on the harbour');
    expect(blocks.at(-1)?.[1]).toBe('Lock gates, of oak, and iron');
  });

  it('keeps the kind of a block that was moved', () => {
    const words = BLOCKS[2][1];
    const { blocks } = projected(`${TEXT.replace(`${words}\n\n`, '')}\n\n${words}`);
    expect(blocks.at(-1)).toEqual(['quotation', words]);
  });

  it('keeps the label of a page all of whose words were deleted', () => {
    const { pages } = projected(TEXT.slice(0, TEXT.indexOf('\n\nOn the second')));
    expect(pages).toHaveLength(2);
    expect(pages[1]).toBe('');
  });

  it('is valid after any edits whatever', () => {
    const added = fc.array(fc.constantFrom('new ', '\n\n', '\n', ' ', 'harbour', '😀', '. '), { maxLength: 12 });
    const edit = fc.record({ at: fc.nat(TEXT.length), remove: fc.nat(120), add: added });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
        let to = TEXT;
        for (const { at, remove, add } of edits) to = to.slice(0, at) + add.join('') + to.slice(at + remove);
        const spans = projectSpans(SPANS, alignTexts(TEXT, to), to);
        checkSpans(spans, to);
        // Whatever can be seen stands in a block, unless nothing could be placed at all.
        let outside = to;
        for (const { kind, start, end } of spans) {
          if (kind !== 'page') outside = outside.slice(0, start) + ' '.repeat(end - start) + outside.slice(end);
        }
        expect(outside.trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });
});

describe('words that were drawn over a page', () => {
  it('stay marked when the text around them is corrected, and go with their words', () => {
    const from = 'Name of requestor: Marta Example\n\nDENIED under section 3';
    const start = from.indexOf('Marta');
    const inset: Span = { kind: 'inset', start, end: start + 'Marta Example'.length, origin: 'form-field' };
    const marked = (to: string) =>
      projectSpans([inset], alignTexts(from, to), to).map((span) => to.slice(span.start, span.end));
    expect(marked(from.replace('requestor', 'the requester'))).toEqual(['Marta Example']);
    expect(marked(from.replace('Marta Example', ''))).toEqual([]);
  });
});
