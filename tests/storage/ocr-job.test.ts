/** OCR of sources by the service: texts, versions, going on after it was stopped, failures. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventBody, SourceId } from '../../electron/contract/index.js';
import { searchablePdf } from '../../electron/ocr/index.js';
import { drawPage } from '../support/drawn-page.js';
import { png } from '../support/make-images.js';
import { type ServiceUnderTest, startService } from '../support/service.js';
import { layoutOf } from '../unit/ocr/drawn-layout.js';

const TEXTS = [
  'The council met again on Thursday, and the minutes were read.',
  'The letter of the governor was laid on the table.',
  'No member objected, and the council rose at four.',
];
const LAYOUT = { widthPx: 1_240, heightPx: 500, sizePx: 44, marginPx: 60 } as const;
const pages = TEXTS.map((text) => drawPage([text], LAYOUT));

/** A scan with a text layer of another program, as bad as some are. */
async function scan(file: string): Promise<string> {
  const drawn = pages.map((page, index) => ({
    image: { kind: 'grey', image: page } as const,
    layout: { ...layoutOf([[[`Tbe couucil ${index} rnet`]]]), width: page.width, height: page.height },
    dotsPerInch: 300,
  }));
  const pieces: Uint8Array[] = [];
  const description = { title: 'Minutes', language: 'en', creator: 'a scanner', now: new Date(0) };
  for await (const piece of searchablePdf(drawn, description)) pieces.push(piece);
  await writeFile(file, Buffer.concat(pieces));
  return file;
}

const wanted = pages.map(({ text }) => text).join('\n\n');

describe('OCR of a source', () => {
  let service: ServiceUnderTest;
  let sourceId: SourceId;
  beforeEach(async () => {
    service = await startService();
    await service.call('archive.create', { dir: service.dir });
    await service.importFiles(await scan(join(service.folder, 'minutes.pdf')));
    sourceId = (await sources())[0] as SourceId;
  });
  afterEach(() => service.close());

  const sources = async () => {
    const sort = { by: 'addedAt', direction: 'ascending' } as const;
    const { rows } = await service.call('source.list', { filter: {}, sort, offset: 0, limit: 10 });
    return rows.map(({ id }) => id);
  };
  const start = () => service.call('ocr.start', { sourceIds: [sourceId], languages: ['eng'] });
  const progress = () =>
    service.events
      .filter(({ name }) => name === 'job.changed')
      .map(({ body }) => (body as EventBody<'job.changed'>).job)
      .filter(({ kind, progress: { total } }) => kind === 'ocr' && total === pages.length);

  it('replaces a bad text layer by a new version, with pages; the old one stays, and undo brings it back', async () => {
    const before = await service.call('text.get', { sourceId });
    expect(before.text).toContain('couucil');
    const job = await service.finish((await start()).jobId);
    expect(job).toMatchObject({ state: 'done', outcomes: { recognized: 1 } });
    const after = await service.call('text.get', { sourceId });
    expect(after.text).toBe(wanted);
    expect(after.origin).toMatch(/^ocr:Tesseract 5\S* eng$/);
    const spans = after.spans.filter(({ kind }) => kind === 'page');
    expect(spans.map(({ start: from, end }) => after.text.slice(from, end))).toEqual(pages.map(({ text }) => text));
    expect((await service.call('source.get', { id: sourceId })).versions).toHaveLength(2);
    await service.call('history.undo', undefined);
    expect((await service.call('text.get', { sourceId })).text).toBe(before.text);
  });

  it('that was stopped goes on behind the last page, also when the program was started again', async () => {
    const { jobId } = await start();
    await expect.poll(() => progress().some((job) => job.progress.done >= 1), { timeout: 120_000 }).toBe(true);
    await service.call('job.cancel', { jobId });
    expect((await service.finish(jobId)).state).toBe('cancelled');
    expect((await service.call('text.get', { sourceId })).text).toContain('couucil');
    await service.call('archive.open', { dir: service.dir, access: 'write' });
    service.events.length = 0;
    // A page that was read twice would be refused by the table, and the job would fail.
    expect(await service.finish((await start()).jobId)).toMatchObject({ state: 'done', outcomes: { recognized: 1 } });
    expect(Math.min(...progress().map((job) => job.progress.done))).toBeGreaterThanOrEqual(1);
    expect((await service.call('text.get', { sourceId })).text).toBe(wanted);
  });

  it('of a source that holds no page image fails, says why, and the others are done', async () => {
    const note = join(service.folder, 'note.txt');
    await writeFile(note, 'Only words.');
    await service.importFiles(note);
    const ids = await sources();
    const { jobId } = await service.call('ocr.start', { sourceIds: ids, languages: ['eng'] });
    expect(await service.finish(jobId)).toMatchObject({ state: 'done', outcomes: { recognized: 1, failed: 1 } });
    const failed = (await service.call('job.report', { jobId })).filter(({ outcome }) => outcome === 'failed');
    expect(failed).toHaveLength(1);
    expect(failed[0]?.message).toMatch(/note\.txt/);
    expect(failed[0]?.message).not.toContain(service.dir);
  });

  it('in a language without data fails by its name and changes nothing', async () => {
    const { jobId } = await service.call('ocr.start', { sourceIds: [sourceId], languages: ['tlh'] });
    expect((await service.finish(jobId)).outcomes).toEqual({ failed: 1 });
    expect((await service.call('job.report', { jobId }))[0]?.message).toContain('tlh');
    expect((await service.call('source.get', { id: sourceId })).versions).toHaveLength(1);
  });

  it('is corrected by a person: its words keep their places, and a word that was changed has that of the one before', async () => {
    await service.finish((await start()).jobId);
    const read = await service.call('text.get', { sourceId });
    const before = await service.call('page.words', { versionId: read.id });
    const text = read.text.replace('governor', 'Gouverneur').replace('No member', 'No single member');
    const first = { sourceId, versionId: read.id, text, reason: '' };
    const { versionId } = await service.call('text.correct', first);
    const last = { sourceId, versionId, text: text.replace('rose', 'closed'), reason: '' };
    const again = await service.call('text.correct', last);
    const after = await service.call('page.words', { versionId: again.versionId });
    const words = after.flatMap((page) =>
      page.words.map((word) => [last.text.slice(word.start, word.end), word] as const),
    );
    // Nobody knows where the word is that was not read.
    expect(words.map(([word]) => word).join(' ')).toBe(last.text.replace('single ', '').replace(/\s+/g, ' '));
    const boxOf = (pages: typeof before, source: string, name: string) => {
      const word = pages.flatMap((page) => page.words).find((one) => source.slice(one.start, one.end) === name);
      return word && [word.left, word.top, word.right, word.bottom];
    };
    expect(boxOf(after, last.text, 'Gouverneur')).toEqual(boxOf(before, read.text, 'governor'));
    expect(boxOf(after, last.text, 'closed')).toEqual(boxOf(before, read.text, 'rose'));
    expect(boxOf(after, last.text, 'Thursday,')).toEqual(boxOf(before, read.text, 'Thursday,'));
    expect(words.filter(([, { confidence }]) => confidence === null).map(([word]) => word)).toEqual([
      'Gouverneur',
      'closed',
    ]);
    expect(after.map(({ page }) => page)).toEqual(before.map(({ page }) => page));
    expect(await service.call('page.words', { versionId: sourceId as never })).toEqual([]);
  });

  it('that finds no word says so and what to do, and leaves the text that is there', async () => {
    const blank = await service.files({ 'blank.png': png(400, 300, new Uint8Array(400 * 300 * 3).fill(255)) });
    await service.importFiles(blank);
    const id = (await sources()).at(-1) as SourceId;
    const { id: versionId } = await service.call('text.get', { sourceId: id });
    await service.call('text.correct', { sourceId: id, versionId, text: 'What I read there.', reason: '' });
    const { jobId } = await service.call('ocr.start', { sourceIds: [id], languages: ['eng'] });
    expect((await service.finish(jobId)).outcomes).toEqual({ failed: 1 });
    expect((await service.call('job.report', { jobId }))[0]?.message).toMatch(/No words could be read.*transcribe/);
    expect((await service.call('text.get', { sourceId: id })).text).toBe('What I read there.');
    expect(await service.call('ocr.unfinished', undefined)).toEqual([]);
  });

  it('done again to the same end changes nothing, and says so', async () => {
    await service.finish((await start()).jobId);
    const { jobId } = await start();
    expect((await service.finish(jobId)).outcomes).toEqual({ recognized: 1 });
    expect((await service.call('job.report', { jobId }))[0]?.remarks).toEqual([
      expect.stringMatching(/nothing was changed/),
    ]);
    expect((await service.call('source.get', { id: sourceId })).versions).toHaveLength(2);
  });

  it('never changes the original', async () => {
    const { originals } = await service.call('source.get', { id: sourceId });
    const file = join(service.dir, 'originals', originals[0]?.sha256.slice(0, 2) ?? '', originals[0]?.sha256 ?? '');
    const before = await readFile(file);
    await service.finish((await start()).jobId);
    expect(await readFile(file)).toEqual(before);
  });
});
