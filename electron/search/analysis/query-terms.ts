/** The terms a typed word may stand under, whatever the language and script of the document. */
import { foldWord } from '../../text/index.js';
import { southSlavic, stemmerOf } from './stemmers.js';
import { elisionLength } from './word-parts.js';

/**
 * @param exact the typed word in lower case, NFC.
 * @param surface the same word folded, without its possessive; not ''.
 * @param languages '' for unknown; none counts as unknown.
 * @returns at most a few dozen terms, the commonest reading first.
 */
export function queryTerms(exact: string, surface: string, languages: readonly string[]): string[] {
  const stemmers = new Set((languages.length > 0 ? languages : ['']).map(stemmerOf));
  const terms = new Set<string>();
  for (const stemmer of stemmers) {
    for (const term of stemmer.queryStems(exact, surface)) terms.add(term);
    const elided = elisionLength(exact, stemmer.name);
    if (elided === 0) continue;
    const rest = exact.slice(elided);
    for (const term of stemmer.queryStems(rest, foldWord(rest))) terms.add(term);
  }
  terms.add(surface);
  for (const variant of withEveryDj(surface)) {
    for (const stemmer of stemmers) terms.add(stemmer.stem(variant, variant));
    terms.add(variant);
  }
  if (SLAVIC.test(exact)) {
    // A name typed in one of its cases is to be found in texts of languages that know none: Милошевића, Milosevic.
    for (const term of [...terms, ...southSlavic.queryStems(exact, surface)]) {
      terms.add(term);
      for (const stemmer of stemmers) terms.add(stemmer.stem(term, term));
    }
  }
  terms.delete('');
  return [...terms];
}

const SLAVIC = /[čćžšđ\p{Script=Cyrillic}]/u;

/** d and dj that are distinguished: 2 to the power of this many words are asked for. */
const MAX_DJ = 4;

/**
 * Đ and Ђ are dj in the index. Others write plain d for it, in documents as in queries: Đinđić is Djindjic and Dindic.
 * Which d of a word is one cannot be seen, so each may be; no document is written otherwise for it, and a reading that
 * no document holds finds nothing.
 * @param surface folded.
 * @returns the other spellings, without the word itself; [] for a word without d. A dz is џ or dž, and no đ.
 */
function withEveryDj(surface: string): string[] {
  const parts = surface.split(/dj|d(?!z)/);
  const places = parts.length - 1;
  if (places === 0) return [];
  const all = 2 ** places - 1;
  const choices = places <= MAX_DJ ? Array.from({ length: all + 1 }, (_, choice) => choice) : [0, all];
  const spelled = choices.map((choice) =>
    // Beyond MAX_DJ only all or none are asked for, and then the bits do not matter.
    parts.reduce((word, part, at) => `${word}${choice !== 0 && isSet(choice, at - 1, places) ? 'dj' : 'd'}${part}`),
  );
  return spelled.filter((word) => word !== surface);
}

const isSet = (choice: number, bit: number, places: number) => places > MAX_DJ || (choice & (1 << bit)) !== 0;
