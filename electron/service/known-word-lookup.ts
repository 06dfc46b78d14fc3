/** What a comparison asks about the words that differ: of the dictionaries that came along, and of the search index. */
import type { WordLookup } from '../collation/index.js';
import { dictionariesOf, type Speller } from '../notes/index.js';
import type { Search } from '../search/index.js';

export function knownWordLookup(search: Pick<Search, 'standing'>, speller: Pick<Speller, 'check'>): WordLookup {
  return {
    inDictionaries: async (forms, languages) => {
      const dictionaries = languages.map(dictionariesOf);
      // A word of a language without a dictionary would seem to be none.
      if (dictionaries.length === 0 || dictionaries.some(({ length }) => length === 0)) return null;
      const unknown = new Set(await speller.check([...new Set(dictionaries.flat())], forms));
      return new Set(forms.filter((form) => !unknown.has(form)));
    },
    // Every form is asked in small letters, too.
    inArchive: (forms, except, signal) =>
      search.standing(
        forms.filter((form) => form === form.toLowerCase()),
        except,
        signal,
      ),
  };
}
