/** A search line as read: what was asked, and where in the line it stands. Pure data; nothing here knows an index. */
import type { IndexField } from '../../contract/index.js';

/** `[start, end)` in UTF-16 units of the line as typed, for messages. */
export type LineRange = readonly [start: number, end: number];

/** As lunr means it: `optional` adds to the score, `required` must be there, `prohibited` must not. */
export type Presence = 'optional' | 'required' | 'prohibited';

/** One word with lunr's modifiers. `text` is as typed (not folded, not stemmed) and may hold `*`. */
export interface WordNode {
  readonly kind: 'word';
  readonly text: string;
  /** Null: every field. */
  readonly field: IndexField | null;
  /** Letters that may differ, 0 for none; lunr's `~N`. */
  readonly editDistance: number;
  /** lunr's `^N`; 1 when not given. */
  readonly boost: number;
  readonly place: LineRange;
}

/** Words next to each other in this order; with `slop`, up to so many further words may stand between them in all. */
export interface PhraseNode {
  readonly kind: 'phrase';
  /** Between the quotation marks, as typed. */
  readonly text: string;
  readonly field: IndexField | null;
  readonly slop: number;
  readonly boost: number;
  readonly place: LineRange;
}

/** Both in one field, in either order, with at most `distance` words from one to the other. */
export interface NearNode {
  readonly kind: 'near';
  readonly left: WordNode | PhraseNode;
  readonly right: WordNode | PhraseNode;
  readonly distance: number;
  readonly place: LineRange;
}

/** Narrows what is found; scores nothing. */
export type FilterNode =
  | {
      readonly kind: 'filter';
      /** `in`: a collection, `tag`: a tag, `path`: where the file lay that a source came from. */
      readonly field: 'type' | 'language' | 'in' | 'tag' | 'path';
      readonly value: string;
      /** Quoted values must be the whole name; others may be the beginning of one of its words. */
      readonly isWhole: boolean;
      readonly place: LineRange;
    }
  | {
      readonly kind: 'filter';
      readonly field: 'date' | 'written' | 'published' | 'declassified';
      /** First and last day, `YYYY-MM-DD`; null: open. */
      readonly from: string | null;
      readonly to: string | null;
      readonly place: LineRange;
    };

/** All of the parts, any of the parts, or not the part. */
export interface AndNode {
  readonly kind: 'and';
  readonly parts: readonly QueryNode[];
}
export interface OrNode {
  readonly kind: 'or';
  readonly parts: readonly QueryNode[];
}
export interface NotNode {
  readonly kind: 'not';
  readonly part: QueryNode;
}

/** Clauses side by side without an operator between them: lunr's own reading of a line. */
export interface ListNode {
  readonly kind: 'list';
  readonly clauses: readonly { readonly presence: Presence; readonly node: QueryNode }[];
}

export type QueryNode = WordNode | PhraseNode | NearNode | FilterNode | AndNode | OrNode | NotNode | ListNode;
