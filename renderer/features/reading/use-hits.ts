/** The places marked in a document and which one is current. The current hit always exists, unless there are none. */
import { useState } from 'react';
import type { Range } from '../../../electron/contract/index.js';

export interface Hits {
  /** Half-open UTF-16 ranges of the text, ascending. */
  readonly ranges: readonly Range[];
  /** Index of the current hit; -1 when there are none. */
  readonly current: number;
  /** Grows with every move, also one to the same hit, so that the view scrolls again. */
  readonly moves: number;
  next(): void;
  previous(): void;
  goTo(index: number): void;
}

/** @param ranges a stable array: a new one begins at its first hit. */
export function useHits(ranges: readonly Range[]): Hits {
  const [place, setPlace] = useState({ ranges, current: 0, moves: 0 });
  // A new list of hits begins at the first; settled while rendering, so that no frame shows the old place.
  const settled = place.ranges === ranges ? place : { ranges, current: 0, moves: 0 };
  if (settled !== place) setPlace(settled);
  const goTo = (index: number) => {
    if (ranges.length === 0) return;
    setPlace((now) => ({ ranges, current: (index + ranges.length) % ranges.length, moves: now.moves + 1 }));
  };
  const current = ranges.length === 0 ? -1 : Math.min(settled.current, ranges.length - 1);
  return {
    ranges,
    current,
    moves: settled.moves,
    next: () => goTo(current + 1),
    previous: () => goTo(current - 1),
    goTo,
  };
}
