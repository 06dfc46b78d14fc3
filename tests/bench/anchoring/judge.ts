/** Counts what became of passages whose true place is known. */
import type { Range } from '../../../electron/contract/index.js';

export interface AnchorTally {
  /** Passages that are still there. */
  readonly alive: number;
  /** Of these: placed where they are not (less than half of place and truth is shared). */
  readonly wrong: number;
  /** Of these: shared by nine tenths or more. */
  readonly exact: number;
  /** Of these: not placed. */
  readonly orphans: number;
  /** Passages that were deleted. */
  readonly deleted: number;
  /** Of these: placed somewhere all the same. */
  readonly falseAnchors: number;
  /** Passages in whose place other words stand. */
  readonly replaced: number;
  /** Of these: placed all the same. */
  readonly placedReplaced: number;
}

export const NOTHING: AnchorTally = {
  alive: 0,
  wrong: 0,
  exact: 0,
  orphans: 0,
  deleted: 0,
  falseAnchors: 0,
  replaced: 0,
  placedReplaced: 0,
};

/** Intersection over union. */
export function shared([a, b]: Range, [c, d]: Range): number {
  const common = Math.min(b, d) - Math.max(a, c);
  return common <= 0 ? 0 : common / (Math.max(b, d) - Math.min(a, c));
}

/** @param truth null when the passage was deleted. */
export function judged(tally: AnchorTally, truth: Range | null, place: Range | null): AnchorTally {
  if (truth === null) {
    return { ...tally, deleted: tally.deleted + 1, falseAnchors: tally.falseAnchors + (place ? 1 : 0) };
  }
  const common = place ? shared(truth, place) : null;
  return {
    ...tally,
    alive: tally.alive + 1,
    wrong: tally.wrong + (common !== null && common < 0.5 ? 1 : 0),
    exact: tally.exact + (common !== null && common >= 0.9 ? 1 : 0),
    orphans: tally.orphans + (common === null ? 1 : 0),
  };
}

export function together(one: AnchorTally, other: AnchorTally): AnchorTally {
  return {
    alive: one.alive + other.alive,
    wrong: one.wrong + other.wrong,
    exact: one.exact + other.exact,
    orphans: one.orphans + other.orphans,
    deleted: one.deleted + other.deleted,
    falseAnchors: one.falseAnchors + other.falseAnchors,
    replaced: one.replaced + other.replaced,
    placedReplaced: one.placedReplaced + other.placedReplaced,
  };
}

/** What was counted as deleted was replaced. */
export const asReplaced = ({ deleted, falseAnchors }: AnchorTally): AnchorTally => ({
  ...NOTHING,
  replaced: deleted,
  placedReplaced: falseAnchors,
});
