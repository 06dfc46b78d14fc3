/** The signs that divide a line: blanks, quotation marks, parentheses, operators. All offsets are UTF-16. */

import { t } from '../../wording/index.js';
import { SyntaxFault, without } from './syntax-fault.js';

/** Straight, curly, low-high, guillemets, full width, double prime marks. Single ones are apostrophes. */
const QUOTES = '"“”„‟«»＂〝〞〟';
export const QUOTE = new RegExp(`[${QUOTES}]`, 'g');

export const isBlank = (char: string | undefined) => char !== undefined && /\s/.test(char);
export const isQuote = (char: string | undefined) => char !== undefined && QUOTES.includes(char);

/** A word that stands alone and in capitals, so that lower-case and, or, not, near are words. */
export const OPERATOR = /^(?:AND|OR|NOT|NEAR(?:\/\d+)?)$/;

const NO_SIGNS: ReadonlySet<number> = new Set();

/**
 * @param plain offsets of signs that are part of a word.
 * @returns the end of the word that begins at `start`: the next blank, quotation mark or parenthesis without a backslash.
 */
export function wordEnd(line: string, start: number, plain: ReadonlySet<number> = NO_SIGNS): number {
  let at = start;
  while (at < line.length) {
    const char = line[at];
    if (isBlank(char)) break;
    if (!plain.has(at) && (isQuote(char) || char === '(' || char === ')')) break;
    at += char === '\\' && !plain.has(at) ? 2 : 1;
  }
  return Math.min(at, line.length);
}

/**
 * @param start at a quotation mark. @returns the end of the next mark, whichever it is: marks of languages pair differently.
 * @throws SyntaxFault when there is none.
 */
export function quoteEnd(line: string, start: number, plain: ReadonlySet<number> = NO_SIGNS): number {
  let at = start + 1;
  while (at < line.length && (plain.has(at) || !isQuote(line[at]))) at += 1;
  if (at < line.length) return at + 1;
  const hasText = line.slice(start + 1).trim() !== '';
  throw new SyntaxFault(
    [start, start + 1],
    t('This quotation mark has no partner. Close the phrase, or take the mark out.'),
    hasText ? `${line.trimEnd()}"` : without(line, [start, start + 1]),
    { signs: [start, start + 1], isReported: hasText },
  );
}
