/** Proofread and transcribed texts in the archive: words keep their places, what was seen is certain, pages are given. */
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { PageWords, ProofreadPage, SourceId } from '../../electron/contract/index.js';
import { drawPage } from '../support/drawn-page.js';
import { greyPng } from '../support/make-images.js';
import { type ServiceUnderTest, startService } from '../support/service.js';
import { story } from '../support/story.js';

const it = story();
const LAYOUT = { widthPx: 1_240, heightPx: 420, sizePx: 44, marginPx: 60 } as const;
const TEXTS = ['The council met again on Thursday.', 'The letter of the governor was read.'];
let service: ServiceUnderTest;
let sourceId: SourceId;

beforeAll(async () => {
  service = await startService();
  await service.call('archive.create', { dir: service.dir });
  const pages = TEXTS.map((text) => drawPage([text], LAYOUT));
  const files = Object.fromEntries(pages.map((page, at) => [`${at + 1}.png`, greyPng(page)]));
  await service.importFiles(await service.files(files));
  const sort = { by: 'title', direction: 'ascending' } as const;
  const { rows } = await service.call('source.list', { filter: {}, sort, offset: 0, limit: 5 });
  sourceId = rows[0]?.id as SourceId;
  const originals = rows.map(({ id }) => ({ sourceId: id, position: 0 }));
  await service.call('page.arrange', { sources: [{ id: sourceId, originals }] });
  const { jobId } = await service.call('ocr.start', { sourceIds: [sourceId], languages: ['eng'] });
  expect(await service.finish(jobId)).toMatchObject({ state: 'done', outcomes: { recognized: 1 } });
}, 180_000);
afterAll(() => service?.close());

const current = () => service.call('text.get', { sourceId });
const words = async () => service.call('page.words', { versionId: (await current()).id });
const asIs = (pages: readonly PageWords[]): ProofreadPage[] =>
  pages.map(({ pageIndex, start }) => ({ pageIndex, start, words: null }));
const lettersOf = (text: string, pages: readonly PageWords[]) =>
  pages.map((page) => page.words.map(({ start, end }) => text.slice(start, end)).join(' '));

describe('the words of a text that was read by OCR', () => {
  it('are where they say in the text of the version, on every page', async () => {
    expect(lettersOf((await current()).text, await words())).toEqual(TEXTS);
  });

  it('that a person has seen are certain in a version with the same text; those of other pages are as they were', async () => {
    const before = await current();
    const [first, second] = await words();
    const seen = first?.words.map((word, at) => (at === 1 ? { ...word, confidence: 100 } : word)) ?? [];
    await service.call('text.correct', {
      sourceId,
      versionId: before.id,
      text: before.text,
      reason: 'Proofread',
      words: [
        { pageIndex: 0, start: first?.start ?? 0, words: seen },
        { pageIndex: 1, start: second?.start ?? 0, words: null },
      ],
    });
    const after = await current();
    expect(after).toMatchObject({ text: before.text, parentId: before.id, reason: 'Proofread', origin: 'person' });
    const pages = await words();
    expect(pages[0]?.words).toEqual(seen);
    expect(pages[1]).toEqual(second);
    expect(pages.map(({ page }) => page)).toEqual([first?.page, second?.page]);
  });

  it('move with their page, and go over from a version whose words were proofread before', async () => {
    const before = await current();
    const [first, second] = await words();
    const text = before.text.replace('council', 'town council');
    await service.call('text.correct', {
      sourceId,
      versionId: before.id,
      text,
      reason: 'Proofread',
      words: [
        { pageIndex: 0, start: 0, words: first?.words.slice(0, 1) ?? [] },
        { pageIndex: 1, start: (second?.start ?? 0) + 5, words: null },
      ],
    });
    expect(lettersOf(text, await words())).toEqual(['The', TEXTS[1]]);
  });

  it('come back with the text before, by one undo', async () => {
    await service.call('history.undo', undefined);
    expect(lettersOf((await current()).text, await words())).toEqual(TEXTS);
  });

  it('are refused, and nothing changes, when they lie outside of the text or in no order', async () => {
    const { id: versionId, text } = await current();
    const pages = await words();
    const [first] = pages;
    const refused = (page: ProofreadPage) =>
      service.refusal('text.correct', {
        sourceId,
        versionId,
        text,
        reason: '',
        words: [page, ...asIs(pages).slice(1)],
      });
    const own = first?.words ?? [];
    expect(await refused({ pageIndex: 0, start: 0, words: own.toReversed() })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await refused({ pageIndex: 0, start: text.length, words: own })).toMatchObject({ code: 'INVALID_INPUT' });
    expect((await current()).id).toBe(versionId);
  });

  it('are asked of nobody where no page was read', async () => {
    const other = await service.call('source.create', { description: { title: 'A box' } });
    const { id: versionId } = await service.call('text.get', { sourceId: other.sourceId });
    const words = [{ pageIndex: 0, start: 0, words: null }];
    const refusal = await service.refusal('text.correct', {
      sourceId: other.sourceId,
      versionId,
      text: 'A',
      reason: '',
      words,
    });
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('a transcription', () => {
  it('has the pages that it was given', async () => {
    const { id: versionId } = await current();
    const pages = [
      { kind: 'page', start: 0, end: 9, pageIndex: 0, pageLabel: '1r' },
      { kind: 'page', start: 11, end: 21, pageIndex: 1, pageLabel: '1v' },
    ] as const;
    const text = 'One page.\n\nThe other.';
    await service.call('text.correct', { sourceId, versionId, text, reason: 'Transcribed', pages: [...pages] });
    expect((await current()).spans.filter(({ kind }) => kind === 'page')).toEqual(pages);
  });

  it('is refused when its pages overlap or end behind the text', async () => {
    const { id: versionId } = await current();
    const page = { kind: 'page', start: 0, end: 3, pageIndex: 0, pageLabel: '1' } as const;
    for (const second of [
      { ...page, start: 2, end: 4 },
      { ...page, start: 3, end: 50 },
    ]) {
      const input = { sourceId, versionId, text: 'Seven', reason: '', pages: [page, second] };
      expect(await service.refusal('text.correct', input)).toMatchObject({ code: 'INVALID_INPUT' });
    }
  });
});
