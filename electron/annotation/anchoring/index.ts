/** Anchors that never lie: from one text version to another. Pure: runs in any worker. */
export {
  type AnchorCandidate,
  type AnchorOutcome,
  type AnchorTarget,
  anchorAll,
  anchorAlong,
  anchorQuotes,
} from './anchor-all.js';
export { makeQuote } from './make-quote.js';
