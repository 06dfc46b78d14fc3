import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CallName, calls, type SourceId } from '../../electron/contract/index.js';
import { root, type ServiceUnderTest, startService } from '../support/service.js';

let service: ServiceUnderTest;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

const everything = { query: '', mode: 'any', filter: {}, offset: 0, limit: 50 } as const;
const PAPERS = {
  'memo.txt': 'MEMORANDUM\n\nThe President asked whether Radošević would receive the envoy.\n\nHe would not say.',
  'notes.md': '# Notes\n\nThe envoy was received on 6 September 2000.\n',
  'press/article.html':
    '<html lang="sr"><head><title>Вест</title></head><body><article><p>Радошевић је примио изасланика, кажу извори из кабинета председника.</p></article></body></html>',
};

async function withPapers(): Promise<Record<string, SourceId>> {
  await service.call('archive.create', { dir: service.dir });
  const { job } = await service.importFiles(await service.files(PAPERS));
  expect(job).toMatchObject({ state: 'done', outcomes: { imported: 3 } });
  const report = await service.call('job.report', { jobId: job.id });
  return Object.fromEntries(report.map((line) => [line.name.split('/').at(-1), line.sourceId as SourceId]));
}
const found = async (query: string, mode: 'any' | 'all' | 'phrase' = 'any') =>
  (await service.call('search.query', { ...everything, query, mode })).hits.map((hit) => hit.sourceId);

describe('the contract', () => {
  it('refuses a window every call that carries a path', async () => {
    const trusted = (Object.keys(calls) as CallName[]).filter((name) => calls[name].audience === 'trusted');
    expect(trusted).toContain('archive.open');
    for (const name of trusted) {
      const result = await service.asWindow(name, { dir: '/', file: '/x', paths: ['/etc'] } as never);
      expect(result).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    }
  });

  it('says which part of an input is wrong', async () => {
    const refusal = await service.refusal('source.get', { id: 'not-an-id' as SourceId });
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT', details: { path: ['id'] } });
  });

  it('answers NO_ARCHIVE, with what to do, while none is open', async () => {
    expect(await service.refusal('search.query', { ...everything, query: 'x' })).toMatchObject({ code: 'NO_ARCHIVE' });
  });
});

describe('importing', () => {
  it('brings in text, Markdown and HTML, keeps the bytes, and finds them at once in either script', async () => {
    const ids = await withPapers();
    expect((await found('Radosevic')).sort()).toEqual([ids['memo.txt'], ids['article.html']].sort());
    const { originals } = await service.call('source.get', { id: ids['memo.txt'] as SourceId });
    const { path } = await service.call('original.locate', { sha256: originals[0]?.sha256 as never });
    expect(await readFile(path, 'utf8')).toBe(PAPERS['memo.txt']);
  });

  it('says beforehand what it will do with each file, without telling a path', async () => {
    await withPapers();
    const files = await service.files({
      'again.txt': PAPERS['memo.txt'],
      'new.txt': 'new',
      'twin.txt': 'new',
      'odd.xyz': 'x',
    });
    const { jobId, planId } = await service.call('import.scan', { paths: [files] });
    await service.finish(jobId);
    const { entries } = await service.call('import.plan', { planId });
    const status = Object.fromEntries(entries.map((e) => [e.name.split('/').at(-1), e.status]));
    expect(status).toEqual({
      'again.txt': 'duplicate',
      'new.txt': 'new',
      'twin.txt': 'duplicate',
      'odd.xyz': 'unsupported',
    });
    expect(JSON.stringify(entries)).not.toContain(service.folder);
  });

  it('skips duplicates or imports them again, as the person chose, and says so', async () => {
    await withPapers();
    const files = await service.files({ 'again.txt': PAPERS['memo.txt'] });
    expect((await service.importFiles(files)).job.outcomes).toEqual({ duplicate: 1 });
    expect((await service.importFiles(files, 'import')).job.outcomes).toEqual({ imported: 1 });
    expect((await service.call('archive.info', undefined)).counts.sources).toBe(4);
  });

  it('reports a file that cannot be read with its reason, imports the others, and keeps nothing of the bad one', async () => {
    await service.call('archive.create', { dir: service.dir });
    const files = await service.files({
      'bad.pdf': '%PDF-1.7 this is no PDF',
      'empty.txt': '',
      'good.txt': 'A good text.',
    });
    const { job } = await service.importFiles(files);
    expect(job).toMatchObject({ state: 'done', outcomes: { imported: 1, failed: 2 } });
    const failed = (await service.call('job.report', { jobId: job.id })).filter((l) => l.outcome === 'failed');
    for (const line of failed) expect(line.message).toMatch(/\S{3,}/);
    const verified = await service.call('verify.start', undefined);
    const end = await service.finish(verified.jobId);
    expect(end.outcomes).toEqual({ verified: 1 });
  });

  it('can be cancelled, and what was imported until then stays', async () => {
    await service.call('archive.create', { dir: service.dir });
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`${n}.txt`, `Text number ${n}.`]));
    const { jobId, planId } = await service.call('import.scan', { paths: [await service.files(many)] });
    await service.finish(jobId);
    const started = await service.call('import.start', { planId, duplicates: 'skip' });
    while ((await service.call('job.report', started)).length < 5) await new Promise((r) => setTimeout(r, 5));
    await service.call('job.cancel', started);
    const job = await service.finish(started.jobId);
    expect(job.state).toBe('cancelled');
    const { counts } = await service.call('archive.info', undefined);
    expect(counts.sources).toBe(job.outcomes.imported);
    expect(counts.sources).toBeLessThan(300);
  });

  it('tells progress with a name and ends exactly once', async () => {
    await withPapers();
    const ends = service.events.filter(
      ({ name, body }) =>
        name === 'job.changed' &&
        (body as { job: { kind: string; state: string } }).job.kind === 'import' &&
        (body as { job: { state: string } }).job.state === 'done',
    );
    expect(ends).toHaveLength(1);
  });

  it('is one step to undo', async () => {
    await withPapers();
    expect((await service.call('history.state', undefined)).undo).toMatch(/import/i);
    await service.call('history.undo', undefined);
    expect((await service.call('archive.info', undefined)).counts).toMatchObject({ sources: 0, inBin: 3 });
    expect(await found('envoy')).toEqual([]);
    await service.call('history.redo', undefined);
    expect(await found('envoy')).toHaveLength(2);
  });
});

describe('searching an archive', () => {
  it('follows every change at once: description, bin, undo, reopening', async () => {
    const ids = await withPapers();
    const memo = ids['memo.txt'] as SourceId;
    // Reopened first, so that the states before and after the change lie in different files of the index.
    await service.call('archive.close', undefined);
    await service.call('archive.open', { dir: service.dir });
    await service.call('source.describe', { ids: [memo], change: { title: 'Zanzibar memorandum' } });
    expect(await found('zanzibar')).toEqual([memo]);
    await service.call('source.delete', { ids: [memo] });
    expect(await found('zanzibar')).toEqual([]);
    await service.call('history.undo', undefined);
    expect(await found('zanzibar')).toEqual([memo]);
    await service.call('archive.close', undefined);
    await service.call('archive.open', { dir: service.dir });
    expect(await found('zanzibar')).toEqual([memo]);
    expect(await found('asked whether', 'phrase')).toEqual([memo]);
    const { matches } = await service.call('search.matches', { sourceId: memo, query: 'radosevic', mode: 'any' });
    expect(matches).toHaveLength(1);
  });

  it('marks the hits in the stored text', async () => {
    const ids = await withPapers();
    const memo = ids['memo.txt'] as SourceId;
    const { text } = await service.call('text.get', { sourceId: memo });
    const { matches } = await service.call('search.matches', { sourceId: memo, query: 'radosevic', mode: 'any' });
    expect(matches.map(([start, end]) => text.slice(start, end))).toEqual(['Radošević']);
  });

  it('filters by date, type and collection', async () => {
    const ids = await withPapers();
    const memo = ids['memo.txt'] as SourceId;
    await service.call('source.describe', {
      ids: [memo],
      change: { dateWritten: '2000-09', documentType: 'Memorandum' },
    });
    const { id } = await service.call('collection.create', { name: 'Calls' });
    await service.call('collection.add', { id, ids: [memo] });
    const inside = async (filter: object) =>
      (await service.call('search.query', { ...everything, query: 'envoy', filter })).hits.map((hit) => hit.sourceId);
    expect(await inside({ dateFrom: '2000-09-06', dateTo: '2000-09-06' })).toEqual([memo]);
    expect(await inside({ dateFrom: '2000-10' })).toEqual([]);
    expect(await inside({ documentTypes: ['Memorandum'] })).toEqual([memo]);
    expect(await inside({ collectionId: id })).toEqual([memo]);
    expect(
      await service.refusal('search.query', { ...everything, query: 'envoy', filter: { dateFrom: 'soon' } }),
    ).toMatchObject({
      code: 'DATE_INVALID',
    });
  });

  it('exports what was found, and never over a file without being asked to', async () => {
    await withPapers();
    const file = join(service.folder, 'found.csv');
    const order = { query: 'envoy', mode: 'any', filter: {}, file, format: 'csv' } as const;
    expect(await service.call('search.export', order)).toMatchObject({ hits: 2 });
    expect(await readFile(file, 'utf8')).toContain('would receive the envoy');
    await writeFile(file, 'mine');
    expect(await service.refusal('search.export', order)).toMatchObject({ code: 'FILE_EXISTS' });
    expect(await readFile(file, 'utf8')).toBe('mine');
  });
});

describe('what a window learns', () => {
  it('names files and archives, never where they lie', async () => {
    await service.call('archive.create', { dir: service.dir });
    const { job } = await service.importFiles(await service.files({ 'bad.pdf': '%PDF-1.7 no', 'empty.txt': '' }));
    const messages = [
      await service.asWindow('job.report', { jobId: job.id }),
      await service.asWindow('job.list', undefined),
      await service.asWindow('archive.info', undefined),
      await service.asWindow('source.get', { id: '01890000-0000-7000-8000-000000000000' as SourceId }),
    ];
    expect(JSON.stringify(messages)).toContain('bad.pdf');
    expect(JSON.stringify(messages)).not.toContain(service.folder);
  });
});

describe('the sample archive', () => {
  it('is rebuilt when a stop left half of one, and never over one that is there', async () => {
    await service.call('archive.create', { dir: `${service.dir}.making` });
    await service.call('archive.close', undefined);
    expect((await service.call('archive.createSample', { dir: service.dir })).counts.sources).toBe(34);
    expect(await service.refusal('archive.createSample', { dir: service.dir })).toMatchObject({
      code: 'ARCHIVE_EXISTS',
    });
  });

  it('comes whole, described, searchable, with nothing to undo and a first thing to look at', async () => {
    const info = await service.call('archive.createSample', { dir: service.dir });
    expect(info.counts).toMatchObject({ sources: 34, collections: 5 });
    expect(await service.call('history.state', undefined)).toEqual({ undo: null, redo: null, step: null });
    const first = await service.call('archive.firstLook', undefined);
    expect(await found(first?.query ?? '')).toContain(first?.sourceId);
    const { rows } = await service.call('source.list', {
      filter: {},
      sort: { by: 'dateWritten', direction: 'ascending' },
      offset: 0,
      limit: 50,
    });
    expect(rows.filter(({ documentType, dateWritten }) => !documentType || !dateWritten)).toEqual([]);
  });

  it('holds every sentence and passage of its key in the texts as read', async () => {
    await service.call('archive.createSample', { dir: service.dir });
    const key = JSON.parse(await readFile(join(root, 'data/sample-archive/key.json'), 'utf8')) as {
      id: string;
      article: string;
      sentence: string;
      source: string | null;
      passage: string | null;
    }[];
    const ids = await service.call('source.ids', { filter: {}, sort: { by: 'title', direction: 'ascending' } });
    const texts = new Map<string, string>();
    for (const id of ids) {
      const source = await service.call('source.get', { id });
      const { text } = await service.call('text.get', { sourceId: id });
      texts.set(`documents/${source.originals[0]?.fileName}`, text);
    }
    const lost = key.filter(
      ({ article, sentence, source, passage }) =>
        !texts.get(article)?.includes(sentence) || (source && passage && !texts.get(source)?.includes(passage)),
    );
    expect(lost.map(({ id }) => id)).toEqual([]);
    expect(key.length).toBeGreaterThanOrEqual(37);
  });
});

describe('backups', () => {
  it('say which originals they could not take, and give back the rest', async () => {
    const ids = await withPapers();
    const { originals } = await service.call('source.get', { id: ids['memo.txt'] as SourceId });
    const sha256 = originals[0]?.sha256 as never;
    const { path } = await service.call('original.locate', { sha256 });
    await chmod(path, 0o644);
    await writeFile(path, 'somebody wrote into it');
    const file = join(service.folder, 'copy.fonds-backup');
    expect((await service.call('archive.backup', { file })).absent).toEqual([sha256]);
    await service.call('archive.restore', { file, dir: join(service.folder, 'Restored.fonds') });
    const { jobId } = await service.call('verify.start', undefined);
    expect((await service.finish(jobId)).outcomes).toEqual({ verified: 2, missing: 1 });
  });

  it('give back a complete archive: texts, originals, descriptions', async () => {
    await withPapers();
    const file = join(service.folder, 'copy.fonds-backup');
    await service.call('archive.backup', { file });
    const dir = join(service.folder, 'Restored.fonds');
    const info = await service.call('archive.restore', { file, dir });
    expect(info.counts.sources).toBe(3);
    expect(await found('Радошевић')).toHaveLength(2);
    const { jobId } = await service.call('verify.start', undefined);
    expect((await service.finish(jobId)).outcomes).toEqual({ verified: 3 });
  });
});
