/** What is exported of a collation by the service: true to the texts, valid, whole or not at all. */
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CollationFormat, CollationSubject, SourceId } from '../../electron/contract/index.js';
import {
  asksLibreOffice,
  missingWords,
  type OpenedWord,
  openInLibreOffice,
  UNLESS_INSTALLED,
} from '../support/libre-office.js';
import { root, type ServiceUnderTest, startService } from '../support/service.js';
import { schemaFaults } from '../support/xml-schema.js';

const NAMES = ['01-telcon-whitcombe-stavrin-release-2009.txt', '02-telcon-whitcombe-stavrin-release-2016.txt'] as const;

let service: ServiceUnderTest;
let subject: CollationSubject;
let ids: SourceId[];
let texts: string[];

beforeAll(async () => {
  service = await startService();
  await service.call('archive.create', { dir: service.dir });
  const papers = await Promise.all(NAMES.map((name) => readFile(join(root, 'data/sample-archive/documents', name))));
  await service.importFiles(await service.files({ 'a.txt': papers[0] ?? '', 'b.txt': papers[1] ?? '' }));
  const sort = { by: 'title', direction: 'ascending' } as const;
  const { rows } = await service.call('source.list', { filter: {}, sort, offset: 0, limit: 10 });
  ids = rows.map(({ id }) => id);
  const change = { title: 'Telcon <2009>', dateWritten: '2000-09-06', repository: 'Whitcombe & Library' };
  await service.call('source.describe', { ids: ids.slice(0, 1), change });
  texts = (await Promise.all(ids.map((sourceId) => service.call('text.get', { sourceId })))).map(({ text }) => text);
  subject = { witnesses: ids.map((sourceId) => ({ sourceId })), base: 0 };
});
afterAll(() => service.close());

let files = 0;
async function exported(format: CollationFormat, of: CollationSubject = subject): Promise<string> {
  files += 1;
  const file = join(service.folder, `collation-${files}`);
  const { jobId } = await service.call('collation.export', { subject: of, format, file });
  const job = await service.finish(jobId);
  expect(job.error).toBeNull();
  expect((await service.call('job.report', { jobId })).map(({ outcome }) => outcome)).toEqual(['written']);
  return file;
}

const squeezed = (text: string): string => text.replace(/\s+/g, '');

describe('the two releases of a call', () => {
  it('are a valid TEI apparatus from which each can be read again', async () => {
    const xml = await readFile(await exported('tei'), 'utf8');
    expect(await schemaFaults(xml, 'tei-apparatus')).toEqual([]);
    const { document } = new JSDOM(xml, { contentType: 'application/xml' }).window;
    expect(document.querySelector('witness bibl')?.textContent).toContain('Telcon <2009>, 2000-09-06');
    for (const [witness, id] of ['A', 'B'].entries()) {
      const body = document.querySelector('body')?.cloneNode(true) as Element;
      for (const reading of body.querySelectorAll('lem, rdg')) {
        if (!reading.getAttribute('wit')?.split(' ').includes(`#${id}`)) reading.remove();
      }
      expect(squeezed(body.textContent ?? '')).toBe(squeezed(texts[witness] ?? ''));
    }
    const gaps = [...document.querySelectorAll('gap[reason="redacted"]')].map((gap) => gap.getAttribute('n'));
    expect(gaps).toContain('1.4(b)');
    expect(gaps).toContain('(b)(1)');
  });

  it('mark a bare code as a gap where the other release shows words, and not where nobody does', async () => {
    const expected = 'The envoy told the minister that a column of forty lorries had crossed the river in square B5.';
    const hidden = expected.replace('a column of forty lorries', 'B1');
    const { job } = await service.importFiles(await service.files({ 'told.txt': expected, 'hidden.txt': hidden }));
    const lines = await service.call('job.report', { jobId: job.id });
    const witnesses = lines.flatMap(({ sourceId }) => (sourceId ? [{ sourceId }] : []));
    const xml = await readFile(await exported('tei', { witnesses, base: 0 }), 'utf8');
    expect(xml.match(/<gap[^>]*>.*?<\/gap>/gs)).toEqual(['<gap reason="redacted" n="B1"><desc>B1</desc></gap>']);
  });

  it('are an alignment in the shape of CollateX that holds every letter of both', async () => {
    const { table, witnesses, variants } = JSON.parse(await readFile(await exported('json'), 'utf8'));
    expect(witnesses).toEqual(['A', 'B']);
    for (const [witness, text] of texts.entries()) {
      const read = table.flatMap((row: { t: string }[][]) => row[witness]?.map(({ t }) => t)).join('');
      expect(read).toBe(text);
    }
    const { variants: expected } = await service.call('collation.table', subject);
    expect(variants).toEqual(expected);
  });

  it('have as many places in the table, the page and the Word document', async () => {
    const { blocks } = await service.call('collation.align', subject);
    const count = blocks.filter((block) => block.class !== null).length;
    const csv = await readFile(await exported('csv'), 'utf8');
    expect(csv.trimEnd().split('\r\n')).toHaveLength(count + 1);
    const page = new JSDOM(await readFile(await exported('html'), 'utf8')).window.document;
    expect(page.querySelectorAll('[id^="place-"]')).toHaveLength(count);
    expect(page.querySelectorAll('[id^="entry-"]')).toHaveLength(count);
    const word = await exported('docx');
    const { value } = await mammoth.convertToHtml({ path: word });
    expect(new JSDOM(value).window.document.querySelectorAll('tbody tr')).toHaveLength(count);
  });

  it.skipIf(!asksLibreOffice)(`have all their words in LibreOffice${UNLESS_INSTALLED}`, async () => {
    const page = new JSDOM(await readFile(await exported('html'), 'utf8')).window.document;
    const [opened] = await openInLibreOffice([await readFile(await exported('docx'))]);
    const cells = [...page.querySelectorAll('tr[id^="place-"] td[dir="auto"]')].map(({ textContent }) => textContent);
    expect(cells.length).toBeGreaterThan(0);
    expect(missingWords(opened as OpenedWord, cells.join(' '))).toEqual([]);
  });
});

describe('an export of a collation', () => {
  it('bears the name it was kept under', async () => {
    const witnesses = ids.map((sourceId) => ({ sourceId }));
    const { id } = await service.call('collation.create', { name: 'Both releases', witnesses });
    const xml = await readFile(await exported('tei', { id }), 'utf8');
    expect(xml).toContain('<title>Both releases</title>');
  });

  it('never writes over a file unless it was agreed, and leaves no part of one behind', async () => {
    const file = join(service.folder, 'kept.xml');
    await writeFile(file, 'mine');
    expect((await service.refusal('collation.export', { subject, format: 'tei', file })).code).toBe('FILE_EXISTS');
    expect(await readFile(file, 'utf8')).toBe('mine');
    const { jobId } = await service.call('collation.export', {
      subject,
      format: 'tei',
      file,
      onExisting: 'replace',
    });
    expect((await service.finish(jobId)).state).toBe('done');
    expect((await readdir(service.folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('says which folder is not there', async () => {
    const file = join(service.folder, 'no-such-folder', 'x.xml');
    const { jobId } = await service.call('collation.export', { subject, format: 'tei', file });
    expect((await service.finish(jobId)).error).toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining(file),
    });
  });

  it('of what is not there is refused and writes nothing', async () => {
    const file = join(service.folder, 'nothing.xml');
    const gone = {
      witnesses: [{ sourceId: ids[0] as SourceId }, { sourceId: '0195f000-0000-7000-8000-000000000009' as SourceId }],
      base: 0,
    };
    expect((await service.refusal('collation.export', { subject: gone, format: 'tei', file })).code).toBe('NOT_FOUND');
    await expect(stat(file)).rejects.toThrow();
  });

  it('is not open to a window, which has no paths', async () => {
    const answer = await service.asWindow('collation.export', { subject, format: 'tei', file: '/tmp/x.xml' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  });
});
