/** The kinds of questions. Apart from those who draw them, so that an engine's process holds no other engine. */

/**
 * plain: words of which any may occur; and: all must; prefix: one beginning of a word; typeahead: a word and the
 * beginning of another; fuzzy: one word with one slip; phrase: words that stand in this order.
 */
export const QUERY_KINDS = ['plain', 'and', 'prefix', 'typeahead', 'fuzzy', 'phrase'] as const;
export type QueryKind = (typeof QUERY_KINDS)[number];
export type QuerySets = Readonly<Record<QueryKind, readonly string[]>>;
