/**
 * Cuts a text into words, figures and single signs. Invariant: lexemes ascend and do not overlap; only blanks and
 * invisible characters stand between them.
 */
import { foldWord } from '../fold.js';

export interface Lexeme {
  readonly type: 'word' | 'figure' | 'sign';
  /** UTF-16 offsets, half-open. */
  readonly start: number;
  readonly end: number;
  /** Words folded, figures in ASCII digits with their inner signs, signs as they are with dashes as `-`. */
  readonly key: string;
  readonly written: string;
  /** What stands before it: nothing, blanks (a single line end is one), or the end of a paragraph. The text begins as if after a blank. */
  readonly gap: 'none' | 'blank' | 'break';
}

const INVISIBLE = String.raw`\u00AD\u200B-\u200D\u2060\uFEFF`;
/** A figure keeps the signs between its digits. Blanks part thousands only where every part has three digits. */
const FIGURE = String.raw`\p{Nd}{1,3}(?:[ \u00A0\u2009\u202F]\p{Nd}{3})+(?!\p{Nd})(?:[.,]\p{Nd}+)?|\p{Nd}+(?:[.,:’']\p{Nd}+)*`;
const WORD = String.raw`[\p{L}\p{M}]+(?:[${INVISIBLE}]+[\p{L}\p{M}]+)*`;
const LEXEME = new RegExp(String.raw`(${FIGURE})|(${WORD})|[^\s${INVISIBLE}]`, 'gu');
const BREAK = /\n[^\S\n]*\n|\f/;
const DASH = /^[-\u2010-\u2015\u2212]$/;

/** @param text any length; one pass. */
export function lexemesOf(text: string): Lexeme[] {
  const found: Lexeme[] = [];
  let before = 0;
  for (const match of text.matchAll(LEXEME)) {
    const [written, figure, word] = match;
    const start = match.index;
    const type = figure !== undefined ? 'figure' : word !== undefined ? 'word' : 'sign';
    const between = text.slice(before, start);
    found.push({
      type,
      start,
      end: start + written.length,
      key: type === 'figure' ? plainDigits(written) : type === 'word' ? foldWord(written) : plainSign(written),
      written,
      gap: found.length === 0 ? 'blank' : !/\s/.test(between) ? 'none' : BREAK.test(between) ? 'break' : 'blank',
    });
    before = start + written.length;
  }
  return found;
}

const ASCII = /^[\0-\x7f]*$/;
const DIGIT = /\p{Nd}/u;
const plainDigits = (figure: string): string =>
  ASCII.test(figure)
    ? figure
    : figure.normalize('NFKC').replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitOf(digit)));

/** The digits of a script follow one another from its zero on. */
function digitOf(digit: string): number {
  const point = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && DIGIT.test(String.fromCodePoint(point - value - 1))) value += 1;
  return value;
}

const plainSign = (sign: string): string => (DASH.test(sign) ? '-' : sign === '\u2019' ? "'" : sign);
