/** Where files came from: kept, searched, filtered, exported; and what sources and collections are called by it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input, Job, SourceId } from '../../electron/contract/index.js';
import { type ServiceUnderTest, startService } from '../support/service.js';
import { terminal, terminalJson } from '../support/terminal.js';

let service: ServiceUnderTest;
beforeEach(async () => {
  service = await startService();
  await service.call('archive.create', { dir: service.dir });
});
afterEach(() => service.close());

const BOXES = {
  'Papers/box3/letter.txt': 'To the harbour office.\n\nA letter of the third box.',
  'Papers/box 3/letter.txt': 'To the mill.\n\nA letter of the other box.',
  'Papers/box3/a/letter.txt': 'To the bridge.\n\nA letter further down.',
};

async function importBoxes(order: Partial<Input<'import.start'>> = {}): Promise<Job> {
  const folder = join(await service.files(BOXES), 'Papers');
  const { jobId, planId } = await service.call('import.scan', { paths: [folder] });
  await service.finish(jobId);
  const started = await service.call('import.start', { planId, duplicates: 'skip', ...order });
  return service.finish(started.jobId);
}
const list = async (filter = {}) => {
  const sort = { by: 'title', direction: 'ascending' } as const;
  return (await service.call('source.list', { filter, sort, offset: 0, limit: 50 })).rows;
};
const pathsOf = async (ids: readonly SourceId[]) => {
  const sources = await Promise.all(ids.map((id) => service.call('source.get', { id })));
  return sources.map(({ originals: [original] }) => original?.path ?? '').sort();
};
const found = async (query: string) => {
  const asked = { query, mode: 'any', filter: {}, offset: 0, limit: 20 } as const;
  return pathsOf((await service.call('search.query', asked)).hits.map(({ sourceId }) => sourceId));
};

describe('the path of a file', () => {
  it('is kept with its original, from the dropped folder on', async () => {
    await importBoxes();
    expect(await pathsOf((await list()).map(({ id }) => id))).toEqual(Object.keys(BOXES).sort());
  });

  it.each([
    ['path:box3/', ['Papers/box3/a/letter.txt', 'Papers/box3/letter.txt']],
    ['path:BOX3/let', ['Papers/box3/letter.txt']],
    ['path:"box 3/letter.txt"', ['Papers/box 3/letter.txt']],
    ['path:"box3"', ['Papers/box3/a/letter.txt', 'Papers/box3/letter.txt']],
    ['path:"box"', []],
    ['path:ox3/', []],
    ['letter AND NOT path:box3/', ['Papers/box 3/letter.txt']],
    ['harbour path:box3/', ['Papers/box3/letter.txt']],
  ])('is searched by %s', async (query, expected) => {
    await importBoxes();
    expect(await found(query)).toEqual(expected);
  });

  it('makes a tree of folders, by which the list is filtered', async () => {
    await importBoxes();
    const folders = await service.call('source.folders', undefined);
    expect(folders.map(({ path, sourceCount }) => `${path} ${sourceCount}`)).toEqual([
      'Papers 3',
      'Papers/box 3 1',
      'Papers/box3 2',
      'Papers/box3/a 1',
    ]);
    expect(await list({ folder: 'Papers/box3' })).toHaveLength(2);
    expect(await list({ folder: 'Papers/box3/a' })).toHaveLength(1);
  });

  it('is exported with what was found', async () => {
    await importBoxes();
    const query = { query: 'harbour', mode: 'any', filter: {} } as const;
    for (const format of ['csv', 'json'] as const) {
      const file = join(service.folder, `found.${format}`);
      await service.call('search.export', { ...query, file, format, onExisting: 'refuse' });
      expect(await readFile(file, 'utf8')).toContain('Papers/box3/letter.txt');
    }
  });
});

describe('titles by a rule', () => {
  it.each([
    ['name', ['letter', 'letter', 'letter']],
    ['path', ['Papers/box 3/letter', 'Papers/box3/a/letter', 'Papers/box3/letter']],
    ['first-line', ['To the bridge.', 'To the harbour office.', 'To the mill.']],
  ] as const)('are made of the %s, as the preview said', async (titleFrom, expected) => {
    const folder = join(await service.files(BOXES), 'Papers');
    const { jobId, planId } = await service.call('import.scan', { paths: [folder] });
    await service.finish(jobId);
    const asked = { planId, titleFrom, indexes: [0, 1, 2] };
    const said = await service.call('import.previewTitles', asked);
    expect(said.map(({ title }) => title).sort()).toEqual(expected);
    const started = await service.call('import.start', { planId, duplicates: 'skip', titleFrom });
    await service.finish(started.jobId);
    expect((await list()).map(({ title }) => title)).toEqual(expected);
  });
});

describe('collections of an import', () => {
  it('are one for each folder, by its name', async () => {
    await importBoxes({ collectionPerFolder: true });
    const collections = await service.call('collection.list', undefined);
    expect(collections.map(({ name, sourceCount }) => `${name} ${sourceCount}`)).toEqual(['a 1', 'box 3 1', 'box3 1']);
  });

  it('are called by their paths where names are alike, and the import is still one undo step', async () => {
    const files = { 'P/1950/a/x.txt': 'One letter.', 'P/1951/A/x.txt': 'Another letter.' };
    const folder = join(await service.files(files), 'P');
    const { jobId, planId } = await service.call('import.scan', { paths: [folder] });
    await service.finish(jobId);
    const order = { planId, duplicates: 'skip', collectionPerFolder: true } as const;
    await service.finish((await service.call('import.start', order)).jobId);
    const names = (await service.call('collection.list', undefined)).map(({ name }) => name);
    expect(names).toEqual(['P/1950/a', 'P/1951/A']);
    await service.call('history.undo', undefined);
    expect(await list()).toEqual([]);
  });

  it('are a new one of the name that was given, or the one that is called so', async () => {
    await importBoxes({ collectionName: 'First reading' });
    await service.call('collection.create', { name: 'Second' });
    const files = { 'x.txt': 'A further letter.' };
    const { jobId, planId } = await service.call('import.scan', { paths: [await service.files(files)] });
    await service.finish(jobId);
    const order = { planId, duplicates: 'skip', collectionName: 'first reading' } as const;
    await service.finish((await service.call('import.start', order)).jobId);
    const collections = await service.call('collection.list', undefined);
    expect(collections.map(({ name, sourceCount }) => `${name} ${sourceCount}`)).toEqual([
      'First reading 4',
      'Second 0',
    ]);
  });
});

describe('a source without a file', () => {
  it('is made by its title, described, found, cited, and taken back by one undo', async () => {
    const { sourceId } = await service.call('source.create', {
      description: { title: 'Account book of the mill', dateWritten: '1848' },
    });
    const source = await service.call('source.get', { id: sourceId });
    expect(source).toMatchObject({ originals: [], versions: [{ origin: 'none', length: 0 }] });
    expect(await service.call('text.get', { sourceId })).toMatchObject({ text: '', spans: [] });
    const asked = { query: 'accounts mill', mode: 'any', filter: {}, offset: 0, limit: 5 } as const;
    const { hits } = await service.call('search.query', asked);
    expect(hits.map((hit) => hit.sourceId)).toEqual([sourceId]);
    const file = join(service.folder, 'found.csv');
    await service.call('search.export', {
      query: 'mill',
      mode: 'any',
      filter: {},
      file,
      format: 'csv',
      onExisting: 'refuse',
    });
    expect(await readFile(file, 'utf8')).toContain('Account book of the mill');
    await service.call('history.undo', undefined);
    expect(await list()).toEqual([]);
    expect((await service.refusal('source.create', { description: { title: ' ' } })).code).toBe('INVALID_INPUT');
    const bad = { description: { title: 'x', dateWritten: 'long ago' } };
    expect((await service.refusal('source.create', bad)).code).toBe('DATE_INVALID');
  });
});

describe('the terminal', () => {
  it('makes a source without a file, and imports with titles, collections and a code of its own for failures', async () => {
    await service.call('archive.close', undefined);
    const made = await terminalJson<{ id: SourceId; description: { dateWritten: string; box: string } }>(
      ...(['source', 'create', service.dir, '--title', 'A map', '--date', '1850', 'box=12'] as const),
    );
    expect(made.description).toMatchObject({ dateWritten: '1850', box: '12' });
    expect((await terminal('source', 'create', service.dir)).code).toBe(2);
    const folder = join(await service.files({ ...BOXES, 'Papers/odd.xyz': 'x' }), 'Papers');
    const options = ['--title-from', 'path', '--collection-per-folder'];
    const preview = await terminal('import', service.dir, folder, '--preview', ...options);
    expect(preview.stdout).toMatch(/^new: Papers\/box3\/letter\.txt → “Papers\/box3\/letter”$/m);
    const run = await terminal('import', service.dir, folder, ...options);
    expect(run.stdout).toContain('3 imported');
    expect(run.code).toBe(3);
    expect((await terminal('import', join(service.folder, 'None.fonds'), folder)).code).toBe(1);
    expect((await terminal('sources', service.dir, '--folders')).stdout).toContain('Papers/box3/ (2)');
    const { sources } = await terminalJson<{ sources: { title: string }[] }>(
      ...(['sources', service.dir, '--folder', 'Papers/box3/'] as const),
    );
    expect(sources.map(({ title }) => title)).toEqual(['Papers/box3/a/letter', 'Papers/box3/letter']);
  });
});
