/** Which compounds are indexed as wholes beside their words, and how a whole is spelled there. */
import type { Range } from '../../contract/index.js';
import { APOSTROPHE, COLON, COMMA, DIGIT, DOT, HYPHEN, kindAt, MARK, unitsAt } from './characters.js';

/** Of longer compounds, such as encoded files, only the words are indexed. In UTF-16 units. */
const MAX_WHOLE_LENGTH = 120;
/** Words of a compound that hyphens alone make: `co-operation`, but not `state-of-the-art`, which no one writes in one. */
const MAX_HYPHENED = 3;

/**
 * @param words of one compound, two or more, each joined to the next.
 * @returns the wholes in order of their starts, the longer first: the compound itself, and numbers, times and dates
 * within it.
 */
export function compoundsOf(text: string, words: readonly Range[]): Range[] {
  const [first, last] = [words[0] as Range, words[words.length - 1] as Range];
  const wholes: Range[] = [];
  let hyphens = 0;
  let numbers = 0;
  for (let at = 0; at < words.length; at++) {
    const [start, end] = words[at] as Range;
    if (isNumber(text, start, end)) numbers += 1;
    if (at > 0 && isHyphen(text, words[at - 1] as Range, start)) hyphens += 1;
  }
  const isHyphened = hyphens === words.length - 1;
  // Of 1861-1865 and 555-1234 nobody leaves the hyphen out.
  const isWhole = !isHyphened || (words.length <= MAX_HYPHENED && numbers < words.length);
  if (isWhole && last[1] - first[0] <= MAX_WHOLE_LENGTH) wholes.push([first[0], last[1]]);
  if (numbers > 1) addNumbers(text, words, wholes);
  return wholes;
}

/** Numbers joined by the signs of decimals, thousands, times and dates. */
function addNumbers(text: string, words: readonly Range[], wholes: Range[]): void {
  for (let at = 0; at < words.length; ) {
    let last = at;
    while (last + 1 < words.length && isNumeric(text, words[last] as Range, words[last + 1] as Range)) last += 1;
    if (last > at) {
      const range: Range = [(words[at] as Range)[0], (words[last] as Range)[1]];
      if (last - at + 1 < words.length && range[1] - range[0] <= MAX_WHOLE_LENGTH) wholes.push(range);
      const grouped = THOUSANDS_WITH_DECIMALS.exec(
        text.slice(range[0], Math.min(range[1], range[0] + MAX_WHOLE_LENGTH)),
      );
      if (grouped?.[1]) wholes.push([range[0], range[0] + grouped[1].length]);
    }
    at = last + 1;
  }
}

function isNumeric(text: string, [start, end]: Range, [nextStart, nextEnd]: Range): boolean {
  if (nextStart !== end + 1) return false;
  const kind = kindAt(text, end);
  const isSign = kind === DOT || kind === COMMA || kind === COLON || text.charAt(end) === '/';
  return isSign && isNumber(text, start, end) && isNumber(text, nextStart, nextEnd);
}

function isHyphen(text: string, [, end]: Range, next: number): boolean {
  return next === end + 1 && kindAt(text, end) === HYPHEN;
}

function isNumber(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (kindAt(text, at) !== DIGIT) return false;
  return true;
}

/** Blanks that part thousands: the plain one, and the narrow and unbreakable ones. */
const NUMBER_BLANKS = ' \u00A0\u2009\u202F';
const MAX_GROUPS = 6;

/**
 * @param start of a word that no sign joins to another. @param end of it.
 * @returns where the number ends whose thousands blanks part (`1 250 000`), and which begins with this word; -1 for none.
 */
export function spacedNumberEnd(text: string, start: number, end: number): number {
  if (end - start > 3 || !/[1-9]/.test(text.charAt(start))) return -1;
  const blank = text.charAt(end);
  if (blank === '' || !NUMBER_BLANKS.includes(blank) || !isNumber(text, start, end)) return -1;
  let last = end;
  for (let groups = 0; groups < MAX_GROUPS && text.charAt(last) === blank; groups++) {
    if (!/^\d{3}(?![\p{L}\p{M}\p{N}])/u.test(text.slice(last + 1, last + 6))) break;
    last += 4;
  }
  return last > end ? last : -1;
}

const THOUSANDS = /^[1-9]\d{0,2}([,.'’\u00A0\u2009\u202F ])\d{3}(?:\1\d{3})*$/;
const THOUSANDS_WITH_DECIMALS = /^([1-9]\d{0,2}(?:(?:,\d{3})+(?=\.\d+$)|(?:\.\d{3})+(?=,\d+$)))/;
const HYPHENS = /[-\u2010\u2011]/g;

/**
 * @param written a compound without invisible characters.
 * @returns how those write it who write it in one word: 1250000 for `1,250,000`, F16 for `F-16`; null when nobody does.
 */
export function inOneWord(written: string): string | null {
  if (THOUSANDS.test(written)) return written.replace(/\D/g, '');
  return isHyphened(written) ? written.replace(HYPHENS, '') : null;
}

/** Whether hyphens join two or three words, and nothing else does; of numbers alone none are left out. */
function isHyphened(written: string): boolean {
  let hyphens = 0;
  let hasLetters = false;
  for (let at = 0; at < written.length; at += unitsAt(written, at)) {
    const kind = kindAt(written, at);
    if (kind === HYPHEN) hyphens += 1;
    else if (kind > MARK && kind !== APOSTROPHE) return false;
    else if (kind !== DIGIT) hasLetters = true;
  }
  return hyphens > 0 && hyphens < MAX_HYPHENED && hasLetters;
}

/** Numbers, times and dates are asked for whole: `12.30` is not `12, 30`. */
export const isOneNumber = (written: string): boolean =>
  /^\p{Nd}+(?:[.:/]\p{Nd}+)+$/u.test(written) || (THOUSANDS.test(written) && !/\s/.test(written));
