/** What real folders hold beside documents, and names from other systems. */
import { spawnSync } from 'node:child_process';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportPlanEntry } from '../../electron/contract/index.js';
import { MAX_FILE_BYTES } from '../../electron/ingest/index.js';
import { type ServiceUnderTest, startService } from '../support/service.js';
import { terminal, terminalJson } from '../support/terminal.js';

let service: ServiceUnderTest;
beforeEach(async () => {
  service = await startService();
  await service.call('archive.create', { dir: service.dir });
});
afterEach(() => service.close());

async function planOf(...paths: string[]): Promise<ImportPlanEntry[]> {
  const { jobId, planId } = await service.call('import.scan', { paths });
  await service.finish(jobId);
  return (await service.call('import.plan', { planId })).entries;
}

/** Writes a file whose name is in another character set. @returns its path as bytes. */
function writeNamed(folder: string, name: string, charset: string, content: string): Buffer {
  const path = Buffer.concat([Buffer.from(`${folder}/`), iconv.encode(name, charset)]);
  writeFileSync(path, content);
  return path;
}

describe('a folder that is brought in', () => {
  it('passes over what systems leave behind, in any case, and nothing else', async () => {
    const folder = await service.files({
      '.DS_Store': 'x',
      'Thumbs.db': 'x',
      'thumbs.DB': 'x',
      'desktop.ini': 'x',
      '._letter.txt': 'x',
      'sub/Desktop.ini': 'x',
      'letter.txt': 'A letter.',
      '.hidden.txt': 'A hidden letter.',
      'my desktop.ini.txt': 'A note on desktop.ini.',
      '_letter.txt': 'Another letter.',
    });
    const names = (await planOf(folder)).map(({ name, status }) => `${status} ${name.split('/').slice(1).join('/')}`);
    expect(names.sort()).toEqual(['new .hidden.txt', 'new _letter.txt', 'new letter.txt', 'new my desktop.ini.txt']);
  });

  it('calls every empty file empty, and none of them a duplicate', async () => {
    const folder = await service.files({ 'a.txt': '', 'b.txt': '', 'c.txt': 'x' });
    const entries = await planOf(folder);
    expect(entries.map(({ status }) => status)).toEqual(['unreadable', 'unreadable', 'new']);
    for (const { note } of entries.slice(0, 2)) expect(note).toMatch(/^This file is empty/);
  });

  it('refuses a file that is too large by its size, and takes one that is just small enough', async () => {
    const folder = await service.files({ 'large.txt': 'x', 'just.md': 'x' });
    truncateSync(join(folder, 'large.txt'), MAX_FILE_BYTES + 1);
    const [just, large] = await planOf(folder);
    expect(just?.status).toBe('new');
    expect(large).toMatchObject({ status: 'unreadable', note: expect.stringMatching(/201 megabytes.*up to 200/) });
  });

  it('refuses a file that has grown since it was looked at, without copying it', async () => {
    const folder = await service.files({ 'letter.txt': 'A letter.' });
    const { jobId, planId } = await service.call('import.scan', { paths: [folder] });
    await service.finish(jobId);
    truncateSync(join(folder, 'letter.txt'), MAX_FILE_BYTES + 1);
    const started = await service.call('import.start', { planId, duplicates: 'skip' });
    await service.finish(started.jobId);
    const report = await service.call('job.report', { jobId: started.jobId });
    expect(report).toMatchObject([{ outcome: 'failed', message: expect.stringMatching(/201 megabytes/) }]);
  });

  it('is said in the terminal with one line for each reason', async () => {
    await service.call('archive.close', undefined);
    const folder = await service.files({
      'a.xyz': 'x',
      'b.xyz': 'x',
      'c.qqq': 'x',
      'empty 1.txt': '',
      'empty 2.txt': '',
      'letter.txt': 'A letter.',
    });
    const { stdout, code } = await terminal('import', service.dir, folder);
    // Done, with failures.
    expect(code).toBe(3);
    expect(stdout).toMatch(
      /failed: 3 files of kinds that cannot be read, \.xyz \(2\), \.qqq \(1\): Fonds has no reader/,
    );
    expect(stdout).toMatch(
      /failed: 2 files with the same refusal, \S+\/empty 1\.txt, \S+\/empty 2\.txt: This file is empty/,
    );
    expect(stdout.split('\n').filter((line) => line.startsWith('failed'))).toHaveLength(2);
  });
});

describe.skipIf(process.platform !== 'linux')('a name that is not UTF-8', () => {
  it('is read as what it most likely is, in a folder whose name is not UTF-8 either, and the bytes are kept', async () => {
    const folder = await service.files({ 'plain.txt': 'A plain letter.' });
    const sub = Buffer.concat([Buffer.from(`${folder}/`), iconv.encode('Gödöllő', 'windows-1250')]);
    await mkdir(sub);
    const path = Buffer.concat([sub, Buffer.from('/'), iconv.encode('Résumé.txt', 'windows-1252')]);
    writeFileSync(path, 'A letter in a strange place.');
    const { job, planId } = await service.importFiles(folder);
    expect(job.outcomes).toEqual({ imported: 2 });
    const { entries } = await service.call('import.plan', { planId });
    const strange = entries.find(({ name }) => name.endsWith('Résumé.txt'));
    expect(strange).toMatchObject({ status: 'new', note: expect.stringMatching(/not UTF-8; it was read as/) });
    const report = await service.call('job.report', { jobId: job.id });
    const line = report.find(({ name }) => name.endsWith('Résumé.txt'));
    expect(line?.remarks[0]).toMatch(/not UTF-8/);
    if (!line?.sourceId) throw new Error('nothing was imported');
    const source = await service.call('source.get', { id: line.sourceId });
    expect(source.description.title).toBe('Résumé');
    expect(source.originals).toMatchObject([{ fileName: 'Résumé.txt' }]);
    expect((await service.call('text.get', { sourceId: line.sourceId })).text).toContain(
      'A letter in a strange place.',
    );
    expect(readFileSync(path, 'utf8')).toBe('A letter in a strange place.');
  });

  it('distinguishes two files whose names look the same to a window', async () => {
    const folder = await service.files({});
    await mkdir(folder, { recursive: true });
    writeNamed(folder, 'letter é.txt', 'windows-1252', 'One letter.');
    writeNamed(folder, 'letter è.txt', 'windows-1252', 'Another letter.');
    const entries = await planOf(folder);
    expect(entries.map(({ name, status }) => `${status} ${name.split('/').at(-1)}`).sort()).toEqual([
      'new letter è.txt',
      'new letter é.txt',
    ]);
  });

  it('is found from the name that a window or a terminal hands over for it', async () => {
    const folder = await service.files({});
    await mkdir(folder, { recursive: true });
    const path = writeNamed(folder, 'Résumé of 1962.txt', 'windows-1252', 'A letter.');
    const [entry, ...others] = await planOf(path.toString('utf8'));
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ status: 'new', name: 'Résumé of 1962.txt' });
  });

  it('is taken as an argument of the terminal', async () => {
    await service.call('archive.close', undefined);
    const folder = await service.files({});
    await mkdir(folder, { recursive: true });
    writeNamed(folder, 'Žarković.txt', 'windows-1250', 'A letter of Žarković.');
    // Only a shell can hand such a name over.
    const command = `exec "$0" dist/electron/cli.js import "$1" "$2"/*.txt`;
    const run = spawnSync('sh', ['-c', command, process.execPath, service.dir, folder], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      encoding: 'utf8',
    });
    expect(run.stdout).toContain('1 imported');
    const { sources } = await terminalJson<{ sources: { title: string }[] }>('sources', service.dir);
    expect(sources.map(({ title }) => title)).toEqual(['Žarković']);
  });

  it('is named in the refusal when there is no such file', async () => {
    const [entry] = await planOf(join(service.folder, 'no \uFFFD file.txt'));
    expect(entry).toMatchObject({ status: 'unreadable', note: expect.stringMatching(/no file of this name/) });
  });
});
