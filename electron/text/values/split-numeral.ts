/** Parts a word that is written together from numerals: `fünfundzwanzig`, `ventitré`, `vierentwintigste`. */
import type { NumeralItem } from './compose-numeral.js';
import type { ValueLanguage } from './value-language.js';

const MAX_WORD_LENGTH = 96;

export type NumeralSplitter = (word: string) => readonly NumeralItem[] | null;

/** @returns a function that gives the numerals of a folded word; null when it is not made of numerals alone. */
export function splitterOf(language: ValueLanguage): NumeralSplitter {
  if (language.grammar.writtenTogether === 'never') return () => null;
  const parts = new Map<string, NumeralItem>();
  for (const [key, numerals] of language.numerals) parts.set(key, numerals);
  for (const word of language.and) if (!parts.has(word)) parts.set(word, 'and');
  const lengths = [...new Set([...parts.keys()].map((key) => key.length))].sort((a, b) => b - a);
  const beginnings = new Set([...language.numerals.keys()].map((key) => key.slice(0, 3)));

  return (word) => {
    if (word.length < 4 || word.length > MAX_WORD_LENGTH || !beginnings.has(word.slice(0, 3))) return null;
    /** Places from which no way leads to the end. */
    const dead = new Set<number>();
    const walk = (at: number): NumeralItem[] | null => {
      if (at === word.length) return [];
      if (dead.has(at)) return null;
      for (const length of lengths) {
        const item = parts.get(word.slice(at, at + length));
        if (item === undefined || at + length > word.length) continue;
        const rest = walk(at + length);
        if (rest) return [item, ...rest];
      }
      dead.add(at);
      return null;
    };
    const items = walk(0);
    return items && items.length > 1 && items[0] !== 'and' && items.at(-1) !== 'and' ? items : null;
  };
}
