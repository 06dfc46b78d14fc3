/**
 * One phase of one engine, in a process of its own: memory is then the engine's alone, and no engine's code is warm
 * from another. Told what to do by its argument, tells its figures to its parent.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { askAll } from './ask.js';
import { readCorpus, readJson } from './corpus-file.js';
import type { BenchEngine, Opened } from './engine.js';
import { loadEngine } from './engines/index.js';
import type { AddFigures, BuildFigures, KindFigures, OpenFigures, UseFigures } from './figures.js';
import { type KnownItem, MANNERS, type Manner, reciprocalRank } from './known-items.js';
import { median } from './percentile.js';
import { QUERY_KINDS, type QueryKind, type QuerySets } from './query-kinds.js';
import { ADDED_DOCUMENTS, type BenchTask, type PhaseFigures } from './task.js';

function fileBytes(dir: string): number {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(dir, name)))
    .reduce((sum, info) => sum + (info.isFile() ? info.size : 0), 0);
}

function memory(): { liveBytes: number; rssBytes: number } {
  if (!globalThis.gc) throw new Error('Start this with --expose-gc.');
  // What only finalizers held is free after the second time.
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  // `external` counts array buffers too.
  return { liveBytes: heapUsed + external, rssBytes: rss };
}

async function build(engine: BenchEngine, task: BenchTask): Promise<BuildFigures> {
  const documents = readCorpus(task.corpusPath, 0, task.documents);
  memory();
  const started = performance.now();
  await engine.build(documents, task.indexDir);
  const elapsedMs = performance.now() - started;
  const diskBytes = engine.indexBytes?.(task.indexDir) ?? fileBytes(task.indexDir);
  return { elapsedMs, diskBytes, peakRssBytes: process.resourceUsage().maxRSS * 1024 };
}

async function open(engine: BenchEngine, task: BenchTask): Promise<OpenFigures> {
  const question = readJson<QuerySets>(task.queriesPath).plain[0] ?? '';
  const before = memory();
  const started = performance.now();
  const opened = await engine.open(task.indexDir);
  await opened.search('plain', question);
  const elapsedMs = performance.now() - started;
  const after = memory();
  await opened.close();
  return {
    elapsedMs,
    liveBytes: after.liveBytes - before.liveBytes,
    rssBytes: after.rssBytes - before.rssBytes,
  };
}

async function use(engine: BenchEngine, task: BenchTask): Promise<UseFigures> {
  const queries = readJson<QuerySets>(task.queriesPath);
  const opened = await engine.open(task.indexDir);
  const kinds: Partial<Record<QueryKind, KindFigures>> = {};
  for (const kind of QUERY_KINDS) {
    if (engine.kinds.includes(kind)) kinds[kind] = await askAll(opened, kind, queries[kind]);
  }
  const known = knownItems(opened, readJson<KnownItem[]>(task.knownItemsPath));
  let add: AddFigures | null = null;
  if (opened.add) {
    const times: number[] = [];
    for (const document of readCorpus(task.corpusPath, task.documents, ADDED_DOCUMENTS)) {
      const started = performance.now();
      await opened.add(document);
      times.push(performance.now() - started);
    }
    add = { medianMs: median(times), maxMs: Math.max(...times) };
  }
  await opened.close();
  return { kinds, add, known };
}

/** How high the documents stand that are meant. */
function knownItems({ ranked }: Opened, items: readonly KnownItem[]): UseFigures['known'] {
  if (!ranked) return null;
  const mean = (manner: Manner): number => {
    const asked = items.filter((item) => item.manner === manner);
    return asked.reduce((sum, { words, id }) => sum + reciprocalRank(ranked(words, manner), id), 0) / asked.length;
  };
  return Object.fromEntries(MANNERS.map((manner) => [manner, mean(manner)])) as Record<Manner, number>;
}

const task = JSON.parse(process.argv[2] ?? '') as BenchTask;
const phases: { [P in keyof PhaseFigures]: (engine: BenchEngine, task: BenchTask) => Promise<PhaseFigures[P]> } = {
  build,
  open,
  use,
};
const figures = await phases[task.phase](await loadEngine(task.engine), task);
process.send?.(figures);
process.disconnect?.();
