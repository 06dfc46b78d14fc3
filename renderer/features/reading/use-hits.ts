/** The hits in a document and which one is current. The current hit always exists, unless there are none. */
import { useState } from 'react';
import type { Range } from '../../../electron/contract/index.js';
import { firstHitAfter } from './text-runs.js';

/** `[start, end)` of the text that the document was opened at; another object asks to go there again. */
export interface RevealRange {
  readonly start: number;
  readonly end: number;
}

export interface Hits {
  /** Half-open UTF-16 ranges of the text, ascending. */
  readonly ranges: readonly Range[];
  /** Index of the current hit; -1 when there are none. */
  readonly current: number;
  /** Grows with every move, also one to the same hit, so that the view scrolls again. */
  readonly moveCount: number;
  next(): void;
  previous(): void;
  goTo(index: number): void;
}

/** The hits with the place among them: what a document was opened at is marked, also where the search has no hit. */
export function includeRange(hits: readonly Range[], place: RevealRange | null): readonly Range[] {
  if (!place || place.end <= place.start) return hits;
  const at = firstHitAfter(hits, place.start);
  const next = hits[at];
  return next && next[0] < place.end ? hits : hits.toSpliced(at, 0, [place.start, place.end]);
}

/** @returns index of the first hit that touches the place; 0 without a place. */
const firstHitIn = (ranges: readonly Range[], place: RevealRange | null): number =>
  place ? Math.min(firstHitAfter(ranges, place.start), Math.max(0, ranges.length - 1)) : 0;

/**
 * @param ranges a stable array: a new one begins at the hit of the place, else at its first.
 * @param place where the document was opened; a new one is gone to.
 */
export function useHits(ranges: readonly Range[], place: RevealRange | null): Hits {
  const [at, setAt] = useState(() => ({ ranges, place, current: firstHitIn(ranges, place), moves: place ? 1 : 0 }));
  // A new list of hits begins at once; settled while rendering, so that no frame shows the old place.
  const isSettled = at.ranges === ranges && at.place === place;
  const moveCount = at.place === place ? at.moves : at.moves + 1;
  const settled = isSettled ? at : { ranges, place, current: firstHitIn(ranges, place), moves: moveCount };
  if (settled !== at) setAt(settled);
  const goTo = (index: number) => {
    if (ranges.length === 0) return;
    setAt((now) => ({ ...now, ranges, current: (index + ranges.length) % ranges.length, moves: now.moves + 1 }));
  };
  const current = ranges.length === 0 ? -1 : Math.min(settled.current, ranges.length - 1);
  return {
    ranges,
    current,
    moveCount: settled.moves,
    next: () => goTo(current + 1),
    previous: () => goTo(current - 1),
    goTo,
  };
}
