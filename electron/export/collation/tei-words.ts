/**
 * The words of a witness as TEI: blanks collapsed, what is withheld as gaps with the mark that stands for it, pages of
 * every witness that reads so, paragraphs of the base. Nothing of the words is left out.
 */
import type { Withheld } from '../../text/index.js';
import { closeTag, emptyTag, escapeXml, openTag } from '../write/write-xml.js';

/** Something that stands between two words. */
export interface TeiMark {
  /** UTF-16 offset into the text whose words are written. */
  readonly at: number;
  readonly xml: string;
  /** It parts the words by itself: no blank is needed before it. */
  readonly parts?: true;
}

export const page = (label: string, witnessId: string): string =>
  emptyTag('pb', { n: label === '' ? null : label, edRef: `#${witnessId}` });

/** A word that goes on in the next line. The break is no white space: `uni-<lb break="no"/>form`. */
const BROKEN_WORD = /(?<=\p{L}\p{M}*[-\u00AD\u2010\u00AC])[ \t]*\r?\n\s*(?=\p{Ll})/u;
const NO_BREAK = emptyTag('lb', { break: 'no' });

const blank = (words: string): string =>
  words
    .split(BROKEN_WORD)
    .map((part) => escapeXml(part.replace(/\s+/g, ' ')))
    .join(NO_BREAK);

const REASONS: Readonly<Record<Withheld['kind'], string>> = { redaction: 'redacted', lacuna: 'lacuna' };

/** What is not there: `desc` holds the mark as it is written, so that the witness can be read from the file. */
const gap = (words: string, { kind, code }: Withheld): string =>
  `${openTag('gap', { reason: REASONS[kind], n: code })}${openTag('desc')}${blank(words)}${closeTag('desc')}${closeTag('gap')}`;

/** @param marks in text order, within the range. @returns without white space at either end. */
export function teiWords(
  text: string,
  [start, end]: readonly [number, number],
  marks: readonly TeiMark[],
  withheld: readonly Withheld[],
): string {
  const parts: string[] = [];
  let at = start;
  const cut = (to: number) => {
    parts.push(blank(text.slice(at, to)));
    at = to;
  };
  let next = 0;
  const marksUpTo = (limit: number) => {
    for (let mark = marks[next]; mark && mark.at <= limit; mark = marks[next]) {
      cut(Math.max(at, mark.at));
      if (mark.parts) parts.push(parts.pop()?.trimEnd() ?? '');
      parts.push(mark.xml);
      next += 1;
    }
  };
  for (const mark of withheld) {
    marksUpTo(mark.start);
    cut(mark.start);
    parts.push(gap(text.slice(mark.start, mark.end), mark));
    at = mark.end;
  }
  marksUpTo(end);
  cut(end);
  return trimmed(parts);
}

function trimmed(parts: string[]): string {
  const first = parts.findIndex((part) => part !== '');
  if (first >= 0) parts[first] = parts[first]?.trimStart() ?? '';
  const last = parts.findLastIndex((part) => part !== '');
  if (last >= 0) parts[last] = parts[last]?.trimEnd() ?? '';
  return parts.join('');
}

/**
 * Offsets of one text as offsets of another that differs from it in white space alone.
 * @param offsets ascending. @returns of each the offset of the same word.
 */
export function movedOffsets(
  offsets: readonly number[],
  from: { readonly text: string; readonly start: number; readonly end: number },
  to: { readonly text: string; readonly start: number; readonly end: number },
): number[] {
  const moved: number[] = [];
  let there = to.start;
  let here = from.start;
  const isBlank = (text: string, at: number) => /\s/.test(text.charAt(at));
  const pastBlanks = (text: string, at: number, end: number) => {
    let past = at;
    while (past < end && isBlank(text, past)) past += 1;
    return past;
  };
  for (const offset of offsets) {
    while (here < Math.min(offset, from.end)) {
      if (!isBlank(from.text, here)) there = pastBlanks(to.text, there, to.end) + 1;
      here += 1;
    }
    moved.push(Math.min(pastBlanks(to.text, there, to.end), to.end));
  }
  return moved;
}
