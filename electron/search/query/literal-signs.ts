/**
 * Which signs of a line are punctuation rather than commands, as in any title or subject that is pasted: a dash between
 * blanks, a parenthesis glued to a word, a ~ or ^ that stands by itself. Pure; reads the line once.
 */
import { searchField } from '../../contract/index.js';
import { isBlank, isQuote, OPERATOR } from './line-scanner.js';

/** UTF-16 offsets of signs that mean nothing but themselves. */
export type LiteralSigns = ReadonlySet<number>;

/** Stands for a plain sign where lunr reads a piece of the line; keeps its place. A private-use character. */
const HIDDEN = '\uE000';

/** The most letters that may differ, and the digits of a weight: what else follows ~ or ^ after a blank is no number of a command. */
const DISTANCE = /^~[1-3]$/;
const WEIGHT = /^\^\d{1,3}$/;

export function literalSigns(line: string): Set<number> {
  const plain = new Set<number>();
  /** Parentheses that are open; glued ones close as they opened. */
  const open: ('glued' | 'group')[] = [];
  let chunk = 0;
  for (let at = 0; at < line.length; at++) {
    const char = line[at] as string;
    if (char === '\\') {
      at += 1;
    } else if (isBlank(char)) {
      chunk = at + 1;
    } else if (isQuote(char)) {
      const end = nextQuote(line, at);
      if (end > at) at = end;
      chunk = at + 1;
    } else if (char === '(') {
      const isGlued = isGluedAfter(line.slice(chunk, at));
      open.push(isGlued ? 'glued' : 'group');
      if (isGlued) plain.add(at);
      else chunk = at + 1;
    } else if (char === ')') {
      if (open.pop() === 'glued') plain.add(at);
      else chunk = at + 1;
    } else if (at === chunk && (at === 0 || isBlank(line[at - 1])) && /[-+~^]/.test(char)) {
      const end = chunkEnd(line, at);
      const alone = line.slice(at, end);
      if (/^[-+]+$/.test(alone)) for (let sign = at; sign < end; sign++) plain.add(sign);
      else if (/[~^]/.test(char) && !DISTANCE.test(alone) && !WEIGHT.test(alone)) plain.add(at);
    }
  }
  return plain;
}

/** Whether a parenthesis after this beginning of a word belongs to the word, as in 1.4(D): no sign, field or operator waits for a group. */
function isGluedAfter(beginning: string): boolean {
  const word = beginning.replace(/^[-+]+/, '');
  if (word === '' || OPERATOR.test(word)) return false;
  return !(word.endsWith(':') && searchField(word.slice(0, -1)) !== null);
}

function nextQuote(line: string, start: number): number {
  let at = start + 1;
  while (at < line.length && !isQuote(line[at])) at += 1;
  return at < line.length ? at : -1;
}

function chunkEnd(line: string, start: number): number {
  let at = start;
  while (at < line.length && !isBlank(line[at])) at += 1;
  return at;
}

/** @param start where `text` begins in the line. @returns the text with its plain signs hidden from lunr's lexer. */
export function hideLiteral(text: string, start: number, plain: LiteralSigns): string {
  if (plain.size === 0) return text;
  let hidden = '';
  for (let at = 0; at < text.length; at++) hidden += plain.has(start + at) ? HIDDEN : text[at];
  return hidden;
}

/** What stands in `[start, end)`, without the backslashes that make the sign after them plain. */
export function unescaped(line: string, start: number, end: number, plain: LiteralSigns): string {
  let text = '';
  for (let at = start; at < end; at++) {
    if (line[at] === '\\' && !plain.has(at)) at += 1;
    if (at < end) text += line[at];
  }
  return text;
}
