/**
 * Whether the log beside archive.db is the one that belongs to it, before SQLite folds it in. Nothing is written: what a
 * log would make of the archive is seen through a connection that can only read. See ADR 0016.
 */
import { existsSync, rmSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { FondsError } from '../contract/index.js';
import { t } from '../wording/index.js';
import {
  ARCHIVE_APPLICATION_ID,
  type DatabaseHeader,
  identityOf,
  refuseNewer,
  WRITING_APPLICATION_ID,
} from './archive-file.js';
import { markedLog } from './archive-lock.js';
import { asArchiveError } from './database.js';
import { originalPath } from './originals.js';
import { type LogContent, leastBytes, logPath, readLog, readLogHeader } from './write-ahead-log.js';

/** What is only ever added to: how a row is found again, and what of it never changes. */
const NEVER_SHORTENED = [
  { table: 'source', key: 'id', content: 'id' },
  { table: 'text_version', key: 'id', content: 'text_sha256' },
  { table: 'original', key: 'sha256', content: 'file_bytes' },
  { table: 'journal_change', key: 'seq', content: `at || ' ' || subject_id || ' ' || after` },
  { table: 'search_log', key: 'seq', content: `at || ' ' || line` },
] as const;

const logBytes = (file: string): number => statSync(logPath(file), { throwIfNoEntry: false })?.size ?? 0;

/** Whether there is a log with anything in it. */
export const hasLog = (file: string): boolean => logBytes(file) > 0;

/**
 * Costs two looks at the folder when the archive was closed properly, and one at lock.json after a crash here.
 * @throws FondsError ARCHIVE_LOG_FOREIGN, ARCHIVE_LOG_MISSING, ARCHIVE_NEWER; ARCHIVE_LOCKED when it is in use.
 */
export function checkWriteAheadLog(dir: string, file: string, header: DatabaseHeader, newest: number): void {
  const isWriting = header.applicationId === WRITING_APPLICATION_ID;
  if (!hasLog(file)) {
    if (isWriting) throw logMissing(file);
    return;
  }
  if (isWriting && isMarked(dir, file)) return;
  const log = readLog(file);
  if (isWriting && (!log || logBytes(file) < leastBytes(log))) throw logMissing(file);
  // What is no log, or only the beginning of one, is nothing to SQLite; nothing in it was ever acknowledged.
  if (!log || log.commits === 0) return;
  const hadIndex = existsSync(`${file}-shm`);
  try {
    refuseStrange(dir, file, header, newest, log);
  } finally {
    if (!hadIndex) rmSync(`${file}-shm`, { force: true });
  }
}

function isMarked(dir: string, file: string): boolean {
  const mark = markedLog(dir);
  return (
    mark !== null &&
    mark.archive === identityOf(file) &&
    mark.log === identityOf(logPath(file)) &&
    mark.session === readLogHeader(file)?.session
  );
}

/** @throws FondsError ARCHIVE_LOG_FOREIGN when archive.db with the log would not be this archive, whole and with all it has. */
function refuseStrange(dir: string, file: string, header: DatabaseHeader, newest: number, log: LogContent): void {
  if (log.counters && !isBetween(log.counters.first - 1, header.changeCounter, log.counters.last)) {
    throw logForeign(file, t('it was written for another state of the archive'));
  }
  // A session says in archive.db that it has begun before it writes anything else: this archive.db is from before or after.
  const isClosed = header.applicationId === ARCHIVE_APPLICATION_ID;
  if (isClosed && !log.isPageOneOnly && markedLog(dir)?.session === log.session) {
    throw logForeign(file, t('archive.db was put in the place of the one that the log was written for'));
  }
  const alone = open(new URL(`${pathToFileURL(file).href}?immutable=1`));
  let together: DatabaseSync | null = null;
  try {
    together = open(file);
    refuseNewer(file, Number(one(together, 'PRAGMA user_version')), newest);
    const why = whatIsWrong(dir, isWhole(alone) ? alone : null, together);
    if (why !== null) throw logForeign(file, why);
  } catch (error) {
    const known = asArchiveError(error, file);
    if (!(known instanceof FondsError) || known.code !== 'ARCHIVE_DAMAGED') throw known;
    throw logForeign(
      file,
      t('together they cannot be read ({message})', {
        message: error instanceof Error ? error.message : String(error),
      }),
    );
  } finally {
    together?.close();
    alone.close();
  }
}

const isBetween = (least: number, value: number, most: number): boolean => least <= value && value <= most;
const open = (location: string | URL): DatabaseSync => new DatabaseSync(location, { readOnly: true, timeout: 0 });
const one = (database: DatabaseSync, sql: string): unknown => Object.values(database.prepare(sql).get() ?? {})[0];

/** @returns false when a checkpoint was cut short: then only both files together can be read. */
function isWhole(database: DatabaseSync): boolean {
  try {
    return one(database, 'PRAGMA quick_check(1)') === 'ok';
  } catch {
    return false;
  }
}

/** @param alone archive.db without the log; null when it cannot be read without it. @returns null when nothing is wrong. */
function whatIsWrong(dir: string, alone: DatabaseSync | null, together: DatabaseSync): string | null {
  const problem = one(together, 'PRAGMA integrity_check(1)');
  if (problem !== 'ok') return t('together they are damaged ({problem})', { problem: String(problem) });
  if (one(together, 'PRAGMA foreign_key_check'))
    return t('together they are damaged (rows name rows that are not there)');
  if (!alone) return null;
  const uuid = 'SELECT uuid FROM archive';
  if (one(alone, uuid) !== one(together, uuid)) return t('it belongs to another archive');
  for (const { table, key, content } of NEVER_SHORTENED) {
    if (!hasTable(alone, table)) continue;
    if (!hasTable(together, table)) return t('with it the table “{table}” would be gone', { table });
    const find = together.prepare(`SELECT ${content} AS content FROM ${table} WHERE ${key} = ?`);
    for (const row of alone.prepare(`SELECT ${key} AS key, ${content} AS content FROM ${table}`).iterate()) {
      if (find.get(row.key ?? null)?.content !== row.content)
        return t('with it rows of “{table}” would be lost', { table });
    }
  }
  const findOriginal = alone.prepare('SELECT 1 FROM original WHERE sha256 = ?');
  for (const { sha256 } of together.prepare('SELECT sha256 FROM original').iterate()) {
    if (findOriginal.get(String(sha256)) || existsSync(originalPath(dir, String(sha256)))) continue;
    return t('it names originals that are not in this archive');
  }
  return null;
}

const hasTable = (database: DatabaseSync, name: string): boolean =>
  database.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`).get(name) !== undefined;

function logForeign(file: string, why: string): FondsError {
  return new FondsError(
    'ARCHIVE_LOG_FOREIGN',
    t(
      '{logPath} is not the log of {file}: {why}. Folding it in would destroy the archive. Nothing was changed. If the log was left over from another copy, move it out of the folder and open the archive again; if archive.db was replaced, put the one back that the log belongs to, or restore your last backup.',
      { logPath: logPath(file), file, why },
    ),
    { file, log: logPath(file), why },
  );
}

function logMissing(file: string): FondsError {
  return new FondsError(
    'ARCHIVE_LOG_MISSING',
    t(
      '{file} was not closed, and its log {logPath} is missing: the newest changes are in the log. Nothing was changed. Put the log back from the folder that {file} was copied from, or restore your last backup.',
      { file, logPath: logPath(file) },
    ),
    { file, log: logPath(file) },
  );
}
