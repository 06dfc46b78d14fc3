/** Runs the built terminal program as a person's script would. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { electronPath, root } from './app.js';

export interface TerminalResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function startTerminal(...args: string[]): ChildProcess {
  return spawn(electronPath, [join(root, 'dist', 'electron', 'cli.js'), ...args], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', FONDS_CHECK_OUTPUTS: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export function terminal(...args: string[]): Promise<TerminalResult> {
  const child = startTerminal(...args);
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** @returns the parsed answer of a verb that ended with 0. @throws with what it said otherwise. */
export async function terminalJson<T>(...args: string[]): Promise<T> {
  const { code, stdout, stderr } = await terminal(...args, '--json');
  if (code !== 0) throw new Error(`fonds ${args.join(' ')}: exit ${code}: ${stderr}${stdout}`);
  return JSON.parse(stdout) as T;
}
