/** `npm run bench -- anchoring`: where annotations go when a text changes, beside Hypothesis' strategy, in one run. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isBusy } from '../search/conditions.js';
import { replaceBetween } from '../search/markdown.js';
import { findPassages, MissingPassages, readPassages } from '../search/passages.js';
import { editedCells, editionCells, generatedCells, pageTimings, printCells, receiptCells, timings } from './cells.js';
import { readEditions } from './editions.js';
import { composeTexts } from './generated.js';
import { report } from './report.js';

const DOCUMENT = join('docs', 'anchoring.md');
const DOCUMENT_UNITS = 120_000;
const LARGE_UNITS = 400_000;
const PAGE_UNITS = 70_000;
const SEED = 20_260_101;

const USAGE = `Usage: npm run bench -- anchoring [--documents 10] [--passages 60] [--write]
  --documents  how many documents of ${DOCUMENT_UNITS / 1_000} KB are made of the passages
  --passages   how many passages of each length every document gives
  --write      put the figures into ${DOCUMENT}`;

interface AnchoringBenchOptions {
  readonly documents: number;
  readonly passages: number;
  readonly write: boolean;
}

/** @returns a sentence for a person when they ask for what cannot be. */
function parseChoices(args: readonly string[]): AnchoringBenchOptions | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        documents: { type: 'string', default: '10' },
        passages: { type: 'string', default: '60' },
        write: { type: 'boolean', default: false },
      },
    });
    const choices = { documents: Number(values.documents), passages: Number(values.passages), write: values.write };
    const isCount = (count: number) => Number.isInteger(count) && count > 0;
    if (!isCount(choices.documents) || !isCount(choices.passages)) return 'Both counts are whole numbers from 1.';
    return choices;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const started = performance.now();
function tell(news: string): void {
  const seconds = Math.round((performance.now() - started) / 1_000);
  console.error(`${String(seconds).padStart(4)} s  ${news}`);
}

function conditions({ documents, passages }: AnchoringBenchOptions, startedAt: Date): string[] {
  const processors = cpus();
  const { electron, node, v8 } = process.versions;
  const library = JSON.parse(readFileSync(join('node_modules', 'approx-string-match', 'package.json'), 'utf8')) as {
    version: string;
  };
  return [
    `Measured on ${startedAt.toISOString().slice(0, 10)}: ${documents} documents of ${DOCUMENT_UNITS / 1_000} KB, up to ${passages} passages of each length in every one.`,
    `${processors[0]?.model.trim()}, ${processors.length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB of memory, ${process.platform}. Electron ${electron} (Node ${node}, V8 ${v8}), approx-string-match ${library.version}.`,
  ];
}

function run(choices: AnchoringBenchOptions): number {
  const startedAt = new Date();
  if (isBusy()) tell('this machine is busy with something else: times will say little');
  const passages = readPassages(findPassages());
  const texts = composeTexts(passages, choices.documents, DOCUMENT_UNITS, SEED);
  const [large = ''] = composeTexts(passages, 1, LARGE_UNITS, SEED + 1);
  const [page = ''] = composeTexts(passages, 1, PAGE_UNITS, SEED + 2);
  const editions = readEditions();
  if (!editions) tell('the two editions of Frankenstein are not there: they are left out');
  const text = report({
    cells: [
      ...generatedCells(texts, choices.passages, tell),
      ...editedCells(texts, choices.passages, tell),
      ...(editions ? editionCells(editions, choices.passages * 4, tell) : []),
    ],
    prints: printCells(texts, choices.passages, tell),
    receipts: receiptCells(choices.documents, tell),
    pageTimings: pageTimings(page, tell),
    timings: timings(large, tell),
    conditions: conditions(choices, startedAt),
  });
  tell('done');
  console.log(`\n${text}`);
  if (choices.write && !editions) tell(`${DOCUMENT} stays as it is, because not everything could be measured`);
  else if (choices.write) {
    writeFileSync(DOCUMENT, replaceBetween(readFileSync(DOCUMENT, 'utf8'), 'figures', text));
    tell(`wrote the figures to ${DOCUMENT}`);
  }
  return 0;
}

const choices = parseChoices(process.argv.slice(2));
if (typeof choices === 'string') {
  console.error(`${choices}\n${USAGE}`);
  process.exitCode = 2;
} else {
  try {
    process.exitCode = run(choices);
  } catch (error) {
    if (!(error instanceof MissingPassages)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
