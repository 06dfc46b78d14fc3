/** Looks at the pieces of a text by what they may be in a date, a time or a sum. All indices are of pieces. */
import { wholeOf } from './amount.js';
import type { NumberToken, ValueToken, WordToken } from './value-tokens.js';
import type { ValueVocabulary } from './value-vocabulary.js';

export type TokenReader = ReturnType<typeof createTokenReader>;

export function createTokenReader(pieces: readonly ValueToken[], vocabulary: ValueVocabulary) {
  /** Where the value begins that is looked for: paragraphs before and behind it are out of sight. */
  let origin = 0;
  const begin = (at: number): void => {
    origin = at;
  };
  const pieceAt = (at: number): ValueToken | undefined => {
    const piece = at < origin && pieces[at + 1]?.gap === 'break' ? undefined : pieces[at];
    return piece?.gap === 'break' && at > origin ? undefined : piece;
  };
  const number = (at: number): NumberToken | null => {
    const piece = pieceAt(at);
    return piece?.type === 'number' ? piece : null;
  };
  const word = (at: number): WordToken | null => {
    const piece = pieceAt(at);
    return piece?.type === 'word' ? piece : null;
  };
  const isSign = (at: number, ...keys: readonly string[]): boolean => {
    const piece = pieceAt(at);
    return piece?.type === 'sign' && keys.includes(piece.key);
  };
  const isGlued = (at: number): boolean => pieces[at]?.gap === 'none';
  const isWordOf = (set: Parameters<ValueVocabulary['has']>[0], at: number): boolean => {
    const found = word(at);
    return found !== null && vocabulary.has(set, found.key);
  };
  /** A whole number without decimals; null where there is none, or several. */
  const whole = (at: number): number | null => {
    const [amount, other] = number(at)?.amounts ?? [];
    return amount && !other ? wholeOf(amount) : null;
  };
  /** Behind the point of an abbreviation or an ordinal. */
  const afterPoint = (at: number): number => (isSign(at, '.') && isGlued(at) ? at + 1 : at);
  /** `-`, or a word for it. Null where there is neither. */
  const afterTo = (at: number): number | null => {
    if (isSign(at, '-')) return at + 1;
    return isWordOf('to', at) ? at + 1 : null;
  };
  return { pieces, vocabulary, begin, pieceAt, number, word, isSign, isGlued, isWordOf, whole, afterPoint, afterTo };
}
