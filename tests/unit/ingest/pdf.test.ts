import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read } from '../../../electron/ingest/index.js';
import { makePdf, type PdfRecipe, runningText } from '../../support/make-pdf.js';
import { expectValidSpans } from '../../support/spans.js';

const readPdf = (recipe: PdfRecipe) => read(makePdf(recipe), 'cable.pdf');
const page = (...lines: string[]) => runningText(lines);

describe('reading a PDF', () => {
  it('reads page by page and keeps the labels that are printed on the pages', async () => {
    const { text, spans } = await readPdf({
      pages: [page('Preface.'), page('More preface.'), page('Chapter.')],
      pageLabels: '0 << /S /r >> 2 << /S /D /St 41 >>',
    });
    expectValidSpans(text, spans);
    expect(text).toBe('Preface.\n\nMore preface.\n\nChapter.');
    expect(spans.filter((span) => span.kind === 'page')).toEqual([
      { kind: 'page', start: 0, end: 10, pageIndex: 0, pageLabel: 'i' },
      { kind: 'page', start: 10, end: 25, pageIndex: 1, pageLabel: 'ii' },
      { kind: 'page', start: 25, end: 33, pageIndex: 2, pageLabel: '41' },
    ]);
  });

  it('numbers the pages from 1 where they carry no labels', async () => {
    const { spans } = await readPdf({ pages: [page('One.'), page('Two.')] });
    expect(spans.flatMap((span) => (span.kind === 'page' ? [span.pageLabel] : []))).toEqual(['1', '2']);
  });

  it('joins lines into paragraphs by the gaps between them, and keeps broken words as they are printed', async () => {
    const { text } = await readPdf({
      pages: [page('The talks were ad-', 'journed on Wednesday', 'evening.', '', 'No date was named', 'by anyone.')],
    });
    expect(text).toBe('The talks were ad-\njourned on Wednesday\nevening.\n\nNo date was named\nby anyone.');
  });

  it('begins a paragraph at an indented line, and at another size of letters', async () => {
    const { text } = await readPdf({
      pages: [
        [
          { text: 'A Large Title', x: 72, y: 790, size: 20 },
          { text: 'The first paragraph', x: 72, y: 770 },
          { text: 'goes on and ends.', x: 72, y: 756 },
          { text: 'The second begins', x: 90, y: 742 },
          { text: 'and goes on.', x: 72, y: 728 },
        ],
      ],
    });
    expect(text).toBe('A Large Title\n\nThe first paragraph\ngoes on and ends.\n\nThe second begins\nand goes on.');
  });

  it('does not glue the columns of a table together', async () => {
    const { text } = await readPdf({
      pages: [
        [
          { text: 'Monday', x: 72, y: 700 },
          { text: 'four', x: 200, y: 700 },
        ],
      ],
    });
    expect(text).toBe('Monday four');
  });

  it('describes the source by its document information, but not by the name of a file', async () => {
    const info = { Title: 'The northern ferry', Author: 'Ana Tesarek; Jon Holm' };
    expect((await readPdf({ pages: [page('Text.')], info })).description).toEqual({
      title: 'The northern ferry',
      creators: ['Ana Tesarek', 'Jon Holm'],
    });
    const named = await readPdf({ pages: [page('Text.')], info: { Title: 'Microsoft Word - memo3.doc' } });
    expect(named.description).toEqual({});
  });

  it('keeps a page that is only a picture, without text, and says so', async () => {
    const { text, spans, remarks } = await readPdf({ pages: [page('One.'), [], page('Three.')] });
    expectValidSpans(text, spans);
    expect(spans[1]).toEqual({ kind: 'page', start: 6, end: 6, pageIndex: 1, pageLabel: '2' });
    expect(remarks).toEqual([expect.stringMatching(/^1 page of 3 had no text/)]);
  });

  it('leaves the bytes it was given untouched', async () => {
    const bytes = makePdf({ pages: [page('Text.')] });
    const before = Buffer.from(bytes);
    await read(bytes, 'cable.pdf');
    expect(before.equals(bytes)).toBe(true);
  });
});

describe('a PDF that cannot be read', () => {
  it('for want of a text layer comes in without a text, and says that OCR can read it', async () => {
    expect(await readPdf({ pages: [[], []] })).toMatchObject({
      text: '',
      spans: [],
      remarks: [expect.stringMatching(/scan without a text layer.*OCR/)],
    });
  });

  it('is refused when it is locked with a password', async () => {
    await expect(readPdf({ pages: [page('Secret.')], password: 'sesame' })).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      message: expect.stringContaining('password'),
    });
  });

  it('is refused when it is locked with a password by the newer way, which nothing but that password opens', async () => {
    const bytes = readFileSync(join('tests', 'fixtures', 'ingest', 'pdf-locked', 'with-a-password-aes-256.pdf'));
    await expect(read(bytes, 'cable.pdf')).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      message: expect.stringMatching(/locked with a password/),
    });
  });

  it.each([
    ['is not a PDF', Buffer.from('Once upon a time')],
    ['was cut short', Buffer.from(makePdf({ pages: [page('Text.')] })).subarray(0, 200)],
  ])('is refused when it %s', async (_, bytes) => {
    await expect(read(bytes, 'cable.pdf')).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  });
});
