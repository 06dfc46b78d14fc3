/**
 * The words of all witnesses as numbers, and what each is worth: a rare word says more about where it belongs than one
 * that stands everywhere. Invariant: equal normal forms have equal numbers, and numbers follow the order given.
 */
import { GAP, type Tokens, WORD } from './model.js';

/** Stands for a gap where a form is asked for. */
export const GAP_FORM = -1;

/** The words and gaps of one witness, without its punctuation; arrays of equal length. */
export interface WitnessWords {
  readonly count: number;
  /** Index of the token. */
  readonly tokens: Int32Array;
  /** Number of the normal form, or `GAP_FORM`. */
  readonly forms: Int32Array;
}

export interface Lexicon {
  /** Normal forms by number. */
  readonly forms: readonly string[];
  /** What it says when two witnesses share a form, in nats: the negative logarithm of its share of all words, bounded. */
  readonly weights: Float64Array;
}

/**
 * A text of ten words does not tell which words are common: as if every witness went on for so many other words. Longer
 * texts hardly feel it.
 */
const UNSEEN_WORDS = 500;
/** Rarer than one word in four hundred is rare: whether a name stands once or thrice says no more about its place. */
const MAX_WEIGHT = 6;
/** A form that is more than one word in two hundred is a function word, whatever the language. */
const FUNCTION_SHARE = 1 / 200;
export const FUNCTION_WEIGHT = -Math.log(FUNCTION_SHARE);

export function lexiconOf(witnesses: readonly Tokens[]): { readonly words: WitnessWords[]; readonly lexicon: Lexicon } {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const words = witnesses.map(({ count, kinds, normalized }): WitnessWords => {
    const tokens: number[] = [];
    const forms: number[] = [];
    for (let token = 0; token < count; token += 1) {
      const kind = kinds[token];
      if (kind !== WORD && kind !== GAP) continue;
      tokens.push(token);
      if (kind === GAP) {
        forms.push(GAP_FORM);
        continue;
      }
      const form = normalized[token] ?? '';
      let number = numbers.get(form);
      if (number === undefined) {
        number = counts.length;
        numbers.set(form, number);
        counts.push(0);
      }
      counts[number] = (counts[number] ?? 0) + 1;
      forms.push(number);
    }
    return { count: tokens.length, tokens: Int32Array.from(tokens), forms: Int32Array.from(forms) };
  });
  const total = counts.reduce((sum, count) => sum + count, 0) + UNSEEN_WORDS * witnesses.length;
  return {
    words,
    lexicon: {
      forms: [...numbers.keys()],
      weights: Float64Array.from(counts, (count) => Math.min(MAX_WEIGHT, Math.log(total / count))),
    },
  };
}
