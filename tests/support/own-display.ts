/**
 * A virtual display for the test file that runs, where this machine has none: windows of two files then run side by
 * side and never take the focus from each other. Where there is a display it is used, one file at a time
 * (`vitest.config.ts`).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { afterAll } from 'vitest';

/** @returns the server and the number it chose. @throws Error when there is no Xvfb or it ends at once. */
async function startDisplay(): Promise<{ server: ChildProcess; display: string }> {
  // No access control: the sandboxed app runs as another user. Nothing listens on the network.
  const args = ['-displayfd', '3', '-ac', '-nolisten', 'tcp', '-screen', '0', '1440x900x24'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const ended = new Promise<never>((_, reject) => {
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
  ended.catch(() => undefined);
  const lines = createInterface(server.stdio[3] as Readable)[Symbol.asyncIterator]();
  const { value } = await Promise.race([lines.next(), ended]);
  return { server, display: `:${value}` };
}

const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;

if (!hasDisplay) {
  const { server, display } = await startDisplay();
  process.env.DISPLAY = display;
  const stop = () => server.kill();
  process.on('exit', stop);
  afterAll(stop);
}
