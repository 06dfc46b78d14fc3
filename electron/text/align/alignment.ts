/**
 * What an alignment of two texts says. Offsets are UTF-16 and half-open; no range splits a surrogate pair that the text
 * holds whole.
 */
import type { Range } from '../../contract/index.js';

/**
 * `same`: unit for unit alike. `changed`: stands in the place of, but is written otherwise; both ranges hold something.
 * `removed` and `added`: nothing opposite; one range is empty.
 */
export interface AlignmentOp {
  readonly kind: 'same' | 'changed' | 'removed' | 'added';
  readonly from: Range;
  readonly to: Range;
}

/** A passage that is found elsewhere: `ops` tile its two ranges. The main ops have it as removed and as added. */
export interface MovedPassage {
  readonly from: Range;
  readonly to: Range;
  readonly ops: readonly AlignmentOp[];
}

export interface TextAlignment {
  readonly from: string;
  readonly to: string;
  /** In order; the `from` ranges tile the one text, the `to` ranges the other. */
  readonly ops: readonly AlignmentOp[];
  /** Ordered by place in `from`; disjoint there and in `to`. */
  readonly moves: readonly MovedPassage[];
}
