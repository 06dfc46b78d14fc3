/** How letters follow each other in the languages that texts are in, made by scripts/letter-pairs.mjs. */
import pairs from './letter-pairs.json' with { type: 'json' };

export interface LetterModel {
  /** BCP 47 tag. */
  readonly tag: string;
  readonly letters: string;
  /** By UTF-16 unit of a lower-case letter: from 1 on; 0 for what is no letter of this language. */
  readonly indexOf: Uint8Array;
  /** Letters and the boundary of words, which is index 0. */
  readonly size: number;
  /** Cost of a letter after another, at `before * size + after`: negative natural logarithm of its probability. */
  readonly costs: Float32Array;
}

/** Letters of all alphabets here lie below; beyond are none. */
export const LETTER_RANGE = 0x1000;

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** A digit of the table counts quarters. */
const DIGIT_WORTH = 0.25;

/** A pair of letters that the counts do not hold still costs less than a letter that the language does not have. */
const RAREST_PAIR = 9.5;

function language(tag: string, { letters, after }: { letters: string; after: string[] }): LetterModel {
  const size = letters.length + 1;
  const indexOf = new Uint8Array(LETTER_RANGE);
  for (let index = 0; index < letters.length; index += 1) indexOf[letters.charCodeAt(index)] = index + 1;
  const costs = new Float32Array(size * size);
  for (const [row, digits] of after.entries()) {
    for (let column = 0; column < size; column += 1) {
      const cost = DIGITS.indexOf(digits[column] ?? 'z') * DIGIT_WORTH;
      costs[row * size + column] = Math.min(cost, RAREST_PAIR);
    }
  }
  return { tag, letters, indexOf, size, costs };
}

export const LETTER_MODELS: readonly LetterModel[] = Object.entries(pairs).map(([tag, table]) => language(tag, table));
