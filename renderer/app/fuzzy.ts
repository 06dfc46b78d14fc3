/** Ranks what a person may mean by a few letters: beginnings of words count most, then runs, then any order kept. */

/**
 * @returns a score above 0 when every letter of `typed` occurs in `text` in order, else null. Case and accents do not
 * count.
 */
export function fuzzyScore(typed: string, text: string): number | null {
  const fold = (value: string): string => value.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const wanted = fold(typed).replace(/\s+/g, '');
  const letters = fold(text);
  if (wanted === '') return 1;
  let score = 0;
  let at = -1;
  for (const letter of wanted) {
    const next = letters.indexOf(letter, at + 1);
    if (next < 0) return null;
    const startsWord = next === 0 || !/[\p{L}\p{N}]/u.test(letters[next - 1] ?? ' ');
    score += next === at + 1 ? 4 : startsWord ? 3 : 1;
    at = next;
  }
  if (letters.includes(wanted)) score += wanted.length * 2;
  if (letters.startsWith(wanted)) score += wanted.length * 2;
  return score / (1 + letters.length / 200);
}

/** The items that match, best first; those that match alike keep their order. */
export function rank<T>(typed: string, items: readonly T[], textOf: (item: T) => string): T[] {
  return items
    .flatMap((item) => {
      const score = fuzzyScore(typed, textOf(item));
      return score === null ? [] : [{ item, score }];
    })
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item);
}
