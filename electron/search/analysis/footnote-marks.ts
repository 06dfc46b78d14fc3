/** The mark of a note that stands against its word: raised in print, `treaty12` as letters. */

const MAX_LENGTH = 60;
const MARKED = /^(\p{L}[\p{L}\p{M}]*\p{Ll}\p{M}*\p{Ll}\p{M}*)[\d\u00B9\u00B2\u00B3\u2070\u2074-\u2079]{1,3}$/u;

/**
 * A word is three letters or more that end in small ones, a mark is up to three figures: `envoy3`, not `mp3`, `T34`,
 * `file2000`.
 * @returns how many UTF-16 units the word before the mark has; 0 when it bears none.
 */
export function lengthBeforeMark(word: string): number {
  return word.length <= MAX_LENGTH ? (MARKED.exec(word)?.[1]?.length ?? 0) : 0;
}
