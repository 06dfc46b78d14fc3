/** `npm run bench -- import`: what an import of text files costs, beside a bare loop that does the least there is to do. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writePapers } from './papers.js';

interface Figures {
  readonly files: number;
  readonly cpuMs: number;
  readonly wallMs: number;
  readonly mostMb: number;
  readonly scanCpuMs?: number;
  readonly importCpuMs?: number;
  readonly segments?: number;
}

const { values } = parseArgs({
  options: { files: { type: 'string', default: '3000' }, rounds: { type: 'string', default: '2' } },
});
const folder = mkdtempSync(join(tmpdir(), 'fonds-bench-import-'));
const phase = join(import.meta.dirname, 'phase.mjs');

function measure(what: 'bare' | 'fonds', from: string, round: number): Figures {
  const to = join(folder, `${what}-${round}.fonds`);
  const run = spawnSync(process.execPath, [phase, what, from, to, resolve('.')], {
    encoding: 'utf8',
    maxBuffer: 2 ** 24,
  });
  rmSync(to, { recursive: true, force: true });
  const line = run.stdout.trim().split('\n').at(-1) ?? '';
  if (run.status !== 0 || !line.startsWith('{')) throw new Error(`${what}: ${run.stderr}`);
  return JSON.parse(line) as Figures;
}

const row = (name: string, { files, cpuMs, wallMs, mostMb, scanCpuMs, importCpuMs, segments }: Figures) =>
  [
    name.padEnd(8),
    `${files} files`,
    `CPU ${(cpuMs / files).toFixed(2)} ms a file`,
    `wall ${(wallMs / 1_000).toFixed(1)} s`,
    `at most ${Math.round(mostMb)} MB`,
    ...(scanCpuMs === undefined ? [] : [`scan ${(scanCpuMs / files).toFixed(2)}`]),
    ...(importCpuMs === undefined ? [] : [`import ${(importCpuMs / files).toFixed(2)}`]),
    ...(segments === undefined ? [] : [`${segments} segments`]),
  ].join('  ');

try {
  const count = Number(values.files);
  const from = join(folder, 'papers');
  console.log(`${count} texts, ${(writePapers(from, count) / 2 ** 20).toFixed(1)} MB`);
  const ratios: number[] = [];
  for (let round = 0; round < Number(values.rounds); round += 1) {
    // In turn, so that what else the machine does falls on both.
    const [bare, fonds] = [measure('bare', from, round), measure('fonds', from, round)];
    console.log(row('bare', bare));
    console.log(row('fonds', fonds));
    ratios.push(fonds.cpuMs / fonds.files / (bare.cpuMs / bare.files));
    console.log(`ratio ${ratios.at(-1)?.toFixed(2)}`);
  }
  console.log(`least ratio ${Math.min(...ratios).toFixed(2)} (reach: 1.5)`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
