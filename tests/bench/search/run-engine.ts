/** Takes one engine through its phases, each in a process of its own, one after another. */
import { fork } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import type { EngineFigures, OpenFigures } from './figures.js';
import type { BenchTask, PhaseFigures } from './task.js';

/** lunr with positions needs more than V8 takes by itself. Electron's V8 compresses pointers: 4 GB is all it can have. */
const HEAP_MB = 4_096;
/** Quick openings are repeated in fresh processes, because one alone is mostly chance. */
const OPENINGS = 5;
const QUICK_OPEN_MS = 2_000;

export type BenchRun = Omit<BenchTask, 'phase'>;

/** @throws Error with the last words of the process when it ends without figures. */
function runPhase<P extends keyof PhaseFigures>(chapter: BenchRun, phase: P): Promise<PhaseFigures[P]> {
  const child = fork(new URL('./phase.mjs', import.meta.url), [JSON.stringify({ ...chapter, phase })], {
    execArgv: ['--expose-gc', `--max-old-space-size=${HEAP_MB}`],
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  let figures: PhaseFigures[P] | null = null;
  let complaint = '';
  child.on('message', (message) => {
    figures = message as PhaseFigures[P];
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (figures && code === 0) resolve(figures);
      else reject(new Error(`${phase} ended with ${signal ?? code}: ${lastWords(complaint)}`));
    });
  });
}

function lastWords(complaint: string): string {
  const lines = complaint.split('\n').filter(Boolean);
  return lines.find((line) => /^(\w*Error|FATAL)/.test(line)) ?? lines.at(-1) ?? 'it said nothing';
}

async function open(chapter: BenchRun): Promise<OpenFigures[]> {
  const first = await runPhase(chapter, 'open');
  const opens = [first];
  if (first.elapsedMs <= QUICK_OPEN_MS) {
    while (opens.length < OPENINGS) opens.push(await runPhase(chapter, 'open'));
  }
  return opens;
}

/**
 * @param extent `size` only builds, to learn what it takes on disk.
 * @param tell hears what is going on. Never rejects: what failed stands in the figures.
 */
export async function runEngine(
  chapter: BenchRun,
  extent: 'all' | 'size',
  tell: (news: string) => void,
): Promise<EngineFigures> {
  const { engine, documents, indexDir } = chapter;
  const name = `${engine}, ${documents} documents`;
  rmSync(indexDir, { recursive: true, force: true });
  mkdirSync(indexDir, { recursive: true });
  let figures: EngineFigures = { engine, documents };
  try {
    tell(`${name}: build`);
    figures = { ...figures, build: await runPhase(chapter, 'build') };
    if (extent === 'size') return figures;
    tell(`${name}: open`);
    figures = { ...figures, opens: await open(chapter) };
    tell(`${name}: ask and add`);
    return { ...figures, use: await runPhase(chapter, 'use') };
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    tell(`${name}: failed: ${failure}`);
    return { ...figures, failure };
  } finally {
    // The indexes of one run are gigabytes together.
    rmSync(indexDir, { recursive: true, force: true });
  }
}
