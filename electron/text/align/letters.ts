/**
 * What an alignment compares: the folded letters, digits and signs of a text without its white space and punctuation,
 * each with the source range it came from. Case, marks, script, ligatures, re-flowed lines, words split or joined and
 * hyphens at a line's end therefore make no difference. Invariant: source ranges are whole clusters, in order; several
 * letters may share one (`æ` is two).
 */
import { foldUnits, foldWord } from '../fold.js';

/** How strong the break before a letter is. */
export const BREAK = { none: 0, word: 1, sentence: 2, line: 3, paragraph: 4 } as const;

export interface Letters {
  readonly count: number;
  /** Folded UTF-16 units. */
  readonly units: Uint16Array;
  /** UTF-16 offset in the source, inclusive. */
  readonly starts: Int32Array;
  /** UTF-16 offset in the source, exclusive. */
  readonly ends: Int32Array;
  /** Of `BREAK`: what stands between a letter and the one before it. The first has the strongest. */
  readonly breaks: Uint8Array;
}

/** Of the signs, those that are dirt in a scan (`^ ~ | +`) are left out too; currencies and pictures are not. */
const LOOSE = /^[\p{P}\p{Z}\p{Cc}\p{Cf}\p{Sk}\p{Sm}]$/u;

/** Whether a unit stands between letters. A surrogate never does: there is no supplementary punctuation worth it. */
function isLoose(unit: number): boolean {
  const known = looseUnits[unit];
  if (known !== 0) return known === 1;
  const loose = LOOSE.test(String.fromCharCode(unit));
  looseUnits[unit] = loose ? 1 : 2;
  return loose;
}
/** 0 unknown, 1 loose, 2 a letter. */
const looseUnits = new Uint8Array(0x10000);

export function lettersOf(source: string): Letters {
  const folded = foldUnits(source);
  const { length } = folded.units;
  const units = new Uint16Array(length);
  const starts = new Int32Array(length);
  const ends = new Int32Array(length);
  const breaks = new Uint8Array(length);
  let count = 0;
  let strength: number = BREAK.paragraph;
  let newlines = 0;
  for (let at = 0; at < length; at += 1) {
    const unit = folded.units[at] ?? 0;
    if (isLoose(unit)) {
      if (unit === 0x0a) newlines += 1;
      strength = Math.max(strength, strengthOf(unit, newlines));
      continue;
    }
    units[count] = unit;
    starts[count] = folded.starts[at] ?? 0;
    ends[count] = folded.ends[at] ?? 0;
    breaks[count] = strength;
    count += 1;
    strength = BREAK.none;
    newlines = 0;
  }
  return {
    count,
    units: units.subarray(0, count),
    starts: starts.subarray(0, count),
    ends: ends.subarray(0, count),
    breaks: breaks.subarray(0, count),
  };
}

function strengthOf(unit: number, newlines: number): number {
  if (newlines > 1) return BREAK.paragraph;
  if (newlines === 1) return BREAK.line;
  return unit === 0x2e || unit === 0x21 || unit === 0x3f ? BREAK.sentence : BREAK.word;
}

/** Index of the first letter that ends after `offset`; `count` when none does. */
export function letterAt(letters: Letters, offset: number): number {
  let low = 0;
  let high = letters.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((letters.ends[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the first letter that begins at or after `offset`; `count` when none does. */
export function letterFrom(letters: Letters, offset: number): number {
  let low = 0;
  let high = letters.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((letters.starts[middle] ?? 0) >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The letters alone, when no offsets are needed. */
export function foldedLetters(source: string): Uint16Array {
  const text = foldWord(source);
  const units = new Uint16Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (isLoose(unit)) continue;
    units[count] = unit;
    count += 1;
  }
  return units.subarray(0, count);
}
