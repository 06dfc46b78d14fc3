/** Answers a call whose work may take long: what lasts is shown as a job that can be cancelled, what does not is not. */
import { FondsError, type JobKind } from '../contract/index.js';
import { t } from '../wording/index.js';
import type { Jobs } from './job-registry.js';

/** Whoever waits longer wants to see why, and a way out. */
const LONG_MS = 600;

/** @throws FondsError STALE when it was cancelled; whatever `run` throws. */
export async function runAsJobWhenLong<Answer>(
  jobs: Jobs,
  { kind, phase }: { readonly kind: JobKind; readonly phase: string },
  run: (signal: AbortSignal, onProgress: (done: number, total: number) => void) => Promise<Answer>,
): Promise<Answer> {
  const cancelled = new AbortController();
  // What was reported before the job began is where it begins.
  let latest: { done: number; total: number | null } = { done: 0, total: null };
  let announceProgress: () => void = () => undefined;
  const work = run(cancelled.signal, (done, total) => {
    latest = { done, total };
    announceProgress();
  });
  const timer = setTimeout(() => {
    jobs.start(kind, async ({ signal, progress }) => {
      signal.addEventListener('abort', () => cancelled.abort(), { once: true });
      if (signal.aborted) cancelled.abort();
      announceProgress = () => progress({ phase, ...latest, current: null });
      announceProgress();
      await work;
    });
  }, LONG_MS);
  try {
    return await work;
  } catch (error) {
    if (!cancelled.signal.aborted) throw error;
    throw new FondsError('STALE', t('This was cancelled. Nothing was changed.'));
  } finally {
    clearTimeout(timer);
  }
}
