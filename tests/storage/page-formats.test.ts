/** Pages with the places of their words, to files and back. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExportFormat, SourceId, VersionId } from '../../electron/contract/index.js';
import { drawPage } from '../support/drawn-page.js';
import { greyPng } from '../support/make-images.js';
import { type ServiceUnderTest, startService } from '../support/service.js';

const TEXTS = ['The council met again on Thursday.', 'No member objected, and it rose.'];
const LAYOUT = { widthPx: 1_000, heightPx: 300, sizePx: 44, marginPx: 60 } as const;
const drawn = TEXTS.map((text) => drawPage([text], LAYOUT));

describe('pages with their words', () => {
  let service: ServiceUnderTest;
  let sourceId: SourceId;
  let versionId: VersionId;
  beforeEach(async () => {
    service = await startService();
    await service.call('archive.create', { dir: service.dir });
    const files = drawn.map(async (page, at) => {
      const file = join(service.folder, `letter-${at + 1}.png`);
      await writeFile(file, greyPng(page));
      return file;
    });
    for (const file of await Promise.all(files)) await service.importFiles(file);
    const sort = { by: 'addedAt', direction: 'ascending' } as const;
    const { rows } = await service.call('source.list', { filter: {}, sort, offset: 0, limit: 10 });
    const [first, second] = rows.map(({ id }) => id) as [SourceId, SourceId];
    const originals = [first, second].map((id) => ({ sourceId: id, position: 0 }));
    await service.call('page.arrange', { sources: [{ id: first, originals }] });
    sourceId = first;
    const { jobId } = await service.call('ocr.start', { sourceIds: [sourceId], languages: ['eng'] });
    expect((await service.finish(jobId)).outcomes).toEqual({ recognized: 1 });
    const text = await service.call('text.get', { sourceId });
    expect(text.text).toBe(TEXTS.join('\n\n'));
    versionId = text.id;
  });
  afterEach(() => service.close());

  async function exported(format: ExportFormat, name: string): Promise<string[]> {
    const file = join(service.folder, name);
    const what = { kind: 'annotations', sourceId } as const;
    const { jobId } = await service.call('export.start', { what, format, file, onExisting: 'refuse' });
    expect(await service.finish(jobId)).toMatchObject({ state: 'done' });
    const folder = join(service.folder, `${name.replace(/\.\w+$/, '')}-files`);
    const more = await readdir(folder).catch(() => []);
    return [file, ...more.map((one) => join(folder, one))];
  }

  it.each([
    ['alto', 'alto.xml', 2],
    ['page-xml', 'page.xml', 2],
    ['hocr', 'pages.hocr', 1],
  ] as const)('go to %s and come back as a further text, each word where it was', async (format, name, count) => {
    const before = await service.call('page.words', { versionId });
    const files = await exported(format, name);
    expect(files).toHaveLength(count);
    const text = 'Somebody wrote something else.';
    await service.call('text.correct', { sourceId, versionId, text, reason: '' });
    const made = await service.call('ocr.bringIn', { files });
    expect(made).toMatchObject({ sourceId, pages: 2 });
    expect((await service.call('text.get', { sourceId })).text).toBe(TEXTS.join('\n\n'));
    expect(await service.call('page.words', { versionId: made.versionId })).toEqual(before);
    await service.call('history.undo', undefined);
    expect((await service.call('text.get', { sourceId })).text).toBe(text);
  });

  it('of one page alone leave the other page as it was, and say so', async () => {
    const [first] = await exported('alto', 'one.xml');
    if (!first) throw new Error('no file');
    const changed = join(service.folder, 'changed.xml');
    await writeFile(changed, (await readFile(first, 'utf8')).replace('CONTENT="council"', 'CONTENT="Council"'));
    const made = await service.call('ocr.bringIn', { sourceId, files: [changed] });
    expect(made.remarks.join(' ')).toContain('1 page was in none of the files');
    const { text } = await service.call('text.get', { sourceId });
    expect(text).toBe(TEXTS.join('\n\n').replace('council', 'Council'));
    const words = await service.call('page.words', { versionId: made.versionId });
    expect(words.flatMap((page) => page.words.map((word) => text.slice(word.start, word.end))).join(' ')).toBe(
      text.replace(/\s+/g, ' '),
    );
  });

  it('go to a PDF whose text is found', async () => {
    const [file] = await exported('pdf-pages', 'pages.pdf');
    if (!file) throw new Error('no file');
    await service.importFiles(file);
    const sort = { by: 'addedAt', direction: 'ascending' } as const;
    const { rows } = await service.call('source.list', { filter: {}, sort, offset: 0, limit: 10 });
    const made = rows.find(({ id }) => id !== sourceId);
    const { text } = await service.call('text.get', { sourceId: made?.id as SourceId });
    expect(text.replace(/\s+/g, ' ').trim()).toBe(TEXTS.join(' '));
  });

  it('that are no such file, or of no image here, are refused by name and change nothing', async () => {
    const file = join(service.folder, 'other.xml');
    await writeFile(file, '<tei>no pages</tei>');
    const none = await service.refusal('ocr.bringIn', { files: [file] });
    expect(none).toMatchObject({ code: 'FILE_UNREADABLE', message: expect.stringContaining('other.xml') });
    const [alto] = await exported('alto', 'strange.xml');
    const strange = join(service.folder, 'unknown.xml');
    await writeFile(strange, (await readFile(alto as string, 'utf8')).replace(/letter-1/g, 'photograph-9'));
    expect((await service.refusal('ocr.bringIn', { files: [strange] })).code).toBe('NOT_FOUND');
    expect((await service.refusal('ocr.bringIn', { sourceId, files: [strange] })).code).toBe('INVALID_INPUT');
    expect((await service.call('text.get', { sourceId })).id).toBe(versionId);
  });
});

describe('a page that cannot be read', () => {
  let service: ServiceUnderTest;
  beforeEach(async () => {
    service = await startService();
    await service.call('archive.create', { dir: service.dir });
  });
  afterEach(() => service.close());

  it('has no text and says why; the others are read, and a reading that was left is listed until it is done', async () => {
    const ids: SourceId[] = [];
    for (const [at, page] of drawn.entries()) {
      const file = join(service.folder, `page-${at + 1}.png`);
      await writeFile(file, greyPng(page));
      await service.importFiles(file);
    }
    const sort = { by: 'addedAt', direction: 'ascending' } as const;
    const { rows } = await service.call('source.list', { filter: {}, sort, offset: 0, limit: 10 });
    ids.push(...rows.map(({ id }) => id));
    const [first] = ids as [SourceId];
    const originals = ids.map((id) => ({ sourceId: id, position: 0 }));
    await service.call('page.arrange', { sources: [{ id: first, originals }] });
    const source = await service.call('source.get', { id: first });
    const sha256 = source.originals[1]?.sha256 ?? '';
    const stored = join(service.dir, 'originals', sha256.slice(0, 2), sha256);
    // Whole at its beginning, so that it is described; its pixels are gone.
    const bytes = await readFile(stored);
    await writeFile(stored, Buffer.concat([bytes.subarray(0, 60), Buffer.alloc(40, 0xff)]));
    const { jobId } = await service.call('ocr.start', { sourceIds: [first], languages: ['eng'] });
    expect(await service.finish(jobId)).toMatchObject({ state: 'done', outcomes: { recognized: 1 } });
    const text = await service.call('text.get', { sourceId: first });
    expect(text.text.trim()).toBe(TEXTS[0]);
    expect(text.remarks.join(' ')).toMatch(/Page 2 could not be read/);
    expect(await service.call('ocr.unfinished', undefined)).toEqual([]);
  });
});
