/**
 * What is known of the words of the witnesses: by themselves (how often each occurs, which are only ever capitalised),
 * and by what was asked outside of them.
 */
import { foldWord } from '../../text/index.js';
import { PUNCTUATION, type Tokens, WORD } from '../model.js';
import { bareWord, type Knowledge, NOTHING_KNOWN } from './knowledge.js';

export interface WordStatistics {
  readonly knowledge: Knowledge;
  /** How often a form occurs in all witnesses. @param form folded. */
  count(form: string): number;
  /** The same of one witness. */
  countIn(witness: number, form: string): number;
  /** How many words a witness has. */
  wordsOf(witness: number): number;
  /** Whether a dictionary knows a word, in this case or a smaller one. @param word as written. */
  isInDictionary(word: string): boolean;
  /** In how many other sources of the archive a word stands. @param word as written. */
  sources(word: string): number;
  /** Whether every word of a reading is written with a capital and never without. False where capitals tell nothing. */
  isName(words: string): boolean;
}

/** Above this share of capitalised words they tell no names: German writes every noun so. English has about a tenth. */
const MAX_CAPITALS = 0.25;
const CAPITALISED = /^\p{Lu}\p{M}*\p{Ll}/u;
const LOWER = /^\p{Ll}/u;
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
/** Signs behind which a word may be capitalised whatever it is. */
const BEFORE_CAPITAL = /[.!?:;"“”„«»‘—-]/u;

export function wordStatistics(
  texts: readonly string[],
  tokens: readonly Tokens[],
  knowledge: Knowledge = NOTHING_KNOWN,
): WordStatistics {
  const counts = tokens.map(() => new Map<string, number>());
  const all = new Map<string, number>();
  const lower = new Set<string>();
  const inSentence = new Set<string>();
  const wordCounts = tokens.map(() => 0);
  let words = 0;
  let capitals = 0;
  for (const [index, { count, kinds, starts, ends }] of tokens.entries()) {
    const text = texts[index] ?? '';
    const own = counts[index] as Map<string, number>;
    let mayBegin = true;
    let wordCount = 0;
    for (let token = 0; token < count; token += 1) {
      const word = text.slice(starts[token], ends[token]);
      if (kinds[token] !== WORD) {
        if (kinds[token] !== PUNCTUATION || BEFORE_CAPITAL.test(word)) mayBegin = true;
        continue;
      }
      const plain = foldWord(word);
      own.set(plain, (own.get(plain) ?? 0) + 1);
      all.set(plain, (all.get(plain) ?? 0) + 1);
      wordCount += 1;
      if (LOWER.test(word)) lower.add(plain);
      else if (CAPITALISED.test(word)) {
        capitals += 1;
        if (!mayBegin) inSentence.add(plain);
      }
      mayBegin = false;
    }
    wordCounts[index] = wordCount;
    words += wordCount;
  }
  const capitalsTell = capitals < words * MAX_CAPITALS;
  const { known, sources, isDictionaryAsked } = knowledge;
  const isNameWord = (word: string): boolean => {
    const plain = foldWord(word);
    if (!CAPITALISED.test(word) || lower.has(plain)) return false;
    // At the head of a sentence every word has a capital.
    return inSentence.has(plain) || !(isDictionaryAsked && known.has(bareWord(word).toLowerCase()));
  };
  return {
    knowledge,
    count: (form) => all.get(form) ?? 0,
    countIn: (witness, form) => counts[witness]?.get(form) ?? 0,
    wordsOf: (witness) => wordCounts[witness] ?? 0,
    isInDictionary: (word) => {
      const bare = bareWord(word);
      return known.has(bare) || known.has(bare.toLowerCase());
    },
    sources: (word) => sources.get(bareWord(word).toLowerCase()) ?? 0,
    isName: (reading) => {
      const parts = reading
        .split(/\s+/)
        .map((word) => word.replace(EDGES, ''))
        .filter((word) => word !== '');
      return capitalsTell && parts.length > 0 && parts.every(isNameWord);
    },
  };
}
