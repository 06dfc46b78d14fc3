/** Recognises archive.db by its first bytes. Never opens a file with SQLite before it is known to be an archive. */
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { FondsError } from '../contract/index.js';
import { systemErrorCode } from '../files/index.js';
import { t } from '../wording/index.js';

/** `FNDS` in ASCII, at offset 68 of archive.db. Source: SQLite database file format, section 1.3. */
export const ARCHIVE_APPLICATION_ID = 0x464e4453;
/** `FNDW`: an archive that is being written: archive.db is not whole without its log, archive.db-wal (ADR 0016). */
export const WRITING_APPLICATION_ID = 0x464e4457;
/** `FNDB`: a backup, which is not opened but restored. */
export const BACKUP_APPLICATION_ID = 0x464e4442;

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';

export interface DatabaseHeader {
  readonly applicationId: number;
  readonly userVersion: number;
  /** Raised with each change of page 1. */
  readonly changeCounter: number;
}

/** What identifies a file on this machine; null when there is none. Opens nothing. */
export const identityOf = (file: string): string | null => {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat ? `${stat.dev}:${stat.ino}` : null;
};

/** @returns null when the file is not SQLite, or is shorter than SQLite's header. @throws when it cannot be read. */
function readHeader(file: string): DatabaseHeader | null {
  const handle = openSync(file, 'r');
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    const whole = fstatSync(handle).isFile() && readSync(handle, header, 0, HEADER_BYTES, 0) === HEADER_BYTES;
    if (!whole || header.toString('latin1', 0, MAGIC.length) !== MAGIC) return null;
    return {
      applicationId: header.readUInt32BE(68),
      userVersion: header.readUInt32BE(60),
      changeCounter: header.readUInt32BE(24),
    };
  } finally {
    closeSync(handle);
  }
}

const APPLICATION_IDS = {
  archive: [ARCHIVE_APPLICATION_ID, WRITING_APPLICATION_ID],
  backup: [BACKUP_APPLICATION_ID],
};

/** @throws FondsError ARCHIVE_NOT_FOUND, ARCHIVE_FOREIGN. Nothing is written. */
export function readArchiveHeader(file: string, what: 'archive' | 'backup'): DatabaseHeader {
  let header: DatabaseHeader | null;
  try {
    header = readHeader(file);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemErrorCode(error))) {
      throw new FondsError('ARCHIVE_NOT_FOUND', t('There is no {what} at {file}.', { what, file }), { file });
    }
    if (systemErrorCode(error) === 'EISDIR') header = null;
    else throw error;
  }
  if (!header || !APPLICATION_IDS[what].includes(header.applicationId)) {
    throw new FondsError(
      'ARCHIVE_FOREIGN',
      t('{file} is not a {what} of Fonds. Nothing was changed.', { file, what }),
      { file },
    );
  }
  return header;
}

/** @throws FondsError ARCHIVE_NEWER when a later Fonds wrote the file. */
export function refuseNewer(file: string, version: number, known: number): void {
  if (version <= known) return;
  throw new FondsError(
    'ARCHIVE_NEWER',
    t(
      '{file} was written by a newer Fonds (its shape is {version}, this Fonds knows up to {known}). Install the newer Fonds to open it. Nothing was changed.',
      { file, version, known },
    ),
    { file, version, known },
  );
}
