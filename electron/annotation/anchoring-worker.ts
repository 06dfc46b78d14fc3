/** Entry of a worker thread: aligns texts and looks for passages. It reads no file, knows no archive and writes nothing. */
import type { QuoteSelector, Span, TextEdit } from '../contract/index.js';
import { alignTexts, editsOf, projectSpans, type TextAlignment } from '../text/index.js';
import { type AnchorOutcome, type AnchorTarget, anchorAll, anchorAlong, anchorQuotes } from './anchoring/index.js';

export interface ProjectAnchorsTask {
  readonly from: string;
  readonly to: string;
  /** Of `from`. */
  readonly targets: readonly AnchorTarget[];
  /** Of `from`; none when nobody asks for those of `to`. */
  readonly spans: readonly Span[];
}
export interface AnchorProjection {
  /** In the order of the targets. */
  readonly outcomes: AnchorOutcome[];
  /** Of `to`. */
  readonly spans: Span[];
}
export interface CompareTextsTask {
  readonly from: string;
  readonly to: string;
}

/** The texts themselves stay with who asked. */
export type AlignedTexts = Pick<TextAlignment, 'ops' | 'moves'>;

export interface FindQuotesTask {
  readonly text: string;
  readonly quotes: readonly QuoteSelector[];
}

export function project({ from, to, targets, spans }: ProjectAnchorsTask): AnchorProjection {
  // Only the structure of a text needs all of it aligned; passages need what is near them.
  if (spans.length === 0) return { outcomes: targets.length > 0 ? anchorAll(from, to, targets) : [], spans: [] };
  const alignment = alignTexts(from, to);
  return {
    outcomes: targets.length > 0 ? anchorAlong(alignment, targets) : [],
    spans: projectSpans(spans, alignment, to),
  };
}

export const compare = ({ from, to }: CompareTextsTask): TextEdit[] => editsOf(alignTexts(from, to));

/** As it is, with what was moved. */
export function align({ from, to }: CompareTextsTask): AlignedTexts {
  const { ops, moves } = alignTexts(from, to);
  return { ops, moves };
}

/** In the order of the quotations. */
export const find = ({ text, quotes }: FindQuotesTask): AnchorOutcome[] => anchorQuotes(text, quotes);
