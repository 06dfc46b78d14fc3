/**
 * Puts an omission or an addition where a person would see it: of `the cat the` → `the` either `the` may have stayed,
 * and the gap is slid to begin and end where words, sentences or paragraphs do. Invariant: as many letters are joined
 * as before, each to one like itself.
 */
import type { Letters } from './letters.js';
import { type Partners, UNPAIRED } from './partners.js';

/** How far a gap is slid at most: a long repetition must not make this quadratic. */
const FARTHEST = 400;

export function shiftGaps(a: Letters, b: Letters, { ofA, ofB }: Partners): void {
  shiftGapsOf(a, ofA, ofB);
  shiftGapsOf(b, ofB, ofA);
}

/** Slides the runs of lonely letters of one text that have nothing opposite. */
function shiftGapsOf(own: Letters, partners: Int32Array, others: Int32Array): void {
  let at = 0;
  while (at < own.count) {
    if (partners[at] !== UNPAIRED) {
      at += 1;
      continue;
    }
    const start = at;
    while (at < own.count && partners[at] === UNPAIRED) at += 1;
    const opposite = start === 0 ? 0 : (partners[start - 1] ?? 0) + 1;
    const after = at < own.count ? (partners[at] ?? 0) : others.length;
    if (opposite === after) shiftGap(own, partners, others, start, at);
  }
}

function shiftGap(own: Letters, partners: Int32Array, others: Int32Array, start: number, end: number): void {
  const { units } = own;
  let best = 0;
  let bestRank = rank(own, start, end);
  const consider = (shift: number) => {
    const here = rank(own, start + shift, end + shift);
    if (here > bestRank || (here === bestRank && Math.abs(shift) < Math.abs(best))) {
      best = shift;
      bestRank = here;
    }
  };
  for (let shift = 1; shift <= FARTHEST; shift += 1) {
    const partner = partners[start - shift] ?? UNPAIRED;
    if (partner === UNPAIRED || units[start - shift] !== units[end - shift]) break;
    consider(-shift);
  }
  for (let shift = 1; shift <= FARTHEST && end + shift <= own.count; shift += 1) {
    const partner = partners[end + shift - 1] ?? UNPAIRED;
    if (partner === UNPAIRED || units[start + shift - 1] !== units[end + shift - 1]) break;
    consider(shift);
  }
  const move = (from: number, to: number) => {
    const partner = partners[from] ?? UNPAIRED;
    partners[to] = partner;
    partners[from] = UNPAIRED;
    others[partner] = to;
  };
  for (let step = 1; step <= -best; step += 1) move(start - step, end - step);
  for (let step = 0; step < best; step += 1) move(end + step, start + step);
}

/** Both ends count, the weaker one first. */
function rank(own: Letters, start: number, end: number): number {
  const before = own.breaks[start] ?? 4;
  const after = end < own.count ? (own.breaks[end] ?? 4) : 4;
  return Math.min(before, after) * 8 + Math.max(before, after);
}
