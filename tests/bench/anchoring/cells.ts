/** Runs every trial with both anchorings, over the same passages. */
import { deletedEdition, type Editions, goneFromEdition, livingEdition } from './editions.js';
import { deletedTrial, editedTrial, livingTrial, type Order, RATES } from './generated.js';
import { NOTHING, type Tally, together } from './judge.js';
import { LENGTHS, type Length } from './passages-of.js';
import type { Cell, Timing } from './report.js';
import { ANCHORINGS, type AnchoringName, run, type Trial } from './trial.js';

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
      const order: Order = { length, rate: rate ?? 0, passages, seed: 1_831 };
      const trials = [livingEdition(editions, order), deletedEdition(editions, order)];
      cells.push({ texts: 'Frankenstein 1818 → 1831', rate, length, tallies: runBoth(trials) });
    }
  }
  const gone = runBoth([goneFromEdition(editions, passages)]);
  return [...cells, { texts: 'Frankenstein, dropped by the author', rate: null, length: 'sentence', tallies: gone }];
}

function runBoth(trials: readonly Trial[]): Record<AnchoringName, Tally> {
  const all = (name: AnchoringName) =>
    trials.reduce((tally, trial) => together(tally, run(trial, ANCHORINGS[name])), NOTHING);
  return { fonds: all('fonds'), hypothesis: all('hypothesis') };
}

/** Passages of each length, a quarter of the hundred. */
const QUARTER = 25;

/** @param text of about 400 KB. */
export function timings(text: string, tell: Tell): Timing[] {
  const hundred = (make: (order: Order) => Trial, rate: number) =>
    LENGTHS.map((length: Length) => make({ length, rate, passages: QUARTER, seed: 4_000 }));
  const cases: [string, (from: string, order: Order) => Trial, number][] = [
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
