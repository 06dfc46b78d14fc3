/** One trial: passages of an old text, a new text, the truth, and what an anchoring makes of it. */
import { type AnchorTarget, anchorAll, makeQuote } from '../../../electron/annotation/anchoring/index.js';
import type { Range } from '../../../electron/contract/index.js';
import { anchorLikeHypothesis } from './hypothesis.js';
import { type AnchorTally, judged, NOTHING } from './judge.js';

export interface Trial {
  readonly from: string;
  readonly to: string;
  readonly passages: readonly { readonly range: Range; readonly truth: Range | null }[];
}

/** @returns a place for each target, null for an orphan. */
export type Anchoring = (from: string, to: string, targets: readonly AnchorTarget[]) => (Range | null)[];

export const ANCHORINGS = {
  fonds: (from, to, targets) =>
    anchorAll(from, to, targets).map((outcome) => (outcome.state === 'placed' ? [outcome.start, outcome.end] : null)),
  hypothesis: (_, to, targets) => targets.map((target) => anchorLikeHypothesis(to, target)),
} satisfies Record<string, Anchoring>;
export type AnchoringName = keyof typeof ANCHORINGS;

export const targetsOf = ({ from, passages }: Trial): AnchorTarget[] =>
  passages.map(({ range: [start, end] }) => ({ start, end, quote: makeQuote(from, start, end) }));

export function run(trial: Trial, anchoring: Anchoring): AnchorTally {
  const places = anchoring(trial.from, trial.to, targetsOf(trial));
  return trial.passages.reduce((tally, { truth }, index) => judged(tally, truth, places[index] ?? null), NOTHING);
}
