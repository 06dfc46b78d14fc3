/**
 * The terms a typed word may stand under, each with how it came about and in documents of which languages it counts: the
 * Spanish stem of an English name says something about a Spanish text only.
 */
import { queryTerms } from './query-terms.js';
import { stemmerOf } from './stemmers.js';
import { withoutPossessive } from './word-parts.js';

export interface TypedTerm {
  readonly term: string;
  /** `typed`: what the index holds for the word as typed; `spelling`: for another way to spell it. */
  readonly kind: 'typed' | 'spelling';
  /** Languages, as given, of the documents that may hold the word under this term; null: all of them. */
  readonly languages: ReadonlySet<string> | null;
}

/**
 * @param exact the typed word in lower case, NFC.
 * @param surface the same word folded, without its possessive; not ''.
 * @param languages of the documents searched, '' for unknown; none counts as unknown.
 * @returns each term once, the word as typed first.
 */
export function typedTerms(exact: string, surface: string, languages: readonly string[]): TypedTerm[] {
  const byStemmer = Map.groupBy(languages.length > 0 ? languages : [''], (language) => stemmerOf(language).name);
  const found = new Map<string, { isTyped: boolean; languages: Set<string>; stemmers: number }>();
  for (const [, alike] of byStemmer) {
    const language = alike[0] as string;
    const own = stemmerOf(language).stem(withoutPossessive(exact), surface) || surface;
    for (const term of queryTerms(exact, surface, [language])) {
      const known = found.get(term) ?? { isTyped: false, languages: new Set<string>(), stemmers: 0 };
      found.set(term, known);
      known.isTyped ||= term === own || term === surface;
      known.stemmers += 1;
      for (const one of alike) known.languages.add(one);
    }
  }
  const terms = [...found].map(
    ([term, { isTyped, languages: own, stemmers }]): TypedTerm => ({
      term,
      kind: isTyped ? 'typed' : 'spelling',
      // What every stemmer gives is bound to none: the word as it is, and spellings of it.
      languages: stemmers === byStemmer.size ? null : own,
    }),
  );
  return terms.sort((a, b) => Number(b.kind === 'typed') - Number(a.kind === 'typed'));
}
