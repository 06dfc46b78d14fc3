/**
 * Backups. `copyDatabase` makes a verified copy of archive.db alone (before a migration; originals never change);
 * `backupArchive` makes one file that holds the whole archive. A file has its final name only when it was read back and
 * is on the disk, and replaces another only where a person agreed.
 *
 * The file is SQLite with its own application id: table `file` names archive.db and each original with its size and
 * SHA-256, table `piece` holds their bytes in pieces of 1 MiB, so that memory stays bounded and every byte is under a
 * hash (SQLite's own checks miss flipped bytes). The search index lies in archive.db and comes along.
 */
import { createHash } from 'node:crypto';
import { existsSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { FondsError, Sha256 } from '../contract/index.js';
import {
  asWriteFailure,
  fileExists,
  type OnExisting,
  readChunks,
  renameIntoPlace,
  syncFile,
  systemErrorCode,
  temporaryBeside,
} from '../files/index.js';
import { t } from '../wording/index.js';
import { ARCHIVE_APPLICATION_ID, BACKUP_APPLICATION_ID } from './archive-file.js';
import { asArchiveError, type Database } from './database.js';
import { originalPath } from './originals.js';

/** Name of the database among the files of a backup; originals are named by their SHA-256. */
export const DATABASE_NAME = 'archive.db';

const SHAPE = `
  CREATE TABLE backup (made_at TEXT NOT NULL, archive_name TEXT NOT NULL, schema_version INTEGER NOT NULL) STRICT;
  CREATE TABLE file (name TEXT PRIMARY KEY, file_bytes INTEGER NOT NULL, sha256 TEXT NOT NULL) STRICT;
  CREATE TABLE piece (name TEXT NOT NULL, position INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (name, position)) STRICT;
  CREATE TABLE absent (sha256 TEXT PRIMARY KEY, reason TEXT NOT NULL) STRICT;`;
const ATTEMPTS = 5;
/** All pages in one step: a copy in several steps starts over for every write in between. */
const ALL_PAGES = -1;

const removeDatabase = (file: string): void => {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
};

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** Rows of every table, by name. */
function countRows(raw: DatabaseSync): string {
  const tables = raw.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).all();
  return tables.map(({ name }) => `${name}:${raw.prepare(`SELECT count(*) AS n FROM "${name}"`).get()?.n}`).join(' ');
}

const pragma = (raw: DatabaseSync, name: string): unknown =>
  Object.values(raw.prepare(`PRAGMA ${name}`).get() ?? {})[0];

/** Puts a copy at `temporary` and reads it back. @throws Error when it is not what was copied. */
const copyTo = (database: Database, temporary: string): Promise<void> =>
  database.withConnection((raw) => copyFrom(raw, database, temporary));

async function copyFrom(raw: DatabaseSync, database: Database, temporary: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    removeDatabase(temporary);
    const { generation } = database;
    const expected = countRows(raw);
    try {
      await backup(raw, temporary, { rate: ALL_PAGES });
    } catch (error) {
      // SQLite refuses to copy in the midst of a transaction, with a message that says nothing (“not an error”).
      if (database.generation === generation || attempt === ATTEMPTS) throw error;
      continue;
    }
    if (database.generation === generation) {
      verifyCopy(temporary, expected);
      break;
    }
    // Something was written meanwhile: the copy may be whole, but there is nothing to compare it with.
    if (attempt === ATTEMPTS) throw new Error('The archive is being written to without pause; try the backup again');
  }
  await syncFile(temporary);
}

function verifyCopy(file: string, expected: string): void {
  const copy = new DatabaseSync(file);
  try {
    // The copy is whole by itself, whatever the archive was in the midst of. Nobody else knows of it, so that SQLite needs
    // no shared memory, which USB sticks and network drives may not have.
    copy.exec(
      `PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; PRAGMA application_id = ${ARCHIVE_APPLICATION_ID}`,
    );
    const problem = pragma(copy, 'integrity_check');
    const found = countRows(copy);
    if (problem !== 'ok' || found !== expected) {
      throw new Error(`The copy is not what was copied: ${String(problem)}; ${found}; expected ${expected}`);
    }
  } finally {
    copy.close();
  }
}

/** A verified copy of archive.db without originals. @throws FondsError FILE_EXISTS, DISK_FULL. */
export async function copyDatabase(database: Database, file: string): Promise<void> {
  if (existsSync(file)) throw fileExists(file);
  const temporary = temporaryBeside(file);
  try {
    await copyTo(database, temporary);
    await renameIntoPlace(temporary, file, 'refuse');
  } catch (error) {
    throw asWriteFailure(asArchiveError(error, file), file, 'writing');
  } finally {
    removeDatabase(temporary);
  }
}

/** Streams a file into the backup. @returns its SHA-256. @throws what the system says of reading it. */
async function pour(
  container: DatabaseSync,
  name: string,
  path: string,
): Promise<{ sha256: string; fileBytes: number }> {
  const insert = container.prepare('INSERT INTO piece (name, position, bytes) VALUES (:name, :position, :bytes)');
  const handle = await open(path, 'r');
  const hash = createHash('sha256');
  let fileBytes = 0;
  try {
    let position = 0;
    for await (const bytes of readChunks(handle)) {
      insert.run({ name, position, bytes });
      hash.update(bytes);
      fileBytes += bytes.length;
      position += 1;
    }
  } finally {
    await handle.close();
  }
  const sha256 = hash.digest('hex');
  container
    .prepare('INSERT INTO file (name, file_bytes, sha256) VALUES (:name, :fileBytes, :sha256)')
    .run({ name, fileBytes, sha256 });
  return { sha256, fileBytes };
}

export interface PackedFile {
  readonly name: string;
  readonly fileBytes: number;
  readonly sha256: string;
}

/**
 * Reads one file of a backup piece by piece and checks it against its hash at the end.
 * @throws FondsError ARCHIVE_DAMAGED when bytes are missing or not as they were.
 */
export async function unpack(
  container: DatabaseSync,
  { name, fileBytes, sha256 }: PackedFile,
  take: (piece: Uint8Array) => Promise<void> | void,
): Promise<void> {
  const read = container.prepare('SELECT bytes FROM piece WHERE name = :name AND position = :position');
  const hash = createHash('sha256');
  let found = 0;
  for (let position = 0; ; position += 1) {
    const bytes = read.get({ name, position })?.bytes;
    if (!(bytes instanceof Uint8Array)) break;
    hash.update(bytes);
    found += bytes.length;
    await take(bytes);
    await nextTurn();
  }
  if (found !== fileBytes || hash.digest('hex') !== sha256) {
    throw new FondsError('ARCHIVE_DAMAGED', t('The backup is damaged: {name} is not as it was saved.', { name }), {
      name,
    });
  }
}

export const packedFiles = (container: DatabaseSync): PackedFile[] =>
  container
    .prepare('SELECT name, file_bytes AS fileBytes, sha256 FROM file ORDER BY name')
    .all()
    .map((row) => ({ name: String(row.name), fileBytes: Number(row.fileBytes), sha256: String(row.sha256) }));

export interface BackupPlan {
  readonly dir: string;
  readonly database: Database;
  /** The hashes to save, asked for after the database was copied. */
  readonly hashes: () => string[];
  readonly schemaVersion: number;
  readonly madeAt: Date;
}

/**
 * @throws FondsError FILE_EXISTS, DISK_FULL; INVALID_INPUT where no such file can be. Originals that are missing or
 * damaged are left out and returned.
 */
export async function backupArchive(
  { dir, database, hashes, schemaVersion, madeAt }: BackupPlan,
  file: string,
  onExisting: OnExisting,
): Promise<{ fileBytes: number; absent: Sha256[] }> {
  const final = resolve(file);
  if (onExisting === 'refuse' && existsSync(final)) throw fileExists(final);
  const temporary = temporaryBeside(final);
  const copied = `${temporary}.db`;
  const absent: Sha256[] = [];
  let container: DatabaseSync | null = null;
  // SQLite does not say why a file cannot be made; the system does.
  const made = await open(temporary, 'wx').catch((error: unknown) => {
    throw asWriteFailure(error, final, 'entering');
  });
  await made.close();
  try {
    await copyTo(database, copied);
    container = new DatabaseSync(temporary);
    // No journal: a backup that is cut short is thrown away whole.
    container.exec(`PRAGMA page_size = 32768; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
      PRAGMA application_id = ${BACKUP_APPLICATION_ID}; PRAGMA user_version = 1; ${SHAPE}`);
    container
      .prepare('INSERT INTO backup (made_at, archive_name, schema_version) VALUES (:madeAt, :name, :schemaVersion)')
      .run({ madeAt: madeAt.toISOString(), name: basename(dir), schemaVersion });
    await pour(container, DATABASE_NAME, copied);
    for (const sha256 of hashes()) {
      const reason = await pourOriginal(container, dir, sha256);
      if (reason === null) continue;
      container.prepare('INSERT INTO absent (sha256, reason) VALUES (:sha256, :reason)').run({ sha256, reason });
      absent.push(Sha256.parse(sha256));
    }
    for (const packed of packedFiles(container)) await unpack(container, packed, () => undefined);
    if (pragma(container, 'integrity_check') !== 'ok')
      throw new Error('The backup did not read back as it was written');
    container.close();
    container = null;
    await syncFile(temporary);
    await renameIntoPlace(temporary, final, onExisting);
    return { fileBytes: statSync(final).size, absent };
  } catch (error) {
    throw asWriteFailure(asArchiveError(error, final), final, 'writing', sizeOf(temporary));
  } finally {
    container?.close();
    removeDatabase(copied);
    removeDatabase(temporary);
  }
}

/** @returns null when saved, else why it could not be; then nothing of it is in the backup. */
async function pourOriginal(
  container: DatabaseSync,
  dir: string,
  sha256: string,
): Promise<'missing' | 'damaged' | null> {
  container.exec('BEGIN IMMEDIATE');
  let reason: 'missing' | 'damaged' | null = null;
  try {
    const poured = await pour(container, sha256, originalPath(dir, sha256));
    if (poured.sha256 !== sha256) reason = 'damaged';
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') reason = 'missing';
    else if (systemErrorCode(error) === 'EIO' || systemErrorCode(error) === 'EACCES') reason = 'damaged';
    else throw error;
  }
  if (reason) {
    container.prepare('DELETE FROM piece WHERE name = :sha256').run({ sha256 });
    container.prepare('DELETE FROM file WHERE name = :sha256').run({ sha256 });
  }
  container.exec('COMMIT');
  return reason;
}
