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
  /** Resolves when the job is not paused: at once, when it is resumed, or when it is cancelled. */
  goAhead(): Promise<void>;
}

export interface JobOptions {
  readonly planId?: PlanId;
  /** It asks `goAhead` before each piece of its work. */
  readonly canPause?: boolean;
}

export interface Jobs {
  /** Starts `run` on the next turn. A rejected `run` ends the job as failed, or as cancelled when its signal is aborted. */
  start(kind: JobKind, run: (context: JobContext) => Promise<void>, options?: JobOptions): JobId;
  list(): Job[];
  /** @throws FondsError NOT_FOUND. */
  report(id: JobId): ReportLine[];
  /** Asks the job to stop; it ends as cancelled when it has come to rest. @throws FondsError NOT_FOUND. */
  cancel(id: JobId): void;
  /** @throws FondsError NOT_FOUND. Nothing happens to a job that ended or cannot be paused. */
  pause(id: JobId): void;
  /** @throws FondsError NOT_FOUND. */
  resume(id: JobId): void;
  /** Cancels everything and waits until it has come to rest. */
  stopAll(): Promise<void>;
}

interface RunningJob {
  job: Job;
  readonly lines: ReportLine[];
  readonly controller: AbortController;
  ended: Promise<void>;
  announcedAt: number;
  /** Resolves when a pause ends; null while there is none. */
  pause: PromiseWithResolvers<void> | null;
  /** What it has run, pauses left out: until `since`, and since then. */
  ranMs: number;
  since: number;
}

export interface JobsOptions {
  readonly newId: () => string;
  readonly now: () => Date;
  readonly changed: (job: Job) => void;
  readonly failed: (error: unknown) => { code: string; message: string };
}

/** Sooner the pace says nothing. */
const PACE_MS = 3_000;
const PACE_SHARE = 0.01;

/** At the pace of all that was done so far. */
function leftOf({ ranMs, since, pause }: RunningJob, { done, total }: Progress): number | null {
  const elapsedMs = ranMs + performance.now() - since;
  if (pause || total === null || elapsedMs < PACE_MS || done < total * PACE_SHARE || done === 0) return null;
  return Math.round((elapsedMs / done) * (total - done));
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

  function goOn(running: RunningJob): void {
    if (!running.pause) return;
    running.pause.resolve();
    running.pause = null;
    running.since = performance.now();
    running.job = { ...running.job, isPaused: false };
    announce(running, 'now');
  }

  function stop(running: RunningJob): void {
    running.controller.abort();
    goOn(running);
  }

  async function carryOut(running: RunningJob, run: (context: JobContext) => Promise<void>): Promise<void> {
    let state: Job['state'] = 'done';
    let error: Job['error'] = null;
    try {
      await run({
        signal: running.controller.signal,
        progress: (progress) => {
          running.job = { ...running.job, progress, leftMs: leftOf(running, progress) };
          announce(running, 'in-turn');
        },
        goAhead: async () => {
          await running.pause?.promise;
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
    running.job = { ...running.job, state, error, endedAt: now().toISOString(), isPaused: false, leftMs: null };
    announce(running, 'now');
  }

  return {
    start: (kind, run, { planId, canPause = false } = {}) => {
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
          canPause,
          isPaused: false,
          leftMs: null,
        },
        lines: [],
        controller: new AbortController(),
        ended: Promise.resolve(),
        announcedAt: 0,
        pause: null,
        ranMs: 0,
        since: performance.now(),
      };
      jobs.set(id, running);
      announce(running, 'now');
      // The caller must have its job id before the first progress can arrive.
      running.ended = new Promise<void>((resolve) => setImmediate(resolve)).then(() => carryOut(running, run));
      return id;
    },
    list: () => [...jobs.values()].map(({ job }) => job),
    report: (id) => find(id).lines,
    pause: (id) => {
      const running = find(id);
      if (!running.job.canPause || running.pause || running.job.state !== 'running') return;
      running.pause = Promise.withResolvers();
      running.ranMs += performance.now() - running.since;
      running.job = { ...running.job, isPaused: true, leftMs: null };
      announce(running, 'now');
    },
    resume: (id) => {
      const running = find(id);
      if (running.job.state === 'running') goOn(running);
    },
    cancel: (id) => stop(find(id)),
    stopAll: async () => {
      for (const running of jobs.values()) stop(running);
      await Promise.all([...jobs.values()].map(({ ended }) => ended));
      jobs.clear();
    },
  };
}
