/**
 * A whole-text alignment that bears OCR noise, re-flowed lines, and passages inserted, deleted or moved. Pure; two
 * texts of 400 KB with one letter in ten changed take about half a second.
 */

import { alignLetters } from './align/align-letters.js';
import type { TextAlignment } from './align/alignment.js';
import { type AlignedSide, opsOf } from './align/alignment-ops.js';
import { type Letters, letterAt, letterFrom, lettersOf } from './align/letters.js';
import { extractMoves } from './align/moved-passages.js';

export function alignTexts(from: string, to: string): TextAlignment {
  return from === to ? unchanged(from) : aligned(sideOf(from), sideOf(to));
}

/** Letters on either side of a range that are aligned with it: its context, and what a weak piece is judged by. */
const AROUND = 60;

/**
 * As `alignTexts` for those who ask of a few passages only. Near them it is the same; elsewhere what stands between two
 * places that surely correspond may be one `changed` piece, however much of it is alike.
 * @param ranges of `from`, UTF-16 offsets.
 * @returns the letters of `to` besides, because they are made on the way.
 */
export function alignTextsNear(
  from: string,
  to: string,
  ranges: readonly { readonly start: number; readonly end: number }[],
): { alignment: TextAlignment; letters: Letters } {
  const b = sideOf(to);
  if (from === to) return { alignment: unchanged(from), letters: b.letters };
  const a = sideOf(from);
  const near = new Uint8Array(a.letters.count);
  for (const { start, end } of ranges) {
    const first = letterAt(a.letters, start);
    near.fill(1, Math.max(0, first - AROUND), letterFrom(a.letters, end) + AROUND);
  }
  return { alignment: aligned(a, b, near), letters: b.letters };
}

const sideOf = (text: string): AlignedSide => ({ text, letters: lettersOf(text) });

function unchanged(text: string): TextAlignment {
  const whole: [number, number] = [0, text.length];
  return { from: text, to: text, ops: text === '' ? [] : [{ kind: 'same', from: whole, to: whole }], moves: [] };
}

function aligned(a: AlignedSide, b: AlignedSide, near?: Uint8Array): TextAlignment {
  const [from, to] = [a.text, b.text];
  const partners = alignLetters(a.letters, b.letters, near);
  const moves = extractMoves(a, b, partners);
  return { from, to, ops: opsOf(a, [0, from.length], b, [0, to.length], partners.ofA), moves };
}
