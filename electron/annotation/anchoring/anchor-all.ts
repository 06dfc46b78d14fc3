/**
 * Anchors annotated passages in another version of their text. Invariant: a passage is placed where its words are, or it
 * goes to review with the reason; it is never moved to something that merely resembles it.
 *
 * Three stages, each tried only when the one before is not certain. `[ ]` is the passage, offsets are UTF-16:
 *
 *     old    The sailors [reached the lake] at dawn.         target 12–28
 *     new    The men reachcd the lake, at dawn.
 *
 *     1. project   the alignment maps 12–28 to 8–24          reachcd the lake
 *     2. score     words: 1 of 14 letters edited             similarity 0.93
 *                  before `men`: unlike `sailors`            worse side
 *                  after  `at dawn`: the same                better side 1.0 >= SURE_SIDE
 *     3. decide    0.93 >= the similarity needed for such sides: placed, method `alignment`
 *
 * When stage 3 fails, the whole text is searched for the words; a single best match is placed with method `quote`, several
 * matches within NEAR of each other go to review.
 */
import type { QuoteSelector, Range } from '../../contract/index.js';
import { alignTextsNear, isInWord, type Projector, projector, type TextAlignment } from '../../text/index.js';
import { t } from '../../wording/index.js';
import { lostNeighbour } from './lost-neighbour.js';
import { occupiedRanges } from './occupied-ranges.js';
import { type QuoteMatch, type QuoteSearch, quoteSearch } from './quote-search.js';
import {
  type FoldedQuote,
  foldedQuoteOf,
  type QuoteSimilarity,
  quoteSimilarity,
  type SearchableText,
  searchableTextOf,
  sidesAlike,
} from './quote-similarity.js';
import { removedPassages } from './removed-passages.js';
import { snapEnds } from './snap-ends.js';

export interface AnchorTarget {
  /** UTF-16 offset in the old text, inclusive. */
  readonly start: number;
  /** UTF-16 offset in the old text, exclusive. */
  readonly end: number;
  readonly quote: QuoteSelector;
}

export interface AnchorCandidate {
  /** UTF-16 offset in the new text, inclusive. */
  readonly start: number;
  readonly end: number;
  /** 0 to 1: how well words and context agree. */
  readonly score: number;
  /** 0 to 1: how alike the words themselves are. */
  readonly similarity: number;
}

export type AnchorOutcome =
  | ({ readonly state: 'placed'; readonly method: 'alignment' | 'quote' } & AnchorCandidate)
  | { readonly state: 'review'; readonly reason: string; readonly candidates: readonly AnchorCandidate[] };

/*
 * What each of these is for, and what was measured on either side of it, is in `docs/anchoring.md`; a test stands on
 * either side of each in `thresholds.test.ts`.
 */

/** A side that is as alike as this surely is the old one: other text comes to 0.45 once in a thousand. */
const SURE_SIDE = 0.6;
/** A side that is as alike as this is more than chance, which comes to 0.31 once in ten. */
const LIKELY_SIDE = 0.33;
/** The same of longer sides, as far as the old text is at hand: of more letters, chance gives less. */
const WIDE = 96;
const SURE_WIDE = 0.5;
const LIKELY_WIDE = 0.33;
/** How alike a phrase and a single word have to be between two such sides. Other words come to 0.43 once in a thousand. */
const CERTAIN_PHRASE = 0.5;
const CERTAIN_WORD = 0.55;
/** With one side that is sure. */
const ALIGNED_SIMILARITY = 0.6;
/** With none, or with an end that cuts a word. */
const PART_SIMILARITY = 0.75;
/** What a single word needs on its better side when nothing is certain on the other. */
const NEEDED_SIDE = 0.7;
/** A place that lost so much, with so little of its old context, was cut where a move ended. */
const MAX_CUT = 0.12;
const CUT_CONTEXT = 0.6;
/** What is found by its words and context, wherever it is. */
const QUOTE_SCORE = 0.8;
const QUOTE_SIMILARITY = 0.7;
/** Two places whose scores are nearer than this are equally good. */
const NEAR = 0.05;
const MAX_CANDIDATES = 5;

/** @returns an outcome for each target, in their order. */
export function anchorAll(from: string, to: string, targets: readonly AnchorTarget[]): AnchorOutcome[] {
  const { alignment, letters } = alignTextsNear(from, to, targets);
  return along(alignment, { text: to, letters }, targets);
}

/** As `anchorAll`, through an existing alignment. */
export function anchorAlong(alignment: TextAlignment, targets: readonly AnchorTarget[]): AnchorOutcome[] {
  return along(alignment, searchableTextOf(alignment.to), targets);
}

function along(alignment: TextAlignment, haystack: SearchableText, targets: readonly AnchorTarget[]): AnchorOutcome[] {
  if (alignment.from === alignment.to) return targets.map(unmoved);
  const project = projector(alignment);
  const isOccupied = occupiedRanges(alignment);
  const isRemoved = removedPassages(alignment.from, project);
  const isLostNeighbour = lostNeighbour(alignment.from, haystack, project);
  let search: QuoteSearch | null = null;
  const whole = (rough: QuoteMatch, folded: FoldedQuote): QuoteMatch => {
    search ??= quoteSearch(haystack);
    const near = search.near(folded, rough.start);
    return near && !isApart(near, rough) && near.similarity > rough.similarity ? near : rough;
  };
  return targets.map((target) => {
    const folded = foldedQuoteOf(target.quote);
    const rough = projectedRange(project, alignment.from, haystack, target, folded);
    const aligned = rough && isCut(rough, target, folded) ? whole(rough, folded) : rough;
    const isCertain = aligned !== null && (isSure(aligned) || isSureAround(alignment.from, target, haystack, aligned));
    const isAligned = aligned !== null && isEnough(aligned, folded, alignment.to, isCertain);
    if (isAligned && (isRemoved(target) || isLostNeighbour(aligned, target))) {
      const reason = t('Of like passages that stood here one is gone, and nobody can say which.');
      return { state: 'review', reason, candidates: candidatesOf([], aligned) };
    }
    if (isAligned && isCertain) return placed(aligned, 'alignment');
    search ??= quoteSearch(haystack);
    const found = search.find(folded);
    const isFree = (match: QuoteMatch) => !isOccupied(match, target);
    if (!isAligned) return decide(found, aligned, folded, isFree);
    // An alignment has to settle on one of two copies; where neither stands among its old neighbours, a person decides.
    const rivals = found.filter(
      (match) => aligned.score - match.score < NEAR && isApart(match, aligned) && isFree(match),
    );
    if (rivals.length === 0) return placed(aligned, 'alignment');
    return { state: 'review', reason: manyMatches(rivals.length + 1), candidates: candidatesOf(found, aligned) };
  });
}

const unmoved = ({ start, end }: AnchorTarget): AnchorOutcome =>
  placed({ start, end, score: 1, similarity: 1 }, 'alignment');

/**
 * Finds quotations of which nothing else is known, such as those of a file of another program.
 * @returns an outcome for each quotation, in their order.
 */
export function anchorQuotes(text: string, quotes: readonly QuoteSelector[]): AnchorOutcome[] {
  const search = quoteSearch(searchableTextOf(text));
  return quotes.map((quote) => {
    const folded = foldedQuoteOf(quote);
    return decide(search.find(folded), null, folded, () => true);
  });
}

function projectedRange(
  project: Projector,
  from: string,
  haystack: SearchableText,
  target: AnchorTarget,
  folded: FoldedQuote,
): QuoteMatch | null {
  const at = ([start, end]: Range): QuoteMatch => ({ start, end, ...quoteSimilarity(folded, haystack, start, end) });
  const range = project.range(target.start, target.end);
  let match = range && at(range);
  if (match?.similarity !== 1) {
    // Letters that are misread one and all are joined to nothing, and yet stand between what stood around them.
    const between = trimmed(haystack.text, project.between(target.start, target.end));
    const whole = between && at(between);
    if (whole && whole.edits < (match?.edits ?? Number.POSITIVE_INFINITY)) match = whole;
  }
  if (!match) return null;
  const startsWord = !isInWord(from, target.start);
  const endsWord = !isInWord(from, target.end);
  return snapEnds(match, folded, haystack, { startsWord, endsWord });
}

function trimmed(text: string, [start, end]: Range): Range | null {
  const piece = text.slice(start, end);
  const [lead = ''] = /^[\p{P}\p{Z}\p{C}]*/u.exec(piece) ?? [];
  const [rest = ''] = /[\p{P}\p{Z}\p{C}]*$/u.exec(piece.slice(lead.length)) ?? [];
  const range: Range = [start + lead.length, end - rest.length];
  return range[0] < range[1] ? range : null;
}

/** How alike the words have to be, by how certain it is that what stands around them is what stood there. */
function neededSimilarity(match: QuoteMatch, folded: FoldedQuote, to: string, isCertain: boolean): number {
  if (isCertain) return folded.needsContext ? CERTAIN_WORD : CERTAIN_PHRASE;
  // `or` of `Center` is not what became of `for`: a part of a word has to be more alike than a whole one.
  if (cutsWord(to, match) || (match.betterSide ?? 1) < SURE_SIDE) return PART_SIMILARITY;
  return ALIGNED_SIMILARITY;
}

/** One side surely is what it was, and the other one more than chance would have it. */
const isSure = ({ betterSide, worseSide }: QuoteMatch) =>
  betterSide !== null && worseSide !== null && betterSide >= SURE_SIDE && worseSide >= LIKELY_SIDE;

function isSureAround(
  from: string,
  { start, end }: AnchorTarget,
  haystack: SearchableText,
  match: QuoteMatch,
): boolean {
  const around = { prefix: from.slice(Math.max(0, start - WIDE), start), suffix: from.slice(end, end + WIDE) };
  const { betterSide, worseSide } = sidesAlike(around, haystack, match.start, match.end);
  return betterSide !== null && worseSide !== null && betterSide >= SURE_WIDE && worseSide >= LIKELY_WIDE;
}

function isEnough(match: QuoteMatch, folded: FoldedQuote, to: string, isCertain: boolean): boolean {
  if (match.similarity < neededSimilarity(match, folded, to, isCertain)) return false;
  return !folded.needsContext || isCertain || contextAgrees(match);
}

/**
 * Whether an end of the passage may not have been aligned: it lost much, and nothing around it is what was. Then its
 * words have to say where it ends. Among its old neighbours it simply did lose something.
 */
const isCut = (rough: QuoteMatch, target: AnchorTarget, folded: FoldedQuote) =>
  !folded.needsContext &&
  (rough.context ?? 0) < CUT_CONTEXT &&
  rough.end - rough.start < (target.end - target.start) * (1 - MAX_CUT);

const cutsWord = (text: string, { start, end }: QuoteMatch) => isInWord(text, start) || isInWord(text, end);

const contextAgrees = ({ betterSide }: QuoteSimilarity) => betterSide !== null && betterSide >= NEEDED_SIDE;

const isGood = (match: QuoteMatch, folded: FoldedQuote) =>
  match.score >= QUOTE_SCORE && match.similarity >= QUOTE_SIMILARITY && (!folded.needsContext || contextAgrees(match));

const isApart = (one: QuoteMatch, other: QuoteMatch) => one.end <= other.start || one.start >= other.end;

function placed({ start, end, score, similarity }: AnchorCandidate, method: 'alignment' | 'quote'): AnchorOutcome {
  return { state: 'placed', start, end, method, score, similarity };
}

function decide(
  found: readonly QuoteMatch[],
  aligned: QuoteMatch | null,
  folded: FoldedQuote,
  isFree: (match: QuoteMatch) => boolean,
): AnchorOutcome {
  const good = found.filter((match) => isGood(match, folded) && isFree(match));
  const [best, second] = good;
  if (best && !(second && best.score - second.score < NEAR)) return placed(best, 'quote');
  return { state: 'review', reason: reasonFor(good, found, aligned), candidates: candidatesOf(found, aligned) };
}

function reasonFor(good: readonly QuoteMatch[], found: readonly QuoteMatch[], aligned: QuoteMatch | null): string {
  const near = good.filter(({ score }) => (good[0]?.score ?? 0) - score < NEAR);
  if (near.length > 1) return manyMatches(near.length);
  if (aligned && aligned.similarity < ALIGNED_SIMILARITY) {
    return t('What stands in its place now is too different from the passage.');
  }
  if (aligned) return t('Like words stand in its place, but what stands around them is not what stood there.');
  if (found.length > 0) return t('The passage was not found in this version; similar words stand elsewhere.');
  return t('The passage was not found in this version.');
}

const manyMatches = (count: number) => t('Found at {count} places that cannot be told apart.', { count });

function candidatesOf(found: readonly QuoteMatch[], aligned: QuoteMatch | null): AnchorCandidate[] {
  const apart = found.filter((match) => !aligned || isApart(match, aligned));
  return [...(aligned ? [aligned] : []), ...apart]
    .sort((one, other) => other.score - one.score)
    .slice(0, MAX_CANDIDATES)
    .map(({ start, end, score, similarity }) => ({ start, end, score, similarity }));
}
