/** Starts `writer.ts` on this runtime, bundled once for each test file. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { OPTIONS } from './archive-bench.js';

export async function bundleWriter(outDir: string): Promise<string> {
  const outfile = join(outDir, 'writer.mjs');
  await build({
    entryPoints: [resolve('tests/storage/writer.ts')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    outfile,
    logLevel: 'error',
  });
  return outfile;
}

export interface Writer {
  readonly child: ChildProcess;
  /** Settles when the archive is open in the other process. */
  readonly opened: Promise<void>;
  /** Settles when it has acknowledged so many writes, each of them a line, however long that takes. */
  acknowledged(count: number): Promise<void>;
  /** All lines it told, once it has ended. */
  readonly ended: Promise<string[]>;
}

export function startWriter(
  script: string,
  dir: string,
  mode: 'add' | 'log' | 'sessions' | 'index' | 'hold',
  round = 0,
): Writer {
  const child = spawn(process.execPath, [script, dir, OPTIONS.migrationsDir, mode, String(round)], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let complaint = '';
  const awaited: { count: number; reached: () => void; fail: (error: Error) => void }[] = [];
  const lineCount = () => output.split('\n').length - 2;
  const endedEarly = () => new Error(`The writer ended before it had acknowledged enough: ${complaint}`);
  child.stderr?.on('data', (data) => {
    complaint += String(data);
  });
  const opened = new Promise<void>((open, fail) => {
    child.stdout?.on('data', (data) => {
      output += String(data);
      if (output.startsWith('open\n')) open();
      for (const { count, reached } of awaited) if (lineCount() >= count) reached();
    });
    child.on('close', () => fail(new Error(`The writer ended before it had opened the archive: ${complaint}`)));
  });
  child.on('close', () => {
    for (const { fail } of awaited) fail(endedEarly());
  });
  const acknowledged = (count: number) =>
    new Promise<void>((reached, fail) => {
      awaited.push({ count, reached, fail });
      if (lineCount() >= count) reached();
    });
  const ended = new Promise<string[]>((end) => {
    // A last line without its end was never fully told.
    child.on('close', () => end(output.split('\n').slice(1, -1)));
  });
  return { child, opened, acknowledged, ended };
}
