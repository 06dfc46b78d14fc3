/** Imports a file of another tool: read in a worker, matched with the sources of the archive, written as one undo step. */
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { FondsError, withoutPath } from '../contract/index.js';
import { type ExchangePart, importAnnotations } from '../exchange/index.js';
import { t } from '../wording/index.js';
import type { ArchiveSession } from './archive-host.js';
import type { ExchangePool } from './exchange-pool.js';
import type { JobContext } from './job-registry.js';

export interface ExchangeJobTools {
  readonly open: ArchiveSession;
  readonly pool: ExchangePool;
  readonly now: () => Date;
}

/** @throws FondsError FILE_UNREADABLE at once, before the work begins. */
export async function refuseExchange(file: string): Promise<void> {
  const info = await stat(file).catch(() => null);
  if (!info?.isFile())
    throw new FondsError('FILE_UNREADABLE', t('{file} is not a file that can be read.', { file }), { file });
}

/**
 * @throws FondsError EXCHANGE_INVALID, FILE_UNREADABLE, DISK_FULL, or the reason of the signal; then nothing was changed.
 */
export async function runExchange(file: string, { open, pool, now }: ExchangeJobTools, job: JobContext): Promise<void> {
  const name = basename(file);
  const phase = (words: string, done = 0) => job.progress({ phase: words, done, total: null, current: name });
  phase(t('Reading'));
  const lines = await importAnnotations(partsOf(pool.read({ file }, job.signal), file), {
    archive: open.archive,
    annotations: open.annotations,
    now,
    signal: job.signal,
    name,
    progress: (done) => phase(t('Taking in'), done),
  });
  for (const line of lines) job.report(line);
}

/** The report is for a window too, which sees no path. */
async function* partsOf(parts: AsyncIterable<ExchangePart>, file: string): AsyncGenerator<ExchangePart> {
  const name = basename(file);
  try {
    yield* parts;
  } catch (error) {
    if (!(error instanceof FondsError)) throw error;
    const { code, message, details } = withoutPath(error, file, name);
    throw new FondsError(code, t('“{name}” was not taken in. {message}', { name, message }), details);
  }
}
