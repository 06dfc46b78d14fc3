/** The summary of a note: its beginning, how long it is, the words around a place. Without Markdown. */
import { plainNote, tokens } from '../text/index.js';

const EXCERPT_UNITS = 200;
/** Words before a place, and after it: what cites a thing mostly stands before the citation. */
const BEFORE_UNITS = 140;
const AFTER_UNITS = 60;

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

export interface NoteSummary {
  readonly excerpt: string;
  readonly words: number;
}

export function noteSummary(body: string): NoteSummary {
  const { text } = plainNote(body);
  // Blank lines and signs that were left out take room; twice as much holds enough words.
  return { excerpt: begin(inOneLine(text.slice(0, EXCERPT_UNITS * 2))), words: tokens(text).length };
}

/** The beginning of a line, cut at a word. */
export function begin(line: string, units = EXCERPT_UNITS): string {
  if (line.length <= units) return line;
  const cut = line.slice(0, units + 1);
  const blank = cut.lastIndexOf(' ');
  return `${(blank > units / 2 ? cut.slice(0, blank) : cut.slice(0, units)).toWellFormed().trimEnd()}…`;
}

/** @returns for each place `[start, end)` of the Markdown the words around it, in one line. */
export function excerptsAround(body: string, places: readonly { start: number; end: number }[]): string[] {
  const { text, fromMarkdown } = plainNote(body);
  return places.map(({ start, end }) => {
    const [from, until] = [fromMarkdown(start), fromMarkdown(end)];
    const first = cutStart(text, from - BEFORE_UNITS);
    const last = cutEnd(text, until + AFTER_UNITS);
    const words = inOneLine(text.slice(first, last).toWellFormed());
    return `${first > 0 ? '…' : ''}${words}${last < text.length ? '…' : ''}`;
  });
}

function cutStart(text: string, wanted: number): number {
  if (wanted <= 0) return 0;
  const blank = text.slice(wanted, wanted + 40).search(/\s/);
  return blank < 0 ? wanted : wanted + blank + 1;
}

function cutEnd(text: string, wanted: number): number {
  if (wanted >= text.length) return text.length;
  const blank = text.slice(wanted - 40, wanted).search(/\s\S*$/);
  return blank < 0 ? wanted : wanted - 40 + blank;
}
