/** Where two texts begin to differ, with lines around that place: what a person looks at to judge which is right. */

export interface TextExcerpt {
  /** UTF-16 offset in the text. */
  readonly start: number;
  readonly text: string;
}

/** UTF-16 units before the first difference, at most. */
const BEFORE = 200;

/**
 * The same lines of both texts, from a little before the first place that differs. Lines are paired by their number from
 * there on, so the texts must have their line breaks in the same places, as readings of one file in two sets have.
 * @param most UTF-16 units of each excerpt, at most.
 */
export function excerptsAtDifference(a: string, b: string, most: number): [TextExcerpt, TextExcerpt] {
  const same = firstDifference(a, b);
  const head = a.slice(Math.max(0, same - BEFORE), same);
  const start = Math.max(0, same - BEFORE) + (same > BEFORE ? head.search(/\s/) + 1 : 0);
  const [linesA, linesB] = [linesFrom(a, start, most), linesFrom(b, start, most)];
  const count = Math.max(1, Math.min(linesA.length, linesB.length));
  const excerpt = (lines: readonly string[]): TextExcerpt => {
    const text = wellEnded(lines.slice(0, count).join('').slice(0, most));
    return { start, text };
  };
  return [excerpt(linesA), excerpt(linesB)];
}

function firstDifference(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let index = 0;
  while (index < length && a.charCodeAt(index) === b.charCodeAt(index)) index += 1;
  return index;
}

/** Whole lines with their ends, as many as fit; the first of them also when it alone does not. */
function linesFrom(text: string, start: number, most: number): string[] {
  const lines = text.slice(start, start + most).split(/(?<=\n)/);
  const isCut = start + most < text.length && !lines.at(-1)?.endsWith('\n');
  return isCut && lines.length > 1 ? lines.slice(0, -1) : lines;
}

/** Without half a character at the end. */
const wellEnded = (text: string): string => (/[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text);
