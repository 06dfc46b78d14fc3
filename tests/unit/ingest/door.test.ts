import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES, read, readerFor, readers, refuseTooLarge } from '../../../electron/ingest/index.js';
import readInWorker from '../../../electron/ingest/ingest-worker.js';

let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'fonds-ingest-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

describe('choosing a reader', () => {
  it.each([
    ['memo.txt', 'text'],
    ['MEMO.TXT', 'text'],
    ['a.b.log', 'text'],
    ['note.markdown', 'markdown'],
    ['page.XHTML', 'html'],
    ['page.htm', 'html'],
    ['cable.Pdf', 'pdf'],
    ['picture.JPG', 'jpeg'],
    ['scan.tif', 'tiff'],
  ])('gives %s to the %s reader', (fileName, reader) => {
    expect(readerFor(fileName)?.name).toBe(reader);
  });

  it.each(['picture.raw', 'pdf', 'memo.txt.zip', ''])('gives %j to none', (fileName) => {
    expect(readerFor(fileName)).toBeNull();
  });

  it('lists the readers without loading their parsers', async () => {
    // Bundled as the service is: a static import of a parser anywhere below the door would show up here.
    const { metafile } = await build({
      entryPoints: ['electron/ingest/index.ts'],
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      write: false,
      metafile: true,
    });
    const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
    const parsers = imports.filter(({ path }) => /pdfjs|jsdom|dompurify|readability|mdast|micromark/.test(path));
    expect(parsers.length).toBeGreaterThan(0);
    expect(parsers.filter(({ kind }) => kind !== 'dynamic-import')).toEqual([]);
    expect(readers.map(({ name }) => name)).toEqual([
      ...['text', 'html', 'markdown', 'pdf'],
      ...['jpeg', 'png', 'tiff', 'heic', 'webp', 'jp2', 'gif', 'bmp'],
      ...['docx', 'rtf', 'odt', 'epub', 'doc'],
    ]);
  });
});

describe('refusing a file', () => {
  it('says which formats are read when none fits', async () => {
    await expect(read(Buffer.from('x'), 'a.xlsx')).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      message: expect.stringMatching(/a\.xlsx.*\.txt.*\.pdf/),
    });
  });

  it.each(['a.txt', 'a.md', 'a.html', 'a.pdf'])('says that an empty %s holds no text', async (fileName) => {
    await expect(read(new Uint8Array(), fileName)).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      message: expect.stringContaining('holds no text'),
    });
  });

  it.each([
    ['a.txt', ' \n\f\n\t'],
    ['a.md', '---\ntitle: Only a head\n---\n\n[x]: http://example.org\n'],
    ['a.html', '<html><title>Only a title</title><body><script>1</script><p> \u200B</p></body>'],
  ])('says that a %s without a visible word holds no text', async (fileName, content) => {
    await expect(read(Buffer.from(content), fileName)).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      message: expect.stringContaining('holds no text'),
    });
  });

  it('reads 200 MB and refuses one byte more', () => {
    const most = 200 * 1024 * 1024;
    expect(() => refuseTooLarge(most)).not.toThrow();
    expect(() => refuseTooLarge(most + 1)).toThrow(/up to 200 are read/);
  });

  it('refuses more than 200 MB by its size alone', async () => {
    const path = join(dir, 'large.txt');
    await writeFile(path, '');
    await truncate(path, MAX_FILE_BYTES + 1);
    const result = await readInWorker({ path, fileName: 'large.txt' });
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'FILE_UNREADABLE', message: expect.stringContaining('200') },
    });
  });
});

describe('the worker', () => {
  it('gives the reading of a file on disk', async () => {
    const path = join(dir, 'stored');
    await writeFile(path, 'A memo.');
    expect(await readInWorker({ path, fileName: 'memo.txt' })).toMatchObject({
      ok: true,
      value: { text: 'A memo.', readerName: 'text', mediaType: 'text/plain' },
    });
  });

  it('gives an expected failure as a value', async () => {
    expect(await readInWorker({ path: join(dir, 'gone.txt'), fileName: 'gone.txt' })).toMatchObject({
      ok: false,
      error: { code: 'FILE_UNREADABLE', message: expect.stringContaining('no longer where it was') },
    });
    expect(await readInWorker({ path: dir, fileName: 'folder.txt' })).toMatchObject({
      ok: false,
      error: { code: 'FILE_UNREADABLE' },
    });
  });
});
