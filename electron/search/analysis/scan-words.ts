/**
 * Finds the words of a text as lunr 2.3.9 splits it, at white space and hyphens, and further at every dash, the
 * ellipsis (… or a run of dots) and a slash that has no digit beside it. Splits the text as given: lunr lower-cases
 * first, which moves every later place when a letter such as İ changes its length. Places are of the bare word, without
 * the punctuation around it; a stretch without a letter or digit is no word.
 */
import type { Range } from '../../contract/index.js';
import { DIGIT, DOT, kindAt, LETTER, MARK, SEPARATOR, SLASH, unitsAt } from './characters.js';

export interface WordVisitor {
  /** `[start, end)` in UTF-16 units. */
  word(start: number, end: number): void;
  /** A word broken at line ends: the places of its parts, two or more, in order. */
  broken(parts: readonly Range[]): void;
}

export function scanWords(text: string, visitor: WordVisitor): void {
  const length = text.length;
  let start = -1;
  let end = 0;
  let parts: Range[] = [];
  for (let at = 0; at <= length; at++) {
    const kind = at < length ? kindAt(text, at) : SEPARATOR;
    if (kind <= DIGIT) {
      if (start < 0) start = at;
      end = at + 1;
      if (unitsAt(text, at) === 2) {
        end += 1;
        at += 1;
      }
      continue;
    }
    if (kind === MARK) {
      // A mark on a quotation mark or a dash is not part of the word.
      const units = unitsAt(text, at);
      if (start >= 0 && end === at) end += units;
      at += units - 1;
      continue;
    }
    if (start < 0) continue;
    if (kind !== SEPARATOR && !(kind === SLASH && slashParts(text, at)) && !(kind === DOT && dotParts(text, at))) {
      continue;
    }
    if (goesOn(text, end, at)) parts.push([start, end]);
    else if (parts.length > 0) {
      parts.push([start, end]);
      visitor.broken(parts);
      parts = [];
    } else visitor.word(start, end);
    start = -1;
  }
}

/** @returns the place of what `scanWords` would take for a word if nothing in `text` separated; null when there is none. */
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

/** `and/or` is two words; `1/16/1925`, `7/IV` and `S/1999` are one. */
function slashParts(text: string, at: number): boolean {
  const isDigit = (index: number) => index >= 0 && index < text.length && kindAt(text, index) === DIGIT;
  return !isDigit(at - 1) && !isDigit(at + 1);
}

const isDot = (text: string, at: number) => text.charCodeAt(at) === 0x2e;
/** Typewritten ellipses: `peace...and`. */
const dotParts = (text: string, at: number) => isDot(text, at + 1) || isDot(text, at - 1);

const HYPHENS = '-\u2010';
const LINE_END_MARKS = '\u00AD\u00AC';

/**
 * Whether a word that ends at `end`, before the separator at `at`, is broken there and goes on in the next line: after
 * a hyphen, soft hyphen or ¬ at the line's end follows a lower-case letter. Capitals do not: `Anglo-` / `French` is two.
 */
function goesOn(text: string, end: number, at: number): boolean {
  let next: number;
  if (end === at) {
    if (at === text.length || !HYPHENS.includes(text.charAt(at))) return false;
    next = at + 1;
  } else {
    if (end !== at - 1 || !LINE_END_MARKS.includes(text.charAt(end))) return false;
    next = at;
  }
  const last = kindAt(text, end - 1);
  if (last !== LETTER && last !== MARK) return false;
  next = nextLine(text, next);
  return next >= 0 && /^\p{Ll}/u.test(text.slice(next, next + 2));
}

/** @returns where the next line's first character stands when only blanks and one line end come before it, else -1. */
function nextLine(text: string, from: number): number {
  let breaks = 0;
  let pages = 0;
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\f') pages += 1;
    else if (/[\n\v\u0085\u2028\u2029]/.test(character) || (character === '\r' && text.charAt(at + 1) !== '\n')) {
      breaks += 1;
    } else if (!/\s/.test(character) || character === '\uFEFF') return breaks + pages > 0 && breaks < 2 ? at : -1;
  }
  return -1;
}
