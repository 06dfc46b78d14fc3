import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FondsError } from '../../../electron/contract/index.js';
import {
  createWorkerPool,
  WorkerFailure,
  type WorkerPool,
  type WorkerPoolOptions,
} from '../../../electron/workers/index.js';
import { freshFolder } from '../../storage/archive-bench.js';

/** What `tests/fixtures/worker.mjs` exports. */
interface TestWorker {
  echo(input: unknown): unknown;
  given(input: null): unknown;
  pass(input: { port: MessagePort; word: string }): void;
  hang(input: { began?: MessagePort }): never;
  wait(input: { port: MessagePort }): Promise<unknown>;
  fill(input: null): never;
  fail(input: { message: string }): never;
  exit(input: null): never;
}

const path = join(import.meta.dirname, '..', '..', 'fixtures', 'worker.mjs');
/** So long that only what never ends reaches it. */
const AMPLE_MS = 600_000;
const NO_ARCHIVE = { code: 'NO_ARCHIVE', message: 'The archive was closed.' };

let pool: WorkerPool<TestWorker>;
const open = (options: Partial<WorkerPoolOptions> = {}) => {
  pool = createWorkerPool<TestWorker>({ path, threads: 1, heapMb: 64, idleMs: AMPLE_MS, ...options });
  return pool;
};
afterEach(async () => {
  vi.useRealTimers();
  await pool.close();
});

const messageOn = (port: MessagePort) => new Promise<unknown>((resolve) => port.once('message', resolve));
/** A task that has a thread and never answers. */
async function hanging(
  options: { signal?: AbortSignal; timeoutMs?: number } = {},
): Promise<{ task: Promise<unknown> }> {
  const { port1, port2 } = new MessageChannel();
  const task = pool.run('hang', { began: port2 }, { ...options, transfer: [port2] });
  task.catch(() => undefined);
  await messageOn(port1);
  port1.close();
  return { task };
}
/** A task that has a thread and answers when it is told to. */
async function waiting(): Promise<{ task: Promise<unknown>; answer(value: unknown): void }> {
  const { port1, port2 } = new MessageChannel();
  const task = pool.run('wait', { port: port2 }, { transfer: [port2] });
  task.catch(() => undefined);
  await messageOn(port1);
  return { task, answer: (value) => port1.postMessage(value) };
}
const failureOf = async (task: Promise<unknown>): Promise<unknown> => {
  const error = await task.then(
    (value) => ({ answered: value }),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(WorkerFailure);
  return error;
};

describe('a worker pool', () => {
  it('answers, with the data that it was opened with and what is moved to it', async () => {
    open({ workerData: { folder: 'styles' } });
    expect(await pool.run('echo', [1, 'two'])).toEqual([1, 'two']);
    expect(await pool.run('given', null)).toEqual({ folder: 'styles' });
    const { port1, port2 } = new MessageChannel();
    const word = messageOn(port1);
    await pool.run('pass', { port: port2, word: 'moved' }, { transfer: [port2] });
    expect(await word).toBe('moved');
  });

  it('stops what takes longer than it may, says so, and works on', async () => {
    open();
    const error = await failureOf(pool.run('hang', {}, { timeoutMs: 500 }));
    expect(error).toMatchObject({ kind: 'time', message: 'The worker was stopped after 500 ms.' });
    expect(await pool.run('echo', 'next')).toBe('next');
  });

  it('stops what takes more memory than it may, says so, and works on', async () => {
    open();
    expect(await failureOf(pool.run('fill', null, { timeoutMs: AMPLE_MS }))).toMatchObject({ kind: 'memory' });
    expect(await pool.run('echo', 'next')).toBe('next');
  });

  it('passes on what the worker threw, and keeps the thread', async () => {
    open();
    const error = await failureOf(pool.run('fail', { message: 'no such style' }));
    expect(error).toMatchObject({ kind: 'stopped', message: 'no such style', cause: { message: 'no such style' } });
    expect(await pool.run('echo', 'next')).toBe('next');
  });

  it('says that a worker ended by itself, and works on', async () => {
    open();
    expect(await failureOf(pool.run('exit', null))).toMatchObject({ kind: 'stopped' });
    expect(await pool.run('echo', 'next')).toBe('next');
  });

  it('says that a worker could not be loaded, to everyone who waits for it', async () => {
    const { dir, remove } = freshFolder();
    try {
      const broken = join(dir, 'broken.mjs');
      writeFileSync(broken, "throw new Error('not in this version');");
      open({ path: broken, threads: 2 });
      const tasks = ['a', 'b', 'c'].map((word) => pool.run('echo', word));
      for (const task of tasks) {
        expect(await failureOf(task)).toMatchObject({ kind: 'stopped', message: 'not in this version' });
      }
    } finally {
      remove();
    }
  });
});

describe('a task that is aborted', () => {
  it('ends with the reason given, while it runs, and leaves the pool working', async () => {
    open();
    const stopped = new AbortController();
    const { task } = await hanging({ signal: stopped.signal });
    const reason = new Error('not wanted');
    stopped.abort(reason);
    await expect(task).rejects.toBe(reason);
    expect(await pool.run('echo', 'next')).toBe('next');
  });

  it.each(['call', 'start'] as const)(
    'ends while it waits for a thread, when time counts from the %s',
    async (timeFrom) => {
      open({ timeFrom });
      const before = await waiting();
      const stopped = new AbortController();
      const second = pool.run('echo', 'second', { signal: stopped.signal });
      const third = pool.run('echo', 'third');
      const reason = new Error('not wanted');
      stopped.abort(reason);
      await expect(second).rejects.toBe(reason);
      before.answer('first');
      expect([await before.task, await third]).toEqual(['first', 'third']);
    },
  );

  it('is not begun when it was aborted before', async () => {
    open();
    const reason = new Error('not wanted');
    await expect(pool.run('hang', {}, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe('the time of a task', () => {
  it('runs while it waits for a thread, when it counts from the call', async () => {
    open();
    const before = await waiting();
    expect(await failureOf(pool.run('echo', 'late', { timeoutMs: 1 }))).toMatchObject({ kind: 'time' });
    before.answer('first');
    expect(await before.task).toBe('first');
  });

  it('runs only while it has a thread, when it counts from the start', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    open({ timeFrom: 'start' });
    const before = await waiting();
    const next = pool.run('echo', 'in time', { timeoutMs: 60_000 });
    vi.advanceTimersByTime(120_000);
    before.answer('first');
    expect([await before.task, await next]).toEqual(['first', 'in time']);
    const { task } = await hanging({ timeoutMs: 60_000 });
    vi.advanceTimersByTime(60_000);
    expect(await failureOf(task)).toMatchObject({ kind: 'time' });
  });
});

describe('a pool that is closed', () => {
  it('ends what is under way and what waits, and says why', async () => {
    for (const timeFrom of ['call', 'start'] as const) {
      open({ timeFrom });
      const { task } = await hanging();
      const next = pool.run('echo', 'next');
      next.catch(() => undefined);
      await pool.close();
      for (const ended of [task, next]) {
        await expect(ended).rejects.toBeInstanceOf(FondsError);
        await expect(ended).rejects.toMatchObject(NO_ARCHIVE);
      }
    }
  });

  it('begins nothing more', async () => {
    open();
    expect(await pool.run('echo', 'before')).toBe('before');
    await pool.close();
    await expect(pool.run('echo', 'after')).rejects.toMatchObject(NO_ARCHIVE);
  });

  it('lets what is under way come to its end, for as long as it may', async () => {
    open({ closingMs: AMPLE_MS });
    const under = await waiting();
    const next = pool.run('echo', 'next');
    next.catch(() => undefined);
    const closing = pool.close();
    await expect(next).rejects.toMatchObject(NO_ARCHIVE);
    under.answer('done');
    expect(await under.task).toBe('done');
    await closing;
  });

  it('ends what does not come to its end in time', async () => {
    open({ closingMs: 1 });
    const { task } = await hanging();
    await pool.close();
    await expect(task).rejects.toMatchObject(NO_ARCHIVE);
  });
});
