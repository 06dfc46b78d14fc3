/**
 * Parts again what was joined by chance: in a stretch that was replaced some letters always happen to be alike.
 * Invariant: only ever takes partners away.
 */
import type { Partners } from './align-letters.js';
import type { Letters } from './letters.js';

const ALONE = -1;
/** Letters looked at on either side. */
const REACH = 12;
/** A letter stays joined while this share of its neighbourhood is alike; noise of one in four leaves 0.75. */
const LEAST_ALIKE = 0.4;

/** Both neighbourhoods count, that in the first text and that in the second: a letter is kept if one of its sides is. */
export function weed(a: Letters, b: Letters, { ofA, ofB }: Partners): void {
  const alikeA = sums(a.count, (at) => isAlike(a, b, at, ofA[at] ?? ALONE));
  const alikeB = sums(b.count, (at) => isAlike(b, a, at, ofB[at] ?? ALONE));
  const doomed: number[] = [];
  for (let at = 0; at < a.count; at += 1) {
    const other = ofA[at] ?? ALONE;
    if (other === ALONE) continue;
    if (share(alikeA, at) < LEAST_ALIKE && share(alikeB, other) < LEAST_ALIKE) doomed.push(at);
  }
  for (const at of doomed) {
    ofB[ofA[at] ?? 0] = ALONE;
    ofA[at] = ALONE;
  }
}

function isAlike(own: Letters, other: Letters, at: number, partner: number): boolean {
  return partner !== ALONE && own.units[at] === other.units[partner];
}

function sums(count: number, isCounted: (at: number) => boolean): Int32Array {
  const running = new Int32Array(count + 1);
  for (let at = 0; at < count; at += 1) running[at + 1] = (running[at] ?? 0) + (isCounted(at) ? 1 : 0);
  return running;
}

/** The better of the shares before and after a letter, itself included. */
function share(running: Int32Array, at: number): number {
  const count = running.length - 1;
  const from = Math.max(0, at - REACH);
  const to = Math.min(count, at + REACH + 1);
  const here = running[at] ?? 0;
  const next = running[at + 1] ?? 0;
  const before = (next - (running[from] ?? 0)) / (at + 1 - from);
  const after = ((running[to] ?? 0) - here) / (to - at);
  return Math.max(before, after);
}
