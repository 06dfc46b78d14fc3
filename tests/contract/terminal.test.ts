import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Output } from '../../electron/contract/index.js';
import { seededRandom } from '../bench/search/random.js';
import { writeManyFiles } from '../support/many-files.js';
import { startTerminal, terminal, terminalJson } from '../support/terminal.js';

interface Papers {
  readonly one: string;
  readonly two: string;
}

let prepared: string;
let ids: Papers;
let folder: string;
let dir: string;
beforeAll(async () => {
  prepared = await mkdtemp(join(tmpdir(), 'fonds-papers-'));
  const files = join(prepared, 'papers');
  await mkdir(files);
  await writeFile(join(files, 'one.txt'), 'The President asked whether Radošević would receive the envoy.');
  await writeFile(join(files, 'two.txt'), 'The envoy came. Nobody received the envoy.');
  const archive = join(prepared, 'Papers.fonds');
  await terminalJson('create', archive);
  await terminalJson('import', archive, files);
  const { sources } = await terminalJson<{ sources: { id: string }[] }>('sources', archive);
  ids = { one: sources[0]?.id ?? '', two: sources[1]?.id ?? '' };
});
afterAll(() => rm(prepared, { recursive: true, force: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-terminal-'));
  dir = join(folder, 'Work.fonds');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The archive of the test is a copy of one with two papers. @returns the ids of their sources. */
async function papers(): Promise<Papers> {
  await cp(join(prepared, 'Papers.fonds'), dir, { recursive: true });
  return ids;
}

interface Found {
  total: number;
  tookMs: number;
  hits: {
    sourceId: string;
    title: string;
    matches: [number, number][];
    snippets: { text: string; start: number; matches: [number, number][] }[];
  }[];
}

describe('the terminal', () => {
  it('does the whole of the main job: create, import, search, describe, text, backup, restore, verify', async () => {
    const memo = join(folder, 'memo.txt');
    await writeFile(memo, 'The President spoke with Radošević.\n\nNothing else was said.');
    await terminalJson('create', dir);
    await terminalJson('import', dir, memo, '--collection', 'Calls');
    const found = await terminalJson<Found>('search', dir, 'Радошевић');
    expect(found).toMatchObject({ total: 1, tookMs: expect.any(Number) });
    const [hit] = found.hits;
    const text = (await terminal('text', dir, hit?.sourceId ?? '')).stdout;
    expect(hit?.matches.map(([start, end]) => text.slice(start, end))).toEqual(['Radošević']);
    const [snippet] = hit?.snippets ?? [];
    expect(snippet?.matches.map(([start, end]) => snippet.text.slice(start, end))).toEqual(['Radošević']);

    await terminalJson('describe', dir, hit?.sourceId ?? '', 'title=Call', 'dateWritten=2000-09-06', 'creators=A;B');
    const shown = await terminalJson<{ description: object; collectionIds: string[] }>(
      'show',
      dir,
      hit?.sourceId ?? '',
    );
    expect(shown.description).toMatchObject({ title: 'Call', dateWritten: '2000-09-06', creators: ['A', 'B'] });
    expect(shown.collectionIds).toHaveLength(1);

    const backup = join(folder, 'copy.backup');
    await terminalJson('backup', dir, backup);
    const restored = join(folder, 'Restored.fonds');
    await terminalJson('restore', backup, restored);
    expect(await terminalJson('verify', restored)).toMatchObject({ outcomes: { verified: 1 } });
    expect(await terminalJson<{ sources: object[] }>('sources', restored)).toMatchObject({
      sources: [{ title: 'Call' }],
    });
  });

  it('imports a thousand mixed files and finds each by its own word', async () => {
    const files = join(folder, 'files');
    await writeManyFiles(files, 1_000);
    await terminalJson('create', dir);
    const { outcomes } = await terminalJson<{ outcomes: object }>('import', dir, files);
    expect(outcomes).toEqual({ imported: 1_000 });
    for (const n of [0, 499, 999]) {
      const found = await terminalJson<Found>('search', dir, `marker${n}`);
      expect(found.total).toBe(1);
    }
    expect((await terminalJson<Found>('search', dir, 'envoy', '--limit', '3')).hits).toHaveLength(3);
  });

  it('tags sources, narrows by tag, and lists tags; a tag that is new is made', async () => {
    const { one, two } = await papers();
    await terminalJson('tag', dir, 'Urgent', one, two);
    await terminalJson('tag', dir, 'URGENT', '--remove', two);
    expect(await terminalJson('tag', dir)).toMatchObject([{ name: 'Urgent', sourceCount: 1 }]);
    expect(await terminalJson('sources', dir, '--tag', 'urgent')).toMatchObject({ total: 1, sources: [{ id: one }] });
    const found = await terminalJson<Found>('search', dir, 'envoy', '--tag', 'Urgent');
    expect(found.hits.map(({ sourceId }) => sourceId)).toEqual([one]);
    expect(await terminal('search', dir, 'envoy', '--tag', 'Late')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no tag “Late”'),
    });
    expect(await terminal('tag', dir, 'Urgent')).toMatchObject({ code: 2 });
    expect(await terminal('tag', dir, 'Urgent', '--remove', 'not-an-id')).toMatchObject({ code: 2 });
  });

  it('shows tags as a tree and changes it by paths', async () => {
    const { one, two } = await papers();
    await terminalJson('tag', dir, 'Person/President', one);
    await terminalJson('tags', dir, '--add', 'Person/Envoy', '--colour', '3', '--about', 'Who is sent');
    await terminalJson('tag', dir, 'envoy', two);
    const tree = async () => (await terminal('tags', dir)).stdout.trimEnd().split('\n');
    const [envoy, president] = ['Envoy (1 source, 0 passages)', 'President (1 source, 0 passages)'];
    expect(await tree()).toEqual(['Person (0 sources, 0 passages)', `  ${envoy}`, `  ${president}`]);
    expect(await terminalJson('tags', dir)).toMatchObject([
      { path: 'Person' },
      { path: 'Person/Envoy', colour: 3, description: 'Who is sent' },
      { path: 'Person/President' },
    ]);
    expect(await terminalJson('sources', dir, '--tag', 'person')).toMatchObject({ total: 2 });
    await terminalJson('tags', dir, '--move', 'Person/Envoy', '--under', '/');
    await terminalJson('tags', dir, '--rename', 'Envoy', '--to', 'President');
    expect(await tree()).toEqual(['Person (0 sources, 0 passages)', `  ${president}`, president]);
    await terminalJson('tags', dir, '--add', 'Ship/President');
    await terminalJson('tags', dir, '--delete', 'President');
    expect(await terminal('tag', dir, 'president', one)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('“Person/President”, “Ship/President”'),
    });
    const merged = await terminalJson('tags', dir, '--merge', 'Person/President', '--into', 'Ship');
    expect(merged).toMatchObject({ path: 'Ship', sourceCount: 1 });
    expect(await terminal('tags', dir, '--move', 'Ship')).toMatchObject({ code: 2 });
    expect(await terminal('tags', dir, '--add', 'X', '--colour', '9')).toMatchObject({ code: 2 });
    expect(await terminal('tags', dir, '--delete', 'X', '--add', 'Y')).toMatchObject({ code: 2 });
  }, 60_000);

  it('searches by several values of a filter, and by the forms as typed', async () => {
    const { one, two } = await papers();
    await terminalJson('describe', dir, one, 'documentType=memo', 'creators=Ana');
    await terminalJson('describe', dir, two, 'documentType=cable', 'creators=Boris', 'language=en');
    const total = async (...options: string[]) => (await terminalJson<Found>('search', dir, 'envoy', ...options)).total;
    expect(await total('--type', 'memo')).toBe(1);
    expect(await total('--type', 'memo', '--type', 'cable')).toBe(2);
    expect(await total('--creator', 'Boris', '--language', 'en')).toBe(1);
    expect(await total('--creator', 'Boris', '--type', 'memo')).toBe(0);
    expect((await terminalJson<Found>('search', dir, 'Радошевић')).total).toBe(1);
    expect((await terminalJson<Found>('search', dir, 'Радошевић', '--exact')).total).toBe(0);
  });

  it('shows a concordance, and writes the same lines to a table', async () => {
    await papers();
    const shown = await terminalJson<Output<'search.concordance'>>('concordance', dir, 'envoy', '--sort', 'right');
    expect(shown).toMatchObject({ total: 3, sources: 2 });
    expect(shown.lines.map(({ match }) => match.toLowerCase())).toEqual(['envoy', 'envoy', 'envoy']);
    const file = join(folder, 'lines.csv');
    const written = await terminalJson('concordance', dir, 'envoy', '--sort', 'right', '--out', file);
    expect(written).toMatchObject({ lines: 3 });
    const rows = (await readFile(file, 'utf8')).slice(1).split('\r\n').slice(1, -1);
    expect(rows.map((row) => row.split(',').slice(-3, -1).join())).toEqual(
      shown.lines.map(({ sourceId, start }) => `${sourceId},${start}`),
    );
    expect(await terminal('concordance', dir, 'envoy', '--out', file)).toMatchObject({ code: 1 });
    expect((await terminal('concordance', dir, 'envoy', '--limit', '1')).stdout).toMatch(
      /^3 matches in 2 sources\n.*\[/,
    );
    expect(await terminal('concordance', dir, 'envoy', '--sort', 'up')).toMatchObject({ code: 2 });
  });

  it('logs every search without a word about it, and tells and exports the log', async () => {
    await papers();
    expect(await terminal('search', dir, 'envoy', '--from', '1999')).toMatchObject({ code: 0, stderr: '' });
    await terminalJson('search', dir, 'zanzibar', '--limit', '1');
    await terminalJson('concordance', dir, 'envoy');
    await terminalJson('export', dir, '--query', 'President', '--out', join(folder, 'found.md'));
    const searchLog = await terminalJson<Output<'search.log'>>('log', dir);
    expect(searchLog.entries.map(({ query, hits }) => [query.query, hits])).toEqual([
      ['President', 1],
      ['envoy', 2],
      ['zanzibar', 0],
      ['envoy', 0],
    ]);
    expect(searchLog.entries.at(-1)?.scope).toContain('1999');
    expect(await terminalJson('log', dir, '--empty', '--contains', 'ZANZ', '--limit', '1')).toMatchObject({ total: 1 });
    const file = join(folder, 'log.json');
    expect(await terminalJson('log', dir, '--out', file)).toMatchObject({ entries: 4 });
    expect(JSON.parse(await readFile(file, 'utf8')).entries).toEqual(searchLog.entries.toReversed());
    expect(await terminal('log', dir, '--out', file, '--empty')).toMatchObject({ code: 2 });
    expect(await terminal('log', dir, '--out', join(folder, 'log.xml'))).toMatchObject({ code: 2 });
  });

  it('saves searches, searches by them, and removes them', async () => {
    await papers();
    await terminalJson('saved', dir, '--add', 'Envoys', '--query', 'envoy', '--mode', 'all', '--from', '1999');
    await terminalJson('saved', dir, '--add', 'Presidents', '--query', 'president');
    expect(await terminalJson('saved', dir)).toMatchObject([
      { name: 'Envoys', query: { query: 'envoy', mode: 'all', filter: { dateFrom: '1999' } } },
      { name: 'Presidents' },
    ]);
    expect(await terminalJson('saved', dir, '--run', 'presidents')).toMatchObject({ total: 1 });
    expect(await terminalJson<Output<'search.log'>>('log', dir)).toMatchObject({
      total: 1,
      entries: [{ query: { query: 'president' } }],
    });
    expect(await terminal('saved', dir, '--add', 'ENVOYS', '--query', 'x')).toMatchObject({ code: 1 });
    await terminalJson('saved', dir, '--remove', 'Envoys');
    expect(await terminal('saved', dir, '--run', 'Envoys')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no saved search “Envoys”'),
    });
    expect(await terminal('saved', dir, '--add', 'X')).toMatchObject({ code: 2 });
    expect(await terminal('saved', dir, '--run', 'X', '--remove', 'X')).toMatchObject({ code: 2 });
  });

  it('rebuilds the index', async () => {
    await papers();
    expect(await terminalJson('reindex', dir)).toMatchObject({
      state: 'done',
      index: { documents: 2, isCurrent: true },
    });
    expect((await terminalJson<Found>('search', dir, 'envoy')).total).toBe(2);
  });

  it('ends with 1 and a reason when refused, and changes nothing', async () => {
    await terminalJson('create', dir);
    const before = await readFile(join(dir, 'archive.db'));
    expect(await terminal('create', dir)).toMatchObject({ code: 1, stderr: expect.stringMatching(/\S/) });
    expect(await terminal('search', join(folder, 'Nowhere.fonds'), 'x')).toMatchObject({ code: 1 });
    expect(await terminal('search', dir, 'peace AND')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('AND'),
    });
    expect(await readFile(join(dir, 'archive.db'))).toEqual(before);
  });

  it('ends with 2 and the right usage when the words are wrong', async () => {
    expect(await terminal('serach', dir)).toMatchObject({ code: 2, stderr: expect.stringContaining('search') });
    expect(await terminal('search', dir)).toMatchObject({ code: 2, stderr: expect.stringContaining('QUERY') });
    expect((await terminal('help')).stdout).toContain('import DIR PATH');
  });

  it('loses nothing that was acknowledged when it is killed at any moment of an import', async () => {
    const files = join(folder, 'files');
    const kills = Number(process.env.FONDS_KILLS ?? 5);
    const random = seededRandom(1);
    await writeManyFiles(files, 200);
    for (let kill = 0; kill < kills; kill++) {
      await rm(dir, { recursive: true, force: true });
      await terminalJson('create', dir);
      const safeCount = Math.floor(random() * 60);
      const acknowledged = await importAndKill(files, safeCount, random() * 100);
      expect(acknowledged.length).toBeGreaterThanOrEqual(safeCount);
      const { sources } = await terminalJson<{ sources: { id: string }[] }>('sources', dir);
      const present = new Set(sources.map(({ id }) => id));
      expect(acknowledged.filter((id) => !present.has(id))).toEqual([]);
      const { outcomes } = await terminalJson<{ outcomes: Record<string, number> }>('verify', dir);
      expect(outcomes).toEqual(present.size === 0 ? {} : { verified: present.size });
      if (acknowledged.length > 0) {
        const found = await terminalJson<Found>('search', dir, 'envoy');
        expect(found.total).toBe(present.size);
      }
    }
  }, 1_800_000);
});

/** Kills an import some time after it has said of so many sources that they are safe. @returns the sources it had said were safe. */
async function importAndKill(files: string, safeCount: number, pauseMs: number): Promise<string[]> {
  const child = startTerminal('import', dir, files, '--follow', '--json');
  let stdout = '';
  const began = new Promise<void>((resolve) => {
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
      if (stdout.split('"outcome":"imported"').length > safeCount) resolve();
    });
  });
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()));
  await Promise.race([began, closed]);
  await new Promise((resolve) => setTimeout(resolve, pauseMs));
  child.kill('SIGKILL');
  await closed;
  const whole = stdout
    .slice(0, stdout.lastIndexOf('\n') + 1)
    .split('\n')
    .filter(Boolean);
  return whole
    .map((line) => JSON.parse(line) as { outcome?: string; sourceId?: string })
    .flatMap(({ outcome, sourceId }) => (outcome === 'imported' && sourceId ? [sourceId] : []));
}
