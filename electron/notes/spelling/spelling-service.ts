/** Spelling over one archive: what its dictionaries and its learned words know. */
import type { Archive } from '../../archive/index.js';
import { createLearnedWords } from './learned-word-store.js';
import type { Speller } from './speller.js';

export interface SpellingService {
  /** @returns the words that no chosen dictionary and no learned word knows. */
  check(input: { readonly languages: readonly string[]; readonly words: readonly string[] }): Promise<string[]>;
  /** @throws FondsError INVALID_INPUT. */
  learn(word: string): void;
}

export function createSpelling(
  archive: Pick<Archive, 'database' | 'history' | 'who'>,
  speller: Pick<Speller, 'check'>,
  now: () => Date,
): SpellingService {
  const learned = createLearnedWords(archive, now);
  return {
    check: async ({ languages, words }) => {
      const own = learned.among(words);
      return speller.check(
        languages,
        words.filter((word) => !own.has(word)),
      );
    },
    learn: learned.add,
  };
}
