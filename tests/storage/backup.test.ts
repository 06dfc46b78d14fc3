import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, createArchive, openArchive, restoreArchive } from '../../electron/archive/index.js';
import type { SearchQuery } from '../../electron/contract/index.js';
import { createSavedSearches } from '../../electron/search/history/saved-search-store.js';
import { createSearchLog } from '../../electron/search/history/search-log-store.js';
import { addSource, freshFolder, OPTIONS, titles, verifyAll } from './archive-bench.js';

let folder: ReturnType<typeof freshFolder>;
let archive: Archive;
let backup: string;
let restored: string;
beforeEach(async () => {
  folder = freshFolder();
  archive = await createArchive(join(folder.dir, 'Letters.fonds'), OPTIONS);
  backup = join(folder.dir, 'Letters.fonds-backup');
  restored = join(folder.dir, 'Restored.fonds');
});
afterEach(() => {
  archive.close();
  folder.remove();
});

/** Nothing but these lies in the folder: no temporary file, no half archive. */
const left = () =>
  readdirSync(folder.dir)
    .filter((name) => !name.startsWith('document-'))
    .sort();

describe('a backup', () => {
  it('restores to the whole archive: sources, texts, originals, sets, searches and history', async () => {
    const large = 'x'.repeat(3_500_000);
    const { sourceId, sha256 } = await addSource(archive, folder.dir, {
      bytes: large,
      text: 'Ćao',
      description: { title: 'Large' },
    });
    await addSource(archive, folder.dir, { bytes: '', description: { title: 'Empty' } });
    const { id } = archive.collections.create('Crisis');
    archive.collections.add(id, [sourceId]);
    const tag = archive.tags.create('Urgent');
    archive.tags.add(tag.id, [sourceId]);
    const query: SearchQuery = { query: 'ćao', mode: 'all', filter: { tagIds: [tag.id] } };
    const searched = { query, scope: 'tag Urgent', searched: 2, total: 1, tookMs: 0.4 };
    const entry = createSearchLog(archive, () => new Date()).record(searched);
    const tools = { now: () => new Date(), newId: v7 };
    const saved = createSavedSearches(archive, tools).save('Greetings', query);
    const { fileBytes, absent } = await archive.backup(backup);
    expect(fileBytes).toBe(readFileSync(backup).length);
    expect(absent).toEqual([]);
    expect(left()).toEqual(['Letters.fonds', 'Letters.fonds-backup']);

    await restoreArchive(backup, restored, OPTIONS);
    expect(left()).toEqual(['Letters.fonds', 'Letters.fonds-backup', 'Restored.fonds']);
    const copy = await openArchive(restored, 'write', OPTIONS);
    expect(titles(copy)).toEqual(['Empty', 'Large']);
    expect(copy.sources.get(sourceId)).toEqual(archive.sources.get(sourceId));
    expect(copy.texts.get(sourceId)).toEqual(archive.texts.get(sourceId));
    expect(readFileSync(copy.originals.locate(sha256).path, 'utf8')).toBe(large);
    expect(copy.collections.members(id)).toEqual([sourceId]);
    expect(copy.tags.members(tag.id)).toEqual([sourceId]);
    expect([...createSearchLog(copy, tools.now).all()]).toEqual([entry]);
    expect(createSavedSearches(copy, tools).list()).toEqual([saved]);
    expect(copy.history.state()).toEqual(archive.history.state());
    expect((await verifyAll(copy)).map(({ outcome }) => outcome)).toEqual(['verified', 'verified']);
    copy.close();
  });

  it('holds what was written while it was made, or nothing half-way', async () => {
    const { sourceId } = await addSource(archive, folder.dir, { description: { title: 'Before' } });
    const making = archive.backup(backup);
    archive.sources.describe([sourceId], { title: 'Meanwhile' });
    await making;
    await restoreArchive(backup, restored, OPTIONS);
    const copy = await openArchive(restored, 'read', OPTIONS);
    expect(titles(copy)).toEqual(['Meanwhile']);
    copy.close();
  });

  it('ends well or says so when the archive is closed meanwhile', async () => {
    await addSource(archive, folder.dir);
    const making = archive.backup(backup).catch((error: unknown) => error);
    archive.close();
    const end = await making;
    if (end instanceof Error) expect(end).toMatchObject({ code: 'NO_ARCHIVE' });
    else await restoreArchive(backup, restored, OPTIONS);
    (await openArchive(archive.dir, 'write', OPTIONS)).close();
  });

  it('is never made over an existing file', async () => {
    writeFileSync(backup, 'mine');
    await expect(archive.backup(backup)).rejects.toMatchObject({ code: 'FILE_EXISTS' });
    expect(readFileSync(backup, 'utf8')).toBe('mine');
    expect(left()).toEqual(['Letters.fonds', 'Letters.fonds-backup']);
  });

  it('names the originals that were lost, and verifying the restored archive names them again', async () => {
    const lost = await addSource(archive, folder.dir, { bytes: 'lost' });
    const damaged = await addSource(archive, folder.dir, { bytes: 'damaged' });
    rmSync(archive.originals.locate(lost.sha256).path, { force: true });
    const { path } = archive.originals.locate(damaged.sha256);
    chmodSync(path, 0o644);
    writeFileSync(path, 'Damaged');
    const { absent } = await archive.backup(backup);
    expect([...absent].sort()).toEqual([lost.sha256, damaged.sha256].sort());
    await restoreArchive(backup, restored, OPTIONS);
    const copy = await openArchive(restored, 'read', OPTIONS);
    expect((await verifyAll(copy)).map(({ outcome }) => outcome)).toEqual(['missing', 'missing']);
    copy.close();
  });

  it('is not opened as an archive', async () => {
    await archive.backup(backup);
    archive.close();
    writeFileSync(join(archive.dir, 'archive.db'), readFileSync(backup));
    await expect(openArchive(archive.dir, 'write', OPTIONS)).rejects.toMatchObject({ code: 'ARCHIVE_FOREIGN' });
  });
});

describe('restoring', () => {
  it('never touches a folder that exists', async () => {
    await archive.backup(backup);
    await expect(restoreArchive(backup, archive.dir, OPTIONS)).rejects.toMatchObject({ code: 'ARCHIVE_EXISTS' });
  });

  it.each([0.02, 0.3, 0.6, 0.95])('refuses a backup cut short at %f of its length and leaves nothing', async (part) => {
    await addSource(archive, folder.dir, { bytes: 'y'.repeat(700_000) });
    const { fileBytes } = await archive.backup(backup);
    truncateSync(backup, Math.floor(fileBytes * part));
    await expect(restoreArchive(backup, restored, OPTIONS)).rejects.toMatchObject({ code: 'ARCHIVE_DAMAGED' });
    expect(left()).toEqual(['Letters.fonds', 'Letters.fonds-backup']);
  });

  it('refuses a backup with one flipped byte of an original or of the database', async () => {
    await addSource(archive, folder.dir, {
      bytes: 'a unique original of this test',
      text: 'a unique text of this test',
    });
    await archive.backup(backup);
    const good = readFileSync(backup);
    for (const marker of ['a unique original of this test', 'a unique text of this test']) {
      const flipped = Buffer.from(good);
      const at = flipped.indexOf(marker);
      expect(at).toBeGreaterThan(0);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      writeFileSync(backup, flipped);
      await expect(restoreArchive(backup, restored, OPTIONS)).rejects.toMatchObject({ code: 'ARCHIVE_DAMAGED' });
      expect(existsSync(restored)).toBe(false);
    }
  });

  it('refuses what is not a backup, and says when there is none', async () => {
    writeFileSync(backup, 'a letter');
    await expect(restoreArchive(backup, restored, OPTIONS)).rejects.toMatchObject({ code: 'ARCHIVE_FOREIGN' });
    await expect(restoreArchive(`${backup}-2`, restored, OPTIONS)).rejects.toMatchObject({ code: 'ARCHIVE_NOT_FOUND' });
  });
});

/** A file system of its own, which only root can make. */
function mountSmall(dir: string): string | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', dir], { stdio: 'pipe' });
    return null;
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[1] ?? error.message) : String(error);
  }
}

describe('on a small disk', () => {
  it('says when the disk is full, keeps what it has, and goes on when there is room', async ({ skip }) => {
    const disk = freshFolder();
    const why = mountSmall(disk.dir);
    if (why !== null) {
      disk.remove();
      console.log(`Skipped: no small file system can be mounted here (${why})`);
      skip();
    }
    try {
      const small = await createArchive(join(disk.dir, 'Small.fonds'), OPTIONS);
      const kept: string[] = [];
      const fill = async (): Promise<unknown> => {
        for (;;) {
          try {
            const title = String(kept.length).padStart(4, '0');
            // Small originals and long texts: the database fills first; then the other way round.
            const bytes = kept.length % 2 ? `${title}${'o'.repeat(60_000)}` : title;
            await addSource(small, folder.dir, { bytes, text: 't'.repeat(90_000), description: { title } });
            kept.push(title);
          } catch (error) {
            return error;
          }
        }
      };
      expect(await fill()).toMatchObject({ code: 'DISK_FULL' });
      expect(kept.length).toBeGreaterThan(5);
      expect(titles(small)).toEqual(kept);
      await expect(small.backup(join(disk.dir, 'b'))).rejects.toMatchObject({ code: 'DISK_FULL' });
      expect(readdirSync(disk.dir)).toEqual(['Small.fonds']);
      await expect(createArchive(join(disk.dir, 'Two.fonds'), OPTIONS)).rejects.toMatchObject({ code: 'DISK_FULL' });
      expect(readdirSync(disk.dir)).toEqual(['Small.fonds']);

      execFileSync('mount', ['-o', 'remount,size=12m', disk.dir]);
      await addSource(small, folder.dir, { description: { title: '9999' } });
      small.close();
      const again = await openArchive(join(disk.dir, 'Small.fonds'), 'write', OPTIONS);
      expect(titles(again)).toEqual([...kept, '9999']);
      expect((await verifyAll(again)).filter(({ outcome }) => outcome !== 'verified')).toEqual([]);
      again.close();

      execFileSync('mount', ['-o', 'remount,ro', disk.dir]);
      const reader = await openArchive(join(disk.dir, 'Small.fonds'), 'read', OPTIONS);
      expect(titles(reader)).toEqual([...kept, '9999']);
      reader.close();
      await expect(openArchive(join(disk.dir, 'Small.fonds'), 'write', OPTIONS)).rejects.toMatchObject({
        code: 'ARCHIVE_READ_ONLY',
        message: expect.stringContaining('for reading only'),
      });
    } finally {
      execFileSync('umount', [disk.dir]);
      disk.remove();
    }
  }, 60_000);

  it('does not read an archive from a read-only place while changes wait beside it', async ({ skip }) => {
    const disk = freshFolder();
    const why = mountSmall(disk.dir);
    if (why !== null) {
      disk.remove();
      console.log(`Skipped: no file system can be mounted here (${why})`);
      skip();
    }
    try {
      archive.close();
      const place = join(disk.dir, 'Copied.fonds');
      execFileSync('cp', ['-r', archive.dir, place]);
      writeFileSync(join(place, 'archive.db-wal'), 'changes');
      execFileSync('mount', ['-o', 'remount,ro', disk.dir]);
      await expect(openArchive(place, 'read', OPTIONS)).rejects.toMatchObject({
        code: 'ARCHIVE_LOCKED',
        message: expect.stringContaining('copy the folder to a place you can write to'),
      });
    } finally {
      execFileSync('umount', [disk.dir]);
      disk.remove();
    }
  });
});
