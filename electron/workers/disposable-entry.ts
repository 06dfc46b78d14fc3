/**
 * Entry of a disposable process: runs the functions of one bundle for the process that started it, one task at a time.
 * Invariant: it is gone when its parent is, and when it takes more memory than it may, also while its main thread is
 * busy without end. A thread of its own sees to both, as WebAssembly and native memory obey no limit of V8.
 */
import { writeSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { type DisposableAnswer, type DisposableStart, type DisposableTask, OUT_OF_MEMORY } from '../contract/index.js';

/** How often memory and parent are looked at: memory of a decoder grows by some 100 MB in this time at most. */
const WATCH_EVERY_MS = 25;
const MEGABYTE = 1024 * 1024;

type Functions = Record<string, ((input: unknown) => unknown) | undefined>;

const residentMb = (): number => Math.round(process.memoryUsage.rss() / MEGABYTE);

function watch(memoryMb: number, parent: number): void {
  setInterval(() => {
    if (residentMb() > memoryMb) {
      writeSync(2, `${OUT_OF_MEMORY}\n`);
      process.kill(process.pid, 'SIGKILL');
    }
    // An orphan has another parent; on Windows it keeps the number of the old one.
    if (process.ppid !== parent || !isAlive(parent)) process.kill(process.pid, 'SIGKILL');
  }, WATCH_EVERY_MS);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** @throws Error in a packaged program when the bundle is none of its own: nobody may have other code run by it. */
function ownBundle(path: string): string {
  const own = import.meta.dirname;
  if (own.includes(`.asar${sep}`) && dirname(path) !== own) throw new Error('This is no part of the program.');
  return pathToFileURL(path).href;
}

function serve(): void {
  const answer = (message: DisposableAnswer): void => {
    process.send?.(message);
  };
  const failed = (error: unknown): void => {
    answer({
      type: 'failed',
      message: error instanceof Error ? error.message : String(error),
      residentMb: residentMb(),
    });
  };
  let loading: Promise<Functions> | null = null;

  const start = ({ path, memoryMb }: DisposableStart): void => {
    const watching = { memoryMb, parent: process.ppid };
    new Worker(fileURLToPath(import.meta.url), { workerData: watching }).unref();
    loading = Promise.resolve().then(() => import(ownBundle(path)) as Promise<Functions>);
    // Reported to the first task.
    loading.catch(() => undefined);
  };
  const run = async ({ name, input }: DisposableTask): Promise<void> => {
    answer({ type: 'began' });
    try {
      const functions = await loading;
      const value = await functions?.[name]?.(input);
      answer({ type: 'done', value, residentMb: residentMb() });
    } catch (error) {
      failed(error);
    }
  };

  // Ctrl+C in a terminal is for the parent, which decides what becomes of the work.
  process.on('SIGINT', () => undefined);
  process.on('disconnect', () => process.exit());
  process.on('message', (message: DisposableStart | DisposableTask) => {
    if (message.type === 'start') start(message);
    else void run(message);
  });
  // It may have ended before anybody listened.
  if (!process.connected) process.exit();
}

if (isMainThread) serve();
else watch(workerData.memoryMb, workerData.parent);
