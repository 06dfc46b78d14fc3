/** W3C TextQuoteSelector of a range: the words and what stands around them. Never splits a surrogate pair. */
import type { QuoteSelector } from '../../contract/index.js';
import { isInPair } from '../../text/index.js';

/** Code points of context on either side. */
export const CONTEXT_LENGTH = 32;

/**
 * @param start UTF-16 offset, inclusive.
 * @param end UTF-16 offset, exclusive.
 * @throws RangeError when the range is not inside the text (a caller's bug).
 */
export function makeQuote(text: string, start: number, end: number): QuoteSelector {
  if (!(start >= 0 && start <= end && end <= text.length)) {
    throw new RangeError(`[${start}, ${end}) is not inside the ${text.length} units of the text`);
  }
  const from = isInPair(text, start) ? start - 1 : start;
  const to = isInPair(text, end) ? end + 1 : end;
  return {
    exact: text.slice(from, to),
    prefix: lastCodePoints(text.slice(Math.max(0, from - 2 * CONTEXT_LENGTH), from)),
    suffix: Array.from(text.slice(to, to + 2 * CONTEXT_LENGTH))
      .slice(0, CONTEXT_LENGTH)
      .join(''),
  };
}

function lastCodePoints(text: string): string {
  // The slice may begin inside a pair; what is left of it is more than 32 code points away only if others are pairs.
  const points = Array.from(text);
  return points.slice(-CONTEXT_LENGTH).join('');
}
