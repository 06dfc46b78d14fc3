/**
 * What copying does to a text, as logarithms of how often it happens (nats). They are the only weights of the aligner
 * beside the rarity of words; docs/collation.md argues for each.
 */

/** A word was replaced by quite another one: about one word in fifty. */
export const CHANGED = 4;
/** Words begin to be left out or put in: about once in a hundred words. */
export const OPENED = 4.6;
/** Each word that is left out or put in: such stretches have three words on average. */
export const CONTINUED = 0.4;
/** Two gaps that face each other are likely one place. */
export const GAPS_MEET = 1;
