/** What a usage is made of, and the options that several verbs share. */

export interface VerbUsage {
  /** Shown by `help`. */
  readonly line: string;
  readonly about: string;
  /** Fewest and most operands. */
  readonly operands: readonly [number, number];
  readonly options: Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: boolean }>>;
}

/** Operands without a limit. */
export const MANY = Number.POSITIVE_INFINITY;
/** One of them may be given several times: any of its values will do. */
export const several = { type: 'string', multiple: true } as const;
/** How and where to search; the same for each verb that searches. */
export const QUERY_OPTIONS = {
  mode: { type: 'string' },
  exact: { type: 'boolean' },
  from: { type: 'string' },
  to: { type: 'string' },
  type: several,
  creator: several,
  language: several,
  tag: several,
  collection: { type: 'string' },
} as const;
