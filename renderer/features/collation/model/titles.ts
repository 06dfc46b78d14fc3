/** Titles of witnesses are often the same but for their end; the end is what tells them apart. */

/** Shorter than this, nothing is cut off a title anyway. */
const LEAST = 24;

export interface SplitTitle {
  /** What the titles begin with alike, or all of the title: the part that may be cut when there is no room. */
  readonly head: string;
  /** What tells it from the others; empty when nothing does. */
  readonly tail: string;
}

/** @returns for each title its two parts; joined, they are the title. */
export function splitTitles(titles: readonly string[]): SplitTitle[] {
  const [first = '', ...others] = titles;
  let alike = others.length === 0 ? 0 : first.length;
  for (const title of others) {
    let at = 0;
    while (at < alike && title[at] === first[at]) at += 1;
    alike = at;
  }
  // Whole words, and what opens a bracket belongs to what it holds.
  const cut = first.slice(0, alike).search(/[\s(]*[^\s(]*$/);
  const open = /\([^)]*$/.exec(first.slice(0, Math.max(0, cut)));
  const at = open ? open.index : cut;
  if (at < LEAST) return titles.map((title) => ({ head: title, tail: '' }));
  return titles.map((title) => ({ head: title.slice(0, at), tail: title.slice(at) }));
}
