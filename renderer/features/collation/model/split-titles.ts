/** Titles of witnesses are often the same but for their end; the end is what tells them apart. */

/** Shorter than this, nothing is cut off a title anyway. */
const MIN_CUT = 24;

export interface SplitTitle {
  /** What the titles begin with alike, or all of the title: the part that may be cut when there is no room. */
  readonly head: string;
  /** What tells it from the others; empty when nothing does. */
  readonly tail: string;
}

/** @returns for each title its two parts; joined, they are the title. */
export const splitTitles = (titles: readonly string[]): SplitTitle[] =>
  titles.map((title, index) => {
    const alike = Math.max(0, ...titles.map((other, place) => (place === index ? 0 : alikeUntil(title, other))));
    const at = wordBefore(title, alike);
    return at < MIN_CUT ? { head: title, tail: '' } : { head: title.slice(0, at), tail: title.slice(at) };
  });

function alikeUntil(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

/** Where the word at an offset begins; what opens a bracket belongs to what it holds. */
function wordBefore(title: string, offset: number): number {
  const word = title.slice(0, offset).search(/[^\s(]*$/);
  const bracket = title.lastIndexOf('(', word);
  return bracket >= 0 && !title.slice(bracket, word).includes(')') ? bracket : word;
}
