/**
 * The words of a witness as TEI: blanks collapsed, what is withheld as gaps with the mark that stands for it, pages of
 * every witness that reads so, paragraphs of the base. Nothing of the words is left out.
 */
import { closed, content, empty, opened } from '../exchange/xml-write.js';
import type { WithheldMark } from './withheld-marks.js';

/** Something that stands between two words. */
export interface Mark {
  /** UTF-16 offset into the text whose words are written. */
  readonly at: number;
  readonly xml: string;
}

export const page = (label: string, witnessId: string): string =>
  empty('pb', { n: label === '' ? null : label, edRef: `#${witnessId}` });

/** A withheld stretch: `desc` holds the mark as it is written, so that the witness can be read from the file. */
const gap = (words: string, code: string | null): string =>
  `${opened('gap', { reason: 'redacted', n: code })}${opened('desc')}${content(words.trim())}${closed('desc')}${closed('gap')}`;

const blank = (words: string): string => content(words.replace(/\s+/g, ' '));

/** @param marks in text order, within the stretch. @returns without white space at either end. */
export function teiWords(
  text: string,
  [start, end]: readonly [number, number],
  marks: readonly Mark[],
  withheld: readonly WithheldMark[] = [],
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
      parts.push(mark.xml);
      next += 1;
    }
  };
  for (const { start: from, end: to, code } of withheld) {
    marksUpTo(from);
    cut(from);
    parts.push(gap(text.slice(from, to).replace(/\s+/g, ' '), code));
    at = to;
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
