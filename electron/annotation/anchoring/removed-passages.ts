/**
 * Whether a passage may be the one that was removed: of equal lines of a list one is gone, and the remaining text is the
 * same whichever it was. An alignment has to drop one of them, and a passage on another would look perfectly certain.
 */
import type { TextRange } from '../../contract/index.js';
import type { Projector } from '../../text/index.js';

/** How far off an equal line is looked for, in UTF-16 units: a few lines of a list. */
const FARTHEST = 400;
/** How far equal lines are followed; longer lists of equal lines are judged by this much of them. */
const LONGEST_RUN = 4_000;
/** Of one line, how much has to be missing: less is noise. */
const MIN_MISSING = 0.5;

/** @returns a test of a passage of the old text that is aligned in its order. */
export function removedPassages(from: string, project: Projector): (passage: TextRange) => boolean {
  const isOneGone = ({ start }: TextRange, copy: number) => {
    const distance = Math.abs(copy - start);
    const run = repeated(from, Math.min(start, copy), distance);
    // Less than a whole line of it is repeated: the words stand there too, in a line of its own.
    if (run.end - run.start < distance - 1) return false;
    const old = run.end + distance - run.start;
    const missing = old - (project.place(run.end + distance) - project.place(run.start));
    return missing >= distance * MIN_MISSING;
  };
  return (passage) => {
    const words = from.slice(passage.start, passage.end);
    if (words === '') return false;
    const after = from.slice(passage.end, passage.end + FARTHEST).indexOf(words);
    if (after >= 0 && isOneGone(passage, passage.end + after)) return true;
    const floor = Math.max(0, passage.start - FARTHEST);
    const before = from.slice(floor, passage.start).lastIndexOf(words);
    return before >= 0 && isOneGone(passage, floor + before);
  };
}

/** The longest range around a place in which every unit stands again `distance` units on. */
function repeated(text: string, at: number, distance: number): TextRange {
  let start = at;
  while (
    start > 0 &&
    at - start < LONGEST_RUN &&
    text.charCodeAt(start - 1) === text.charCodeAt(start - 1 + distance)
  ) {
    start -= 1;
  }
  let end = at;
  const last = Math.min(text.length - distance, at + LONGEST_RUN);
  while (end < last && text.charCodeAt(end) === text.charCodeAt(end + distance)) end += 1;
  return { start, end };
}
