/** What the witnesses themselves tell of their words: how often each occurs, and which are only ever capitalised. */
import { foldWord } from '../../text/index.js';
import { type Tokens, WORD } from '../model.js';

export interface Lexis {
  /**
   * Whether one of two forms is no word of these texts while the other is one: it occurs nowhere else, the other does.
   * @param a folded. @param b folded.
   */
  isMisreading(a: string, b: string): boolean;
  /** Whether every word of a reading is written with a capital and never without. False where capitals tell nothing. */
  isName(words: string): boolean;
}

/** Above this share of capitalised words they tell no names: German writes every noun so. English has about a tenth. */
const MOST_CAPITALS = 0.25;
const CAPITALISED = /^\p{Lu}\p{M}*\p{Ll}/u;
const LOWER = /^\p{Ll}/u;
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

export function lexisOf(texts: readonly string[], tokens: readonly Tokens[]): Lexis {
  const counts = new Map<string, number>();
  const lower = new Set<string>();
  let words = 0;
  let capitals = 0;
  for (const [index, { count, kinds, starts, ends }] of tokens.entries()) {
    const text = texts[index] ?? '';
    for (let token = 0; token < count; token += 1) {
      if (kinds[token] !== WORD) continue;
      const word = text.slice(starts[token], ends[token]);
      const plain = foldWord(word);
      counts.set(plain, (counts.get(plain) ?? 0) + 1);
      words += 1;
      if (LOWER.test(word)) lower.add(plain);
      else if (CAPITALISED.test(word)) capitals += 1;
    }
  }
  const capitalsTell = capitals < words * MOST_CAPITALS;
  const isNameWord = (word: string) => CAPITALISED.test(word) && !lower.has(foldWord(word));
  return {
    isMisreading: (a, b) => {
      const [ofA, ofB] = [counts.get(a) ?? 0, counts.get(b) ?? 0];
      return Math.min(ofA, ofB) <= 1 && Math.max(ofA, ofB) > 1;
    },
    isName: (reading) => {
      const parts = reading
        .split(/\s+/)
        .map((word) => word.replace(EDGES, ''))
        .filter((word) => word !== '');
      return capitalsTell && parts.length > 0 && parts.every(isNameWord);
    },
  };
}
