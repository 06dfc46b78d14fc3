/** The live list of jobs. One subscription for the whole window; a reloaded window catches up through `job.list`. */
import { useSyncExternalStore } from 'react';
import type { Job, JobId } from '../../electron/contract/index.js';
import { t } from '../../electron/wording/index.js';
import { bridge } from './bridge.js';
import { createStore } from './store.js';

const jobs = createStore<readonly Job[]>([]);
let started = false;

function mergeJobs(incoming: readonly Job[]): void {
  const byId = new Map(jobs.get().map((job) => [job.id, job]));
  for (const job of incoming) {
    const known = byId.get(job.id);
    // An answer to job.list may be older than an event that overtook it.
    if (known && known.state !== 'running' && job.state === 'running') continue;
    byId.set(job.id, job);
  }
  jobs.set([...byId.values()].sort((a, b) => a.startedAt.localeCompare(b.startedAt)));
}

async function fetchJobs(): Promise<void> {
  const result = await bridge.invoke('job.list', undefined);
  if (result.ok) mergeJobs(result.value);
}

function start(): void {
  started = true;
  bridge.subscribe('job.changed', ({ job }) => mergeJobs([job]));
  bridge.subscribe('shell.archive', () => {
    jobs.set([]);
    void fetchJobs();
  });
  // The new service knows nothing of the jobs of the one that stopped.
  bridge.subscribe('shell.incident', () => {
    const error = { code: 'SERVICE_DOWN', message: t('The archive service stopped.') } as const;
    jobs.set(jobs.get().map((job) => (job.state === 'running' ? { ...job, state: 'failed', error } : job)));
  });
  void fetchJobs();
}

function subscribe(listener: () => void): () => void {
  if (!started) start();
  return jobs.subscribe(listener);
}

/** Every job this window knows of, oldest first. */
export function useJobs(): readonly Job[] {
  return useSyncExternalStore(subscribe, jobs.get);
}

/** One job, or null until the service has reported it. */
export function useJob(id: JobId | null): Job | null {
  return useJobs().find((job) => job.id === id) ?? null;
}
