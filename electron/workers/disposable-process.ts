/**
 * One disposable process: does one task after the other for as long as it keeps well, and may be killed at any time.
 * Invariant: a task has one end, also when the process crashes, hangs or eats memory; and nothing outlives its parent.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { dirname, join, sep } from 'node:path';
import {
  DISPOSABLE_SWITCH,
  type DisposableAnswer,
  type DisposableStart,
  type DisposableTask,
  OUT_OF_MEMORY,
  PROGRAM_VARIABLE,
} from '../contract/index.js';
import { t } from '../wording/index.js';
import { WorkerFailure } from './worker-failure.js';

/** How much of the end of standard error is read for the reason of a death. */
const TAIL_CHARS = 4_000;

/** How V8 and the C++ runtime word it when they run out of memory themselves. */
const OUT_OF_MEMORY_WORDS = /out of memory|allocation failed|bad_alloc/i;

export interface DisposableProcess {
  /**
   * @param stop ends the process, and the task with it, with the reason of the signal.
   * @throws the reason of `stop`; NeverBegan when the process was gone before the task reached it; else WorkerFailure.
   */
  run(name: string, input: unknown, stop: AbortSignal): Promise<unknown>;
  /** What it took of memory when it answered last, in megabytes. */
  readonly residentMb: number;
  readonly isAlive: boolean;
  /** Between tasks: whether it keeps this process running. */
  ref(): void;
  unref(): void;
  /** Resolves when it is gone. */
  kill(): Promise<void>;
}

/** The process was gone before the task reached it: another one may be given the task. */
export class NeverBegan extends Error {}

/** @param path the bundle with the functions. @param entry the bundle of `disposable-entry.ts`. */
export function startDisposableProcess(path: string, entry: string, memoryMb: number): DisposableProcess {
  const child = spawnFor(entry);
  let tail = '';
  let alive = true;
  let killed = false;
  let residentMb = 0;
  let settle: ((end: { value: unknown } | { error: unknown }) => void) | null = null;
  let hasBegun = false;

  const gone = new Promise<void>((resolve) => {
    const end = (reason: string): void => {
      if (!alive) return;
      alive = false;
      settle?.({ error: hasBegun || residentMb === 0 ? failureOf(reason, tail) : new NeverBegan(reason) });
      resolve();
    };
    child.on('error', (error) => end(error.message));
    // Not at `exit`: the last words may still be on their way.
    child.once('close', (code, signal) =>
      end(t('The process ended with {reason}.', { reason: signal ?? t('exit code {code}', { code: String(code) }) })),
    );
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    tail = (tail + chunk).slice(-TAIL_CHARS);
  });
  child.on('message', (message) => {
    const answer = message as DisposableAnswer;
    if (answer.type === 'began') {
      hasBegun = true;
      return;
    }
    residentMb = answer.residentMb;
    if (answer.type === 'done') settle?.({ value: answer.value });
    else settle?.({ error: WorkerFailure.of(new Error(answer.message)) });
  });
  /** What cannot be sent ends by the death that caused it, which is reported by itself. */
  const send = (message: DisposableStart | DisposableTask): void => {
    child.send(message, () => undefined);
  };
  const kill = (): Promise<void> => {
    killed = true;
    // Else a program that waits for nothing but this end would end first, with its work undone.
    child.ref();
    child.kill('SIGKILL');
    return gone;
  };
  send({ type: 'start', path, memoryMb });

  return {
    get residentMb() {
      return residentMb;
    },
    get isAlive() {
      return alive && !killed;
    },
    run: async (name, input, stop) => {
      if (!alive || killed || !child.connected) throw new NeverBegan(t('The process is gone.'));
      const cancel = (): void => {
        settle?.({ error: stop.reason });
        void kill();
      };
      hasBegun = false;
      try {
        const end = await new Promise<{ value: unknown } | { error: unknown }>((resolve, reject) => {
          settle = resolve;
          stop.addEventListener('abort', cancel, { once: true });
          if (stop.aborted) cancel();
          // It throws what cannot be copied between processes.
          else
            try {
              send({ type: 'task', name, input });
            } catch (error) {
              reject(WorkerFailure.of(error));
            }
        });
        if ('error' in end) throw end.error;
        return end.value;
      } finally {
        settle = null;
        stop.removeEventListener('abort', cancel);
      }
    },
    ref: () => {
      child.ref();
      child.channel?.ref();
    },
    unref: () => {
      child.unref();
      child.channel?.unref();
    },
    kill,
  };
}

/**
 * The packaged program cannot be run as a plain Node (its fuse is off), so it starts as itself and turns to work before
 * Chromium initialises; everywhere else the executable runs the entry as Node does.
 */
function spawnFor(entry: string): ChildProcess {
  const isPackaged = entry.includes(`.asar${sep}`);
  const { ELECTRON_RUN_AS_NODE: _, [PROGRAM_VARIABLE]: program = process.execPath, ...env } = process.env;
  return spawn(program, isPackaged ? ['--no-sandbox', '--no-zygote', '--log-level=3', DISPOSABLE_SWITCH] : [entry], {
    env: isPackaged ? env : { ...env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
    windowsHide: true,
    // Ctrl+C in the terminal goes to everything in the foreground, and would end the work with the wish to end it.
    detached: process.platform !== 'win32',
  });
}

function failureOf(reason: string, tail: string): WorkerFailure {
  if (tail.includes(OUT_OF_MEMORY) || OUT_OF_MEMORY_WORDS.test(tail)) {
    return new WorkerFailure('memory', t('The process was stopped because it took more memory than it may.'));
  }
  return new WorkerFailure('stopped', reason);
}

/** Where the bundle of `disposable-entry.ts` lies: beside the one with the functions. */
export const entryBeside = (path: string): string => join(dirname(path), 'disposable-entry.js');
