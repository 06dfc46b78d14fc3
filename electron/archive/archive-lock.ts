/**
 * The lock of an archive. SQLite's own exclusive lock decides on one machine; `lock.json` only names the holder, and
 * stands in for SQLite's lock between machines, where file locks over a network cannot be trusted. It also says which log
 * the holder writes, for the time after a crash.
 */
import { readFileSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { FondsError } from '../contract/index.js';
import { replaceFileSync } from '../files/index.js';
import { t } from '../wording/index.js';

/** The log that the holder writes, so that it is known again after a crash. */
const LogMark = z.object({
  /** As `LogHeader.session`. */
  session: z.number().int(),
  /** `identityOf` archive.db and its log: a folder that was copied, or a file that was put in, has others. */
  archive: z.string(),
  log: z.string(),
});
export type LogMark = z.infer<typeof LogMark>;

const LockHolder = z.object({
  pid: z.number().int(),
  host: z.string(),
  program: z.string(),
  since: z.string(),
  log: LogMark.optional(),
});
type LockHolder = z.infer<typeof LockHolder>;

const lockFile = (dir: string): string => join(dir, 'lock.json');

function readHolder(dir: string): LockHolder | null {
  try {
    return LockHolder.parse(JSON.parse(readFileSync(lockFile(dir), 'utf8')));
  } catch {
    // Absent, or cut short by a crash: it names nobody.
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** @returns what to throw when somebody else holds the archive. */
export function lockedError(dir: string): FondsError {
  const holder = readHolder(dir);
  if (!holder) {
    return new FondsError(
      'ARCHIVE_LOCKED',
      t('{dir} is in use by another program. Close it there and try again. Nothing was changed.', { dir }),
      { dir },
    );
  }
  const who = t('{program}, process {pid} on {host}, since {since}', {
    program: holder.program,
    pid: holder.pid,
    host: holder.host,
    since: holder.since,
  });
  const remedy =
    holder.host === hostname()
      ? t('Close it there and try again.')
      : t(
          'Close it there and try again. If that computer no longer has it open, delete {lockFile} and open it again.',
          { lockFile: lockFile(dir) },
        );
  return new FondsError(
    'ARCHIVE_LOCKED',
    t('{dir} is already open ({who}). {remedy} Nothing was changed.', { dir, who, remedy }),
    {
      dir,
      ...holder,
    },
  );
}

/** @throws FondsError ARCHIVE_LOCKED when another machine holds the archive. */
export function refuseOtherMachine(dir: string): void {
  const holder = readHolder(dir);
  if (holder && holder.host !== hostname()) throw lockedError(dir);
}

/** For a place where no lock can be taken. @throws FondsError ARCHIVE_LOCKED when a living program here holds it. */
export function refuseLivingHolder(dir: string): void {
  const holder = readHolder(dir);
  if (holder && holder.host === hostname() && holder.pid !== process.pid && isAlive(holder.pid)) throw lockedError(dir);
}

/** @returns what the last holder said of its log, if it said anything. */
export const markedLog = (dir: string): LogMark | null => readHolder(dir)?.log ?? null;

export interface ArchiveLock {
  /** Outlives the process. After a power cut it may be gone; the log is then looked at more closely. */
  markLog(log: LogMark): void;
  release(): void;
}

/** Names this process as the holder, over a stale name. Call with SQLite's exclusive lock held. */
export function nameHolder(dir: string, since: Date): ArchiveLock {
  const holder: LockHolder = { pid: process.pid, host: hostname(), program: 'Fonds', since: since.toISOString() };
  const put = (content: LockHolder): void => replaceFileSync(lockFile(dir), `${JSON.stringify(content)}\n`);
  put(holder);
  return {
    markLog: (log) => put({ ...holder, log }),
    release: () => {
      const current = readHolder(dir);
      if (current?.pid === process.pid && current.since === holder.since) rmSync(lockFile(dir), { force: true });
    },
  };
}
