/**
 * A thin adapter over node:sqlite. Nothing else in Fonds touches node:sqlite for archive.db. It keeps what the runtime
 * does not: only text, bytes, finite numbers and null are bound; stored text reads back as it was; write transactions are
 * immediate, never nested, and never go to files that were unlinked or replaced; failures of the disk have codes.
 */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { FondsError } from '../contract/index.js';
import { asDiskFull } from '../files/index.js';
import { t } from '../wording/index.js';
import { identityOf } from './archive-file.js';
import { logPath } from './write-ahead-log.js';

/** A BLOB goes in and comes back as a Uint8Array; what comes back is a copy of its own. */
export type SqlValue = string | number | bigint | Uint8Array | null;
export type SqlParameters = Readonly<Record<string, SqlValue>>;

/** `immutable`: from a place that cannot be written to; takes no lock and leaves no file. */
export type DatabaseAccess = 'write' | 'read' | 'immutable';

export interface Statement<Row> {
  get(parameters?: SqlParameters): Row | undefined;
  all(parameters?: SqlParameters): Row[];
  run(parameters?: SqlParameters): number;
}

export interface Database {
  /** Lends the connection to work that takes a while, such as `backup()`; closing waits for it. */
  withConnection<T>(work: (raw: DatabaseSync) => Promise<T>): Promise<T>;
  /** Prepared once for each text of SQL. */
  prepare<Row = Record<string, SqlValue>>(sql: string): Statement<Row>;
  /** Runs SQL that takes no values: pragmas and migrations. */
  exec(sql: string): void;
  /** @throws FondsError ARCHIVE_READ_ONLY, ARCHIVE_DAMAGED (a file was unlinked or replaced), DISK_FULL. */
  write<T>(work: () => T): T;
  /** From now on, `write` also refuses when the log was unlinked or replaced. Call when SQLite has made the log. */
  watchLog(): void;
  /** Counts committed write transactions of this connection. */
  readonly generation: number;
  /** Deferred while a statement or a transaction runs: closing inside one crashes the runtime. */
  close(): void;
}

const BUSY = 5;
const READ_ONLY = 8;
const CORRUPT = 11;
const FULL = 13;
const NOT_A_DATABASE = 26;

/**
 * What SQLite can hold and give back: it cuts a text at U+0000 and turns a lone surrogate into U+FFFD or worse.
 * Both become U+FFFD here, one unit for one unit, so that offsets stay true.
 */
export const storable = (text: string): string =>
  (text.includes('\0') ? text.replaceAll('\0', '\uFFFD') : text).toWellFormed();

function bindable(name: string, value: unknown): SQLInputValue {
  if (typeof value === 'string') return storable(value);
  if (value === null || typeof value === 'bigint' || value instanceof Uint8Array) return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  const kind = value instanceof Date ? 'a Date' : typeof value === 'number' ? String(value) : typeof value;
  throw new TypeError(`${kind} cannot be stored in column ${name}: convert it to text, bytes, a finite number or null`);
}

/** Names `file` in failures of SQLite that a person can do something about; other errors stay as they are. */
export function asArchiveError(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') {
    return asDiskFull(error, file);
  }
  switch (error.errcode & 0xff) {
    case BUSY:
      return new FondsError('ARCHIVE_LOCKED', t('{file} is in use by another program.', { file }), { file });
    case READ_ONLY:
      return new FondsError('ARCHIVE_READ_ONLY', t('{file} cannot be written to.', { file }), { file });
    case FULL:
      return asDiskFull(Object.assign(new Error(error.message), { code: 'ENOSPC' }), file);
    case CORRUPT:
    case NOT_A_DATABASE:
      return new FondsError(
        'ARCHIVE_DAMAGED',
        t('{file} is damaged ({message}). Close it, keep a copy of the folder, and restore your last backup.', {
          file,
          message: error.message,
        }),
        { file },
      );
    default:
      return error;
  }
}

export interface DatabaseHooks {
  /** Called once, before the first transaction of `write`; what it throws is thrown by `write`. */
  beforeFirstWrite(): void;
  /** Called once, when nothing runs any more and the connection is about to close. Must not throw. */
  beforeClose(): void;
}

const NO_HOOKS: DatabaseHooks = { beforeFirstWrite: () => undefined, beforeClose: () => undefined };

/** Opens an existing or new SQLite file; the caller has checked that it may. */
export function openDatabase(file: string, access: DatabaseAccess, hooks: DatabaseHooks = NO_HOOKS): Database {
  const location = access === 'immutable' ? new URL(`${pathToFileURL(file).href}?immutable=1`) : file;
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw asArchiveError(error, file);
    }
  };
  const raw = guarded(() => new DatabaseSync(location, { readOnly: access !== 'write', timeout: 0 }));
  const identity = identityOf(file);
  let logIdentity: string | null = null;
  let hasWritten = false;
  const statements = new Map<string, Statement<unknown>>();
  let running = 0;
  let closing = false;
  let finishing = false;
  let closed = false;
  let generation = 0;

  const finish = (): void => {
    if (!closing || running > 0 || finishing) return;
    finishing = true;
    hooks.beforeClose();
    closed = true;
    statements.clear();
    raw.close();
  };
  const run = <T>(work: () => T): T => {
    if (closed) throw new FondsError('NO_ARCHIVE', t('The archive was closed.'));
    running += 1;
    try {
      return guarded(work);
    } finally {
      running -= 1;
      finish();
    }
  };
  const refuseReplaced = (): void => {
    if (identityOf(file) !== identity) {
      throw new FondsError(
        'ARCHIVE_DAMAGED',
        t(
          '{file} was removed or replaced while it was open. Nothing more is written: what is written now would be lost. Put the file back, or restore a backup.',
          { file },
        ),
        { file },
      );
    }
    if (logIdentity === null || identityOf(logPath(file)) === logIdentity) return;
    throw new FondsError(
      'ARCHIVE_DAMAGED',
      t(
        '{logPath} was removed or replaced while the archive was open. Nothing more is written: what is written now would be lost. Close the archive and open it again: what was saved until now is kept.',
        { logPath: logPath(file) },
      ),
      { file: logPath(file) },
    );
  };
  const bound = (parameters: SqlParameters): Record<string, SQLInputValue> => {
    const values: Record<string, SQLInputValue> = {};
    for (const name in parameters) values[name] = bindable(name, parameters[name]);
    return values;
  };

  const statement = (prepared: StatementSync): Statement<unknown> => ({
    get: (parameters = {}) => run(() => prepared.get(bound(parameters))),
    all: (parameters = {}) => run(() => prepared.all(bound(parameters))),
    run: (parameters = {}) => run(() => Number(prepared.run(bound(parameters)).changes)),
  });

  return {
    withConnection: async (work) => {
      if (closing) throw new FondsError('NO_ARCHIVE', t('The archive was closed.'));
      running += 1;
      try {
        return await work(raw);
      } catch (error) {
        throw asArchiveError(error, file);
      } finally {
        running -= 1;
        finish();
      }
    },
    watchLog: () => {
      logIdentity = identityOf(logPath(file));
    },
    get generation() {
      return generation;
    },
    prepare: <Row>(sql: string) => {
      const known = statements.get(sql) ?? statement(run(() => raw.prepare(sql)));
      statements.set(sql, known);
      return known as Statement<Row>;
    },
    exec: (sql) => run(() => raw.exec(sql)),
    write: (work) =>
      run(() => {
        if (access !== 'write') {
          throw new FondsError('ARCHIVE_READ_ONLY', t('This archive is open for reading only; nothing was changed.'));
        }
        refuseReplaced();
        if (!hasWritten) {
          hooks.beforeFirstWrite();
          hasWritten = true;
        }
        raw.exec('BEGIN IMMEDIATE');
        try {
          const result = work();
          raw.exec('COMMIT');
          generation += 1;
          return result;
        } catch (error) {
          // A statement that failed for a full disk has already rolled back.
          if (raw.isTransaction) raw.exec('ROLLBACK');
          throw error;
        }
      }),
    close: () => {
      closing = true;
      finish();
    },
  };
}
