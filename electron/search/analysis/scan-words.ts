/**
 * Finds the words of a text, and the compounds they form. Every sign parts words, also beside digits (`B5,B6`,
 * `1.4(D)`, `H<box@host>`); single signs within paths, codes, addresses, file names and numbers (`state.gov`, `F-16`,
 * `1,250,000`) part them too, but join them to a compound that is reported as a whole, before its first word.
 * Apostrophes (`O'Neill`) and the full stops between single letters (`U.S.S.R.`) stay inside a word. Scripts without
 * blanks between words give pairs of characters. Splits the text as given: lunr lower-cases first, which moves every
 * later place when a letter such as İ changes its length. Places are of the bare word, without the punctuation around
 * it; a range without a letter or digit is no word.
 */
import type { Range } from '../../contract/index.js';
import {
  APOSTROPHE,
  BLANK,
  COLON,
  COMMA,
  clusterEnd,
  DIGIT,
  DOT,
  GLUE,
  HYPHEN,
  INVISIBLE,
  isWordAt,
  kindAt,
  LETTER,
  lettersEnd,
  MARK,
  UNSPACED,
  unitsAt,
} from './characters.js';
import { compoundsOf, spacedNumberEnd } from './compounds.js';
import { continuesOnNextLine, sentenceEnds } from './line-breaks.js';

export interface WordVisitor {
  /** `[start, end)` in UTF-16 units. */
  word(start: number, end: number): void;
  /** A compound that begins with the next word and ends with a later one. */
  whole(start: number, end: number): void;
  /**
   * Two neighbouring characters of a script without blanks, or the last one of a row: each begins one further on.
   * @param second where the second character begins; -1 when there is none.
   */
  pair(start: number, end: number, second: number): void;
  /** A word broken at line ends: the places of its parts, two or more, in order. */
  broken(parts: readonly Range[]): void;
}

/** Words of a compound; of longer ones, such as a megabyte of `a_a_a`, only the words are reported. */
export const MAX_WORDS = 24;
/** Letters of an acronym. */
const MAX_LETTERS = 10;

export function scanWords(text: string, visitor: WordVisitor): void {
  const length = text.length;
  let start = -1;
  let end = 0;
  let words: Range[] = [];
  let isTooLong = false;
  let parts: Range[] = [];
  let spacedUntil = 0;

  /** What was joined so far, with the wholes it makes. */
  const flush = () => {
    const [only] = words;
    if (only && words.length === 1 && !isTooLong) {
      if (only[0] >= spacedUntil) {
        const spacedEnd = spacedNumberEnd(text, only[0], only[1]);
        if (spacedEnd > 0) {
          visitor.whole(only[0], spacedEnd);
          spacedUntil = spacedEnd;
        }
      }
      visitor.word(only[0], only[1]);
    } else if (only) {
      const wholes = isTooLong ? [] : compoundsOf(text, words);
      let next = 0;
      for (const [from, until] of words) {
        for (let whole = wholes[next]; whole && whole[0] === from; whole = wholes[++next]) visitor.whole(...whole);
        visitor.word(from, until);
      }
    }
    words = [];
  };

  for (let at = 0; at <= length; ) {
    const kind = at < length ? kindAt(text, at) : BLANK;
    if (kind <= DIGIT) {
      if (start < 0) start = at;
      at = lettersEnd(text, at);
      end = at;
      continue;
    }
    if (kind === MARK) {
      // A mark on a quotation mark or a dash is not part of the word.
      const units = unitsAt(text, at);
      if (start >= 0 && end === at) end += units;
      at += units;
      continue;
    }
    if (kind === INVISIBLE) {
      at += 1;
      continue;
    }
    if (start < 0) {
      at = kind === UNSPACED ? scanRow(text, at, visitor) : at + unitsAt(text, at);
      continue;
    }
    if (kind === APOSTROPHE && end === at && isWordAt(text, at + 1)) {
      at += 1;
      continue;
    }
    if (kind === DOT && end === at) {
      const lettersEnd = initialsEnd(text, start, end);
      if (lettersEnd > 0) {
        end = lettersEnd;
        at = lettersEnd;
        continue;
      }
    }
    if (kind === BLANK && end === at && words.length + parts.length === 0 && kindAt(text, start) !== DIGIT) {
      // Most words of most texts.
      visitor.word(start, end);
      start = -1;
      at += 1;
      continue;
    }
    if (continuesOnNextLine(text, end, at)) {
      flush();
      isTooLong = false;
      parts.push([start, end]);
      start = -1;
      continue;
    }
    if (parts.length > 0) {
      parts.push([start, end]);
      visitor.broken(parts);
      parts = [];
      start = -1;
      continue;
    }
    words.push([start, end]);
    if (words.length > MAX_WORDS) isTooLong = true;
    const next = end === at ? joinedAt(text, kind, start, end) : -1;
    start = -1;
    if (next < 0) {
      flush();
      isTooLong = false;
      if (kind !== UNSPACED) at += at < length ? unitsAt(text, at) : 1;
    } else {
      if (isTooLong) flush();
      at = next;
    }
  }
}

/** @returns the place of what is left of a text without the signs and blanks at its edges; null when nothing is. */
export function bareRange(text: string): Range | null {
  let start = -1;
  let end = 0;
  for (let at = 0; at < text.length; at += unitsAt(text, at)) {
    const kind = kindAt(text, at);
    if (kind > MARK || (kind === MARK && end !== at)) continue;
    if (kind !== MARK && start < 0) start = at;
    if (start >= 0) end = at + unitsAt(text, at);
  }
  return start < 0 ? null : [start, end];
}

/**
 * @param end of a word, where a sign of the given kind stands.
 * @returns where the word begins that the sign joins to it, -1 when it joins none. One sign joins, and not a row of
 * them; but the `://` of an address, the `:\` of a path, and the full stop of an acronym with a sign after it do.
 */
function joinedAt(text: string, kind: number, start: number, end: number): number {
  switch (kind) {
    case GLUE:
    case HYPHEN:
      return wordAt(text, end + 1);
    case DOT: {
      const after = end + 1 < text.length ? kindAt(text, end + 1) : BLANK;
      if (after <= DIGIT) return sentenceEnds(text, end, end) ? -1 : end + 1;
      const initial = after === HYPHEN || after === GLUE ? initialEnd(text, start) : -1;
      return initial >= 0 && initial < end && text.charCodeAt(initial) === FULL_STOP ? wordAt(text, end + 2) : -1;
    }
    case COMMA:
      return isDigitBefore(text, end) && isDigitAt(text, end + 1) ? end + 1 : -1;
    case COLON:
      if (isDigitBefore(text, end) && isDigitAt(text, end + 1)) return end + 1;
      if (text.startsWith('//', end + 1)) return wordAt(text, end + 3);
      return text.charAt(end + 1) === '\\' ? wordAt(text, end + 2) : -1;
    default:
      return -1;
  }
}

const FULL_STOP = 0x2e;
const isKorean = (unit: number) => (unit >= 0xac00 && unit <= 0xd7a3) || (unit >= 0x1100 && unit <= 0x11ff);
const wordAt = (text: string, at: number) => (isWordAt(text, at) ? at : -1);
const isDigitAt = (text: string, at: number) => at < text.length && kindAt(text, at) === DIGIT;
const isDigitBefore = (text: string, end: number) => kindAt(text, end - 1) === DIGIT;

/** @returns where the single letter that begins at `at` ends with its marks; -1 when it is none, or not single. */
function initialEnd(text: string, at: number): number {
  // A Korean syllable is several letters, stored as one or apart.
  if (at >= text.length || kindAt(text, at) !== LETTER || isKorean(text.charCodeAt(at))) return -1;
  const end = clusterEnd(text, at);
  return end < text.length && kindAt(text, end) <= INVISIBLE ? -1 : end;
}

/**
 * @param start of a word that ends at `end`, before a full stop.
 * @returns where the row of single letters with full stops between them ends, with a possessive s behind it
 * (`U.S.S.R`, `C.I.A.'s`); -1 when the word is not the first of such a row.
 */
function initialsEnd(text: string, start: number, end: number): number {
  if (initialEnd(text, start) !== end) return -1;
  let last = end;
  for (let letters = 1; letters < MAX_LETTERS && text.charCodeAt(last) === FULL_STOP; letters++) {
    const next = initialEnd(text, last + 1);
    if (next < 0) break;
    last = next;
  }
  if (last === end) return -1;
  const apostrophe = text.charCodeAt(last) === FULL_STOP ? last + 1 : last;
  const isPossessive =
    apostrophe < text.length &&
    kindAt(text, apostrophe) === APOSTROPHE &&
    /[sS]/.test(text.charAt(apostrophe + 1)) &&
    initialEnd(text, apostrophe + 1) === apostrophe + 2;
  return isPossessive ? apostrophe + 2 : last;
}

/** @returns where the row of characters ends. A row goes on in the next line: these scripts break lines anywhere. */
function scanRow(text: string, from: number, visitor: WordVisitor): number {
  let start = from;
  let end = clusterEnd(text, start);
  for (;;) {
    const next = nextInRow(text, end);
    if (next < 0) {
      visitor.pair(start, end, -1);
      return end;
    }
    const nextEnd = clusterEnd(text, next);
    visitor.pair(start, nextEnd, next);
    start = next;
    end = nextEnd;
  }
}

/** @returns where the next character of the row stands, behind invisible ones or one line end; -1 at its end. */
function nextInRow(text: string, from: number): number {
  let at = from;
  while (at < text.length && kindAt(text, at) === INVISIBLE) at++;
  if (text.charAt(at) === '\r') at++;
  if (text.charAt(at) === '\n') at++;
  return at < text.length && kindAt(text, at) === UNSPACED ? at : -1;
}
