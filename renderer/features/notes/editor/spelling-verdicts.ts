/**
 * A cache of spelling verdicts. Invariant: a verdict stays until a newer one replaces it, so that learning a word never
 * leaves the others without any; a caller that needs an up-to-date verdict awaits `settle`.
 */

/** @returns the words among `words` that are misspelt; null when they could not be looked up. */
export type LookUpSpelling = (
  languages: readonly string[],
  words: readonly string[],
) => Promise<ReadonlySet<string> | null>;

export type SpellingVerdict = 'right' | 'wrong';

interface CachedVerdict {
  readonly verdict: SpellingVerdict;
  /** The value of `generation` when it was asked for. */
  readonly generation: number;
}

export type SpellingVerdicts = ReturnType<typeof createSpellingVerdicts>;

/** A call takes 5,000 words at most. */
export const MAX_WORDS_A_CALL = 2_000;
export const MAX_CACHED = 50_000;

export function createSpellingVerdicts(ask: LookUpSpelling) {
  const known = new Map<string, CachedVerdict>();
  const underWay = new Map<string, Promise<boolean>>();
  let languageKey = '';
  let generation = 0;

  /** Verdicts of other dictionaries say nothing. */
  function use(languages: readonly string[]): string {
    const key = languages.join(' ');
    if (key !== languageKey || known.size > MAX_CACHED) {
      known.clear();
      underWay.clear();
    }
    languageKey = key;
    return key;
  }

  const isSettled = (word: string): boolean => known.get(word)?.generation === generation;

  /** @returns false when the words could not be looked up. */
  function lookUp(languages: readonly string[], words: readonly string[]): Promise<boolean> {
    const [key, askedGeneration] = [languageKey, generation];
    const answer = ask(languages, words).then((wrong) => {
      for (const word of words) if (underWay.get(word) === answer) underWay.delete(word);
      if (wrong === null) return false;
      if (key !== languageKey) return true;
      for (const word of words) {
        // An answer from before a change is better than none, and worse than any from after it.
        if ((known.get(word)?.generation ?? -1) > askedGeneration) continue;
        known.set(word, { verdict: wrong.has(word) ? 'wrong' : 'right', generation: askedGeneration });
      }
      return true;
    });
    for (const word of words) underWay.set(word, answer);
    return answer;
  }

  return {
    /** The last verdict, which may be from before words were learned; null when there has been none. */
    of: (languages: readonly string[], word: string): SpellingVerdict | null => {
      use(languages);
      return known.get(word)?.verdict ?? null;
    },
    /** Words were learned or unlearned: every verdict has to be asked for again, and is shown until then. */
    invalidate: (): void => {
      generation += 1;
      underWay.clear();
    },
    /**
     * Resolves when each word has a verdict that takes account of all that was learned by then.
     * @returns false when they could not be looked up, or other languages were chosen meanwhile.
     */
    settle: async (languages: readonly string[], words: readonly string[]): Promise<boolean> => {
      const key = use(languages);
      for (;;) {
        const open = [...new Set(words)].filter((word) => !isSettled(word));
        if (open.length === 0) return true;
        const waiting = new Set(open.flatMap((word) => underWay.get(word) ?? []));
        const unasked = open.filter((word) => !underWay.has(word)).slice(0, MAX_WORDS_A_CALL);
        if (unasked.length > 0) waiting.add(lookUp(languages, unasked));
        const answers = await Promise.all(waiting);
        if (key !== languageKey || answers.includes(false)) return false;
      }
    },
  };
}
