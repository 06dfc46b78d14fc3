/** Where a photograph was taken is shown, and goes out by no export: only a backup, which is the whole archive, has it. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { citationMark, EXPORT_FORMATS, type Page, type SourceId } from '../../electron/contract/index.js';
import { writeHocr } from '../../electron/ocr/index.js';
import { jpeg, quarterPixels, withExif } from '../support/make-images.js';
import { type ServiceUnderTest, startService } from '../support/service.js';

const [WIDTH, HEIGHT] = [60, 40];
const PHOTOGRAPH = withExif(jpeg(WIDTH, HEIGHT, quarterPixels(WIDTH, HEIGHT)), {
  takenAt: '2026:03:01 10:00:00',
  latitude: [48, 12, 34.567, 'N'],
  longitude: [16, 22, 45.678, 'E'],
});
const BOX = { left: 5, top: 5, right: 30, bottom: 15 };
const LINE = { box: BOX, words: [{ text: 'Seal', box: BOX, confidence: 90 }] };
const ONE_WORD = { width: WIDTH, height: HEIGHT, blocks: [{ box: BOX, paragraphs: [{ box: BOX, lines: [LINE] }] }] };
/** As a number, in thousandths as in the file, and what every EXIF begins with. */
const BETRAYALS = ['48.209', '16.379', 'Exif\0\0'];

const betrayalsIn = (bytes: Uint8Array): string[] => {
  const text = Buffer.from(bytes).toString('latin1');
  return BETRAYALS.filter((one) => text.includes(one));
};

let service: ServiceUnderTest;
let sourceId: SourceId;
let page: Page;

beforeAll(async () => {
  service = await startService();
  await service.call('archive.create', { dir: service.dir });
  await service.importFiles(await service.files({ 'IMG_1.jpg': PHOTOGRAPH }));
  const sort = { by: 'title', direction: 'ascending' } as const;
  const { rows } = await service.call('source.list', { filter: {}, sort, offset: 0, limit: 10 });
  sourceId = rows[0]?.id as SourceId;
  const [only] = await service.call('page.list', { sourceId });
  page = only as Page;
  // Formats of pages write those with words.
  const words = join(service.folder, 'IMG_1.hocr');
  const hocr = writeHocr([{ imageName: 'IMG_1.jpg', createdBy: 'a test', page: ONE_WORD }]);
  await writeFile(words, hocr);
  await service.call('ocr.bringIn', { sourceId, files: [words] });
  await service.call('tag.ensure', { path: 'Seals' });
  const region = { sha256: page.sha256, pageIndex: 0, x: 0.1, y: 0.1, width: 0.5, height: 0.5 };
  const { id } = await service.call('annotation.create', {
    sourceId,
    target: { kind: 'region', region },
    colour: 1,
    comment: 'the seal',
    tagIds: [],
  });
  const body = `The seal ${citationMark('passage', id, '')} and the letter ${citationMark('source', sourceId, '')}.`;
  await service.call('note.create', { title: 'Seals', body });
});
afterAll(() => service.close());

describe('the place where a photograph was taken', () => {
  it('is shown with its page', () => {
    expect(page.place?.latitude).toBeCloseTo(48.2096, 3);
    expect(page.place?.longitude).toBeCloseTo(16.3793, 3);
    expect(betrayalsIn(PHOTOGRAPH)).toContain('Exif\0\0');
  });

  it('is not in a page that is drawn', async () => {
    const { bytes } = await service.call('page.draw', { sha256: page.sha256, pageIndex: 0 });
    expect(betrayalsIn(bytes)).toEqual([]);
  });

  it.each(EXPORT_FORMATS)('is in no export: $title', async ({ id: format, extension }) => {
    const file = join(service.folder, `out-${format}.${extension}`);
    const { jobId } = await service.call('export.start', { what: { kind: 'everything' }, format, file });
    const job = await service.finish(jobId);
    expect(job.error).toBeNull();
    const written = (await readdir(service.folder, { recursive: true, withFileTypes: true }))
      .filter(
        (entry) =>
          entry.isFile() && join(entry.parentPath, entry.name).startsWith(file.slice(0, -extension.length - 1)),
      )
      .map((entry) => join(entry.parentPath, entry.name));
    expect(written).not.toEqual([]);
    for (const name of written) {
      const bytes = await readFile(name);
      expect(betrayalsIn(bytes)).toEqual([]);
      if (name.endsWith('.qdpx') || name.endsWith('.docx'))
        for (const content of Object.values(unzipSync(new Uint8Array(bytes)))) expect(betrayalsIn(content)).toEqual([]);
    }
  });

  it('goes along in the folder of a Markdown file when it is asked for, and the report says when it does not', async () => {
    const what = { kind: 'everything' } as const;
    const write = async (name: string, places: 'keep' | 'leave-out') => {
      const file = join(service.folder, `${name}.md`);
      const { jobId } = await service.call('export.start', { what, format: 'md', file, places });
      await service.finish(jobId);
      const [image] = await readdir(join(service.folder, `${name}-files`));
      const bytes = await readFile(join(service.folder, `${name}-files`, image ?? ''));
      return { bytes, report: await service.call('job.report', { jobId }) };
    };
    expect(Buffer.compare((await write('asked', 'keep')).bytes, PHOTOGRAPH)).toBe(0);
    const { bytes, report } = await write('unasked', 'leave-out');
    expect(betrayalsIn(bytes)).toEqual([]);
    expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xd8]);
    expect(report.flatMap(({ remarks }) => remarks)).toContain(
      '“IMG_1.jpg” says where it was taken. This is a drawing of it, which does not say it.',
    );
  });
});
