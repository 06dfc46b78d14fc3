/** The live list of jobs. One subscription for the whole window; a reloaded window catches up through `job.list`. */
import { useSyncExternalStore } from 'react';
import type { Job, JobId } from '../../electron/contract/index.js';
import { bridge } from './bridge.js';

let jobs: readonly Job[] = [];
const listeners = new Set<() => void>();
let started = false;

function mergeJobs(incoming: readonly Job[]): void {
  const byId = new Map(jobs.map((job) => [job.id, job]));
  for (const job of incoming) {
    const known = byId.get(job.id);
    // An answer to job.list may be older than an event that overtook it.
    if (known && known.state !== 'running' && job.state === 'running') continue;
    byId.set(job.id, job);
  }
  jobs = [...byId.values()].sort((a, b) => a.startedAt.localeCompare(b.startedAt));
  for (const listener of listeners) listener();
}

async function fetchJobs(): Promise<void> {
  const result = await bridge.invoke('job.list', undefined);
  if (result.ok) mergeJobs(result.value);
}

function start(): void {
  started = true;
  bridge.subscribe('job.changed', ({ job }) => mergeJobs([job]));
  bridge.subscribe('shell.archive', () => {
    jobs = [];
    mergeJobs([]);
    void fetchJobs();
  });
  // The new service knows nothing of the jobs of the one that stopped.
  bridge.subscribe('shell.incident', () => {
    jobs = jobs.map((job) =>
      job.state === 'running'
        ? { ...job, state: 'failed', error: { code: 'SERVICE_DOWN', message: 'The archive service stopped.' } }
        : job,
    );
    mergeJobs([]);
  });
  void fetchJobs();
}

function subscribe(listener: () => void): () => void {
  if (!started) start();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Every job this window knows of, oldest first. */
export function useJobs(): readonly Job[] {
  return useSyncExternalStore(subscribe, () => jobs);
}

/** One job, or null until the service has reported it. */
export function useJob(id: JobId | null): Job | null {
  return useJobs().find((job) => job.id === id) ?? null;
}
