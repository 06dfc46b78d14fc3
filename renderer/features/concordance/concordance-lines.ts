/** What a line of the concordance shows, and how lines are gathered under their source. Knows only lines that have come. */
import type { ConcordanceLine, ConcordanceSort } from '../../../electron/contract/index.js';
import { t } from '../../../electron/wording/index.js';

/** Lines asked for at once. */
export const PAGE_LINES = 200;

/** The columns that can put the lines in order, as their heads say it. */
export const COLUMNS: readonly { readonly sort: ConcordanceSort; readonly label: string; readonly hint: string }[] = [
  { sort: 'left', label: t('Before'), hint: t('Sort by the words before, the nearest first') },
  { sort: 'match', label: t('Match'), hint: t('Sort by the match itself') },
  { sort: 'right', label: t('After'), hint: t('Sort by the words after') },
  { sort: 'source', label: t('Source'), hint: t('Sort by date and title of the source') },
];

/** The lines that have come, by their place in the whole. */
export type LoadedLines = ReadonlyMap<number, ConcordanceLine>;

/** Whether the line begins a source: lines come sorted by source. */
export function beginsSource(lines: LoadedLines, index: number): boolean {
  const line = lines.get(index);
  return line !== undefined && lines.get(index - 1)?.sourceId !== line.sourceId;
}

/**
 * How many lines of its source follow one another from this one on.
 * @returns `isWhole` false when the source may go on in lines that have not come.
 */
export function countOfSource(
  lines: LoadedLines,
  index: number,
  total: number,
): { readonly count: number; readonly isWhole: boolean } {
  const sourceId = lines.get(index)?.sourceId;
  let end = index;
  while (end < total && lines.get(end)?.sourceId === sourceId && sourceId !== undefined) end += 1;
  return { count: end - index, isWhole: end >= total || lines.has(end) };
}

/** Line ends and runs of blanks become one blank each, so that the context stands in one line. */
export const collapseBlanks = (text: string): string => text.replace(/\s+/g, ' ');

const STRONG = /[\p{L}\p{N}]/u;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** The direction the line runs in: that of its match, since its words before may be in another script. */
export function directionOf({ left, match, right }: Pick<ConcordanceLine, 'left' | 'match' | 'right'>): 'ltr' | 'rtl' {
  const letter = [...match, ...right, ...[...left].reverse()].find((character) => /\p{L}/u.test(character));
  return letter !== undefined && RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
}

/** A line of at least this length was broken by a typewriter or a terminal, not by the author. */
const FULL_LINE = 45;

/** The lines of a paragraph run on where they were broken for want of room; verse and tables keep theirs. Same length. */
const runOn = (text: string): string =>
  text.replace(/([^\n]*)\n(?=\S)/g, (whole, line: string) => (line.length >= FULL_LINE ? `${line} ` : whole));

/**
 * The passage around a match, cut at blanks.
 * @param start of the match, in UTF-16 code units of `text`. @param reach UTF-16 code units shown on each side at most.
 */
export function passageAround(
  text: string,
  start: number,
  end: number,
  reach: number,
): { readonly before: string; readonly match: string; readonly after: string } {
  let from = Math.max(0, start - reach);
  let until = Math.min(text.length, end + reach);
  while (from > 0 && from < start && STRONG.test(text.charAt(from - 1))) from += 1;
  while (until < text.length && until > end && STRONG.test(text.charAt(until))) until -= 1;
  // Filled as a whole: a line in which the match stands is as long as it is.
  const filled = runOn(text.slice(from, until));
  const before = `${from > 0 ? '… ' : ''}${filled.slice(0, start - from).trimStart()}`;
  const after = `${filled.slice(end - from).trimEnd()}${until < text.length ? ' …' : ''}`;
  return { before, match: filled.slice(start - from, end - from), after };
}
