/** How many positions a written form takes, so that a phrase knows where it goes on behind it. */
import { foldWord } from '../../text/index.js';
import { scanWords } from './scan-words.js';

const ONE_WORD = /^[\p{L}\p{M}\p{N}'’]*$/u;
const PLAIN = /^[A-Za-z0-9]*$/;

/**
 * @param form as `AnalyzedToken.written`, in its own or in lower case.
 * @returns 1 for a word; for a compound the number of its words.
 */
export function positionLength(form: string): number {
  if (PLAIN.test(form) || ONE_WORD.test(form)) return 1;
  let numbers = 0;
  scanWords(form, {
    word: (start, end) => {
      if (foldWord(form.slice(start, end)) !== '') numbers += 1;
    },
    whole: () => undefined,
    pair: () => undefined,
    broken: () => undefined,
  });
  return Math.max(1, numbers);
}
