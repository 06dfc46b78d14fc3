import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SearchQuery } from '../../electron/contract/index.js';
import { type ServiceUnderTest, startService } from '../support/service.js';

let service: ServiceUnderTest;
beforeEach(async () => {
  service = await startService();
  await service.call('archive.create', { dir: service.dir });
  await service.importFiles(
    await service.files({
      'memo.txt': 'The envoy was received by the President.',
      'note.txt': 'Nobody was received that day.',
    }),
  );
});
afterEach(() => service.close());

const query = (line: string, more: Partial<SearchQuery> = {}): SearchQuery => ({
  query: line,
  mode: 'any',
  filter: {},
  ...more,
});

describe('the search log, over the contract', () => {
  it('keeps what was searched with the truth about what was found, and nothing of keystrokes', async () => {
    await service.call('search.query', { ...query('env'), offset: 0, limit: 10 });
    const entry = await service.call('search.record', query('envoy'));
    expect(entry).toMatchObject({ query: query('envoy'), scope: '', searched: 2, hits: 1 });
    expect(entry.who).toMatch(/\S/);
    await service.call('search.record', query('zanzibar'));
    const { entries, total } = await service.call('search.log', { offset: 0, limit: 10 });
    expect(total).toBe(2);
    expect(entries.map(({ query: asked, hits }) => [asked.query, hits])).toEqual([
      ['zanzibar', 0],
      ['envoy', 1],
    ]);
    expect(await service.call('search.log', { offset: 0, limit: 10, onlyEmpty: true })).toMatchObject({ total: 1 });
  });

  it('says with the names of then where was searched, also when they have changed since', async () => {
    const tag = await service.call('tag.create', { name: 'Urgent' });
    await service.call('search.record', query('envoy', { filter: { tagIds: [tag.id], dateFrom: '1999' } }));
    await service.call('tag.rename', { id: tag.id, name: 'Done' });
    const [entry] = (await service.call('search.log', { offset: 0, limit: 1 })).entries;
    expect(entry?.scope).toContain('Urgent');
    expect(entry?.scope).toContain('1999');
  });

  it('is refused for a line that cannot be read, and then holds nothing of it', async () => {
    expect(await service.refusal('search.record', query('peace AND'))).toMatchObject({ code: 'QUERY_SYNTAX' });
    expect((await service.call('search.log', { offset: 0, limit: 10 })).total).toBe(0);
  });

  it('offers what was searched recently while a line is typed', async () => {
    for (const line of ['envoy', 'the envoy', 'President', 'envoy']) await service.call('search.record', query(line));
    const offered = await service.call('search.history', { typed: 'ENV', limit: 5 });
    expect(offered.map((entry) => entry.query.query)).toEqual(['envoy', 'the envoy']);
  });

  it('stays when the archive is closed, and only answers in one that is open for reading', async () => {
    await service.call('search.record', query('envoy'));
    await service.call('archive.close', undefined);
    await service.call('archive.open', { dir: service.dir, access: 'read' });
    expect((await service.call('search.log', { offset: 0, limit: 10 })).total).toBe(1);
    expect(await service.refusal('search.record', query('x'))).toMatchObject({ code: 'ARCHIVE_READ_ONLY' });
    expect(await service.refusal('search.reindex', undefined)).toMatchObject({ code: 'ARCHIVE_READ_ONLY' });
  });

  it('is written to a table or to JSON, and never over a file unasked', async () => {
    await service.call('search.record', query('envoy'));
    await service.call('search.record', query('=zanzibar'));
    const file = join(service.folder, 'log.csv');
    const target = { file, format: 'csv' } as const;
    expect(await service.call('search.exportLog', target)).toMatchObject({ entries: 2 });
    const [, first, second] = (await readFile(file, 'utf8')).split('\r\n');
    expect(first).toContain(',envoy,any,');
    expect(second).toContain(",'=zanzibar,any,");
    expect(await service.refusal('search.exportLog', target)).toMatchObject({ code: 'FILE_EXISTS' });
    await service.call('search.exportLog', { file, format: 'json', onExisting: 'replace' });
    const { entries } = JSON.parse(await readFile(file, 'utf8'));
    expect(entries).toEqual((await service.call('search.log', { offset: 0, limit: 9 })).entries.reverse());
  });
});

describe('an index that is rebuilt', () => {
  it('is a job that ends, and finds what it found before', async () => {
    const { jobId } = await service.call('search.reindex', undefined);
    const job = await service.finish(jobId);
    expect(job).toMatchObject({ kind: 'index', state: 'done', error: null });
    expect(await service.call('search.state', undefined)).toMatchObject({ documents: 2, isCurrent: true });
    expect((await service.call('search.query', { ...query('envoy'), offset: 0, limit: 5 })).total).toBe(1);
  });
});

describe('a concordance, over the contract', () => {
  it('is written to a table whose lines are those shown', async () => {
    const asked = { ...query('received'), sort: 'source' } as const;
    const shown = await service.call('search.concordance', { ...asked, offset: 0, limit: 50 });
    expect(shown).toMatchObject({ total: 2, sources: 2 });
    const file = join(service.folder, 'concordance.csv');
    expect(await service.call('search.exportConcordance', { ...asked, file })).toMatchObject({ lines: 2 });
    const rows = (await readFile(file, 'utf8')).slice(1).split('\r\n').slice(1, -1);
    expect(rows.map((row) => row.split(',').slice(-3))).toEqual(
      shown.lines.map(({ sourceId, start, end }) => [sourceId, String(start), String(end)]),
    );
    expect(await service.refusal('search.exportConcordance', { ...asked, file })).toMatchObject({
      code: 'FILE_EXISTS',
    });
  });
});
