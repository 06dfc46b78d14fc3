/**
 * Parts again what was joined by chance: in a passage that was replaced some letters always happen to be alike.
 * Joined letters are seen as pieces, each worth its alike letters less those that are not; a weak piece stays only where
 * chance had little room. Invariant: only ever takes partners away.
 */
import type { Letters } from './letters.js';
import { type Partners, separate, UNPAIRED } from './partners.js';

/** A piece ends where its worth has fallen so far below its best. */
const DROP = 12;
/** Worth this much, a piece is no chance. */
const STRONG = 14;
/** What a piece of whole words is worth on top. */
const WHOLE_WORDS = 2;
/** Chance makes runs of about ln(rows × columns) / 2.7 letters: English letters agree one time in fifteen. */
const CHANCE = 2.5;
const MIN_WORTH = 2;
const BESIDE = 2;

interface MatchedPiece {
  /** First and last joined letter, both inclusive. */
  readonly startA: number;
  readonly endA: number;
  readonly startB: number;
  readonly endB: number;
  readonly worth: number;
}

export function pruneChanceMatches(a: Letters, b: Letters, partners: Partners): void {
  const pieces = piecesOf(a, b, partners.ofA);
  let kept = 0;
  let freeA = 0;
  let freeB = 0;
  let strong = 0;
  for (const [index, piece] of pieces.entries()) {
    if (strong <= index) strong = index + 1;
    while (strong < pieces.length && (pieces[strong]?.worth ?? 0) < STRONG) strong += 1;
    const next = pieces[strong];
    const rows = Math.min(piece.startA - freeA, (next?.startA ?? a.count) - piece.endA - 1);
    const columns = Math.min(piece.startB - freeB, (next?.startB ?? b.count) - piece.endB - 1);
    const needed = MIN_WORTH + Math.log((1 + Math.max(0, rows)) * (1 + Math.max(0, columns))) / CHANCE;
    const worth = piece.worth + (isOfWholeWords(a, b, piece) ? WHOLE_WORDS : 0);
    if (piece.worth < STRONG && worth < needed) continue;
    separate(partners.ofA, partners.ofB, kept, Math.max(kept, reach(partners.ofA, piece.startA, -1)));
    kept = reach(partners.ofA, piece.endA, 1) + 1;
    freeA = piece.endA + 1;
    freeB = piece.endB + 1;
  }
  separate(partners.ofA, partners.ofB, kept, a.count);
}

function piecesOf(a: Letters, b: Letters, ofA: Int32Array): MatchedPiece[] {
  const pieces: MatchedPiece[] = [];
  let startA = 0;
  let endA = UNPAIRED;
  let worth = 0;
  let best = 0;
  let lastA = 0;
  let lastB = 0;
  const close = () => {
    if (best > 0) pieces.push({ startA, endA, startB: ofA[startA] ?? 0, endB: ofA[endA] ?? 0, worth: best });
    worth = 0;
    best = 0;
  };
  for (let at = 0; at < a.count; at += 1) {
    const other = ofA[at] ?? UNPAIRED;
    if (other === UNPAIRED) continue;
    worth -= at - lastA + other - lastB;
    lastA = at + 1;
    lastB = other + 1;
    const isAlike = a.units[at] === b.units[other];
    if (worth < 0 || best - worth > DROP) close();
    if (worth === 0 && best === 0) {
      if (!isAlike) continue;
      startA = at;
    }
    worth += isAlike ? 1 : -1;
    if (worth > best) {
      best = worth;
      endA = at;
    }
  }
  close();
  return pieces;
}

/** The last of the few letters beside a piece that are joined without a gap: `treaty` misread as `treatv` at its end. */
function reach(ofA: Int32Array, end: number, step: 1 | -1): number {
  let at = end;
  while (Math.abs(at - end) < BESIDE && ofA[at + step] === (ofA[at] ?? 0) + step) at += step;
  return at;
}

function isOfWholeWords(a: Letters, b: Letters, { startA, endA, startB, endB }: MatchedPiece): boolean {
  const isBreak = (letters: Letters, at: number) => at >= letters.count || (letters.breaks[at] ?? 0) > 0;
  return isBreak(a, startA) && isBreak(b, startB) && isBreak(a, endA + 1) && isBreak(b, endB + 1);
}
