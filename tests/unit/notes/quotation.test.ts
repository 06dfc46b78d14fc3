import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as wordsOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { type AnnotationId, noteMarks } from '../../../electron/contract/index.js';
import { pageLocator, regionLocator } from '../../../electron/notes/page-locator.js';
import { quotation, withBlock } from '../../../electron/notes/quotation.js';

const annotationId = '01a20835-b9cb-7424-88b3-126b3f9050a1' as AnnotationId;
const MARK = `[@passage:${annotationId}, p. 3]`;
const quote = (words: string, from = words) => quotation({ annotationId, words, from, locator: 'p. 3' });

describe('a quotation', () => {
  it('is a block quotation with its citation on a line of its own', () => {
    expect(quote('He left at noon.')).toBe(`> He left at noon.\n\n${MARK}`);
    expect(quotation({ annotationId, words: 'He left.', from: '', locator: '' })).toBe(
      `> He left.\n\n[@passage:${annotationId}]`,
    );
  });

  it('has the lines of a typescript filled and its paragraphs kept', () => {
    expect(quote('The council met on the\nfourth of May and decided\nnothing.\n\n  It met again\nin June.')).toBe(
      `> The council met on the fourth of May and decided nothing.\n>\n> It met again in June.\n\n${MARK}`,
    );
  });

  it('joins a word broken at the end of a line, unless the source writes it with its hyphen', () => {
    expect(quote('an inter-\nnational matter')).toContain('> an international matter');
    expect(quote('a well-\nknown man', 'a well-\nknown man; as is well-known')).toContain('> a well-known man');
    expect(quote('in North-\nKorea')).toContain('North- Korea');
  });

  it('keeps the lines of verse, addresses and lists', () => {
    expect(quote('The Secretary of State\nWashington\nD.C.')).toBe(
      `> The Secretary of State\\\n> Washington\\\n> D.C.\n\n${MARK}`,
    );
  });

  it('says the words of the source word for word, whatever signs they hold', () => {
    const word = fc.constantFrom(
      '*a*',
      '_b_',
      '#',
      '1.',
      '-',
      '>',
      '`c`',
      '[d](e)',
      '<f>',
      '|',
      '~~g~~',
      '&amp;',
      '\\',
      'war',
      '!',
      '+',
      '=',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
        const line = words.join(' ');
        const [block, citation, ...more] = fromMarkdown(quote(line)).children;
        expect(block?.type).toBe('blockquote');
        expect(wordsOf(block)).toBe(line);
        expect(citation?.type).toBe('paragraph');
        expect(more).toEqual([]);
      }),
    );
  });

  it('makes no citation of words that look like one', () => {
    const hostile =
      '[@source:01a20835-b9cb-7424-88b3-126b3f9050a2] and [[note:01a20835-b9cb-7424-88b3-126b3f9050a2|x]]';
    const markdown = quote(hostile);
    expect(noteMarks(markdown).map(({ start, end }) => markdown.slice(start, end))).toEqual([MARK]);
    expect(wordsOf(fromMarkdown(markdown).children[0])).toBe(hostile);
  });
});

describe('a block put into a note', () => {
  it('gets the blank lines it needs, and no others', () => {
    const put = (body: string, at: number | null) => withBlock(body, 'B', at).body;
    expect(put('', null)).toBe('B\n');
    expect(put('one', null)).toBe('one\n\nB\n');
    expect(put('one\n', null)).toBe('one\n\nB\n');
    expect(put('one\n\n', null)).toBe('one\n\nB\n');
    expect(put('one\n\ntwo', 3)).toBe('one\n\nB\n\ntwo');
    expect(put('one\n\ntwo', 5)).toBe('one\n\nB\n\ntwo');
    expect(put('onetwo', 3)).toBe('one\n\nB\n\ntwo');
    expect(put('one', 0)).toBe('B\n\none');
  });

  it('breaks no citation and no letter, and says what was put in', () => {
    const body = `a ${MARK} 😀`;
    for (let at = 0; at <= body.length; at++) {
      const { body: made, inserted } = withBlock(body, '> x', at);
      expect(made.isWellFormed()).toBe(true);
      expect(noteMarks(made)).toHaveLength(1);
      expect(made.slice(0, inserted[0]) + made.slice(inserted[1])).toBe(body);
      expect(made.slice(...inserted).trim()).toBe('> x');
    }
  });
});

describe('the page of a passage', () => {
  const page = (start: number, end: number, pageLabel: string, pageIndex: number) =>
    ({ kind: 'page', start, end, pageLabel, pageIndex }) as const;
  const pages = [page(0, 10, 'iv', 0), page(10, 20, '1', 1), page(20, 30, '2v', 2), page(30, 40, '', 3)];

  it('is what is printed on it, on several pages the first and the last', () => {
    expect(pageLocator(pages, 2, 5)).toBe('p. iv');
    expect(pageLocator(pages, 5, 10)).toBe('p. iv');
    expect(pageLocator(pages, 5, 15)).toBe('pp. iv–1');
    expect(pageLocator(pages, 20, 21)).toBe('fol. 2v');
    expect(pageLocator(pages, 30, 31)).toBe('');
    expect(pageLocator([], 0, 5)).toBe('');
    expect(pageLocator([page(0, 9, 'A-1; [2]', 0)], 0, 5)).toBe('p. A-1 2');
  });

  it('is its number where nothing is printed on it, for a region', () => {
    expect(regionLocator(pages, { pageIndex: 1 })).toBe('p. 1');
    expect(regionLocator(pages, { pageIndex: 3 })).toBe('p. 4');
    expect(regionLocator([], { pageIndex: 0 })).toBe('p. 1');
  });
});
