/**
 * A whole-text alignment that bears OCR noise, re-flowed lines, and passages inserted, deleted or moved. Pure; two
 * texts of 400 KB with one letter in ten changed take about half a second.
 */

import { alignLetters } from './align/align-letters.js';
import type { TextAlignment } from './align/alignment.js';
import { lettersOf } from './align/letters.js';
import { takeMoves } from './align/moves.js';
import { opsOf } from './align/ops.js';

export function alignTexts(from: string, to: string): TextAlignment {
  if (from === to) {
    const whole: [number, number] = [0, from.length];
    return { from, to, ops: from === '' ? [] : [{ kind: 'same', from: whole, to: whole }], moves: [] };
  }
  const a = { text: from, letters: lettersOf(from) };
  const b = { text: to, letters: lettersOf(to) };
  const partners = alignLetters(a.letters, b.letters);
  const moves = takeMoves(a, b, partners);
  return { from, to, ops: opsOf(a, [0, from.length], b, [0, to.length], partners.ofA), moves };
}
