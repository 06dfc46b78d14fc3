/**
 * Finds the words of a text as lunr 2.3.9 splits it, at white space and hyphens, and further at every dash, the
 * ellipsis (… or a run of dots), a slash that has no digit beside it, and where a blank was forgotten. Splits the text as given: lunr lower-cases
 * first, which moves every later place when a letter such as İ changes its length. Places are of the bare word, without
 * the punctuation around it; a stretch without a letter or digit is no word.
 */
import type { Range } from '../../contract/index.js';
import { DIGIT, DOT, kindAt, LETTER, MARK, OTHER, SEPARATOR, SLASH, STOP, unitsAt } from './characters.js';

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
    if (kind !== SEPARATOR && !signParts(text, kind, end, at)) continue;
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

/** Whether a word that ends at `end` is parted from what follows by the sign at `at`. */
function signParts(text: string, kind: number, end: number, at: number): boolean {
  switch (kind) {
    case SLASH:
      return slashParts(text, at);
    case DOT:
      return dotParts(text, at) || sentenceEnds(text, end, at);
    case STOP:
      return letterAfter(text, at) >= 0 && letterBefore(text, end) >= 0;
    default:
      return false;
  }
}

/** `and/or` is two words; `1/16/1925`, `7/IV` and `S/1999` are one. */
function slashParts(text: string, at: number): boolean {
  const isDigit = (index: number) => index >= 0 && index < text.length && kindAt(text, index) === DIGIT;
  return !isDigit(at - 1) && !isDigit(at + 1);
}

const isDot = (text: string, at: number) => text.charCodeAt(at) === 0x2e;
/** Typewritten ellipses: `peace...and`. */
const dotParts = (text: string, at: number) => isDot(text, at + 1) || isDot(text, at - 1);

/**
 * Whether a sentence ends at the full stop at `at` and the next begins without a blank: `scrutiny.Franklin`. Not in
 * `www.example.org`, `e.g.`, `U.S.A.`, nor in `Ph.D.`, where one capital stands on each side.
 */
function sentenceEnds(text: string, end: number, at: number): boolean {
  const after = letterAfter(text, at);
  if (after < 0 || !UPPER_CASE.test(characterAt(text, after))) return false;
  const last = letterBefore(text, end);
  if (last < 0 || !LOWER_CASE.test(characterAt(text, last))) return false;
  const beforeLast = letterBefore(text, last);
  if (beforeLast < 0) return false;
  if (LOWER_CASE.test(characterAt(text, beforeLast))) return true;
  // The marks of the capital belong to it, whether they are stored apart or not.
  let next = after + unitsAt(text, after);
  while (next < text.length && kindAt(text, next) === MARK) next += unitsAt(text, next);
  return next < text.length && kindAt(text, next) <= MARK;
}

const UPPER_CASE = /^[\p{Lu}\p{Lt}]/u;
const LOWER_CASE = /^\p{Ll}/u;
const characterAt = (text: string, at: number) => String.fromCodePoint(text.codePointAt(at) ?? 0);

/** Signs that may follow one another between words, as in `end.’”)Then`; a bound, so that no text takes long. */
const MOST_SIGNS = 8;

/** @returns where the letter stands that follows the sign at `at` and other signs, -1 when something else does. */
function letterAfter(text: string, at: number): number {
  let next = at + 1;
  for (let signs = 0; signs < MOST_SIGNS && next < text.length; signs++) {
    const kind = kindAt(text, next);
    if (kind === LETTER) return next;
    if (kind !== MARK && kind !== OTHER && kind !== DOT && kind !== STOP) return -1;
    next += unitsAt(text, next);
  }
  return -1;
}

/** @returns where the letter stands that ends, with its marks, at `end`; -1 when something else does. */
function letterBefore(text: string, end: number): number {
  for (let at = end - 1; at >= 0; at--) {
    if (at > 0 && unitsAt(text, at - 1) === 2) at -= 1;
    const kind = kindAt(text, at);
    if (kind !== MARK) return kind === LETTER ? at : -1;
  }
  return -1;
}

const BLANK = 0x20;
const HYPHENS = '-\u2010';
const LINE_END_MARKS = '\u00AD\u00AC';

/**
 * Whether a word that ends at `end`, before the separator at `at`, is broken there and goes on in the next line: after
 * a hyphen, soft hyphen or ¬ at the line's end follows a lower-case letter. Capitals do not: `Anglo-` / `French` is two.
 */
function goesOn(text: string, end: number, at: number): boolean {
  // Nearly every word ends before a blank.
  if (end === at && text.charCodeAt(at) === BLANK) return false;
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
