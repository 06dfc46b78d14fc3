/** Small words tied to another by an apostrophe. */

const APOSTROPHES = "'’‘ʼ′´";

/** Milosevic's is Milosevic, in texts of any language. @param word in lower case, with whatever apostrophe. */
export function withoutPossessive(word: string): string {
  const length = word.length;
  if (length < 3 || word.charCodeAt(length - 1) !== 0x73 || !APOSTROPHES.includes(word.charAt(length - 2))) return word;
  return word.slice(0, -2);
}

const ELISIONS: Readonly<Record<string, RegExp>> = {
  ca: /^[dlmnst]['’ʼ](?=\p{L})/iu,
  fr: /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’ʼ](?=\p{L})/iu,
  it: /^(?:[cdlmnstv]|un|gl|all|dall|dell|nell|sull|coll|quell|quest|bell|sant)['’ʼ](?=\p{L})/iu,
};

/**
 * @param language the stemmer's name.
 * @returns how many units of the word are an elided article or the like (2 for the l’ of `l’écluse`), 0 for none.
 */
export function elisionLength(word: string, language: string): number {
  return ELISIONS[language]?.exec(word)?.[0].length ?? 0;
}
