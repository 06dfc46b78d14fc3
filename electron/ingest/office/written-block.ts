/** A block of a document before it is known what stands before and behind it. */
import type { TextBlockKind } from '../parsed-file.js';
import type { InlineText } from './inline-text.js';

export interface WrittenBlock {
  readonly kind: TextBlockKind;
  readonly inline: InlineText;
}
