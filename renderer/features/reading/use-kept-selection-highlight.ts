/**
 * Highlights a kept selection while another text has the document selection. It is painted over the words, so nothing
 * of the text is drawn again for it.
 */
import { type RefObject, useLayoutEffect } from 'react';
import type { Range as TextRange } from '../../../electron/contract/index.js';
import { domPositionAt } from './dom-position.js';
import type { TextBlock } from './layout-blocks.js';

/** As the stylesheet knows it: `::highlight(held)`. */
const NAME = 'held';

/** @param drawn changes whenever blocks are drawn again. */
export function useKeptSelectionHighlight(
  scroller: RefObject<HTMLElement | null>,
  blocks: readonly TextBlock[],
  range: TextRange | null,
  drawn: unknown,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: blocks that were drawn again have new nodes for the same offsets
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || !range || !('highlights' in CSS)) return;
    const from = domPositionAt(element, blocks, range[0]);
    const until = domPositionAt(element, blocks, range[1]);
    if (!from || !until) return;
    const words = document.createRange();
    words.setStart(from.node, from.offset);
    words.setEnd(until.node, until.offset);
    const highlight = CSS.highlights.get(NAME) ?? new Highlight();
    highlight.add(words);
    CSS.highlights.set(NAME, highlight);
    return () => {
      highlight.delete(words);
    };
  }, [range, drawn, blocks]);
}
