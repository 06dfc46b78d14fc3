/** Pages as images by the service: photographs brought in, looked at, drawn, gathered into sources with their texts. */
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArrangedSource, Page, SourceId } from '../../electron/contract/index.js';
import { imageFormatOf } from '../../electron/images/index.js';
import { drawPage } from '../support/drawn-page.js';
import { greyPng, jpeg, png, quarterPixels, withExif } from '../support/make-images.js';
import { type ServiceUnderTest, startService } from '../support/service.js';

const WIDTH = 48;
const HEIGHT = 32;
/** Each with bytes of its own. */
const picture = (index: number) => {
  const [width, height] = [WIDTH + index, HEIGHT];
  return withExif(jpeg(width, height, quarterPixels(width, height)), {
    takenAt: `2026:03:0${index + 1} 10:00:00`,
    latitude: [48, 12, 0, 'N'],
    longitude: [16, 22, 0, 'E'],
  });
};
const LAYOUT = { widthPx: 1_700, heightPx: 420, sizePx: 44, marginPx: 60 } as const;
const TEXTS = [
  'The council met again on Thursday, and the minutes were read.',
  'The letter of the governor was laid on the table.',
  'No member objected, and the council rose at four.',
];
describe('photographs in the archive', () => {
  let service: ServiceUnderTest;
  beforeEach(async () => {
    service = await startService();
    await service.call('archive.create', { dir: service.dir });
  });
  afterEach(() => service.close());

  const bringIn = async (files: Record<string, Uint8Array>): Promise<SourceId[]> => {
    const { job } = await service.importFiles(await service.files(files));
    expect(job).toMatchObject({ state: 'done', outcomes: { imported: Object.keys(files).length } });
    return sourceIds();
  };
  const sourceIds = async (): Promise<SourceId[]> => {
    const sort = { by: 'title', direction: 'ascending' } as const;
    const { rows } = await service.call('source.list', { filter: {}, sort, offset: 0, limit: 50 });
    return rows.map(({ id }) => id);
  };
  const pages = (sourceId: SourceId) => service.call('page.list', { sourceId });
  const files = async (sourceId: SourceId) => (await pages(sourceId)).map(({ fileName }) => fileName);
  const all = async (sourceId: SourceId): Promise<ArrangedSource['originals']> =>
    (await service.call('source.get', { id: sourceId })).originals.map((_, position) => ({ sourceId, position }));
  const arrange = (...sources: ArrangedSource[]) => service.call('page.arrange', { sources });
  const refusal = (...sources: ArrangedSource[]) => service.refusal('page.arrange', { sources });
  const texts = async (sourceId: SourceId) => (await service.call('text.get', { sourceId })).text;

  it('come in without a text, with what the camera wrote, and are drawn', async () => {
    const [id] = await bringIn({ 'IMG_1.jpg': picture(0) });
    const source = await service.call('source.get', { id: id as SourceId });
    expect(source.versions).toMatchObject([{ origin: 'none', length: 0 }]);
    expect(source.originals).toMatchObject([{ mediaType: 'image/jpeg', fileName: 'IMG_1.jpg' }]);
    const [page] = (await pages(id as SourceId)) as [Page];
    expect(page).toMatchObject({
      index: 0,
      width: WIDTH,
      height: HEIGHT,
      takenAt: '2026-03-01T10:00:00',
      problem: null,
    });
    expect(page.place?.latitude).toBeCloseTo(48.2, 3);
    const drawn = await service.call('page.draw', { ...page, fit: 24 });
    expect(imageFormatOf(drawn.bytes)).toBe('jpeg');
    expect([drawn.width, drawn.height]).toEqual([24, 16]);
    const again = await service.call('page.draw', { ...page, fit: 24 });
    expect(again.bytes).toEqual(drawn.bytes);
  });

  it('are drawn again when the folder of thumbnails is deleted', async () => {
    const [id] = await bringIn({ 'IMG_1.jpg': picture(0) });
    const [page] = (await pages(id as SourceId)) as [Page];
    const { bytes } = await service.call('page.draw', { ...page, fit: 24 });
    expect(await readdir(join(service.dir, 'thumbnails'))).toHaveLength(1);
    await rm(join(service.dir, 'thumbnails'), { recursive: true });
    expect((await service.call('page.draw', { ...page, fit: 24 })).bytes).toEqual(bytes);
    const verify = await service.finish((await service.call('verify.start', undefined)).jobId);
    expect(verify.outcomes).not.toHaveProperty('damaged');
  });

  it('that are damaged are refused by name, and the others come in', async () => {
    const folder = await service.files({ 'good.jpg': picture(0), 'bad.png': png(20, 20, null).subarray(0, 20) });
    const { job } = await service.importFiles(folder);
    expect(job.outcomes).toEqual({ imported: 1, failed: 1 });
    const [line] = (await service.call('job.report', { jobId: job.id })).filter(({ outcome }) => outcome === 'failed');
    expect(line?.message).toContain('bad.png');
    expect(line?.message).not.toContain(service.dir);
  });

  it('are looked at in a way that is kept, drawn so, undone and redone; the file stays as it is', async () => {
    const [id] = (await bringIn({ 'IMG_1.jpg': picture(0) })) as [SourceId];
    const [page] = (await pages(id)) as [Page];
    await service.call('page.setView', { pages: [page], view: { turn: 90, isInverted: true } });
    expect((await pages(id))[0]?.view).toMatchObject({ turn: 90, isInverted: true, crop: null });
    const turned = await service.call('page.draw', { ...page, fit: 24, view: undefined });
    expect(turned.width).toBeLessThan(turned.height);
    expect((await service.call('page.draw', { ...page, fit: 24, view: 'plain' })).width).toBe(24);
    const tried = await service.call('page.draw', { ...page, fit: 24, view: { turn: 0 } });
    expect(tried.width).toBe(24);
    await service.call('history.undo', undefined);
    expect((await pages(id))[0]?.view.turn).toBe(0);
    await service.call('history.redo', undefined);
    await service.call('archive.open', { dir: service.dir, access: 'write' });
    expect((await pages(id))[0]?.view).toMatchObject({ turn: 90, isInverted: true });
  });

  it('whose view would show nothing is refused', async () => {
    const [id] = (await bringIn({ 'IMG_1.jpg': picture(0) })) as [SourceId];
    const [page] = (await pages(id)) as [Page];
    const crop = { left: 0.5, top: 0, right: 0.5, bottom: 1 };
    expect((await service.refusal('page.setView', { pages: [page], view: { crop } })).code).toBe('INVALID_INPUT');
    expect((await service.refusal('page.draw', { ...page, pageIndex: 7 })).code).toBe('NOT_FOUND');
    const corner = { x: 0, y: 0 };
    const corners = {
      topLeft: { x: 1, y: 0 },
      topRight: corner,
      bottomRight: { x: 1, y: 1 },
      bottomLeft: { x: 0, y: 1 },
    };
    const twisted = await service.refusal('page.setView', { pages: [page], view: { corners } });
    expect(twisted).toMatchObject({ code: 'INVALID_INPUT', message: expect.stringMatching(/clockwise/) });
    expect((await service.refusal('page.draw', { ...page, view: { corners } })).code).toBe('INVALID_INPUT');
  });

  it('are combined into one source in the order asked for; the others go to the bin; undone in one step', async () => {
    const [a, b, c] = (await bringIn({ 'a.jpg': picture(0), 'b.jpg': picture(1), 'c.jpg': picture(2) })) as [
      SourceId,
      SourceId,
      SourceId,
    ];
    const originals = [...(await all(b)), ...(await all(a)), ...(await all(c))];
    expect(await arrange({ id: b, title: 'A letter', originals })).toEqual({ sourceIds: [b] });
    expect(await sourceIds()).toEqual([b]);
    expect(await files(b)).toEqual(['b.jpg', 'a.jpg', 'c.jpg']);
    expect((await service.call('source.get', { id: b })).description.title).toBe('A letter');
    await service.call('history.undo', undefined);
    expect(await sourceIds()).toEqual([a, b, c]);
    expect(await files(b)).toEqual(['b.jpg']);
    await service.call('history.redo', undefined);
    expect(await files(b)).toEqual(['b.jpg', 'a.jpg', 'c.jpg']);
  });

  it('are parted again into a source of their own, described and collected as the one they part from', async () => {
    const [a, b] = (await bringIn({ 'a.jpg': picture(0), 'b.jpg': picture(1) })) as [SourceId, SourceId];
    const { id: collectionId } = await service.call('collection.create', { name: 'Trip' });
    await service.call('collection.add', { id: collectionId, ids: [a] });
    await service.call('source.describe', { ids: [a], change: { box: '12' } });
    await arrange({ id: a, originals: [...(await all(a)), ...(await all(b))] });
    const [first, second] = (await all(a)) as [ArrangedSource['originals'][0], ArrangedSource['originals'][0]];
    const { sourceIds: made } = await arrange(
      { id: a, originals: [second] },
      { id: null, title: 'Other', originals: [first] },
    );
    const other = await service.call('source.get', { id: made[1] as SourceId });
    expect(other.description).toMatchObject({ title: 'Other', box: '12' });
    expect(other.collectionIds).toEqual([collectionId]);
    expect(await files(a)).toEqual(['b.jpg']);
    expect(await files(other.id)).toEqual(['a.jpg']);
  });

  it('are never lost or doubled: an arrangement that names a file twice or forgets one is refused', async () => {
    const [a, b] = (await bringIn({ 'a.jpg': picture(0), 'b.jpg': picture(1) })) as [SourceId, SourceId];
    const [one] = await all(a);
    const [two] = await all(b);
    if (!one || !two) throw new Error('no originals');
    expect((await refusal({ id: a, originals: [one, one] })).code).toBe('INVALID_INPUT');
    expect((await refusal({ id: a, originals: [two] })).code).toBe('INVALID_INPUT');
    expect((await refusal({ id: a, originals: [one] }, { id: a, originals: [two] })).code).toBe('INVALID_INPUT');
    expect((await refusal({ id: a, originals: [one, { sourceId: a, position: 9 }] })).code).toBe('INVALID_INPUT');
    expect(await sourceIds()).toEqual([a, b]);
  });

  it('take their texts and the places of their words along, and a mark stays on its words', async () => {
    const drawn = TEXTS.map((text) => drawPage([text], LAYOUT));
    const [a, b, c] = (await bringIn(
      Object.fromEntries(drawn.map((page, at) => [`${'abc'[at]}.png`, greyPng(page)])),
    )) as [SourceId, SourceId, SourceId];
    const ids = [a, b, c];
    const { jobId } = await service.call('ocr.start', { sourceIds: ids, languages: ['eng'] });
    expect((await service.finish(jobId)).outcomes).toEqual({ recognized: 3 });
    const { id: versionId } = await service.call('text.get', { sourceId: a });
    const start = TEXTS[0]?.indexOf('minutes') as number;
    const { id: annotationId } = await service.call('annotation.create', {
      sourceId: a,
      target: { kind: 'text', versionId, start, end: start + 7 },
      colour: 1,
      comment: '',
      tagIds: [],
    });
    await arrange({ id: a, originals: [...(await all(b)), ...(await all(a)), ...(await all(c))] });
    const joined = await service.call('text.get', { sourceId: a });
    expect(joined.text).toBe([TEXTS[1], TEXTS[0], TEXTS[2]].join('\n\n'));
    const spans = joined.spans.filter((span) => span.kind === 'page');
    expect(spans.map((span) => [joined.text.slice(span.start, span.end), span.pageIndex, span.pageLabel])).toEqual([
      [TEXTS[1], 0, '1'],
      [TEXTS[0], 1, '2'],
      [TEXTS[2], 2, '3'],
    ]);
    const words = await service.call('page.words', { versionId: joined.id });
    const read = words.map((page) => page.words.map((word) => joined.text.slice(word.start, word.end)).join(' '));
    expect(read).toEqual([TEXTS[1], TEXTS[0], TEXTS[2]]);
    const { annotations } = await service.call('annotation.list', {
      filter: { sourceId: a },
      sort: 'place',
      offset: 0,
      limit: 10,
    });
    const anchor = annotations[0]?.anchor;
    expect(anchor?.state === 'placed' && joined.text.slice(anchor.start, anchor.end)).toBe('minutes');

    const [first, marked, third] = (await all(a)) as [
      ArrangedSource['originals'][0],
      ArrangedSource['originals'][0],
      ArrangedSource['originals'][0],
    ];
    const refused = await refusal({ id: a, originals: [first, third] }, { id: null, originals: [marked] });
    expect(refused.message).toMatch(/has an annotation/);
    const { sourceIds: made } = await arrange({ id: a, originals: [first, marked] }, { id: null, originals: [third] });
    expect(await texts(a)).toBe([TEXTS[1], TEXTS[0]].join('\n\n'));
    expect(await texts(made[1] as SourceId)).toBe(TEXTS[2]);
    await service.call('annotation.delete', { ids: [annotationId] });
    await service.call('history.undo', undefined);
    await service.call('history.undo', undefined);
    expect(await texts(a)).toBe(joined.text);
  });

  it('are drawn again when what was kept of them lost its end in a power cut', async () => {
    const [id] = (await bringIn({ 'a.jpg': picture(0) })) as [SourceId];
    const [page] = (await pages(id)) as [Page];
    const whole = (await service.call('page.draw', { ...page, fit: 24, view: undefined })).bytes;
    const folder = join(service.dir, 'thumbnails');
    const [kept] = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.jpg'));
    await writeFile(join(folder, kept ?? ''), whole.subarray(0, whole.length / 2));
    await service.call('archive.open', { dir: service.dir, access: 'write' });
    expect((await service.call('page.draw', { ...page, fit: 24, view: undefined })).bytes).toEqual(whole);
  });

  it('whose files are gone say so at their place', async () => {
    const [id] = (await bringIn({ 'a.jpg': picture(0) })) as [SourceId];
    const [page] = (await pages(id)) as [Page];
    const { sha256 } = page;
    await writeFile(join(service.dir, 'originals', sha256.slice(0, 2), sha256), 'no image');
    expect((await service.refusal('page.draw', { ...page, fit: 24 })).code).toBe('FILE_UNREADABLE');
  });
});
