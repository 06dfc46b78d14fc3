import { describe, expect, it } from 'vitest';
import type { Job, JobId } from '../../../electron/contract/index.js';
import { createJobs, type JobOptions } from '../../../electron/service/job-registry.js';

/** A job of three pieces, each of which is begun when it may be. */
function threePieces(options: JobOptions) {
  const done: number[] = [];
  const announced: Job[] = [];
  const jobs = createJobs({
    newId: () => 'job',
    now: () => new Date(0),
    changed: (job) => announced.push(job),
    failed: (error) => ({ code: 'INTERNAL', message: String(error) }),
  });
  const begun = Promise.withResolvers<void>();
  const second = Promise.withResolvers<void>();
  const run = async (job: Parameters<Parameters<typeof jobs.start>[1]>[0]) => {
    for (const piece of [1, 2, 3]) {
      await job.goAhead();
      if (job.signal.aborted) return;
      done.push(piece);
      if (piece === 1) {
        begun.resolve();
        await second.promise;
      }
    }
  };
  const id = jobs.start('import', run, options) as JobId;
  const state = () => jobs.list()[0] as Job;
  return { id, jobs, done, begun: begun.promise, goOn: second.resolve, state };
}

const untilNothingMoves = async () => {
  for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate);
};

describe('a paused job', () => {
  it('begins nothing more until it is resumed, and says that it is paused', async () => {
    const { id, jobs, done, begun, goOn, state } = threePieces({ canPause: true });
    await begun;
    jobs.pause(id);
    goOn();
    await untilNothingMoves();
    expect([done, state().isPaused, state().state]).toEqual([[1], true, 'running']);
    jobs.resume(id);
    await expect.poll(() => state().state).toBe('done');
    expect([done, state().isPaused]).toEqual([[1, 2, 3], false]);
  });

  it('ends when it is cancelled', async () => {
    const { id, jobs, done, begun, goOn, state } = threePieces({ canPause: true });
    await begun;
    jobs.pause(id);
    goOn();
    await untilNothingMoves();
    jobs.cancel(id);
    await expect.poll(() => state().state).toBe('cancelled');
    expect(done).toEqual([1]);
  });

  it('is none when it does not say that it can be paused', async () => {
    const { id, jobs, begun, goOn, state } = threePieces({});
    await begun;
    jobs.pause(id);
    expect(state()).toMatchObject({ canPause: false, isPaused: false });
    goOn();
    await expect.poll(() => state().state).toBe('done');
  });
});
