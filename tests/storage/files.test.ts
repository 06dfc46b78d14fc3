/** Files that a person named: killed at any moment, and on the disks that people carry about. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createArchive, openArchive, restoreArchive } from '../../electron/archive/index.js';
import { writeAtomically } from '../../electron/files/index.js';
import { mountFat } from '../support/fat-disk.js';
import { refuseLinks } from '../support/without-links.js';
import { addSource, freshFolder, OPTIONS, titles } from './archive-bench.js';

const WHOLE = `the whole ${'x'.repeat(70_000)} file`;
const PART = /^\.fonds-[0-9a-f-]{36}\.part$/;

let tools: string;
let script: string;
beforeAll(async () => {
  tools = mkdtempSync(join(tmpdir(), 'fonds-killed-'));
  script = join(tools, 'file-writer.mjs');
  await build({
    entryPoints: [resolve('tests/storage/file-writer.ts')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    outfile: script,
    logLevel: 'error',
  });
});
afterAll(() => rmSync(tools, { recursive: true, force: true }));

describe('a program that is killed at any step of writing', () => {
  it.each([
    ['refuse', 'links', null, []],
    ['replace', 'links', 'old', []],
    // Without links the name is taken by an empty file first, so that nothing can be overwritten.
    ['refuse', 'none', null, ['']],
    ['replace', 'none', 'old', []],
  ] as const)('leaves the old file or the whole new one (%s, disk with %s)', (onExisting, disk, before, between) => {
    const after: (string | null)[] = [];
    for (let step = 1; ; step += 1) {
      const folder = mkdtempSync(join(tools, 'disk-'));
      const file = join(folder, 'Notes.docx');
      if (before !== null) writeFileSync(file, before);
      const { status, signal, stderr } = spawnSync(process.execPath, [script, file, onExisting, disk, String(step)], {
        env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
        encoding: 'utf8',
      });
      expect([null, 0], stderr).toContain(status);
      const found = existsSync(file) ? readFileSync(file, 'utf8') : null;
      after.push(found);
      expect([before, WHOLE, ...between]).toContain(found);
      const others = readdirSync(folder).filter((name) => name !== 'Notes.docx');
      expect(others.filter((name) => !PART.test(name))).toEqual([]);
      if (signal === null) {
        expect(others).toEqual([]);
        break;
      }
      expect(signal).toBe('SIGKILL');
    }
    expect(after.length).toBeGreaterThan(5);
    expect(after.at(0)).toBe(before);
    expect(after.at(-1)).toBe(WHOLE);
  });
});

const onDisk = async (dir: string) => {
  const file = join(dir, 'Notes.docx');
  await writeAtomically(file, [WHOLE], 'refuse');
  expect(readFileSync(file, 'utf8')).toBe(WHOLE);
  await expect(writeAtomically(file, ['other'], 'refuse')).rejects.toMatchObject({ code: 'FILE_EXISTS' });
  async function* slow() {
    writeFileSync(join(dir, 'slow.md'), 'mine');
    yield 'theirs';
  }
  await expect(writeAtomically(join(dir, 'slow.md'), slow(), 'refuse')).rejects.toMatchObject({ code: 'FILE_EXISTS' });
  expect(readFileSync(join(dir, 'slow.md'), 'utf8')).toBe('mine');
  await writeAtomically(file, ['replaced'], 'replace');
  expect(readFileSync(file, 'utf8')).toBe('replaced');
  expect(readdirSync(dir).sort()).toEqual(['Notes.docx', 'slow.md']);
};

/** A backup onto the disk, over itself, and an archive made of it again. */
const backUpTo = async (dir: string) => {
  const home = freshFolder();
  try {
    const archive = await createArchive(join(home.dir, 'Letters.fonds'), OPTIONS);
    await addSource(archive, home.dir, { description: { title: 'A letter' } });
    const file = join(dir, 'Letters.fonds-backup');
    await archive.backup(file);
    await expect(archive.backup(file)).rejects.toMatchObject({ code: 'FILE_EXISTS' });
    await addSource(archive, home.dir, { description: { title: 'Another' } });
    await archive.backup(file, 'replace');
    archive.close();
    await restoreArchive(file, join(home.dir, 'Again.fonds'), OPTIONS);
    const again = await openArchive(join(home.dir, 'Again.fonds'), 'read', OPTIONS);
    expect(titles(again)).toEqual(['A letter', 'Another']);
    again.close();
    expect(readdirSync(dir).filter((name) => PART.test(name))).toEqual([]);
  } finally {
    home.remove();
  }
};

describe('on a disk without hard links', () => {
  it('files and backups are written whole, and none over another', async () => {
    const disk = freshFolder();
    const stop = refuseLinks('EPERM');
    try {
      await onDisk(disk.dir);
      await backUpTo(disk.dir);
    } finally {
      stop();
      disk.remove();
    }
  });

  for (const kind of ['FAT32', 'exFAT'] as const) {
    it(`so too on a real disk with ${kind}, where there is a way to mount one`, async ({ skip }) => {
      const disk = mountFat(kind);
      if (typeof disk === 'string') {
        console.log(`Skipped: no disk with ${kind} can be mounted here (${disk})`);
        return skip();
      }
      try {
        await onDisk(disk.dir);
        if (disk.isTrueToDatabases) await backUpTo(disk.dir);
        await expect(writeAtomically(join(disk.dir, 'memo: draft.md'), [WHOLE], 'refuse')).rejects.toMatchObject({
          code: 'INVALID_INPUT',
          message: expect.stringContaining('its name holds :, which this disk does not take'),
        });
        expect(
          readdirSync(disk.dir).filter((name) => !['Letters.fonds-backup', 'Notes.docx', 'slow.md'].includes(name)),
        ).toEqual([]);
      } finally {
        disk.remove();
      }
    });
  }
});
