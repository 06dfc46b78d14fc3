/**
 * Turns a backup into an archive folder again. Every byte is checked against its hash before the folder gets its name;
 * an existing folder is never touched.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { FondsError } from '../contract/index.js';
import { asWriteFailure, syncHandle } from '../files/index.js';
import { t } from '../wording/index.js';
import type { ArchiveOptions } from './archive.js';
import { readArchiveHeader, refuseNewer } from './archive-file.js';
import { refuseExisting, renameFolderIntoPlace } from './archive-folder.js';
import { DATABASE_NAME, type PackedFile, packedFiles, unpack } from './backup.js';
import { asArchiveError } from './database.js';
import { newestVersion, readMigrations } from './migrate.js';
import { renameOriginalIntoPlace } from './originals.js';

const SHA256 = /^[0-9a-f]{64}$/;

async function write(container: DatabaseSync, packed: PackedFile, path: string): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await unpack(container, packed, (piece) => handle.writeFile(piece));
    await syncHandle(handle);
  } finally {
    await handle.close();
  }
}

/** @throws FondsError ARCHIVE_DAMAGED when the backup lacks a file that its database names. */
function expectComplete(container: DatabaseSync, databaseFile: string, names: ReadonlySet<string>): void {
  const known = new Set(
    container
      .prepare('SELECT sha256 FROM absent')
      .all()
      .map((row) => row.sha256),
  );
  const database = new DatabaseSync(databaseFile, { readOnly: true });
  try {
    for (const { sha256 } of database.prepare('SELECT sha256 FROM original').all()) {
      if (!names.has(String(sha256)) && !known.has(sha256 ?? null)) {
        throw new FondsError(
          'ARCHIVE_DAMAGED',
          t('The backup is damaged: it lacks the original {sha256}.', { sha256: String(sha256) }),
          { sha256 },
        );
      }
    }
  } finally {
    database.close();
  }
}

/**
 * @param dir must not exist, or be an empty folder.
 * @throws FondsError ARCHIVE_NOT_FOUND, ARCHIVE_FOREIGN, ARCHIVE_NEWER, ARCHIVE_EXISTS, ARCHIVE_DAMAGED, DISK_FULL.
 * Nothing is left behind.
 */
export async function restoreArchive(file: string, dir: string, { migrationsDir }: ArchiveOptions): Promise<void> {
  const final = resolve(dir);
  refuseExisting(final);
  readArchiveHeader(file, 'backup');
  const temporary = join(dirname(final), `.${basename(final)}.${randomUUID()}.part`);
  let container: DatabaseSync | null = null;
  try {
    container = new DatabaseSync(new URL(`${pathToFileURL(file).href}?immutable=1`), { readOnly: true });
    const files = packedFiles(container);
    const database = files.find(({ name }) => name === DATABASE_NAME);
    const strange = files.find(({ name, sha256 }) => name !== DATABASE_NAME && (!SHA256.test(name) || name !== sha256));
    if (!database || strange)
      throw new FondsError('ARCHIVE_DAMAGED', t('{file} is damaged: its list of files is wrong.', { file }));
    mkdirSync(dirname(final), { recursive: true });
    for (const folder of ['originals', 'index', 'backups']) await mkdir(join(temporary, folder), { recursive: true });
    const databaseFile = join(temporary, DATABASE_NAME);
    await write(container, database, databaseFile);
    const header = readArchiveHeader(databaseFile, 'archive');
    refuseNewer(file, header.userVersion, newestVersion(readMigrations(migrationsDir)));
    expectComplete(container, databaseFile, new Set(files.map(({ name }) => name)));
    for (const packed of files) {
      if (packed === database) continue;
      const arriving = join(temporary, 'arriving');
      await write(container, packed, arriving);
      await renameOriginalIntoPlace(temporary, arriving, packed.sha256);
    }
    renameFolderIntoPlace(temporary, final);
  } catch (error) {
    throw asArchiveError(asWriteFailure(error, final, 'writing'), file);
  } finally {
    container?.close();
    rmSync(temporary, { recursive: true, force: true });
  }
}
