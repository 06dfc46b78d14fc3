import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { read } from '../../../electron/ingest/index.js';
import { expectValidSpans } from '../../support/spans.js';

const readMarkdown = (text: string) => read(Buffer.from(text), 'note.md');

describe('reading Markdown', () => {
  it('gives the text as a reader sees it, with its structure', async () => {
    const { text, spans } = await read(await readFile('tests/fixtures/ingest/memo.md'), 'memo.md');
    expectValidSpans(text, spans);
    expect(spans.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['heading', 'Memo'],
      ['paragraph', 'The talks were adjourned on Wednesday.'],
      ['list-item', '3. (C) Summary of the talks.'],
      ['list-item', '4. Action requested.'],
      ['list-item', 'by the harbour office'],
      ['quotation', 'We came with a paper.'],
      ['paragraph', 'Day | Crossings\nMonday | 4'],
      ['paragraph', 'A stamp: RECEIVED'],
      ['paragraph', 'As reported.[1]'],
      ['paragraph', '[1] In the morning papers.'],
    ]);
  });

  it('describes the source from the YAML head', async () => {
    const { description } = await read(await readFile('tests/fixtures/ingest/memo.md'), 'memo.md');
    expect(description).toEqual({
      title: 'Memo: the northern ferry',
      creators: ['Ana Tesarek', 'Holm, Jon'],
      language: 'en',
      dateWritten: '2000-09-27',
    });
  });

  it.each([
    ['2000-09', '2000-09'],
    ['1962~', '1962~'],
    ['196X', '196X'],
    ['2000-09-27T10:00:00Z', '2000-09-27'],
    ['2000-09-26/2000-09-28', '2000-09-26/2000-09-28'],
    ['27 September 2000', undefined],
    ['2000-13-01', undefined],
    ['2001-02-29', undefined],
    ['09/27/2000', undefined],
  ])('takes the date %s for %s, and none that is not surely EDTF', async (date, expected) => {
    const { description } = await readMarkdown(`---\ndate: ${date}\n---\ntext`);
    expect(description.dateWritten).toBe(expected);
  });

  it('takes the first heading for the title where the head gives none', async () => {
    expect((await readMarkdown('# The *memo*\n\ntext')).description.title).toBe('The memo');
    expect((await readMarkdown('text\n\n## Later')).description.title).toBeUndefined();
  });

  it('does not take a rule at the head of the file for YAML', async () => {
    expect((await readMarkdown('---\n\nBefore.\n\n---\n\nAfter.')).text).toBe('Before.\n\nAfter.');
  });

  it('refuses quotations nested without end, and does not hang on them', async () => {
    await expect(readMarkdown(`${'>'.repeat(100_000)} deep`)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    await expect(readMarkdown(`${'- '.repeat(50_000)}deep`)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  });
});
