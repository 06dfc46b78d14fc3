/** The words of a passage as they can be weighed: as `tokens` has them, but pairs where a script has no blanks. */
import { type TextToken, tokens } from '../../text/index.js';
import { kindAt, UNSPACED, unitsAt } from './characters.js';
import { scanWords } from './scan-words.js';

/** @returns words in order, non-overlapping: of a pair, the place of its first character. */
export function wordsAndBigrams(text: string): TextToken[] {
  return tokens(text).flatMap((token) => (hasUnspaced(token.text) ? bigramsOf(token) : [token]));
}

function hasUnspaced(word: string): boolean {
  for (let at = 0; at < word.length; at += unitsAt(word, at)) if (kindAt(word, at) === UNSPACED) return true;
  return false;
}

function bigramsOf({ text, start }: TextToken): TextToken[] {
  const found: TextToken[] = [];
  const note = (from: number, until: number, end: number) =>
    found.push({ text: text.slice(from, until), start: start + from, end: start + end });
  scanWords(text, {
    word: (from, until) => note(from, until, until),
    pair: (from, until, second) => {
      if (second >= 0) note(from, until, second);
    },
    whole: () => undefined,
    broken: () => undefined,
  });
  return found;
}
