/** How far two texts hold the same words, and in the same order. Pure. */

/**
 * What counts as a word: what white space parts, punctuation included (`spaced`), or a run of letters, marks and figures
 * whatever their case (`letters`).
 */
export type WordMeasure = 'spaced' | 'letters';
export const MEASURES: readonly WordMeasure[] = ['spaced', 'letters'];

/** A soft hyphen at the end of a line joins its word, whichever program printed it. */
export function wordsOf(text: string, measure: WordMeasure = 'spaced'): string[] {
  const plain = text.normalize('NFC').replaceAll(/\u00AD\s*/g, '');
  return plain.match(measure === 'spaced' ? /\S+/g : /[\p{L}\p{M}\p{N}]+/gu)?.map(folded(measure)) ?? [];
}

const folded = (measure: WordMeasure) => (word: string) => (measure === 'spaced' ? word : word.toLowerCase());

/** @returns the words that follow one another, joined by a blank: what is left of the order of reading. */
export const pairsOf = (words: readonly string[]): string[] =>
  words.slice(1).map((word, index) => `${words[index]} ${word}`);

/**
 * F-measure of two multisets: twice what both hold, by all that either holds.
 * @returns 0 to 1; 1 when both are empty.
 */
export function multisetF(ours: readonly string[], theirs: readonly string[]): number {
  if (ours.length + theirs.length === 0) return 1;
  const left = new Map<string, number>();
  for (const word of ours) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of theirs) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    shared += 1;
    left.set(word, count - 1);
  }
  return (2 * shared) / (ours.length + theirs.length);
}
