/** Takes in a file of another tool: read in a worker, matched with what is held, written as one step of undo. */
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { FondsError, withoutPath } from '../contract/index.js';
import { takeFile } from '../export/index.js';
import type { JobContext } from './jobs.js';
import type { Open } from './open-archive.js';
import type { WritingPool } from './writing-pool.js';

export interface ExchangeTools {
  readonly open: Open;
  readonly pool: WritingPool;
  readonly now: () => Date;
}

/** @throws FondsError FILE_UNREADABLE at once, before the work begins. */
export async function refuseExchange(file: string): Promise<void> {
  const info = await stat(file).catch(() => null);
  if (!info?.isFile()) throw new FondsError('FILE_UNREADABLE', `${file} is not a file that can be read.`, { file });
}

/** @throws FondsError EXCHANGE_INVALID, FILE_UNREADABLE, DISK_FULL; then nothing was changed. */
export async function runExchange(file: string, { open, pool, now }: ExchangeTools, job: JobContext): Promise<void> {
  const name = basename(file);
  const phase = (words: string, done = 0, total: number | null = null) =>
    job.progress({ phase: words, done, total, current: name });
  phase('Reading');
  const told = await pool.read({ file }, job.signal).catch((error: unknown) => {
    if (!(error instanceof FondsError)) throw error;
    // The report is for a window too, which sees no path.
    const { code, message, details } = withoutPath(error, file, name);
    throw new FondsError(code, `“${name}” was not taken in. ${message}`, details);
  });
  phase('Placing');
  const lines = await takeFile(told, {
    archive: open.archive,
    annotations: open.annotations,
    now,
    signal: job.signal,
    name,
    progress: (done, total) => phase('Placing', done, total),
  });
  for (const line of lines) job.report(line);
}
