/** The log beside archive.db: after crashes, copies, mix-ups and losses. */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, createArchive, openArchive, restoreArchive } from '../../electron/archive/index.js';
import { FondsError } from '../../electron/contract/index.js';
import { addSource, freshFolder, OPTIONS, titles, verifyAll } from './archive-bench.js';

const CLOSED = 0x464e4453;
const WRITING = 0x464e4457;

let folder: ReturnType<typeof freshFolder>;
const at = (name: string) => join(folder.dir, `${name}.fonds`);
const db = (name: string) => join(at(name), 'archive.db');
const log = (name: string) => `${db(name)}-wal`;
const applicationId = (name: string) => readFileSync(db(name)).readUInt32BE(68);
beforeEach(() => {
  folder = freshFolder();
});
afterEach(() => folder.remove());

/** Adds a source for each title. */
async function fill(archive: Archive, ...names: string[]): Promise<void> {
  for (const title of names) await addSource(archive, folder.dir, { description: { title }, text: `Text of ${title}` });
}

async function made(name: string, ...names: string[]): Promise<void> {
  const archive = await createArchive(at(name), OPTIONS);
  await fill(archive, ...names);
  archive.close();
}

/** Adds sources and takes a copy of the folder as a crash would leave it. */
async function crashed(name: string, copy: string, ...names: string[]): Promise<void> {
  const archive = await openArchive(at(name), 'write', OPTIONS);
  await fill(archive, ...names);
  cpSync(at(name), at(copy), { recursive: true });
  archive.close();
}

async function titlesOf(name: string): Promise<string[]> {
  const archive = await openArchive(at(name), 'write', OPTIONS);
  const held = titles(archive);
  expect((await verifyAll(archive)).filter(({ outcome }) => outcome !== 'verified')).toEqual([]);
  archive.close();
  return held;
}

const bytesOf = (name: string) =>
  Object.fromEntries(
    readdirSync(at(name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [join(entry.parentPath, entry.name), readFileSync(join(entry.parentPath, entry.name), 'hex')]),
  );

async function refused(name: string, code: string, message: RegExp): Promise<void> {
  const before = bytesOf(name);
  for (const access of ['write', 'read'] as const) {
    await expect(openArchive(at(name), access, OPTIONS)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  }
  expect(bytesOf(name)).toEqual(before);
}

describe('an archive that was not closed', () => {
  it('keeps everything when its folder is copied and opened in another place', async () => {
    await made('Mine', 'first');
    await crashed('Mine', 'Copy', 'second', 'third');
    expect(applicationId('Copy')).toBe(WRITING);
    expect(statSync(log('Copy')).size).toBeGreaterThan(0);
    expect(await titlesOf('Copy')).toEqual(['first', 'second', 'third']);
    expect(applicationId('Copy')).toBe(CLOSED);
    expect(existsSync(log('Copy'))).toBe(false);
  });

  it('keeps everything when lock.json was deleted, as is advised for a computer that is gone', async () => {
    await made('Mine', 'first');
    await crashed('Mine', 'Copy', 'second');
    rmSync(join(at('Copy'), 'lock.json'));
    expect(await titlesOf('Copy')).toEqual(['first', 'second']);
  });

  it('can be read without a byte of it being written', async () => {
    await made('Mine', 'first');
    await crashed('Mine', 'Copy', 'second');
    const [before, logBefore] = [readFileSync(db('Copy')), readFileSync(log('Copy'))];
    const reader = await openArchive(at('Copy'), 'read', OPTIONS);
    expect(titles(reader)).toEqual(['first', 'second']);
    reader.close();
    expect(readFileSync(db('Copy')).equals(before)).toBe(true);
    expect(readFileSync(log('Copy')).equals(logBefore)).toBe(true);
  });

  it('of an earlier Fonds, which left no mark, keeps everything', async () => {
    await made('Mine', 'first');
    const raw = new DatabaseSync(db('Mine'));
    raw.exec(`PRAGMA journal_mode = WAL; INSERT INTO search_log (at, who, query, line, scope, sources, hits, took_ms)
      VALUES ('2026-01-01T00:00:00.000Z', 'me', '{}', 'treaty', '', 1, 0, 1)`);
    cpSync(at('Mine'), at('Copy'), { recursive: true });
    raw.close();
    rmSync(`${db('Copy')}-shm`, { force: true });
    const archive = await openArchive(at('Copy'), 'write', OPTIONS);
    const lines = archive.database.prepare<{ line: string }>('SELECT line FROM search_log').all();
    expect(lines).toMatchObject([{ line: 'treaty' }]);
    archive.close();
  });

  it('is refused when archive.db was copied without its log, and left byte for byte', async () => {
    await made('Mine', 'first');
    await crashed('Mine', 'Copy', 'second');
    rmSync(log('Copy'));
    await refused('Copy', 'ARCHIVE_LOG_MISSING', /archive\.db-wal is missing.*Put the log back.*backup/);
    rmSync(join(at('Copy'), 'lock.json'));
    await refused('Copy', 'ARCHIVE_LOG_MISSING', /archive\.db-wal is missing/);
  });

  it.each([0, 1, 31, 32, 2_000, 32 + 24 + 4_095])(
    'is refused when only %i bytes of its log are left',
    async (bytes) => {
      await made('Mine', 'first');
      await crashed('Mine', 'Copy', 'second');
      writeFileSync(log('Copy'), readFileSync(log('Copy')).subarray(0, bytes));
      await refused('Copy', 'ARCHIVE_LOG_MISSING', /is missing/);
    },
  );

  it('is refused when its log was overwritten with something else', async () => {
    await made('Mine', 'first');
    await crashed('Mine', 'Copy', 'second');
    writeFileSync(log('Copy'), 'a letter'.repeat(9_999));
    await refused('Copy', 'ARCHIVE_LOG_MISSING', /is missing/);
  });
});

describe('a log that is not the archive’s', () => {
  const FOREIGN = /is not the log of .*archive\.db: .*Nothing was changed.*move it out of the folder/;

  it('is refused beside a closed archive, and nothing is lost', async () => {
    await made('Mine', 'one', 'two', 'three');
    await made('Other', 'other one');
    await crashed('Other', 'Crash', 'other two');
    cpSync(log('Crash'), log('Mine'));
    await refused('Mine', 'ARCHIVE_LOG_FOREIGN', FOREIGN);
    rmSync(log('Mine'));
    expect(await titlesOf('Mine')).toEqual(['one', 'three', 'two']);
  });

  it('is refused beside an empty archive of the same shape', async () => {
    await made('Mine');
    await made('Other');
    await crashed('Other', 'Crash', 'other one');
    cpSync(log('Crash'), log('Mine'));
    await refused('Mine', 'ARCHIVE_LOG_FOREIGN', FOREIGN);
  });

  it('is refused in the place of the archive’s own log after a crash', async () => {
    await made('Mine', 'one');
    await made('Other', 'other one');
    await crashed('Mine', 'Copy', 'two');
    await crashed('Other', 'Crash', 'other two');
    const own = readFileSync(log('Copy'));
    writeFileSync(log('Copy'), readFileSync(log('Crash')));
    await refused('Copy', 'ARCHIVE_LOG_FOREIGN', FOREIGN);
    writeFileSync(log('Copy'), own);
    expect(await titlesOf('Copy')).toEqual(['one', 'two']);
  });

  it('is refused when it was left over from an older state of the same archive', async () => {
    await made('Mine', 'one');
    await crashed('Mine', 'Crash', 'two');
    const after = await openArchive(at('Mine'), 'write', OPTIONS);
    await fill(after, 'three', 'four');
    after.close();
    cpSync(log('Crash'), log('Mine'));
    await refused('Mine', 'ARCHIVE_LOG_FOREIGN', FOREIGN);
    rmSync(log('Mine'));
    expect(await titlesOf('Mine')).toEqual(['four', 'one', 'three', 'two']);
  });

  it('is refused when archive.db was put back from an older copy, with lock.json of the crash still there', async () => {
    await made('Mine', 'one');
    cpSync(db('Mine'), join(folder.dir, 'older.db'));
    const later = await openArchive(at('Mine'), 'write', OPTIONS);
    await fill(later, 'two', 'three');
    later.close();
    await crashed('Mine', 'Crash', 'four');
    cpSync(join(folder.dir, 'older.db'), db('Crash'));
    await refused('Crash', 'ARCHIVE_LOG_FOREIGN', FOREIGN);
  });

  it('is refused when archive.db was put back from another computer, where work had gone on', async () => {
    await made('Mine', 'one');
    cpSync(at('Mine'), at('Elsewhere'), { recursive: true });
    await crashed('Mine', 'Crash', 'two');
    const elsewhere = await openArchive(at('Elsewhere'), 'write', OPTIONS);
    await fill(elsewhere, 'three');
    elsewhere.close();
    cpSync(db('Elsewhere'), db('Crash'));
    await refused('Crash', 'ARCHIVE_LOG_FOREIGN', FOREIGN);
  });

  it('is nothing to a closed archive when it is no log at all', async () => {
    await made('Mine', 'one');
    for (const bytes of [Buffer.from([0x37]), Buffer.alloc(32), Buffer.from('a letter'.repeat(9_999))]) {
      writeFileSync(log('Mine'), bytes);
      expect(await titlesOf('Mine')).toEqual(['one']);
    }
  });

  it('never costs what the archive holds by itself, whatever became of the log', async () => {
    await made('Mine', 'one', 'two');
    await made('Other', 'other one', 'other two', 'other three');
    await crashed('Mine', 'Own', 'three', 'four');
    await crashed('Other', 'Foreign', 'other four');
    cpSync(at('Mine'), at('Tried'), { recursive: true });
    const logs = { own: readFileSync(log('Own')), foreign: readFileSync(log('Foreign')) };
    const mains = { closed: readFileSync(db('Mine')), writing: readFileSync(db('Own')) };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('own', 'foreign'),
        fc.constantFrom('closed', 'writing'),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.array(
          fc.tuple(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), fc.integer({ min: 1, max: 255 })),
          {
            maxLength: 3,
          },
        ),
        async (whose, state, share, flips) => {
          const bytes = Buffer.from(logs[whose as keyof typeof logs]);
          const cut = bytes.subarray(0, Math.round(share * bytes.length));
          for (const [place, bits] of flips) {
            const offset = Math.floor(place * cut.length);
            if (offset < cut.length) cut[offset] = (cut[offset] ?? 0) ^ bits;
          }
          rmSync(join(at('Tried'), 'lock.json'), { force: true });
          rmSync(`${db('Tried')}-shm`, { force: true });
          writeFileSync(db('Tried'), mains[state as keyof typeof mains]);
          writeFileSync(log('Tried'), cut);
          const before = bytesOf('Tried');
          try {
            const archive = await openArchive(at('Tried'), 'write', OPTIONS);
            const held = titles(archive);
            const problem = archive.database.prepare('PRAGMA integrity_check').get();
            archive.close();
            expect(problem).toMatchObject({ integrity_check: 'ok' });
            expect(held).toEqual(expect.arrayContaining(['one', 'two']));
            expect(held.filter((title) => title.startsWith('other'))).toEqual([]);
          } catch (error) {
            if (!(error instanceof FondsError)) throw error;
            expect(error.code).toMatch(/^ARCHIVE_LOG_/);
            expect(bytesOf('Tried')).toEqual(before);
          }
        },
      ),
      { seed: 16, numRuns: 60 },
    );
  }, 120_000);
});

describe('a session', () => {
  it('without a change leaves archive.db as it was', async () => {
    await made('Mine', 'one');
    const [before, changedAt] = [readFileSync(db('Mine')), statSync(db('Mine')).mtimeMs];
    (await openArchive(at('Mine'), 'write', OPTIONS)).close();
    expect(readFileSync(db('Mine')).equals(before)).toBe(true);
    expect(statSync(db('Mine')).mtimeMs).toBe(changedAt);
    expect(readdirSync(at('Mine')).filter((name) => name.startsWith('archive.db'))).toEqual(['archive.db']);
  });

  it.each(['removed', 'replaced'])(
    'says so when its log is %s while it is open, and keeps what was saved',
    async (fate) => {
      await made('Mine', 'one');
      const archive = await openArchive(at('Mine'), 'write', OPTIONS);
      await fill(archive, 'two');
      const [{ id } = { id: '' }] = archive.sources.live().map(({ sourceId }) => ({ id: sourceId }));
      rmSync(log('Mine'));
      if (fate === 'replaced') writeFileSync(log('Mine'), '');
      expect(() => archive.sources.describe([id as never], { title: 'Lost' })).toThrow(
        expect.objectContaining({
          code: 'ARCHIVE_DAMAGED',
          message: expect.stringMatching(/archive\.db-wal was removed/),
        }),
      );
      archive.close();
      expect(await titlesOf('Mine')).toEqual(['one', 'two']);
    },
  );

  it('notices that the log was removed before anything was written', async () => {
    await made('Mine', 'one');
    const archive = await openArchive(at('Mine'), 'write', OPTIONS);
    rmSync(log('Mine'));
    expect(() => archive.collections.create('Lost')).toThrow(expect.objectContaining({ code: 'ARCHIVE_DAMAGED' }));
    archive.close();
    expect(await titlesOf('Mine')).toEqual(['one']);
  });

  it('can be backed up in its midst, and what is restored is whole by itself', async () => {
    await made('Mine', 'one');
    const archive = await openArchive(at('Mine'), 'write', OPTIONS);
    await fill(archive, 'two');
    const file = join(folder.dir, 'Mine.fondsbackup');
    await archive.backup(file);
    archive.close();
    // Whatever lies beside a backup is not read with it.
    await made('Other', 'other one');
    await crashed('Other', 'Crash', 'other two');
    cpSync(log('Crash'), `${file}-wal`);
    await restoreArchive(file, at('Restored'), OPTIONS);
    expect(applicationId('Restored')).toBe(CLOSED);
    expect(await titlesOf('Restored')).toEqual(['one', 'two']);
  });
});
