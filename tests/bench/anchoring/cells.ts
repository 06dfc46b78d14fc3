/** Runs every trial with both anchorings, over the same passages. */
import { deletedEdition, type Editions, goneFromEdition, livingEdition } from './editions.js';
import { deletedTrial, editedTrial, livingTrial, RATES, replacedTrial, type TrialOrder } from './generated.js';
import { inventGerman } from './invented-german.js';
import { type AnchorTally, asReplaced, NOTHING, together } from './judge.js';
import { LENGTHS, type Length } from './passages-of.js';
import { ENGLISH_PRINT, FRAKTUR } from './print.js';
import { receiptTrial } from './receipts.js';
import type { Cell, PageTiming, Timing } from './report.js';
import { ANCHORINGS, type AnchoringName, run, type Trial, targetsOf } from './trial.js';

export type Tell = (news: string) => void;

/** @param texts each is a document of its own; every one gives `passages` for each length. */
export function generatedCells(texts: readonly string[], passages: number, tell: Tell): Cell[] {
  const cells: Cell[] = [];
  for (const rate of RATES) {
    for (const length of LENGTHS) {
      tell(`OCR noise of ${rate * 100} %, ${length}`);
      const trials = texts.flatMap((text, index) => {
        const order = { length, rate, passages, seed: 1_000 * index + Math.round(100 * rate) };
        return [livingTrial(text, order), deletedTrial(text, { ...order, seed: order.seed + 500 })];
      });
      cells.push({ texts: 'OCR noise', rate, length, tallies: runBoth(trials) });
    }
  }
  return cells;
}

export const PRINT_RATES = [0.08, 0.27] as const;

/** Old print: living, deleted, and replaced where they stood. @param texts English ones; German ones are invented. */
export function printCells(texts: readonly string[], passages: number, tell: Tell): Cell[] {
  const german = texts.map(({ length }, index) => inventGerman(length, 3_000 + index));
  const cells: Cell[] = [];
  for (const [print, documents] of [
    [FRAKTUR, german],
    [ENGLISH_PRINT, texts],
  ] as const) {
    for (const rate of PRINT_RATES) {
      for (const length of ['word', 'phrase', 'sentence'] as const) {
        tell(`${print.name}, ${rate * 100} %, ${length}`);
        const orderOf = (index: number): TrialOrder => ({ length, rate, passages, seed: 6_000 + 10 * index, print });
        const trials = documents.flatMap((text, index) => [
          livingTrial(text, orderOf(index)),
          deletedTrial(text, { ...orderOf(index), seed: orderOf(index).seed + 1 }),
        ]);
        const replaced = documents.flatMap((text, index) => {
          const strange = documents[(index + 1) % documents.length] ?? text;
          const order = { ...orderOf(index), seed: orderOf(index).seed + 2 };
          // Half of them in a text that is not misread at all: there the words alone have to say it.
          return [replacedTrial(text, strange, order), replacedTrial(text, strange, { ...order, rate: 0 })];
        });
        const found = runBoth(trials);
        const others = runBoth(replaced);
        const tallies = {
          fonds: together(found.fonds, asReplaced(others.fonds)),
          hypothesis: together(found.hypothesis, asReplaced(others.hypothesis)),
        };
        cells.push({ texts: print.name, rate, length, tallies });
      }
    }
  }
  return cells;
}

/** Lists of like lines. */
export function receiptCells(documents: number, tell: Tell): Cell[] {
  return [0, 0.02, 0.08].map((rate) => {
    tell(`receipts, ${rate * 100} %`);
    const trials = Array.from({ length: documents * 3 }, (_, index) => [
      receiptTrial(7_000 + index, rate, 'living'),
      receiptTrial(7_000 + index, rate, 'deleted'),
    ]).flat();
    return { texts: 'receipts', rate, length: 'phrase', tallies: runBoth(trials) };
  });
}

const EDITED_RATE = 0.02;

export function editedCells(texts: readonly string[], passages: number, tell: Tell): Cell[] {
  return LENGTHS.map((length) => {
    tell(`paragraphs moved and added, ${length}`);
    const trials = texts.map((text, index) => {
      const order = { length, rate: EDITED_RATE, passages, seed: 2_000 + index };
      return editedTrial(text, texts[(index + 1) % texts.length] ?? '', order);
    });
    return { texts: 'paragraphs moved and added', rate: EDITED_RATE, length, tallies: runBoth(trials) };
  });
}

export function editionCells(editions: Editions, passages: number, tell: Tell): Cell[] {
  const cells: Cell[] = [];
  for (const rate of [null, 0.05]) {
    for (const length of LENGTHS) {
      tell(`Frankenstein${rate === null ? '' : ` with noise of ${rate * 100} %`}, ${length}`);
      const order: TrialOrder = { length, rate: rate ?? 0, passages, seed: 1_831 };
      const trials = [livingEdition(editions, order), deletedEdition(editions, order)];
      cells.push({ texts: 'Frankenstein 1818 → 1831', rate, length, tallies: runBoth(trials) });
    }
  }
  const gone = runBoth([goneFromEdition(editions, passages)]);
  return [...cells, { texts: 'Frankenstein, dropped by the author', rate: null, length: 'sentence', tallies: gone }];
}

function runBoth(trials: readonly Trial[]): Record<AnchoringName, AnchorTally> {
  const all = (name: AnchoringName) =>
    trials.reduce((tally, trial) => together(tally, run(trial, ANCHORINGS[name])), NOTHING);
  return { fonds: all('fonds'), hypothesis: all('hypothesis') };
}

/** Passages of each length, a quarter of the hundred. */
const QUARTER = 25;

/** @param text of about 400 KB. */
export function timings(text: string, tell: Tell): Timing[] {
  const hundred = (make: (order: TrialOrder) => Trial, rate: number) =>
    LENGTHS.map((length: Length) => make({ length, rate, passages: QUARTER, seed: 4_000 }));
  const cases: [string, (from: string, order: TrialOrder) => Trial, number][] = [
    ['noise of 1 %', livingTrial, 0.01],
    ['noise of 5 %', livingTrial, 0.05],
    ['noise of 20 %', livingTrial, 0.2],
    ['noise of 5 %, all of them deleted', deletedTrial, 0.05],
  ];
  return cases.map(([what, make, rate]) => {
    tell(`time: ${what}`);
    const trials = hundred((order) => make(text, order), rate);
    // The four lengths stand in texts of the same noise; all of them are asked of the first, as one source would.
    const trial = merged(trials);
    return { what, ms: { fonds: timed(trial, 'fonds'), hypothesis: timed(trial, 'hypothesis') } };
  });
}

/** All passages asked of one pair of texts. What the time costs does not depend on the truth. */
function merged(trials: readonly Trial[]): Trial {
  const [first] = trials;
  if (!first) throw new RangeError('There is nothing to time.');
  return { ...first, passages: trials.flatMap(({ passages }) => passages) };
}

/** The best of three: what else the machine does only ever adds. */
function timed(trial: Trial, name: AnchoringName): number {
  const times = [1, 2, 3].map(() => {
    const started = performance.now();
    run(trial, ANCHORINGS[name]);
    return performance.now() - started;
  });
  return Math.min(...times);
}

/** Rounds of which the best counts. */
const ROUNDS = { fonds: 8, hypothesis: 3 };

/**
 * Phrases alone, as most annotations are, and as they cost Hypothesis least; processor time.
 * @param text of about 70 KB: an ordinary page of the archive, or ten.
 */
export function pageTimings(english: string, tell: Tell): PageTiming[] {
  const german = inventGerman(english.length, 3_100);
  const cases = [
    { what: 'English, noise of 1 %', text: english, rate: 0.01 },
    { what: 'English, noise of 5 %', text: english, rate: 0.05 },
    { what: 'old English print, 8 %', text: english, rate: 0.08, print: ENGLISH_PRINT },
    { what: 'old English print, 27 %', text: english, rate: 0.27, print: ENGLISH_PRINT },
    { what: 'Fraktur, 8 %', text: german, rate: 0.08, print: FRAKTUR },
    { what: 'Fraktur, 27 %', text: german, rate: 0.27, print: FRAKTUR },
  ];
  return cases.flatMap(({ what, text, rate, print }) => {
    tell(`time of 70 KB: ${what}`);
    return [100, 60, 10].map((count) => {
      const trial = livingTrial(text, { length: 'phrase', rate, passages: count, seed: 5_000, print });
      const ms = { fonds: cpuMs(trial, 'fonds'), hypothesis: cpuMs(trial, 'hypothesis') };
      return { what, passages: trial.passages.length, ms };
    });
  });
}

function cpuMs(trial: Trial, name: AnchoringName): number {
  const targets = targetsOf(trial);
  const times = Array.from({ length: ROUNDS[name] }, () => {
    const before = process.cpuUsage();
    ANCHORINGS[name](trial.from, trial.to, targets);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  return Math.min(...times);
}
