/** One measurement in a process of its own: `phase.mjs bare|fonds FROM TO`. Prints its figures as JSON. */
import { join } from 'node:path';
import { createService } from '../../../electron/service/index.js';
import { bareLoop } from './bare-loop.js';

const [what = '', from = '', to = '', root = ''] = process.argv.slice(2);
let most = 0;
const sampling = setInterval(() => {
  most = Math.max(most, process.memoryUsage().rss);
}, 50);
const started = performance.now();
const before = process.cpuUsage();
const figures = what === 'bare' ? { files: await bareLoop(from, to) } : await importAll();
const { user, system } = process.cpuUsage(before);
clearInterval(sampling);
const cpuMs = (user + system) / 1_000;
console.log(JSON.stringify({ ...figures, cpuMs, wallMs: performance.now() - started, mostMb: most / 2 ** 20 }));
process.exit(0);

/** Scan, import, and all that is left to do for the index afterwards. */
async function importAll() {
  const service = createService({ appRoot: root, workersDir: join(root, 'dist', 'electron') });
  const client = service.connect('trusted', () => undefined);
  const value = <T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T => {
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  };
  const finish = async (id: string) => {
    for (;;) {
      const job = value(await client.call('job.list', undefined)).find((one) => one.id === id);
      if (job?.state !== 'running') return job;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  value(await client.call('archive.create', { dir: to }));
  const { jobId, planId } = value(await client.call('import.scan', { paths: [from] }));
  await finish(jobId);
  const { user, system } = process.cpuUsage(before);
  const started = value(await client.call('import.start', { planId, duplicates: 'skip' }));
  const done = await finish(started.jobId);
  const imported = process.cpuUsage(before);
  value(await client.call('search.finish', undefined));
  const { segments } = value(await client.call('search.state', undefined));
  await service.close();
  return {
    files: done?.outcomes.imported ?? 0,
    scanCpuMs: (user + system) / 1_000,
    importCpuMs: (imported.user + imported.system - user - system) / 1_000,
    segments,
  };
}
