/** Words that are broken at the end of a line, and sentences between which the blank was forgotten. */
import { APOSTROPHE, COLON, COMMA, DOT, HYPHEN, kindAt, LETTER, MARK, SIGN, UNSPACED, unitsAt } from './characters.js';

const SPACE = 0x20;
const LINE_END_MARKS = '\u00AD\u00AC';

/**
 * Whether a word that ends at `end`, before the sign or blank at `at`, is broken there and goes on in the next line:
 * after a hyphen, soft hyphen or ¬ at the line's end follows a lower-case letter. Capitals do not: `Anglo-` / `French`
 * is two.
 */
export function continuesOnNextLine(text: string, end: number, at: number): boolean {
  // Nearly every word ends before a blank.
  if (end === at && text.charCodeAt(at) === SPACE) return false;
  let next: number;
  if (end === at) {
    if (at === text.length || (kindAt(text, at) !== HYPHEN && text.charAt(at) !== '\u00AC')) return false;
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

/**
 * Whether a sentence ends at the full stop at `at` and the next begins without a blank: `scrutiny.Franklin`. Not in
 * `www.example.org`, `e.g.`, `U.S.A.`, nor in `Ph.D.`, where one capital stands on each side.
 * @param end of the word before the full stop.
 */
export function sentenceEnds(text: string, end: number, at: number): boolean {
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
const MAX_SIGNS = 8;
const BETWEEN_SENTENCES = new Set([MARK, SIGN, DOT, COMMA, COLON, APOSTROPHE]);

/** @returns where the letter stands that follows the sign at `at` and other signs, -1 when something else does. */
function letterAfter(text: string, at: number): number {
  let next = at + 1;
  for (let signs = 0; signs < MAX_SIGNS && next < text.length; signs++) {
    const kind = kindAt(text, next);
    if (kind === LETTER) return next;
    if (!BETWEEN_SENTENCES.has(kind)) return -1;
    next += unitsAt(text, next);
  }
  return -1;
}

/** @returns where the letter stands that ends, with its marks, at `end`; -1 when something else does. */
function letterBefore(text: string, end: number): number {
  for (let at = end - 1; at >= 0; at--) {
    if (at > 0 && unitsAt(text, at - 1) === 2) at -= 1;
    const kind = kindAt(text, at);
    if (kind !== MARK) return kind === LETTER || kind === UNSPACED ? at : -1;
  }
  return -1;
}
