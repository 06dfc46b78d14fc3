/** Asks dictionaries about words, each loaded once. Invariant: a word is right when any chosen language knows it. */
import type { SpellingDictionary } from './spelling-dictionary.js';

export type SpellTask =
  | { readonly kind: 'check'; readonly languages: readonly string[]; readonly words: readonly string[] }
  | { readonly kind: 'suggest'; readonly languages: readonly string[]; readonly word: string };

const MAX_SUGGESTIONS = 10;

/** @param load null for a language without a dictionary. */
export function createSpell(load: (language: string) => Promise<SpellingDictionary | null>) {
  const loading = new Map<string, Promise<SpellingDictionary | null>>();
  const dictionaryOf = (language: string) => {
    const known = loading.get(language) ?? load(language);
    loading.set(language, known);
    return known;
  };

  return {
    /** @returns the words that no dictionary knows; none when no language is chosen, since nothing can be said then. */
    check: async (languages: readonly string[], words: readonly string[]): Promise<string[]> => {
      let unknown = [...new Set(words)];
      let asked = 0;
      for (const language of languages) {
        const dictionary = await dictionaryOf(language);
        if (!dictionary) continue;
        asked += 1;
        unknown = unknown.filter((word) => !dictionary.knows(word));
      }
      return asked === 0 ? [] : unknown;
    },
    /** @returns the best of each language by turns. */
    suggest: async (languages: readonly string[], word: string): Promise<string[]> => {
      const lists: string[][] = [];
      for (const language of languages) lists.push((await dictionaryOf(language))?.suggest(word) ?? []);
      const longest = Math.max(0, ...lists.map(({ length }) => length));
      const turns = Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? []));
      return [...new Set(turns.flat())].slice(0, MAX_SUGGESTIONS);
    },
  };
}
