/**
 * Long work with progress, cancelling and exactly one end. Progress is announced at most ten times a second; what ended
 * stays listed until the archive closes, so that a reloaded window catches up.
 */
import {
  FondsError,
  type Job,
  type JobId,
  type JobKind,
  type PlanId,
  type Progress,
  type ReportLine,
} from '../contract/index.js';
import { t } from '../wording/index.js';

const PROGRESS_INTERVAL_MS = 100;

export interface JobContext {
  readonly signal: AbortSignal;
  progress(progress: Progress): void;
  report(line: ReportLine): void;
}

export interface Jobs {
  /** Starts `run` on the next turn. A rejected `run` ends the job as failed, or as cancelled when its signal is aborted. */
  start(kind: JobKind, run: (context: JobContext) => Promise<void>, planId?: PlanId): JobId;
  list(): Job[];
  /** @throws FondsError NOT_FOUND. */
  report(id: JobId): ReportLine[];
  /** Asks the job to stop; it ends as cancelled when it has come to rest. @throws FondsError NOT_FOUND. */
  cancel(id: JobId): void;
  /** Cancels everything and waits until it has come to rest. */
  stopAll(): Promise<void>;
}

interface RunningJob {
  job: Job;
  readonly lines: ReportLine[];
  readonly controller: AbortController;
  ended: Promise<void>;
  announcedAt: number;
}

export interface JobsOptions {
  readonly newId: () => string;
  readonly now: () => Date;
  readonly changed: (job: Job) => void;
  readonly failed: (error: unknown) => { code: string; message: string };
}

export function createJobs({ newId, now, changed, failed }: JobsOptions): Jobs {
  const jobs = new Map<JobId, RunningJob>();

  const find = (id: JobId): RunningJob => {
    const found = jobs.get(id);
    if (!found)
      throw new FondsError('NOT_FOUND', t('This job is no longer known: the archive was closed since it ran.'));
    return found;
  };

  function announce(running: RunningJob, when: 'now' | 'in-turn'): void {
    const time = performance.now();
    if (when === 'in-turn' && time - running.announcedAt < PROGRESS_INTERVAL_MS) return;
    running.announcedAt = time;
    changed(running.job);
  }

  async function carryOut(running: RunningJob, run: (context: JobContext) => Promise<void>): Promise<void> {
    let state: Job['state'] = 'done';
    let error: Job['error'] = null;
    try {
      await run({
        signal: running.controller.signal,
        progress: (progress) => {
          running.job = { ...running.job, progress };
          announce(running, 'in-turn');
        },
        report: (line) => {
          running.lines.push(line);
          const { outcomes } = running.job;
          running.job = {
            ...running.job,
            outcomes: { ...outcomes, [line.outcome]: (outcomes[line.outcome] ?? 0) + (line.count ?? 1) },
          };
        },
      });
      if (running.controller.signal.aborted) state = 'cancelled';
    } catch (thrown) {
      state = running.controller.signal.aborted ? 'cancelled' : 'failed';
      if (state === 'failed') error = failed(thrown);
    }
    running.job = { ...running.job, state, error, endedAt: now().toISOString() };
    announce(running, 'now');
  }

  return {
    start: (kind, run, planId) => {
      const id = newId() as JobId;
      const running: RunningJob = {
        job: {
          id,
          kind,
          state: 'running',
          progress: { phase: t('Starting'), done: 0, total: null, current: null },
          startedAt: now().toISOString(),
          endedAt: null,
          outcomes: {},
          error: null,
          planId: planId ?? null,
        },
        lines: [],
        controller: new AbortController(),
        ended: Promise.resolve(),
        announcedAt: 0,
      };
      jobs.set(id, running);
      announce(running, 'now');
      // The caller must have its job id before the first progress can arrive.
      running.ended = new Promise<void>((resolve) => setImmediate(resolve)).then(() => carryOut(running, run));
      return id;
    },
    list: () => [...jobs.values()].map(({ job }) => job),
    report: (id) => find(id).lines,
    cancel: (id) => find(id).controller.abort(),
    stopAll: async () => {
      for (const { controller } of jobs.values()) controller.abort();
      await Promise.all([...jobs.values()].map(({ ended }) => ended));
      jobs.clear();
    },
  };
}
