/** Parts of a word that no blank or sign sets apart, and small words tied to another by an apostrophe. */
import type { Range } from '../../contract/index.js';

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

/** A capital behind a small letter, or the last capital of several before small ones: Wiki|Leaks, PDF|File. */
const HUMP = /(?<=\p{Ll}\p{M}*)(?=\p{Lu})|(?<=\p{Lu}\p{M}*)(?=\p{Lu}\p{M}*(?:\p{Ll}\p{M}*){3})/u;
const MAY_HAVE_HUMPS = /\p{L}\p{M}*\p{Lu}\p{M}*\p{Ll}|\p{Ll}\p{M}*\p{Lu}/u;
const LETTERS = /[\p{L}\p{N}]/gu;
const MAX_HUMPS = 8;
/** Rows of letters that are longer are no names. */
const MAX_HUMPED_LENGTH = 60;

/** @returns places of the parts of a name in CamelCase that have two letters or more; [] for any other word. */
export function humps(word: string): Range[] {
  if (word.length > MAX_HUMPED_LENGTH || !MAY_HAVE_HUMPS.test(word)) return [];
  const parts = word.split(HUMP);
  if (parts.length < 2 || parts.length > MAX_HUMPS) return [];
  let start = 0;
  return parts.flatMap((part): Range[] => {
    const range: Range = [start, start + part.length];
    start = range[1];
    return (part.match(LETTERS)?.length ?? 0) > 1 && !/[^\p{L}\p{M}\p{N}]/u.test(part) ? [range] : [];
  });
}

/** Korean syllables, also when their letters are stored apart. */
const SYLLABLE = /[\uAC00-\uD7A3][\u11A8-\u11FF]*|[\u1100-\u115F]+[\u1160-\u11A7]+[\u11A8-\u11FF]*/g;
const KOREAN = /^[\uAC00-\uD7A3\u1100-\u11FF]+$/;
const MAX_KOREAN_LENGTH = 60;

/** @returns places of the syllables of a Korean word; [] for any other word. */
export function syllables(word: string): Range[] {
  if (word.charCodeAt(0) < 0x1100 || word.length > MAX_KOREAN_LENGTH || !KOREAN.test(word)) return [];
  return [...word.matchAll(SYLLABLE)].map(({ 0: syllable, index }) => [index, index + syllable.length]);
}
