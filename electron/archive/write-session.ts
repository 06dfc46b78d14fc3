/**
 * The time from the first write until the archive is closed, in which archive.db needs its log. Invariants, whenever the
 * process is killed: while archive.db says `FNDW` its log is there and not empty, and lock.json names it; when archive.db
 * says `FNDS` it is whole by itself. A session without a write leaves archive.db as it is. See ADR 0016.
 */
import { ARCHIVE_APPLICATION_ID, identityOf, WRITING_APPLICATION_ID } from './archive-file.js';
import type { LogMark } from './archive-lock.js';
import type { Database } from './database.js';
import { logPath, readLogHeader } from './write-ahead-log.js';

export interface WriteSession {
  /** Safe to call twice. */
  begin(): void;
  /** Folds the log into archive.db. @throws what SQLite says; the log is then still needed. */
  end(): void;
}

/** @param markLog keeps what names the log, so that it outlives the process. */
export function createWriteSession(database: Database, file: string, markLog: (mark: LogMark) => void): WriteSession {
  let hasBegun = false;
  const say = (applicationId: number) =>
    database.exec(`BEGIN IMMEDIATE; PRAGMA application_id = ${applicationId}; COMMIT`);
  const fold = (): void => {
    const done = database.prepare<{ log: number; checkpointed: number }>('PRAGMA wal_checkpoint(PASSIVE)').get();
    if (done?.log !== done?.checkpointed) throw new Error(`The log was not folded in: ${JSON.stringify(done)}`);
  };

  return {
    begin: () => {
      if (hasBegun) return;
      // What a crash left: from here on the log has nothing but page 1, until archive.db says that a session has begun.
      fold();
      // The log first, then who may say that it belongs here, then archive.db: each is true when the next is there.
      say(WRITING_APPLICATION_ID);
      const header = readLogHeader(file);
      const [archive, log] = [identityOf(file), identityOf(logPath(file))];
      if (!header || archive === null || log === null) throw new Error(`SQLite made no log at ${logPath(file)}`);
      markLog({ session: header.session, archive, log });
      // Not TRUNCATE: an empty log beside `FNDW` means that one was lost.
      fold();
      hasBegun = true;
    },
    end: () => {
      if (!hasBegun) return;
      // Everything else first: page 1 is the first that a checkpoint writes.
      fold();
      say(ARCHIVE_APPLICATION_ID);
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      hasBegun = false;
    },
  };
}
