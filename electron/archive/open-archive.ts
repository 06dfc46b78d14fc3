/** Opens archives: checks before it writes, takes the lock, brings the shape up to date. */
import { randomUUID } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { v7 } from 'uuid';
import { FondsError } from '../contract/index.js';
import { asWriteFailure } from '../files/index.js';
import { t } from '../wording/index.js';
import type { Archive, ArchiveOptions } from './archive.js';
import { ARCHIVE_APPLICATION_ID, type DatabaseHeader, readArchiveHeader, refuseNewer } from './archive-file.js';
import { refuseExisting, renameFolderIntoPlace } from './archive-folder.js';
import { lockedError, nameHolder, refuseLivingHolder, refuseOtherMachine } from './archive-lock.js';
import { assembleArchive } from './assemble-archive.js';
import { copyDatabase } from './backup.js';
import { checkWriteAheadLog, hasLog } from './check-write-ahead-log.js';
import { asArchiveError, type Database, openDatabase } from './database.js';
import { createInfoStore } from './info-store.js';
import { migrate, newestVersion, readMigrations, versionOf } from './migrate.js';
import { removeIncoming } from './originals.js';
import { createWriteSession, type WriteSession } from './write-session.js';

const FILE = 'archive.db';

/**
 * Archives open in this process, by folder. Reading archive.db with anything but its connection would drop the locks
 * of that connection (POSIX), so a second opening is refused before the file is touched.
 */
const openHere = new Set<string>();
const realPlace = (dir: string): string => (existsSync(dir) ? realpathSync(dir) : dir);

/**
 * Makes an archive and opens it for writing. @param dir must not exist, or be an empty folder.
 * @throws FondsError ARCHIVE_EXISTS, DISK_FULL. Nothing is left behind then.
 */
export async function createArchive(dir: string, options: ArchiveOptions): Promise<Archive> {
  const final = resolve(dir);
  refuseExisting(final);
  const temporary = join(dirname(final), `.${basename(final)}.${randomUUID()}.part`);
  try {
    for (const folder of ['originals', 'index', 'backups']) mkdirSync(join(temporary, folder), { recursive: true });
    const database = openDatabase(join(temporary, FILE), 'write');
    try {
      // In rollback mode, so that the file's own first bytes say what it is before it ever has a log.
      database.exec(`PRAGMA synchronous = FULL; PRAGMA application_id = ${ARCHIVE_APPLICATION_ID}`);
      migrate(database, readMigrations(options.migrationsDir));
      createInfoStore(database).insert((options.newId ?? v7)(), (options.now ?? (() => new Date()))());
    } finally {
      database.close();
    }
    renameFolderIntoPlace(temporary, final);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    throw asWriteFailure(asArchiveError(error, final), final, 'entering');
  }
  return openArchive(final, 'write', options);
}

function canWrite(dir: string): boolean {
  try {
    accessSync(dir, constants.W_OK);
    accessSync(join(dir, FILE), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** From a CD or another place without writing. @throws FondsError ARCHIVE_LOCKED when changes wait in the WAL. */
function openImmutable(dir: string, header: DatabaseHeader): Database {
  refuseLivingHolder(dir);
  if (hasLog(join(dir, FILE))) {
    throw new FondsError(
      'ARCHIVE_LOCKED',
      t(
        '{dir} is open elsewhere, or was not closed properly before it was copied: changes still wait beside the archive and cannot be merged in a place that is read-only. Close it there; or copy the folder to a place you can write to and open it there once.',
        { dir },
      ),
      { dir },
    );
  }
  checkWriteAheadLog(dir, join(dir, FILE), header, header.userVersion);
  return openDatabase(join(dir, FILE), 'immutable');
}

/** Takes SQLite's lock and keeps it until the connection closes. @throws FondsError ARCHIVE_LOCKED. */
function takeLock(database: Database, dir: string): void {
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    database.exec('PRAGMA foreign_keys = ON; BEGIN EXCLUSIVE; COMMIT');
    database.watchLog();
  } catch (error) {
    throw error instanceof FondsError && error.code === 'ARCHIVE_LOCKED' ? lockedError(dir) : error;
  }
}

/**
 * @throws FondsError ARCHIVE_NOT_FOUND, ARCHIVE_FOREIGN, ARCHIVE_NEWER, ARCHIVE_LOCKED, ARCHIVE_DAMAGED,
 * ARCHIVE_LOG_FOREIGN, ARCHIVE_LOG_MISSING, DISK_FULL. Whatever is refused is left as it was, byte for byte.
 */
export async function openArchive(dir: string, access: 'write' | 'read', options: ArchiveOptions): Promise<Archive> {
  const place = resolve(dir);
  const file = join(place, FILE);
  const now = options.now ?? (() => new Date());
  const migrations = readMigrations(options.migrationsDir);
  const newest = newestVersion(migrations);
  const key = realPlace(place);
  if (openHere.has(key)) throw lockedError(place);
  const header = readArchiveHeader(file, 'archive');
  refuseNewer(place, header.userVersion, newest);

  let database: Database | null = null;
  openHere.add(key);
  try {
    if (access === 'write') {
      refuseOtherMachine(place);
      if (!canWrite(place)) throw readOnlyPlace(place);
      checkWriteAheadLog(place, file, header, newest);
      database = await openForWriting();
    } else {
      if (canWrite(place)) checkWriteAheadLog(place, file, header, newest);
      database = canWrite(place) ? openDatabase(file, 'read') : openImmutable(place, header);
      expectCurrent(database, place, newest);
    }
    return assembleArchive(database, place, access, { ...options, now }, () => openHere.delete(key));
  } catch (error) {
    database?.close();
    openHere.delete(key);
    if (error instanceof FondsError && error.code === 'ARCHIVE_LOCKED' && error.details?.dir === undefined) {
      throw lockedError(place);
    }
    throw asArchiveError(error, place);
  }

  async function openForWriting(): Promise<Database> {
    const isUnfolded = hasLog(file);
    let session: WriteSession | null = null;
    let release = (): void => undefined;
    const opened = openDatabase(file, 'write', {
      beforeFirstWrite: () => session?.begin(),
      beforeClose: () => {
        try {
          session?.end();
          release();
        } catch {
          // The log is still needed. It stays, and lock.json with it, which says whose it is.
        }
      },
    });
    try {
      takeLock(opened, place);
      const lock = nameHolder(place, now());
      release = lock.release;
      session = createWriteSession(opened, file, lock.markLog);
      // After a crash the log of then goes on, and has to be folded in at the end.
      if (isUnfolded) session.begin();
      await bringUpToDate(opened, place, now());
      removeIncoming(place);
      return opened;
    } catch (error) {
      opened.close();
      throw error;
    }
  }

  async function bringUpToDate(opened: Database, folder: string, at: Date): Promise<void> {
    const version = versionOf(opened);
    refuseNewer(folder, version, newest);
    if (version === newest) return;
    mkdirSync(join(folder, 'backups'), { recursive: true });
    const stamp = at.toISOString().replaceAll(':', '-');
    await copyDatabase(opened, join(folder, 'backups', `shape-${version}-before-${newest}-${stamp}.db`));
    migrate(opened, migrations);
    // The file's own first bytes must tell an older Fonds at once that it is too old.
    opened.exec('PRAGMA wal_checkpoint(PASSIVE)');
  }
}

const readOnlyPlace = (dir: string): FondsError =>
  new FondsError(
    'ARCHIVE_READ_ONLY',
    t('{dir} cannot be written to. Open it for reading only, or copy the folder to a place you can write to.', { dir }),
    { dir },
  );

function expectCurrent(database: Database, dir: string, newest: number): void {
  const version = versionOf(database);
  refuseNewer(dir, version, newest);
  if (version === newest) return;
  throw new FondsError(
    'ARCHIVE_LOCKED',
    t('{dir} was last used with an older Fonds. Open it once for writing, so that it is brought up to date.', { dir }),
    { dir, version, newest },
  );
}
