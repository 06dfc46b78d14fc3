import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FondsError } from '../../../electron/contract/index.js';
import {
  createProcessPool,
  type ProcessPool,
  type ProcessPoolOptions,
  WorkerFailure,
} from '../../../electron/workers/index.js';
import { freshFolder } from '../../storage/archive-bench.js';

/** What `tests/fixtures/disposable.mjs` exports. */
interface TestFunctions {
  echo(input: unknown): unknown;
  pid(input: null): number;
  fail(input: { message: string }): never;
  exit(input: { code: number }): never;
  crash(input: null): never;
  fillNative(input: null): never;
  fillWasm(input: null): never;
  keep(input: { megabytes: number }): number;
  hang(input: { note: string }): never;
  wait(input: { note: string; until: string }): Promise<number>;
}

const root = join(import.meta.dirname, '..', '..', '..');
const path = join(root, 'tests', 'fixtures', 'disposable.mjs');
const entry = join(root, 'dist', 'electron', 'disposable-entry.js');
/** So long that only what never ends reaches it. */
const AMPLE_MS = 600_000;
const NO_ARCHIVE = { code: 'NO_ARCHIVE', message: 'The archive was closed.' };

let folder: ReturnType<typeof freshFolder>;
let pool: ProcessPool<TestFunctions>;
const open = (options: Partial<ProcessPoolOptions> = {}) => {
  pool = createProcessPool<TestFunctions>({ path, entry, processes: 1, memoryMb: 400, idleMs: AMPLE_MS, ...options });
  return pool;
};
beforeEach(() => {
  folder = freshFolder();
});
afterEach(async () => {
  await pool.close();
  folder.remove();
});

const inFolder = (name: string) => join(folder.dir, name);
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    // One that nobody has waited for is no more.
    return process.platform !== 'linux' || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};
const began = async (note: string): Promise<number> => {
  await expect.poll(() => existsSync(note) && readFileSync(note, 'utf8').endsWith('\n')).toBe(true);
  return Number(readFileSync(note, 'utf8'));
};
const hanging = async (options: { signal?: AbortSignal; timeoutMs?: number } = {}) => {
  const note = inFolder('hangs');
  const task = pool.run('hang', { note }, options);
  task.catch(() => undefined);
  return { task, pid: await began(note) };
};
const failureOf = async (task: Promise<unknown>): Promise<unknown> => {
  const error = await task.then(
    (value) => ({ answered: value }),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(WorkerFailure);
  return error;
};

describe('a pool of disposable processes', () => {
  it('answers from one other process, task after task, with whatever can be copied', async () => {
    open();
    const given = { bytes: new Uint8Array([1, 2, 3]), names: new Map([['a', 1n]]), nothing: undefined };
    expect(await pool.run('echo', given)).toEqual(given);
    const pid = await pool.run('pid', null);
    expect(pid).not.toBe(process.pid);
    expect(await pool.run('pid', null)).toBe(pid);
  });

  it('passes on what was thrown, and keeps the process', async () => {
    open();
    const pid = await pool.run('pid', null);
    expect(await failureOf(pool.run('fail', { message: 'no such page' }))).toMatchObject({
      kind: 'stopped',
      message: 'no such page',
    });
    expect(await pool.run('pid', null)).toBe(pid);
  });

  it('says that a task cannot be sent, and keeps the process', async () => {
    open();
    const pid = await pool.run('pid', null);
    expect(await failureOf(pool.run('echo', () => 1))).toMatchObject({ kind: 'stopped' });
    expect(await pool.run('pid', null)).toBe(pid);
  });

  it.each([
    ['exit', { code: 3 }, /exit code 3/],
    ['crash', null, /SIGSEGV/],
  ] as const)('says that a process ended by itself, and works on: %s', async (name, input, reason) => {
    open();
    const error = await failureOf(pool.run(name, input as never));
    expect(error).toMatchObject({ kind: 'stopped', message: expect.stringMatching(reason) });
    expect(await pool.run('echo', 'next')).toBe('next');
  });

  it.each(['fillNative', 'fillWasm'] as const)(
    'stops what takes more memory than it may, also outside of the heap of V8, and works on: %s',
    async (name) => {
      open();
      expect(await failureOf(pool.run(name, null))).toMatchObject({ kind: 'memory' });
      expect(await pool.run('echo', 'next')).toBe('next');
    },
  );

  it('stops what takes longer than it may, says so, and works on', async () => {
    open();
    const error = await failureOf(pool.run('hang', { note: inFolder('hangs') }, { timeoutMs: 1_500 }));
    expect(error).toMatchObject({ kind: 'time', message: 'The worker was stopped after 1500 ms.' });
    expect(await pool.run('echo', 'next')).toBe('next');
  });

  it('gives the memory of a large task back, and keeps a process that took little', async () => {
    open({ memoryMb: 1_000, restingMb: 400 });
    const small = await pool.run('keep', { megabytes: 1 });
    expect(await pool.run('keep', { megabytes: 350 })).toBe(small);
    const next = await pool.run('pid', null);
    expect(next).not.toBe(small);
    await expect.poll(() => isAlive(small)).toBe(false);
  });

  it('says that the functions could not be loaded, to every task', async () => {
    const broken = inFolder('broken.mjs');
    writeFileSync(broken, "throw new Error('not in this version');");
    open({ path: broken, processes: 2 });
    const failures = await Promise.all(['a', 'b', 'c'].map((word) => failureOf(pool.run('echo', word))));
    for (const failure of failures) expect(failure).toMatchObject({ kind: 'stopped', message: 'not in this version' });
  });

  it('says that no process could be started', async () => {
    open({ entry: inFolder('missing.js') });
    expect(await failureOf(pool.run('echo', 'a'))).toMatchObject({ kind: 'stopped' });
  });

  it('gives a task to another process when the one at rest has died', async () => {
    open();
    const pid = await pool.run('pid', null);
    process.kill(pid, 'SIGKILL');
    expect(await pool.run('echo', 'at once')).toBe('at once');
  });

  it('works in as many processes as it may, and no more', async () => {
    open({ processes: 2 });
    const until = inFolder('go');
    const notes = ['a', 'b', 'c'].map(inFolder);
    const tasks = notes.map((note) => pool.run('wait', { note, until }));
    await Promise.all(notes.slice(0, 2).map(began));
    expect(existsSync(notes[2] ?? '')).toBe(false);
    writeFileSync(until, '');
    expect(new Set(await Promise.all(tasks)).size).toBe(2);
  });

  it('ends a process that has had no work for a while', async () => {
    open({ idleMs: 1 });
    const pid = await pool.run('pid', null);
    await expect.poll(() => isAlive(pid)).toBe(false);
    expect(await pool.run('echo', 'next')).toBe('next');
  });
});

describe('a task of a process that is aborted', () => {
  it('ends with the reason given, and its process with it', async () => {
    open();
    const stopped = new AbortController();
    const { task, pid } = await hanging({ signal: stopped.signal });
    const reason = new Error('not wanted');
    stopped.abort(reason);
    await expect(task).rejects.toBe(reason);
    await expect.poll(() => isAlive(pid)).toBe(false);
    expect(await pool.run('echo', 'next')).toBe('next');
  });

  it('ends while it waits for a process, and is not begun when it was aborted before', async () => {
    open();
    const { task } = await hanging();
    const stopped = new AbortController();
    const second = pool.run('echo', 'second', { signal: stopped.signal });
    const reason = new Error('not wanted');
    stopped.abort(reason);
    await expect(second).rejects.toBe(reason);
    await expect(pool.run('echo', 'third', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    await pool.close();
    await expect(task).rejects.toBeInstanceOf(FondsError);
  });
});

describe('a pool of processes that is closed', () => {
  it('ends what is under way and what waits, says why, and begins nothing more', async () => {
    open();
    const { task, pid } = await hanging();
    const next = pool.run('echo', 'next');
    next.catch(() => undefined);
    await pool.close();
    for (const ended of [task, next, pool.run('echo', 'after')]) await expect(ended).rejects.toMatchObject(NO_ARCHIVE);
    expect(isAlive(pid)).toBe(false);
  });

  it('leaves no process at rest behind', async () => {
    open();
    const pid = await pool.run('pid', null);
    await pool.close();
    expect(isAlive(pid)).toBe(false);
  });
});

describe('the parent of a pool', () => {
  it('takes its processes with it when it is killed, also one that is busy without end', async () => {
    open();
    const notes = { busy: inFolder('busy'), waits: inFolder('waits') };
    const script = inFolder('parent.mjs');
    const source = `
      import { spawn } from 'node:child_process';
      const start = (name, input) => {
        const child = spawn(process.execPath, [${JSON.stringify(entry)}], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], serialization: 'advanced', detached: true });
        child.send({ type: 'start', path: ${JSON.stringify(path)}, memoryMb: 400 });
        child.send({ type: 'task', name, input });
      };
      start('hang', { note: ${JSON.stringify(notes.busy)} });
      start('wait', { note: ${JSON.stringify(notes.waits)}, until: '/nowhere/at/all' });
    `;
    writeFileSync(script, source);
    const parent = spawn(process.execPath, [pathToFileURL(script).pathname], { stdio: 'inherit' });
    const pids = await Promise.all([began(notes.busy), began(notes.waits)]);
    expect(pids.map(isAlive)).toEqual([true, true]);
    parent.kill('SIGKILL');
    await expect.poll(() => pids.map(isAlive)).toEqual([false, false]);
  });
});
