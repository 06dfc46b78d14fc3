/** `npm run bench -- search`: Fonds' engine beside others, in one run, over the same documents and questions. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseChoices, type SearchBenchOptions, USAGE } from './choices.js';
import { conditions, isBusy } from './conditions.js';
import { COMPOSITION } from './corpus.js';
import { readCorpus, writeCorpus } from './corpus-file.js';
import type { EngineFigures } from './figures.js';
import { drawKnownItems, SEEDS } from './known-items.js';
import { replaceBetween } from './markdown.js';
import { findPassages, MissingPassages } from './passages.js';
import { drawQueries } from './queries.js';
import { report, verdicts } from './report.js';
import { runEngine } from './run-engine.js';
import { ADDED_DOCUMENTS, type BenchTask } from './task.js';

const DOCUMENT = join('docs', 'search.md');
/** How common a word is, is counted in so many documents, so that the questions are the same at every size. */
const COUNTED_DOCUMENTS = 20_000;
const FOLDER = join(tmpdir(), 'fonds-bench');

const started = performance.now();
function tell(news: string): void {
  const seconds = Math.round((performance.now() - started) / 1_000);
  console.error(`${String(seconds).padStart(4)} s  ${news}`);
}

/** @returns where the documents and the questions are; written when they were not there yet. */
function prepare({
  documents,
  own,
  words,
}: SearchBenchOptions): Pick<BenchTask, 'corpusPath' | 'queriesPath' | 'knownItemsPath'> {
  const passages = findPassages();
  const count = Math.max(COUNTED_DOCUMENTS, documents, own) + ADDED_DOCUMENTS;
  const name = `${passages.digest}-${COMPOSITION}-${words}-${count}`;
  const corpusPath = join(FOLDER, `documents-${name}.jsonl`);
  const queriesPath = join(FOLDER, `questions-${name}.json`);
  const knownItemsPath = join(FOLDER, `known-items-${name}.json`);
  if (writeCorpus(corpusPath, passages, words, count)) tell(`wrote ${count} documents to ${corpusPath}`);
  // Drawn again each time: it takes two seconds, and a change here must not go unnoticed.
  const counted = readCorpus(corpusPath, 0, COUNTED_DOCUMENTS);
  writeFileSync(queriesPath, JSON.stringify(drawQueries(counted), null, 1));
  writeFileSync(knownItemsPath, JSON.stringify(drawKnownItems(counted, SEEDS.report), null, 1));
  return { corpusPath, queriesPath, knownItemsPath };
}

async function run(choices: SearchBenchOptions): Promise<number> {
  const startedAt = new Date();
  if (isBusy()) tell('this machine is busy with something else: times will say little');
  const paths = prepare(choices);
  const figures: EngineFigures[] = [];
  const measure = (engine: string, documents: number, extent: 'all' | 'size') =>
    runEngine({ engine, documents, ...paths, indexDir: join(FOLDER, `index-${process.pid}`) }, extent, tell);
  for (const engine of choices.only) {
    figures.push(await measure(engine, choices.documents, 'all'));
    if (engine === 'fts5') figures.push(await measure('fts5-no-prefix', choices.documents, 'size'));
  }
  const isOwnAsked = choices.own > 0 && choices.only.includes('fonds');
  const large = isOwnAsked ? await measure('fonds', choices.own, 'all') : null;
  tell('done');

  const known = {
    words: choices.words,
    figures,
    large,
    conditions: conditions(choices.documents, choices.words, startedAt),
  };
  const text = report(known);
  console.log(`\n${text}`);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, 'last-run.json'), JSON.stringify(known, null, 1));
  const hasFailed = [...figures, large].some((measured) => measured?.failure);
  if (choices.write && hasFailed) tell(`${DOCUMENT} stays as it is, because not everything could be measured`);
  else if (choices.write) {
    writeFileSync(DOCUMENT, replaceBetween(readFileSync(DOCUMENT, 'utf8'), 'figures', text));
    tell(`wrote the figures to ${DOCUMENT}`);
  }
  const missed = verdicts(known).filter(({ isMet }) => isMet === false);
  if (missed.length > 0) tell(`${missed.length} of ${verdicts(known).length} targets are missed`);
  return hasFailed ? 1 : 0;
}

const choices = parseChoices(process.argv.slice(2));
if (typeof choices === 'string') {
  console.error(`${choices}\n${USAGE}`);
  process.exitCode = 2;
} else {
  process.exitCode = await run(choices).catch((error: unknown) => {
    if (!(error instanceof MissingPassages)) throw error;
    console.error(error.message);
    return 2;
  });
}
