/**
 * What a collation is made of. Witnesses come in as texts, an alignment goes out as a table with one row for each
 * place and one column for each witness. Invariant of every alignment: the tokens of each witness stand in its column in
 * their order, each exactly once, so that a witness rebuilds from the table.
 */

/** A range of a witness that says nothing and may stand for anything: withheld, lost or illegible. */
export interface TextGap {
  /** UTF-16 offsets into the text, half-open. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'redaction' | 'lacuna';
  /** Exemption code as it is written there, `1.4(b)`; null when none is. */
  readonly code: string | null;
}

export interface WitnessText {
  readonly text: string;
  /** In text order, without overlaps. */
  readonly gaps: readonly TextGap[];
}

export const WORD = 0;
export const PUNCTUATION = 1;
export const GAP = 2;

/** The tokens of one witness, in text order; arrays of equal length. What is between two tokens is white space. */
export interface Tokens {
  readonly count: number;
  /** UTF-16 offsets, half-open. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** `WORD`, `PUNCTUATION` or `GAP`. */
  readonly kinds: Uint8Array;
  /** Of a word or a sign its normal form (NFKC, case, quotes, line-end hyphens, long s, marks); of a gap its code, or ''. */
  readonly normalized: readonly string[];
}

/** A range of a witness, in UTF-16 offsets, half-open. */
export interface WitnessRange {
  /** Index of the witness in the order given. */
  readonly witness: number;
  readonly start: number;
  readonly end: number;
}

/**
 * What the scholar decided; a hard constraint. `together`: the ranges correspond, their first words share a row and
 * their further words stand beside each other in order. `apart`: no words of two of the ranges share a row.
 */
export interface AlignmentPin {
  readonly kind: 'together' | 'apart';
  readonly stretches: readonly WitnessRange[];
}

/** No token of this witness in this row. */
export const NONE = -1;

/** Words that stand elsewhere in another witness. Token indices, half-open. */
export interface Transposition {
  readonly from: { readonly witness: number; readonly start: number; readonly end: number };
  readonly to: { readonly witness: number; readonly start: number; readonly end: number };
}

/** A gap token stands in the first row of what it may stand for; others have words in some of these rows. */
export interface GapSpan {
  readonly witness: number;
  readonly token: number;
  /** Rows, half-open; one row when no other witness shows anything there. */
  readonly rowStart: number;
  readonly rowEnd: number;
}

export interface Alignment {
  readonly witnesses: readonly WitnessText[];
  readonly tokens: readonly Tokens[];
  readonly rowCount: number;
  /** `rowCount` rows of one token index (or `NONE`) for each witness. */
  readonly cells: Int32Array;
  /** One in every gap token, in row order. */
  readonly gapSpans: readonly GapSpan[];
  readonly moves: readonly Transposition[];
  /** Indices of pins that contradict an earlier one and were left out. */
  readonly refusedPins: readonly number[];
}
