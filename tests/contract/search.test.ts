import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input, SourceId } from '../../electron/contract/index.js';
import { type ServiceUnderTest, startService } from '../support/service.js';

let service: ServiceUnderTest;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

const PASSAGE = 'The envoy carried a sealed letter about the Danube bridges to the president.';
const PAPERS = {
  'cable.txt': `CABLE\n\n${PASSAGE}\n\nThe weather was fine.`,
  'memo.txt': `MEMORANDUM\n\nHe wrote: a sealed letter about the bridges on the Danube was carried by an envoy.\n\nNo more.`,
  'note.txt': 'NOTE\n\nThe envoy was late. The old envoy, they say, was never late.',
  'pismo.txt': 'ПИСМО\n\nПредседник није примио изасланика, кажу извори из кабинета председника и други људи.',
  'other.txt': 'OTHER\n\nThe weather was fine for a long while.',
};
type Paper = keyof typeof PAPERS;
const DESCRIPTIONS: Record<Paper, Input<'source.describe'>['change']> = {
  'cable.txt': { title: 'Cable', documentType: 'Cable', creators: ['Embassy'], dateWritten: '2000-09-06' },
  'memo.txt': { title: 'Memo', documentType: 'Memorandum', creators: ['Clerk', 'Embassy'], dateWritten: '2000-10' },
  'note.txt': { title: 'Note', documentType: 'Memorandum', dateWritten: '1999-12-31' },
  'pismo.txt': { title: 'Pismo', documentType: 'Letter', language: 'sr-Cyrl' },
  'other.txt': { title: 'Other', documentType: 'Cable', language: 'en' },
};

/** An archive of five described papers. @returns their ids. */
async function withPapers(): Promise<Record<Paper, SourceId>> {
  await service.call('archive.create', { dir: service.dir });
  const { job } = await service.importFiles(await service.files(PAPERS));
  const report = await service.call('job.report', { jobId: job.id });
  const ids = Object.fromEntries(report.map((line) => [line.name.split('/').at(-1), line.sourceId]));
  for (const [name, change] of Object.entries(DESCRIPTIONS)) {
    await service.call('source.describe', { ids: [ids[name] as SourceId], change });
  }
  return ids as Record<Paper, SourceId>;
}
const asked = { query: 'envoy', mode: 'any', filter: {}, offset: 0, limit: 50 } as const;
const search = (change: Partial<Input<'search.query'>> = {}) => service.call('search.query', { ...asked, ...change });
const titles = async (change: Partial<Input<'search.query'>>) => (await search(change)).hits.map(({ title }) => title);
const counts = (facet: readonly { label: string; count: number }[]) => facet.map((f) => `${f.label} ${f.count}`);

describe('search.query', () => {
  it('says how many were found of how many, and counts them by type, creator, language and date', async () => {
    await withPapers();
    const { total, searched, hits, facets, remarks } = await search();
    expect({ total, searched, hits: hits.length, remarks }).toEqual({ total: 3, searched: 5, hits: 3, remarks: [] });
    expect(counts(facets.documentTypes)).toEqual(['Memorandum 2', 'Cable 1']);
    expect(counts(facets.creators)).toEqual(['Embassy 2', 'Clerk 1', 'Not given 1']);
    expect(facets.dates).toMatchObject({ unit: 'month', undated: 0 });
    expect(facets.dates.bins.filter(({ count }) => count > 0).map(({ label }) => label)).toEqual([
      'December 1999',
      'September 2000',
      'October 2000',
    ]);
    expect(facets.dates.bins).toHaveLength(11);
  });

  it('keeps the other choices of a facet in sight while one is made', async () => {
    await withPapers();
    const { total, facets } = await search({ filter: { documentTypes: ['Cable'] } });
    expect(total).toBe(1);
    expect(counts(facets.documentTypes)).toEqual(['Memorandum 2', 'Cable 1']);
    expect(counts(facets.creators)).toEqual(['Embassy 1']);
  });

  it('gives pages of one answer, or its counts alone', async () => {
    await withPapers();
    const whole = await titles({});
    expect([...(await titles({ limit: 1 })), ...(await titles({ offset: 1, limit: 5 }))]).toEqual(whole);
    const none = await search({ limit: 0 });
    expect(none).toMatchObject({ total: 3, hits: [] });
    expect(none.facets.documentTypes).toHaveLength(2);
  });

  it('lists by facets alone, newest first, and finds nothing when neither line nor facet says anything', async () => {
    await withPapers();
    expect(await search({ query: ' ' })).toMatchObject({ total: 0, searched: 5 });
    expect(await titles({ query: '', filter: { documentTypes: ['Memorandum', 'Cable'] } })).toEqual([
      'Memo',
      'Cable',
      'Note',
      'Other',
    ]);
    const browsed = await search({ query: '', filter: { documentTypes: ['Letter'] } });
    expect(browsed.hits[0]).toMatchObject({ title: 'Pismo', score: 0, matches: [] });
    expect(browsed.hits[0]?.snippets[0]?.text).toContain('Председник');
  });

  it('narrows by tags, languages and collections, and counts them by name', async () => {
    const ids = await withPapers();
    const tag = await service.call('tag.create', { name: 'Urgent' });
    await service.call('tag.add', { id: tag.id, ids: [ids['cable.txt'], ids['note.txt']] });
    const collection = await service.call('collection.create', { name: 'First reading' });
    await service.call('collection.add', { id: collection.id, ids: [ids['note.txt']] });
    expect((await titles({ filter: { tagIds: [tag.id] } })).sort()).toEqual(['Cable', 'Note']);
    const { facets } = await search();
    expect(facets.tags).toEqual([{ value: tag.id, label: 'Urgent', count: 2 }]);
    expect(facets.collections).toEqual([{ value: collection.id, label: 'First reading', count: 1 }]);
    expect(await titles({ query: 'председник', filter: { languages: ['sr-Cyrl'] } })).toEqual(['Pismo']);
    expect(await titles({ query: 'председник', filter: { languages: ['en'] } })).toEqual([]);
    await service.call('tag.delete', { id: tag.id });
    expect((await search()).facets.tags).toEqual([]);
    const gone = await service.refusal('search.query', { ...asked, filter: { tagIds: [tag.id] } });
    expect(gone).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('takes filters in the line as well, and names what is near when there is no such collection', async () => {
    const ids = await withPapers();
    const collection = await service.call('collection.create', { name: 'First reading' });
    await service.call('collection.add', { id: collection.id, ids: [ids['note.txt'], ids['pismo.txt']] });
    expect(await titles({ query: 'envoy in:first', mode: 'all' })).toEqual(['Note']);
    expect(await titles({ query: 'envoy type:memo date:2000', mode: 'all' })).toEqual(['Memo']);
    expect(await titles({ query: 'language:serbian' })).toEqual(['Pismo']);
    const line = 'envoy in:frist';
    const refusal = await service.refusal('search.query', { ...asked, query: line });
    expect(refusal).toMatchObject({ code: 'QUERY_SYNTAX', message: expect.stringContaining('“First reading”') });
    const { start, end } = refusal.details as { start: number; end: number };
    expect(line.slice(start, end)).toContain('frist');
  });
});

describe('search.concordance', () => {
  it('shows every place with the words around it, in the order asked for', async () => {
    const ids = await withPapers();
    const concordance = (sort: 'source' | 'left' | 'right' | 'match') =>
      service.call('search.concordance', { ...asked, sort });
    const { total, sources, lines } = await concordance('source');
    expect({ total, sources }).toEqual({ total: 4, sources: 3 });
    expect(lines.map(({ title }) => title)).toEqual(['Note', 'Note', 'Cable', 'Memo']);
    for (const { sourceId, start, end, match } of lines) {
      const { text } = await service.call('text.get', { sourceId });
      expect(text.slice(start, end)).toBe(match);
    }
    const after = (await concordance('right')).lines.map(({ right }) =>
      right.trim().split(/\W+/).slice(0, 2).join(' '),
    );
    expect(after).toEqual([...after].sort((a, b) => a.replace(/\W/g, '').localeCompare(b.replace(/\W/g, ''))));
    const before = (await concordance('left')).lines.map(({ left }) => left.trim().split(/\W+/).at(-1)?.toLowerCase());
    expect(before).toEqual(['an', 'old', 'the', 'the']);
    await service.call('source.delete', { ids: [ids['note.txt']] });
    expect((await concordance('source')).total).toBe(2);
  });

  it('obeys the filters, and is exported whole', async () => {
    await withPapers();
    const filter = { documentTypes: ['Memorandum'] };
    const page = await service.call('search.concordance', { ...asked, filter, sort: 'source', limit: 1 });
    expect(page).toMatchObject({ total: 3, sources: 2 });
    expect(page.lines).toHaveLength(1);
    const file = join(service.folder, 'lines.csv');
    const order = { query: 'envoy', mode: 'any', filter, sort: 'left', file } as const;
    expect(await service.call('search.exportConcordance', order)).toMatchObject({ lines: 3 });
    expect(await readFile(file, 'utf8')).toContain('was carried by an');
  });
});

describe('search.similar', () => {
  it('finds the passage elsewhere that has most of its telling words', async () => {
    const ids = await withPapers();
    const { text } = await service.call('text.get', { sourceId: ids['cable.txt'] });
    const start = text.indexOf(PASSAGE);
    const passage = { sourceId: ids['cable.txt'], start, end: start + PASSAGE.length };
    const found = await service.call('search.similar', { ...passage, limit: 10 });
    expect(found[0]).toMatchObject({ sourceId: ids['memo.txt'], title: 'Memo' });
    expect(found[0]?.text).toContain('a sealed letter about the bridges');
    expect(found[0]?.similarity).toBeGreaterThan(0.5);
    expect(found.every(({ similarity }, at) => similarity <= (found[at - 1]?.similarity ?? 1))).toBe(true);
    const marked = found[0]?.matches.map(([from, to]) => found[0]?.text.slice(from, to));
    expect(marked).toEqual(expect.arrayContaining(['sealed', 'letter', 'Danube']));
    expect(await service.refusal('search.similar', { ...passage, end: 99_999, limit: 1 })).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});

describe('search.state and search.reindex', () => {
  it('report the index and rebuild it, after which the same is found', async () => {
    await withPapers();
    const before = await titles({});
    expect(await service.call('search.state', undefined)).toMatchObject({ documents: 5, isCurrent: true });
    const job = await service.finish((await service.call('search.reindex', undefined)).jobId);
    expect(job).toMatchObject({ kind: 'index', state: 'done' });
    expect(await service.call('search.state', undefined)).toMatchObject({ documents: 5, isCurrent: true });
    expect(await titles({})).toEqual(before);
  });
});
