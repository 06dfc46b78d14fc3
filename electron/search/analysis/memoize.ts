/** Answers about words that were asked for recently: while a line is typed, all but its last word are asked for again. */

/**
 * @param most answers that are kept; beyond that the one that was used least recently is dropped.
 * @param languages are compared by their names, in order.
 */
export function memoize<T>(
  most: number,
  answer: (word: string, languages: readonly string[]) => T,
): (word: string, languages: readonly string[]) => T {
  const known = new Map<string, T>();
  return (word, languages) => {
    const key = `${word}\0${languages.join()}`;
    const found = known.get(key) ?? answer(word, languages);
    known.delete(key);
    known.set(key, found);
    if (known.size > most) known.delete(known.keys().next().value as string);
    return found;
  };
}
