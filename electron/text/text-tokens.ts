/**
 * Words of a text with their places. A word is a run of letters, marks and digits. Apostrophes and hyphens part words
 * (`Côte-d'Ivoire` is three), because sources and OCR disagree on them; soft hyphens and zero-width characters do not.
 */
export interface TextToken {
  /** As written, marks and invisible characters included. */
  readonly text: string;
  /** UTF-16 offset, inclusive. */
  readonly start: number;
  /** UTF-16 offset, exclusive. */
  readonly end: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:[\u00AD\u200B-\u200D\u2060\uFEFF]+[\p{L}\p{M}\p{N}]+)*/gu;

/** @returns the words in order, non-overlapping. */
export function tokens(text: string): TextToken[] {
  const found: TextToken[] = [];
  for (const match of text.matchAll(WORD)) {
    found.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return found;
}
