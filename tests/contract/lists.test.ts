/** No list ends in silence: whoever reads one to its end has all of it, and every count is the true one. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CallName,
  type ExportFormat,
  type ExportSubject,
  type Input,
  type NoteId,
  type Output,
  readWhole,
  type SourceId,
} from '../../electron/contract/index.js';
import { type ServiceUnderTest, startService } from '../support/service.js';
import { terminal, terminalJson } from '../support/terminal.js';

/** One more than the most that a page of sources, notes or searches holds. */
const MANY = 501;
/** One more than the window once listed. */
const ANNOTATIONS = 10_001;
const numbered = Array.from({ length: MANY }, (_, index) => index);
const by = { by: 'title', direction: 'ascending' } as const;
/** All of the words of this source bear an annotation, one each. */
const LONG = Array.from({ length: ANNOTATIONS }, (_, index) => `w${index}`).join(' ');

let service: ServiceUnderTest;
let long: SourceId;
let sources: readonly SourceId[];
beforeAll(async () => {
  service = await startService();
  await service.call('archive.create', { dir: service.dir });
  const papers = numbered.map((index) => [`paper-${index}.txt`, `Paper ${index}`]);
  await service.importFiles(await service.files(Object.fromEntries(papers)));
  sources = await service.call('source.ids', { filter: {}, sort: by });
  const { job } = await service.importFiles(await service.files({ 'long.txt': LONG }));
  long = (await service.call('job.report', { jobId: job.id }))[0]?.sourceId as SourceId;
  const tag = await service.call('tag.create', { name: 'Everywhere' });
  await service.call('tag.add', { id: tag.id, ids: [...sources] });
  const [first, second] = sources as [SourceId, SourceId];
  for (const index of numbered) {
    const name = `${index}`;
    await service.call('note.create', { title: `Note ${name}`, body: 'Of a paper.' });
    if (index > 0) await service.call('tag.create', { name });
    await service.call('collection.create', { name });
    await service.call('search.save', { name, query: { query: name, mode: 'any', filter: {} } });
    await service.call('search.record', { query: name, mode: 'any', filter: {} });
    await service.call('collation.create', { name, witnesses: [{ sourceId: first }, { sourceId: second }] });
  }
  await annotateEveryWord();
});
afterAll(() => service.close());

/** By way of a file, as one step: one by one each would be a step of undo of its own. */
async function annotateEveryWord(): Promise<void> {
  const { text } = await service.call('text.get', { sourceId: long });
  const { originals } = await service.call('source.get', { id: long });
  const source = { id: `urn:uuid:${long}`, type: 'Text', 'fonds:originals': originals.map(({ sha256 }) => sha256) };
  let at = 0;
  const items = text.split(' ').map((word, index) => {
    const selector = [
      { type: 'TextQuoteSelector', exact: word, prefix: text.slice(Math.max(0, at - 12), at) },
      { type: 'TextPositionSelector', start: at, end: at + word.length },
    ];
    at += word.length + 1;
    return {
      id: `https://example.org/${index}`,
      type: 'Annotation',
      body: { type: 'TextualBody', value: `Comment ${index}`, purpose: 'commenting' },
      target: { source, selector },
    };
  });
  const page = { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage', items };
  const file = join(service.folder, 'marks.jsonld');
  await writeFile(file, JSON.stringify(page));
  const { jobId } = await service.call('exchange.import', { file });
  const job = await service.finish(jobId);
  expect(job.error).toBeNull();
  const { total } = await service.call('annotation.list', { filter: {}, sort: 'place', offset: 0, limit: 1 });
  expect(total, JSON.stringify((await service.call('job.report', { jobId })).slice(0, 2))).toBe(ANNOTATIONS);
}

describe('a list that is read to its end', () => {
  const whole = async (name: Parameters<typeof readWhole>[1], asked: object) =>
    readWhole(service.call as Parameters<typeof readWhole>[0], name, asked as never);
  const ids = (rows: readonly { readonly id: string }[]) => new Set(rows.map(({ id }) => id)).size;

  it('holds every source, note, annotation and search, and its count is theirs', async () => {
    const listed = (await whole('source.list', { filter: {}, sort: by })) as Output<'source.list'>;
    expect([listed.total, ids(listed.rows)]).toEqual([MANY + 1, MANY + 1]);
    const notes = (await whole('note.list', { sort: 'title' })) as Output<'note.list'>;
    expect([notes.total, ids(notes.rows)]).toEqual([MANY, MANY]);
    const marks = (await whole('annotation.list', {
      filter: { sourceId: long },
      sort: 'place',
    })) as Output<'annotation.list'>;
    expect([marks.total, ids(marks.annotations)]).toEqual([ANNOTATIONS, ANNOTATIONS]);
    const log = (await whole('search.log', {})) as Output<'search.log'>;
    expect([log.total, new Set(log.entries.map(({ seq }) => seq)).size]).toEqual([MANY, MANY]);
    const tagId = (await service.call('tag.list', undefined)).find(({ name }) => name === 'Everywhere')?.id;
    const bearing = (await whole('source.list', { filter: { tagId }, sort: by })) as Output<'source.list'>;
    expect([bearing.total, ids(bearing.rows)]).toEqual([MANY, MANY]);
    const found = (await whole('search.query', { query: 'paper', mode: 'any', filter: {} })) as Output<'search.query'>;
    expect([found.total, found.hits.length]).toEqual([MANY, MANY]);
  });

  it('is answered whole where it is short: tags, collections, saved searches, collations', async () => {
    for (const name of ['tag.list', 'collection.list', 'search.saved', 'collation.list'] as const)
      expect(await service.call(name, undefined), name).toHaveLength(MANY);
  });

  it('is as of one moment when something is added or goes between two pages', async () => {
    let asked = 0;
    const ask = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
      const answer = await service.call(name, input);
      asked += 1;
      if (asked === 1) await service.call('note.create', { title: '!first of all', body: '' });
      return answer;
    };
    const { total, rows } = await readWhole(ask, 'note.list', { sort: 'title' });
    expect([total, ids(rows)]).toEqual([MANY + 1, MANY + 1]);
    const gone = rows.filter(({ title }) => title === '!first of all').map(({ id }) => id as NoteId);
    expect(gone).toHaveLength(1);
    let left = 0;
    const losing = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
      const answer = await service.call(name, input);
      left += 1;
      if (left === 1) await service.call('note.delete', { ids: gone });
      return answer;
    };
    const after = await readWhole(losing, 'note.list', { sort: 'title' });
    expect([after.total, ids(after.rows)]).toEqual([MANY, MANY]);
  });

  it('that keeps changing is read with each row once', async () => {
    let made = 0;
    const restless = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
      const answer = (await service.call(name, input)) as Output<'note.list'>;
      made += 1;
      return { ...answer, total: answer.total + made } as Output<N>;
    };
    const { rows } = await readWhole(restless, 'note.list', { sort: 'title' });
    expect([rows.length, ids(rows)]).toEqual([MANY, MANY]);
  });
});

describe('an export', () => {
  let files = 0;
  async function exported(what: ExportSubject, format: ExportFormat): Promise<string> {
    files += 1;
    const file = join(service.folder, `export-${files}`);
    const { jobId } = await service.call('export.start', { what, format, file });
    expect((await service.finish(jobId)).error).toBeNull();
    return readFile(file, 'utf8');
  }

  it('of all notes holds every note', async () => {
    const text = await exported({ kind: 'allNotes' }, 'md');
    expect(new Set(text.match(/^#+ Note \d+$/gm)).size).toBe(MANY);
  });

  it('of the annotations of a source holds every one', async () => {
    const table = await exported({ kind: 'annotations', sourceId: long }, 'csv');
    expect(new Set(table.match(/Comment \d+/g)).size).toBe(ANNOTATIONS);
  });

  it('of everything holds every source', async () => {
    const items = JSON.parse(await exported({ kind: 'everything' }, 'csl-json'));
    expect(items).toHaveLength(MANY + 1);
  });

  it('of the search log holds every search', async () => {
    const file = join(service.folder, 'log.json');
    expect((await service.call('search.exportLog', { file, format: 'json' })).entries).toBe(MANY);
  });
});

describe('the terminal', () => {
  it('lists and exports all, and says so where it was asked for the first few only', async () => {
    await service.call('archive.close', undefined);
    const dir = service.dir;
    expect((await terminalJson<Output<'source.list'> & { sources: unknown[] }>('sources', dir)).sources).toHaveLength(
      MANY + 1,
    );
    expect((await terminalJson<{ notes: unknown[] }>('notes', dir)).notes).toHaveLength(MANY);
    for (const verb of ['tags', 'collections', 'saved', 'collations'])
      expect((await terminalJson<unknown[]>(verb, dir)).length, verb).toBe(MANY);
    const marks = await terminalJson<Output<'annotation.list'>>('annotations', dir, '--source', long);
    expect(marks.annotations).toHaveLength(ANNOTATIONS);
    const file = join(service.folder, 'notes.md');
    expect((await terminal('export', dir, '--what', 'notes', '--out', file)).code).toBe(0);
    expect(new Set((await readFile(file, 'utf8')).match(/^#+ Note \d+$/gm)).size).toBe(MANY);
    expect((await terminal('log', dir)).stdout).toContain(`The first 50 of ${MANY}; more with --limit N.`);
    expect((await terminal('annotations', dir, '--limit', '7')).stdout).toContain(`The first 7 of ${ANNOTATIONS}`);
    expect((await terminal('search', dir, 'paper')).stdout).toContain(`The first 20 of ${MANY}`);
  });
});
