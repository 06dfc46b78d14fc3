/**
 * Which runs of the exact pass are beyond chance. Runs that follow each other closely make a piece, worth what its words
 * say less what lies between them; chance makes pieces worth about the logarithm of the places it can try. Source: S.
 * Karlin and S. Altschul, "Methods for assessing the statistical significance of molecular sequence features", 1990.
 * Invariant: what is returned is part of the runs given, in order.
 */
import type { MatchingRun } from '../text/index.js';
import { GAP_EXTEND, GAP_OPEN, SUBSTITUTION } from './alignment-costs.js';

/** Chance makes one piece in e³ = 20 as good. */
const BEYOND_CHANCE = 3;
/** A piece ends where its worth has fallen so far below its best: nothing connects over three omissions. */
const DROP = 3 * GAP_OPEN;
/** Runs of so many units lose one at either end, where it is a matter of chance which of two like words is meant. */
const SHAVED = 4;

/**
 * @param worthOf what a unit of the first sequence says, in nats.
 * @param leastWorth nats that a run has to bring for itself; the weaker ones are left to be looked at more closely.
 */
export function significantRuns(
  runs: readonly MatchingRun[],
  size: { readonly a: number; readonly b: number },
  worthOf: (at: number) => number,
  leastWorth: number,
): MatchingRun[] {
  const worths = runs.map(({ a, length }) => {
    let worth = 0;
    for (let index = 0; index < length; index += 1) worth += worthOf(a + index);
    return worth;
  });
  const needed = Math.log(Math.max(1, size.a) * Math.max(1, size.b)) + BEYOND_CHANCE;
  const solid: MatchingRun[] = [];
  for (const { first, last } of clustersOf(runs, worths, needed)) {
    for (let index = first; index <= last; index += 1) {
      const run = runs[index];
      if (!run || (worths[index] ?? 0) < leastWorth) continue;
      const head = run.length >= SHAVED && run.a > 0 && run.b > 0 ? 1 : 0;
      const tail = run.length >= SHAVED && run.a + run.length < size.a && run.b + run.length < size.b ? 1 : 0;
      solid.push({ a: run.a + head, b: run.b + head, length: run.length - head - tail });
    }
  }
  return solid;
}

/** Indices of runs, both inclusive. */
interface RunCluster {
  readonly first: number;
  readonly last: number;
}

function clustersOf(runs: readonly MatchingRun[], worths: readonly number[], needed: number): RunCluster[] {
  const pieces: RunCluster[] = [];
  let first = 0;
  let last = 0;
  let worth = 0;
  let best = 0;
  const close = () => {
    if (best >= needed) pieces.push({ first, last });
    worth = 0;
    best = 0;
  };
  for (const [index, run] of runs.entries()) {
    const before = runs[index - 1];
    if (before) worth -= between(run.a - before.a - before.length, run.b - before.b - before.length);
    if (worth < 0 || best - worth > DROP) close();
    if (best === 0) {
      first = index;
      worth = 0;
    }
    worth += worths[index] ?? 0;
    if (worth > best) {
      best = worth;
      last = index;
    }
  }
  close();
  return pieces;
}

/** What it costs that so many units stand between two runs: replaced one by one, or left out and put in. */
function between(a: number, b: number): number {
  const beside = Math.min(a, b);
  const longer = Math.max(a, b) - beside;
  const replaced = beside * SUBSTITUTION + (longer > 0 ? GAP_OPEN + longer * GAP_EXTEND : 0);
  return Math.min(replaced, 2 * GAP_OPEN + (a + b) * GAP_EXTEND);
}
