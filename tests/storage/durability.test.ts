import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, createArchive, openArchive } from '../../electron/archive/index.js';
import type { CollectionId, SourceId } from '../../electron/contract/index.js';
import { createSearchLog } from '../../electron/search/history/search-log-store.js';
import { seededRandom } from '../bench/search/random.js';
import { addSource, freshFolder, OPTIONS, titles, verifyAll } from './archive-bench.js';
import { bundleWriter, startWriter, type Writer } from './writer-process.js';

let folder: ReturnType<typeof freshFolder>;
let place: string;
beforeEach(() => {
  folder = freshFolder();
  place = join(folder.dir, 'Letters.fonds');
});
afterEach(() => folder.remove());

/** Between two and a dozen writes were acknowledged, and the next ones are at some point or other of being written. */
async function untilAnyMoment(writer: Writer, random: () => number): Promise<void> {
  await writer.acknowledged(2 + Math.floor(random() * 10));
  await pause(random() * 20);
}

describe('a killed writer', () => {
  it('loses nothing it acknowledged, at any moment', async () => {
    const random = seededRandom(1);
    const kills = Number(process.env.FONDS_KILLS ?? 8);
    const script = await bundleWriter(folder.dir);
    (await createArchive(place, OPTIONS)).close();
    const acknowledged = new Map<string, string>();
    for (let round = 0; round < kills; round += 1) {
      const writer = startWriter(script, place, 'add', round);
      await writer.opened;
      await untilAnyMoment(writer, random);
      writer.child.kill('SIGKILL');
      for (const line of await writer.ended) {
        const [id = '', sha256 = ''] = line.split(' ');
        acknowledged.set(id, sha256);
      }
      const archive = await openArchive(place, 'write', OPTIONS);
      const live = new Set<string>(archive.sources.live().map(({ sourceId }) => sourceId));
      for (const [id, sha256] of acknowledged) {
        expect(live.has(id)).toBe(true);
        expect(archive.sources.findByHash(sha256)).not.toBeNull();
      }
      const lines = await verifyAll(archive);
      expect(lines.length).toBeGreaterThanOrEqual(acknowledged.size);
      expect(lines.filter(({ outcome }) => outcome !== 'verified')).toEqual([]);
      expect(existsSync(join(place, 'originals', 'incoming'))).toBe(false);
      archive.close();
    }
    expect(acknowledged.size).toBeGreaterThanOrEqual(2 * kills);
  }, 600_000);
});

describe('a killed searcher', () => {
  it('loses no search that was logged, at any moment', async () => {
    const random = seededRandom(1);
    const script = await bundleWriter(folder.dir);
    (await createArchive(place, OPTIONS)).close();
    const acknowledged: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      const writer = startWriter(script, place, 'log', round);
      await writer.opened;
      await untilAnyMoment(writer, random);
      writer.child.kill('SIGKILL');
      acknowledged.push(...(await writer.ended));
      const archive = await openArchive(place, 'write', OPTIONS);
      const lines = [...createSearchLog(archive, () => new Date()).all()].map(({ query }) => query.query);
      // Nothing is missing, nothing is there twice; one more may have been written and not told.
      expect(new Set(lines).size).toBe(lines.length);
      const held = new Set(lines);
      expect(acknowledged.filter((line) => !held.has(line))).toEqual([]);
      expect(lines.length - acknowledged.length).toBeLessThanOrEqual(round + 1);
      archive.close();
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(8);
  }, 120_000);
});

describe('a killed opening or closing', () => {
  it('loses nothing, and never makes an archive strange to itself, here or copied elsewhere', async () => {
    const random = seededRandom(1);
    const kills = Number(process.env.FONDS_KILLS ?? 8);
    const script = await bundleWriter(folder.dir);
    (await createArchive(place, OPTIONS)).close();
    const acknowledged: string[] = [];
    for (let round = 0; round < kills; round += 1) {
      const writer = startWriter(script, place, 'sessions', round);
      await writer.opened;
      await untilAnyMoment(writer, random);
      writer.child.kill('SIGKILL');
      acknowledged.push(...(await writer.ended));
      const copy = join(folder.dir, `Copy ${round}.fonds`);
      cpSync(place, copy, { recursive: true });
      for (const dir of [place, copy]) {
        const archive = await openArchive(dir, 'write', OPTIONS);
        const held = new Set(archive.collections.list().map(({ name }) => name));
        expect(acknowledged.filter((name) => !held.has(name))).toEqual([]);
        archive.close();
      }
      rmSync(copy, { recursive: true });
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(2 * kills);
  }, 600_000);
});

describe('the lock', () => {
  it('tells the second program who has the archive open, and goes with a killed holder', async () => {
    const script = await bundleWriter(folder.dir);
    (await createArchive(place, OPTIONS)).close();
    const holder = startWriter(script, place, 'hold');
    await holder.opened;
    for (const access of ['write', 'read'] as const) {
      await expect(openArchive(place, access, OPTIONS)).rejects.toMatchObject({
        code: 'ARCHIVE_LOCKED',
        message: expect.stringContaining(`process ${holder.child.pid}`),
      });
    }
    holder.child.kill('SIGKILL');
    await holder.ended;
    expect(existsSync(join(place, 'lock.json'))).toBe(true);
    (await openArchive(place, 'write', OPTIONS)).close();
    expect(existsSync(join(place, 'lock.json'))).toBe(false);
  });

  it('refuses a second opening in the same program', async () => {
    const archive = await createArchive(place, OPTIONS);
    await expect(openArchive(place, 'write', OPTIONS)).rejects.toMatchObject({ code: 'ARCHIVE_LOCKED' });
    archive.close();
  });

  it('respects a holder on another computer and says how to go on', async () => {
    (await createArchive(place, OPTIONS)).close();
    const holder = { pid: 1, host: 'reading-room-3', program: 'Fonds', since: '2026-01-01T00:00:00.000Z' };
    writeFileSync(join(place, 'lock.json'), JSON.stringify(holder));
    await expect(openArchive(place, 'write', OPTIONS)).rejects.toMatchObject({
      code: 'ARCHIVE_LOCKED',
      message: expect.stringMatching(/reading-room-3.*delete .*lock\.json/),
    });
  });
});

describe('what is not an archive of this Fonds', () => {
  const refused = async (code: string, message = /Nothing was changed/) => {
    const file = join(place, 'archive.db');
    const before = readFileSync(file);
    for (const access of ['write', 'read'] as const) {
      await expect(openArchive(place, access, OPTIONS)).rejects.toMatchObject({
        code,
        message: expect.stringMatching(message),
      });
    }
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(existsSync(join(place, 'lock.json'))).toBe(false);
  };

  it('is refused when empty, foreign or text, and left byte for byte', async () => {
    (await createArchive(place, OPTIONS)).close();
    const file = join(place, 'archive.db');
    const good = readFileSync(file);
    for (const bytes of [Buffer.alloc(0), Buffer.from('a letter'.repeat(99)), good.subarray(0, 60)]) {
      writeFileSync(file, bytes);
      await refused('ARCHIVE_FOREIGN');
    }
    const foreign = Buffer.from(good);
    foreign.writeUInt32BE(7, 68);
    writeFileSync(file, foreign);
    await refused('ARCHIVE_FOREIGN');
  });

  it('is refused when a newer Fonds wrote it, and left byte for byte', async () => {
    (await createArchive(place, OPTIONS)).close();
    const file = join(place, 'archive.db');
    const newer = readFileSync(file);
    newer.writeUInt32BE(99, 60);
    writeFileSync(file, newer);
    await refused('ARCHIVE_NEWER', /newer Fonds.*Nothing was changed/);
  });

  it('is opened when this Fonds wrote it last, and refused when it is newer by exactly one', async () => {
    (await createArchive(place, OPTIONS)).close();
    (await openArchive(place, 'write', OPTIONS)).close();
    const file = join(place, 'archive.db');
    const newer = readFileSync(file);
    newer.writeUInt32BE(newer.readUInt32BE(60) + 1, 60);
    writeFileSync(file, newer);
    await refused('ARCHIVE_NEWER', /newer Fonds.*Nothing was changed/);
  });

  it('is not found where there is nothing', async () => {
    await expect(openArchive(place, 'write', OPTIONS)).rejects.toMatchObject({ code: 'ARCHIVE_NOT_FOUND' });
  });

  it('is never made over something that exists', async () => {
    mkdirSync(place);
    writeFileSync(join(place, 'mine.txt'), 'mine');
    await expect(createArchive(place, OPTIONS)).rejects.toMatchObject({ code: 'ARCHIVE_EXISTS' });
    expect(readFileSync(join(place, 'mine.txt'), 'utf8')).toBe('mine');
  });
});

describe('a migration', () => {
  const files = readdirSync(OPTIONS.migrationsDir).filter((name) => name.endsWith('.sql'));
  const newest = files.length;
  const newerFonds = (sql: string) => {
    const migrationsDir = join(folder.dir, 'migrations');
    cpSync(OPTIONS.migrationsDir, migrationsDir, { recursive: true });
    writeFileSync(join(migrationsDir, `${String(newest + 1).padStart(4, '0')}-test.sql`), sql);
    return { migrationsDir };
  };
  /** The migrations of the Fonds whose newest shape was `version`. */
  const olderFonds = (version: number) => {
    const migrationsDir = join(folder.dir, `shape-${version}`);
    mkdirSync(migrationsDir);
    for (const name of files.filter((name) => Number(name.slice(0, 4)) <= version)) {
      cpSync(join(OPTIONS.migrationsDir, name), join(migrationsDir, name));
    }
    return { migrationsDir };
  };
  /** As an older Fonds left it: what `fill` wrote, in the tables and columns of that time. @returns its migrations. */
  const fillShape = async (version: number, fill: (archive: Archive) => Promise<void>) => {
    const today = join(folder.dir, 'Today.fonds');
    const archive = await createArchive(today, OPTIONS);
    await fill(archive);
    archive.close();
    const migrations = olderFonds(version);
    (await createArchive(place, migrations)).close();
    cpSync(join(today, 'originals'), join(place, 'originals'), { recursive: true });
    const db = new DatabaseSync(join(place, 'archive.db'), { enableForeignKeyConstraints: false });
    db.exec(`ATTACH '${join(today, 'archive.db')}' AS today`);
    for (const { name } of db.prepare(`SELECT name FROM main.sqlite_schema WHERE type = 'table'`).all()) {
      const columns = db.prepare(`SELECT name FROM pragma_table_info('${name}', 'main')`).all();
      const list = columns.map((column) => column.name).join(', ');
      db.exec(`INSERT OR REPLACE INTO main.${name} (${list}) SELECT ${list} FROM today.${name}`);
    }
    db.close();
    return migrations;
  };

  it('keeps a verified copy of the database first, and everything in it after', async () => {
    const archive = await createArchive(place, OPTIONS);
    const { sourceId } = await addSource(archive, folder.dir, { description: { title: 'Kept' } });
    archive.close();
    const migrated = await openArchive(place, 'write', newerFonds('ALTER TABLE source ADD COLUMN mood TEXT;'));
    expect(migrated.info().schemaVersion).toBe(newest + 1);
    expect(migrated.sources.get(sourceId).description.title).toBe('Kept');
    migrated.close();
    const [copy = ''] = execFileSync('ls', [join(place, 'backups')], { encoding: 'utf8' }).split('\n');
    expect(copy).toMatch(new RegExp(`^shape-${newest}-before-${newest + 1}-`));
    renameSync(join(place, 'backups', copy), join(place, 'archive.db'));
    const old = await openArchive(place, 'write', OPTIONS);
    expect(titles(old)).toEqual(['Kept']);
    old.close();
  });

  it('from the shape that knew no paths keeps originals, and says nothing of where they lay', async () => {
    let id: SourceId | undefined;
    await fillShape(6, async (first) => {
      id = (await addSource(first, folder.dir, { description: { title: 'Kept' } })).sourceId;
    });
    const archive = await openArchive(place, 'write', OPTIONS);
    if (!id) throw new Error('nothing was filled');
    expect(archive.sources.get(id).originals).toMatchObject([{ mediaType: 'text/plain', path: '' }]);
    expect(archive.sources.folders()).toEqual([]);
    archive.close();
  });

  it('from the shape of the first Fonds keeps everything, and brings what is new', async () => {
    let ids: { one: SourceId; two: SourceId; crisis: CollectionId } | undefined;
    let undo: string | null = null;
    const older = await fillShape(1, async (first) => {
      const one = await addSource(first, folder.dir, { description: { title: 'Kept', box: '12' }, text: 'Ćao' });
      const two = await addSource(first, folder.dir, { description: { title: 'In the bin' } });
      const { id } = first.collections.create('Crisis');
      first.collections.add(id, [one.sourceId]);
      first.sources.delete([two.sourceId]);
      ids = { one: one.sourceId, two: two.sourceId, crisis: id };
      undo = first.history.state().undo;
    });
    if (!ids) throw new Error('nothing was filled');

    await expect(openArchive(place, 'read', OPTIONS)).rejects.toMatchObject({ code: 'ARCHIVE_LOCKED' });
    const archive = await openArchive(place, 'write', OPTIONS);
    expect(archive.info().schemaVersion).toBe(newest);
    expect(titles(archive)).toEqual(['Kept']);
    expect(titles(archive, 'bin')).toEqual(['In the bin']);
    expect(archive.sources.get(ids.one)).toMatchObject({
      description: { box: '12' },
      collectionIds: [ids.crisis],
      tagIds: [],
      guessedLanguage: null,
      suggestions: [],
    });
    expect(archive.texts.get(ids.one).text).toBe('Ćao');
    expect(archive.history.state().undo).toBe(undo);
    archive.history.undo();
    expect(titles(archive)).toEqual(['In the bin', 'Kept']);
    const tag = archive.tags.create('Urgent');
    archive.tags.add(tag.id, [ids.two]);
    expect((await verifyAll(archive)).map(({ outcome }) => outcome)).toEqual(['verified', 'verified']);
    archive.close();

    const [copy = ''] = readdirSync(join(place, 'backups'));
    expect(copy).toMatch(new RegExp(`^shape-1-before-${newest}-`));
    renameSync(join(place, 'backups', copy), join(place, 'archive.db'));
    const old = await openArchive(place, 'write', older);
    expect(old.info().schemaVersion).toBe(1);
    expect(titles(old)).toEqual(['Kept']);
    old.close();
  });

  it('from the shape before tags were a tree keeps everything, and every source has a current text', async () => {
    let seen: unknown;
    const look = (archive: Archive, ids: readonly SourceId[]) => ({
      sources: ids.map((id) => {
        const { versions, ...source } = archive.sources.get(id);
        return { source, versions: versions.length, text: archive.texts.get(id).text };
      }),
      tags: archive.tags.list(),
      members: archive.tags.list().map(({ id }) => archive.tags.members(id)),
      undo: archive.history.state().undo,
    });
    const ids: SourceId[] = [];
    await fillShape(2, async (before) => {
      for (const text of ['One text', 'Another text', 'In the bin']) {
        ids.push((await addSource(before, folder.dir, { text })).sourceId);
      }
      const [one, two, binned] = ids as [SourceId, SourceId, SourceId];
      before.history.step(() => {
        const first = before.texts.get(two);
        const newer = { ...first, text: 'A newer text', parentId: first.id, reason: '' };
        const { change } = before.texts.revise(two, newer);
        return { label: 'Read again', changes: [change], scopes: ['texts'] };
      });
      before.sources.delete([binned]);
      // A path had no meaning then: a name could hold what separates one now.
      const [urgent, slash] = [before.tags.create('Urgent'), before.tags.create('Slash')];
      before.database.write(() =>
        before.database.exec(`UPDATE tag SET name = 'In/out', name_key = 'in/out'
        WHERE name = 'Slash'`),
      );
      before.tags.add(urgent.id, [one, binned]);
      before.tags.add(slash.id, [two]);
      seen = look(before, ids);
    });
    const archive = await openArchive(place, 'write', OPTIONS);
    expect(look(archive, ids)).toEqual(seen);
    expect(archive.texts.get(ids[1] as SourceId).text).toBe('A newer text');
    for (const id of ids) expect(archive.texts.versions(id).filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
    expect(archive.sources.live()).toHaveLength(2);
    expect(archive.tags.byPath('in/OUT')?.name).toBe('In/out');
    // What was done by the older Fonds is undone by this one.
    for (let n = 0; n < 4; n += 1) archive.history.undo();
    expect(archive.tags.list()).toEqual([]);
    expect((await verifyAll(archive)).map(({ outcome }) => outcome)).toEqual(['verified', 'verified', 'verified']);
    archive.close();
  });

  it('that fails leaves the archive as it was', async () => {
    const archive = await createArchive(place, OPTIONS);
    await addSource(archive, folder.dir, { description: { title: 'Kept' } });
    archive.close();
    const broken = newerFonds('ALTER TABLE source ADD COLUMN mood TEXT; SELECT nonsense FROM nowhere;');
    await expect(openArchive(place, 'write', broken)).rejects.toThrow(/nowhere/);
    const old = await openArchive(place, 'write', OPTIONS);
    expect(old.info().schemaVersion).toBe(newest);
    expect(titles(old)).toEqual(['Kept']);
    old.close();
  });
});

describe('an archive under one’s feet', () => {
  it.each(['removed', 'replaced'])('says so when its file is %s, instead of losing what is written', async (fate) => {
    const archive = await createArchive(place, OPTIONS);
    const { sourceId } = await addSource(archive, folder.dir);
    const file = join(place, 'archive.db');
    const bytes = readFileSync(join(place, 'archive.db'));
    rmSync(file);
    if (fate === 'replaced') writeFileSync(file, bytes);
    expect(() => archive.sources.describe([sourceId], { title: 'Lost' })).toThrow(
      expect.objectContaining({ code: 'ARCHIVE_DAMAGED' }),
    );
    archive.close();
  });

  it('opens for reading and refuses every change', async () => {
    const archive = await createArchive(place, OPTIONS);
    const { sourceId } = await addSource(archive, folder.dir, { description: { title: 'Read me' } });
    archive.close();
    const reader = await openArchive(place, 'read', OPTIONS);
    expect(titles(reader)).toEqual(['Read me']);
    expect(reader.info().readOnly).toBe(true);
    const readOnly = expect.objectContaining({ code: 'ARCHIVE_READ_ONLY' });
    expect(() => reader.sources.describe([sourceId], { title: 'X' })).toThrow(readOnly);
    expect(() => reader.sources.delete([sourceId])).toThrow(readOnly);
    expect(() => reader.collections.create('X')).toThrow(readOnly);
    expect(() => reader.history.undo()).toThrow(readOnly);
    await expect(reader.originals.store(join(folder.dir, 'x'))).rejects.toEqual(readOnly);
    reader.close();
  });

  it('keeps originals read-only', async () => {
    const archive = await createArchive(place, OPTIONS);
    const { sha256 } = await addSource(archive, folder.dir);
    const { path, mediaType } = archive.originals.locate(sha256);
    expect(mediaType).toBe('text/plain');
    expect(execFileSync('stat', ['-c', '%a', path], { encoding: 'utf8' }).trim()).toBe('444');
    archive.close();
  });
});

describe('verifying', () => {
  it('finds one flipped byte and a missing original, and storing the file again heals it', async () => {
    const archive = await createArchive(place, OPTIONS);
    const flipped = await addSource(archive, folder.dir, { bytes: 'to be flipped' });
    const missing = await addSource(archive, folder.dir, { bytes: 'to be lost' });
    await addSource(archive, folder.dir, { bytes: 'well' });
    const { path } = archive.originals.locate(flipped.sha256);
    chmodSync(path, 0o644);
    writeFileSync(path, 'to be flippeD');
    rmSync(archive.originals.locate(missing.sha256).path, { force: true });
    const outcomes = async () =>
      Object.fromEntries((await verifyAll(archive)).map(({ sourceId, outcome }) => [sourceId, outcome]));
    const first = await outcomes();
    expect(first[flipped.sourceId]).toBe('damaged');
    expect(first[missing.sourceId]).toBe('missing');
    expect(Object.values(first).filter((outcome) => outcome === 'verified')).toHaveLength(1);
    for (const bytes of ['to be flipped', 'to be lost']) {
      writeFileSync(join(folder.dir, 'again.txt'), bytes);
      await archive.originals.store(join(folder.dir, 'again.txt'));
    }
    expect(new Set(Object.values(await outcomes()))).toEqual(new Set(['verified']));
    archive.close();
  });

  it('stops when it is asked to', async () => {
    const archive = await createArchive(place, OPTIONS);
    await addSource(archive, folder.dir);
    await expect(archive.verify({ onProgress: () => undefined, signal: AbortSignal.abort() })).rejects.toThrow();
    archive.close();
  });
});
