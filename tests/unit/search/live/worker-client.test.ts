/** How the search worker is stopped, with workers that are made for it. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createWorkerClient } from '../../../../electron/search/live/worker-client.js';
import { LOADED } from '../../../../electron/search/live/worker-protocol.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonds-worker-'));
});
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));

async function workerOf(program: string): Promise<string> {
  const path = join(folder, 'worker.mjs');
  const imports = `import { parentPort } from 'node:worker_threads'; import { writeFileSync } from 'node:fs';`;
  await writeFile(path, `${imports}\n${program}`);
  return path;
}

const MERGE = { parts: [] };

it('lets a worker finish loading before it is ended, and says of its task that it was given up', async () => {
  const loaded = join(folder, 'loaded');
  const client = createWorkerClient(
    await workerOf(`
      parentPort.on('message', () => { for (;;); });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
      writeFileSync(${JSON.stringify(loaded)}, '');
      parentPort.postMessage(${JSON.stringify(LOADED)});
    `),
  );
  const task = expect(client.run('merge', MERGE)).rejects.toThrow('stopped');
  await client.close();
  expect(existsSync(loaded)).toBe(true);
  await task;
  await expect(client.run('merge', MERGE)).rejects.toThrow('closed');
});

it('closes also when the worker could not be loaded, or was never wanted', async () => {
  const client = createWorkerClient(await workerOf(`throw new Error('broken program');`));
  await expect(client.run('merge', MERGE)).rejects.toThrow('broken program');
  await client.close();
  await createWorkerClient(join(folder, 'nothing.mjs')).close();
});
