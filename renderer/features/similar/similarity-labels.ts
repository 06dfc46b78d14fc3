/** Labels of a similarity. It is a guess from shared words and is worded as one. */
import type { SimilarPassage } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';

/** The words in common, each once, as they stand in the passage. */
export function sharedWords({ text, matches }: Pick<SimilarPassage, 'text' | 'matches'>): readonly string[] {
  const known = new Map<string, string>();
  for (const [start, end] of matches) {
    const word = text.slice(start, end).trim();
    const key = word.toLocaleLowerCase();
    if (word !== '' && !known.has(key)) known.set(key, word);
  }
  return [...known.values()];
}

/** @param similarity 0 to 1. @returns whole per cent; never 100 for less than the whole, nor 0 for more than nothing. */
export function formatShare(similarity: number): string {
  const percent = Math.round(similarity * 100);
  if (similarity > 0 && percent === 0) return 'under 1%';
  if (similarity < 1 && percent >= 100) return '99%';
  return `${percent}%`;
}

/** @returns for example `Shares 14 telling words`. */
export const formatSharedWords = (passage: Pick<SimilarPassage, 'text' | 'matches'>): string =>
  t('Shares {count, plural, one {# telling word} other {# telling words}}', { count: sharedWords(passage).length });
