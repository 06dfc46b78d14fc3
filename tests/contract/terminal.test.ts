import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeManyFiles } from '../support/many-files.js';
import { startTerminal, terminal, terminalJson } from '../support/terminal.js';

let folder: string;
let dir: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-terminal-'));
  dir = join(folder, 'Work.fonds');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

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

  it('ends with 1 and a reason when refused, and changes nothing', async () => {
    await terminalJson('create', dir);
    const before = await readFile(join(dir, 'archive.db'));
    expect(await terminal('create', dir)).toMatchObject({ code: 1, stderr: expect.stringMatching(/\S/) });
    expect(await terminal('search', join(folder, 'Nowhere.fonds'), 'x')).toMatchObject({ code: 1 });
    expect(await terminal('search', dir, 'the "peace')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('quotation mark'),
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
    await writeManyFiles(files, 200);
    for (let kill = 0; kill < kills; kill++) {
      await rm(dir, { recursive: true, force: true });
      await terminalJson('create', dir);
      const acknowledged = await importAndKill(files);
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

/** Kills an import at a random moment after it began. @returns the sources it had said were safe. */
async function importAndKill(files: string): Promise<string[]> {
  const child = startTerminal('import', dir, files, '--follow', '--json');
  let stdout = '';
  const began = new Promise<void>((resolve) => {
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
      resolve();
    });
  });
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()));
  await Promise.race([began, closed]);
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 600));
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
