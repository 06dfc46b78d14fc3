/** `npm run bench -- collation`: how well and how fast witnesses are put beside each other, beside peers, in one run. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { collate } from '../../../electron/collation/collate.js';
import { exactMatches } from '../../../electron/collation/exact-matches.js';
import { tokenise } from '../../../electron/collation/tokenise.js';
import { type Editions, readEditions } from '../anchoring/editions.js';
import { isBusy } from '../search/conditions.js';
import { replaceBetween } from '../search/markdown.js';
import { seededRandom, shuffled } from '../search/random.js';
import { adversaries } from './adversaries.js';
import { classRun } from './classes.js';
import { type Gold, goldOfCsv } from './gold.js';
import { judge, placedBy, type TokenRows } from './judge.js';
import { byDiffArrays, byDiffWords, byFastDiff } from './peers.js';
import { type CollationRun, classReport, type PairTime, report, type TableVerdict } from './report.js';
import { placedByStar } from './star.js';
import { copied } from './synthetic.js';
import { LANGUAGES, tradition } from './traditions.js';

const DOCUMENT = join('docs', 'collation.md');
const ORDERS = 10;
const ROUNDS = 5;
const RATES = [0.03, 0.1, 0.25];
const SEEDS = [1, 2, 3, 4, 5, 6];

const USAGE = `Usage: npm run bench -- collation [--quick] [--write]
  --classes  classes of variants alone, which are a section of their own
  --quick  without jsdiff's diffWords, which alone takes a minute
  --write  put the figures into ${DOCUMENT}`;

const started = performance.now();
function tell(news: string): void {
  console.error(`${String(Math.round((performance.now() - started) / 1_000)).padStart(4)} s  ${news}`);
}

/** @returns the best time of `rounds`, in milliseconds, and what came out last. */
function timed<T>(rounds: number, run: () => T): { ms: number; result: T } {
  let best = Number.POSITIVE_INFINITY;
  let result: T | undefined;
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now();
    result = run();
    best = Math.min(best, performance.now() - from);
  }
  return { ms: best, result: result as T };
}

const plain = (texts: readonly string[]) => texts.map((text) => ({ text, gaps: [] }));

function editions({ earlier, later }: Editions, isQuick: boolean): Pick<CollationRun, 'exact' | 'full' | 'peers'> {
  const [a = [], b = []] = plain([earlier, later]).map((witness) => tokenise(witness).normalized);
  const numbers = new Map<string, number>();
  const numbered = (forms: readonly string[]) =>
    Int32Array.from(forms, (form) => {
      const number = numbers.get(form) ?? numbers.size;
      numbers.set(form, number);
      return number;
    });
  const exact = timed(ROUNDS, () => exactMatches(numbered(a), numbered(b)));
  tell('exact pass');
  const full = timed(ROUNDS, () => collate(plain([earlier, later])));
  tell('full collation');
  const peer = (what: string, run: () => number | null): PairTime => {
    const { ms, result } = timed(1, run);
    tell(what);
    return { what, ms, matches: result };
  };
  return {
    exact: {
      what: 'Fonds, exact pass on tokens',
      ms: exact.ms,
      matches: exact.result.reduce((sum, { length }) => sum + length, 0),
    },
    full: { what: 'Fonds, whole collation of the texts', ms: full.ms, matches: null },
    peers: [
      peer('jsdiff diffArrays on the same tokens: the optimum', () => byDiffArrays(a, b)),
      peer('fast-diff, a character a token', () => byFastDiff(a, b)),
      ...(isQuick ? [] : [peer('jsdiff diffWords on the texts', () => byDiffWords(earlier, later))]),
    ],
  };
}

function verdict(what: string, gold: Gold, place: (gold: Gold) => TokenRows): TableVerdict {
  const { ms, result } = timed(1, () => place(gold));
  return { what, verdict: judge(gold, result), ms };
}

const ours = (gold: Gold) => placedBy(collate(gold.map(({ witness }) => witness)), gold);

function florilegium(csv: string): Pick<CollationRun, 'florilegium' | 'orders'> {
  const random = seededRandom(13);
  const gold = goldOfCsv(csv, 'gaps');
  const dropped = goldOfCsv(csv, 'dropped');
  const known = (what: string, pairs: number, different: number, rows: number): TableVerdict => ({
    what,
    verdict: { pairs, different, rows },
    ms: null,
  });
  return {
    florilegium: [
      verdict('Fonds, lacunae as gaps', gold, ours),
      verdict('Fonds, lacunae not told', dropped, ours),
      verdict('star of difflib, on folded words', dropped, placedByStar),
      known('CollateX with near matches (known, not run)', 0.994, 0.913, 0.957),
      known('star of difflib, on words as written (known, not run)', 0.977, 0.72, 0.871),
    ],
    orders: Array.from({ length: ORDERS }, () => shuffled(random, gold)).map((order) => judge(order, ours(order))),
  };
}

function synthetic(text: string): TableVerdict[] {
  return RATES.flatMap((rate) => {
    const tables = SEEDS.map((seed) => copied(text, { seed, witnesses: 5 + seed, words: 600, rate }));
    tell(`copies with a rate of ${rate}`);
    const percent = `${rate * 100} % a copy`;
    return bothOn(percent, tables);
  });
}

function traditions(): TableVerdict[] {
  return LANGUAGES.flatMap((language) => {
    tell(`tradition in ${language.what}`);
    const tables = SEEDS.slice(0, 3).map((seed) => tradition(language, seed));
    return bothOn(`${language.what}, ${language.witnesses} witnesses`, tables);
  });
}

/** Means over tables, of ours and of the star. */
function bothOn(of: string, tables: readonly Gold[]): TableVerdict[] {
  return [mean(`${of}: Fonds`, tables, ours), mean(`${of}: star of difflib`, tables, placedByStar)];
}

function mean(what: string, tables: readonly Gold[], place: (gold: Gold) => TokenRows): TableVerdict {
  const all = tables.map((gold) => verdict(what, gold, place));
  const of = (pick: (one: TableVerdict) => number) => all.reduce((sum, one) => sum + pick(one), 0) / all.length;
  return {
    what,
    verdict: {
      pairs: of((one) => one.verdict.pairs),
      different: of((one) => one.verdict.different),
      rows: of((one) => one.verdict.rows),
    },
    ms: of((one) => one.ms ?? 0),
  };
}

function conditions(startedAt: Date): string[] {
  const processors = cpus();
  const { electron, node, v8 } = process.versions;
  const version = (name: string) =>
    (JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8')) as { version: string }).version;
  return [
    `Measured on ${startedAt.toISOString().slice(0, 10)}. ${processors[0]?.model.trim()}, ${processors.length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB of memory, ${process.platform}. Electron ${electron} (Node ${node}, V8 ${v8}), diff ${version('diff')}, fast-diff ${version('fast-diff')}.`,
  ];
}

function tellFigures(section: string, text: string, isWritten: boolean): void {
  console.log(`\n${text}`);
  if (!isWritten) return;
  writeFileSync(DOCUMENT, replaceBetween(readFileSync(DOCUMENT, 'utf8'), section, text));
  tell(`wrote the figures to ${DOCUMENT}`);
}

async function run(isQuick: boolean, isWritten: boolean, parts: 'all' | 'classes'): Promise<number> {
  if (isBusy()) tell('this machine is busy with something else: times will say little');
  const texts = readEditions();
  if (!texts) {
    tell('the two editions of Frankenstein are not there: FONDS_BENCH_DATA names the folder that holds collation/');
    return 2;
  }
  const folder = process.env.FONDS_BENCH_DATA ?? resolve('..', 'shared', 'data');
  const classes = await classRun(folder, texts, tell);
  if (classes) tellFigures('classes', classReport(conditions(new Date()), classes), isWritten);
  else tell('the passages are not there: nothing is said of classes');
  if (parts === 'classes') return 0;
  const csv = readFileSync(join(folder, 'collation', 'florilegium.csv'), 'utf8');
  const text = report({
    conditions: conditions(new Date()),
    ...editions(texts, isQuick),
    adversaries: adversaries(texts).map(({ what, one, other }) => {
      const work = { cells: 0 };
      const { ms } = timed(1, () => collate(plain([one, other]), [], work));
      tell(what);
      return { what, ms, cells: work.cells };
    }),
    ...florilegium(csv),
    synthetic: synthetic(texts.later),
    traditions: traditions(),
  });
  tell('done');
  tellFigures('figures', text, isWritten);
  return 0;
}

try {
  const { values } = parseArgs({
    options: {
      classes: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  process.exitCode = await run(values.quick, values.write, values.classes ? 'classes' : 'all');
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  console.error(`${error.message}\n${USAGE}`);
  process.exitCode = 2;
}
