/**
 * Starts the program once more as a process that prints, for a terminal, which has neither Chromium nor a display.
 * Invariant: that process is gone when this one is, whichever way it ends; and so is its folder, or, when this one was
 * killed, with the next one.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PRINTING_FOLDER, PRINTING_SWITCH } from '../contract/index.js';
import { t } from '../wording/index.js';
import type { PrintingChannel, PrintingChannelEvents } from './printer.js';

/** How long Chromium may take to start: under a second where nothing else runs. */
const START_LIMIT_MS = 60_000;
/** How many of the last characters of its output an error quotes. */
const TAIL_CHARS = 600;
/** Chromium's own lines about a desktop that is not there. */
const NOISE = /dbus|D-Bus|vaapi|gpu/i;

/**
 * @param appRoot folder of the app, or the packed app, which the executable finds by itself.
 * @throws Error in words for a person when it does not start.
 */
export async function spawnPrintProcess(
  appRoot: string,
  { receive, lost }: PrintingChannelEvents,
): Promise<PrintingChannel> {
  // Made by the process itself, so that none is left where there was never one to remove it.
  const own = join(tmpdir(), `${PRINTING_FOLDER}${process.pid}-${randomUUID()}`);
  await removeAbandoned();
  const { ELECTRON_RUN_AS_NODE: _, DISPLAY: _d, WAYLAND_DISPLAY: _w, ...env } = process.env;
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const args = [
    ...(process.platform === 'linux' ? ['--ozone-platform=headless'] : []),
    '--disable-gpu',
    '--log-level=3',
    `--user-data-dir=${own}`,
    // Chromium cannot sandbox root; for everybody else the page is sandboxed.
    ...(isRoot ? ['--no-sandbox'] : []),
    ...(appRoot.endsWith('.asar') ? [] : [appRoot]),
    PRINTING_SWITCH,
  ];
  const child = spawn(process.execPath, args, {
    env,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  let tail = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    tail = (tail + chunk).slice(-TAIL_CHARS * 4);
  });
  const lastWords = (): string => {
    const lines = tail.split('\n').filter((line) => line.trim() !== '' && !NOISE.test(line));
    return lines.join(' ').slice(-TAIL_CHARS);
  };
  const gone = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(`it ended with ${signal ?? code}. ${lastWords()}`.trim()));
  });
  const removed = gone.then(() => rm(own, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined));

  const started = await new Promise<'ready' | string>((resolve) => {
    const limit = setTimeout(() => resolve(t('it did not start within a minute')), START_LIMIT_MS);
    const settle = (outcome: 'ready' | string): void => {
      clearTimeout(limit);
      resolve(outcome);
    };
    child.once('message', () => settle('ready'));
    void gone.then(settle);
  });
  if (started !== 'ready') {
    child.kill('SIGKILL');
    throw new Error(`the process that prints did not start: ${started}`);
  }
  child.on('message', receive);
  void gone.then((reason) => lost(t('the process that prints stopped: {reason}', { reason })));
  return {
    send: (request) => {
      if (child.connected) child.send(request);
      return child.connected;
    },
    close: async () => {
      if (child.connected) child.disconnect();
      await removed;
    },
  };
}

/** Removes folders of processes whose parent is gone. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    if (!name.startsWith(PRINTING_FOLDER)) continue;
    const parent = Number.parseInt(name.slice(PRINTING_FOLDER.length), 10);
    if (isAlive(parent)) continue;
    await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Anything but “no such process” may be somebody's.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
