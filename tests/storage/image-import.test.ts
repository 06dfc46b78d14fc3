/** Photographs and scans that are brought in: every format, what is damaged, what is cut, scans without a text layer. */
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jpeg, png, quarterPixels } from '../support/make-images.js';
import { sourcesByTitle } from '../support/pages.js';
import { root, type ServiceUnderTest, startService } from '../support/service.js';

const fixture = (name: string) => readFile(join(root, 'tests', 'fixtures', 'images', name));
const PICTURE = jpeg(200, 150, quarterPixels(200, 150));
/** Its header is whole, and its pixels are noise that nobody can unpack. */
const damagedPng = (): Uint8Array => {
  const bytes = Buffer.from(png(40, 40, quarterPixels(40, 40)));
  const at = bytes.indexOf('IDAT') + 4;
  bytes.fill(0xa5, at, bytes.length - 16);
  return bytes;
};

let service: ServiceUnderTest;
beforeAll(async () => {
  service = await startService();
  await service.call('archive.create', { dir: service.dir });
});
afterAll(() => service.close());

const bringIn = async (files: Record<string, Uint8Array>) => {
  const { job } = await service.importFiles(await service.files(files));
  return service.call('job.report', { jobId: job.id });
};
const pagesOf = async (title: string) => {
  const sourceId = (await sourcesByTitle(service)).get(title);
  if (!sourceId) throw new Error(`${title} was not brought in`);
  const [pages, source] = [
    await service.call('page.list', { sourceId }),
    await service.call('source.get', { id: sourceId }),
  ];
  return { pages, mediaType: source.originals[0]?.mediaType, origin: source.versions[0]?.origin };
};

describe('an image', () => {
  it.each([
    ['quadrants.heic', 'image/heic', 1],
    ['quadrants.jp2', 'image/jp2', 1],
    ['quadrants.webp', 'image/webp', 1],
    ['quadrants.gif', 'image/gif', 1],
    ['g4.tif', 'image/tiff', 1],
    ['pages.tif', 'image/tiff', 2],
  ])('%s is a source with its pages and no text yet', async (name, mediaType, least) => {
    const [line] = await bringIn({ [`letter ${name}`]: await fixture(name) });
    expect(line).toMatchObject({ outcome: 'imported', message: null });
    const { pages, ...source } = await pagesOf(`letter ${name.replace(/\.\w+$/, '')}`);
    expect(source).toEqual({ mediaType, origin: 'none' });
    expect(pages.length).toBeGreaterThanOrEqual(least);
    expect(pages.every(({ width, height, problem }) => width > 0 && height > 0 && problem === null)).toBe(true);
  });

  it('is known by its content: a JPEG that is named .txt is an image, and the report says so', async () => {
    const [line] = await bringIn({ 'mislabelled.txt': PICTURE });
    expect(line).toMatchObject({ outcome: 'imported' });
    expect(line?.remarks.join(' ')).toMatch(/named “\.txt” but holds a JPEG image/);
  });

  it('whose pixels cannot be decoded is refused, by its name and with what to do', async () => {
    const [line] = await bringIn({ 'noise.png': damagedPng() });
    expect(line?.outcome).toBe('failed');
    expect(line?.message).toMatch(/“noise\.png” cannot be decoded.*Copy it again/);
  });

  it('that is cut comes in, with a remark there and beside its page', async () => {
    const [line] = await bringIn({ 'cut.jpg': PICTURE.subarray(0, PICTURE.length - 200) });
    expect(line).toMatchObject({ outcome: 'imported' });
    expect(line?.remarks.join(' ')).toMatch(/ends before its image does/);
    expect((await pagesOf('cut')).pages[0]?.problem).toMatch(/ends before its image does/);
  });

  it('of a kind that nothing reads is refused with the kinds that are', async () => {
    const [line] = await bringIn({ 'layers.psd': Buffer.from('8BPS\0\x01aaaaaaaaaaaaaaaaaaaaaaaa', 'latin1') });
    expect(line?.outcome).toBe('failed');
    expect(line?.message).toMatch(/\.jpg.*\.png.*\.tif.*\.heic/);
  });

  it('that could not be opened is looked at again when its file is back', async () => {
    await bringIn({ 'away.jpg': jpeg(90, 60, quarterPixels(90, 60)) });
    const { pages } = await pagesOf('away');
    const sha256 = pages[0]?.sha256 ?? '';
    const path = join(service.dir, 'originals', sha256.slice(0, 2), sha256);
    const bytes = await readFile(path);
    await service.call('archive.close', undefined);
    const database = new DatabaseSync(join(service.dir, 'archive.db'));
    database.exec('DELETE FROM original_pages');
    database.close();
    await chmod(path, 0o644);
    await writeFile(path, 'nothing of an image');
    await service.call('archive.open', { dir: service.dir, access: 'write' });
    expect((await pagesOf('away')).pages).toMatchObject([{ width: 0, problem: expect.stringMatching(/away\.jpg/) }]);
    await writeFile(path, bytes);
    await service.call('archive.open', { dir: service.dir, access: 'write' });
    expect((await pagesOf('away')).pages).toMatchObject([{ width: 90, height: 60, problem: null }]);
  });
});
