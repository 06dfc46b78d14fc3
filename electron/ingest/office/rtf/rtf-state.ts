/** What holds within a group of an RTF file, and what becomes of its words. */
import type { Origin } from '../inline-text.js';

/** `info` to `reviser-names` are read for what they say of the file; the words of `skip` are passed over. */
export type RtfDestination =
  | 'text'
  | 'label'
  | 'info'
  | 'fonts'
  | 'styles'
  | 'title'
  | 'author'
  | 'created'
  | 'comment-author'
  | 'reviser-names'
  | 'skip';

export interface RtfState {
  readonly destination: RtfDestination;
  readonly font: number | null;
  /** Characters behind `\u` that stand for it in programs that do not know it. */
  readonly fallback: number;
  readonly isHidden: boolean;
  readonly change: Origin | null;
  readonly reviser: number;
}

export const FIRST_STATE: RtfState = {
  destination: 'text',
  font: null,
  fallback: 1,
  isHidden: false,
  change: null,
  reviser: 0,
};
