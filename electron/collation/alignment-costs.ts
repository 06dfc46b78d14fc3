/**
 * What copying does to a text, as logarithms of how often it happens (nats). They are the only weights of the aligner
 * beside the rarity of words; docs/collation.md argues for each.
 */

/** A word was replaced by quite another one: about one word in fifty. */
export const SUBSTITUTION = 4;
/** Words begin to be left out or put in. Two gaps cost more than one word replaced, so that it faces what it replaced. */
export const GAP_OPEN = 3;
/** Each word left out or put in. Three words replaced cost as much as two gaps: rewritten passages stay apart. */
export const GAP_EXTEND = 1;
/** Two gaps that face each other are likely one place. */
export const GAPS_MEET = 1;
