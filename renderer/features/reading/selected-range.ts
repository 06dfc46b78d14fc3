/** Which range of the text a selection in the window covers. Blocks hold the stored text letter for letter. */
import { type RefObject, useCallback, useEffect, useEffectEvent, useState } from 'react';
import type { Range as TextRange } from '../../../electron/contract/index.js';
import type { TextBlock } from './layout-blocks.js';

interface DrawnRow {
  readonly row: Element;
  readonly block: TextBlock;
}

/** The drawn blocks that a selection touches, in text order. Row n + 1 is block n; the head of the document is none. */
function selectedBlocks(scroller: Element, blocks: readonly TextBlock[], selection: Range): DrawnRow[] {
  return [...scroller.querySelectorAll('[data-index]')]
    .flatMap((row) => {
      const block = blocks[Number(row.getAttribute('data-index')) - 1];
      return block && selection.intersectsNode(row) ? [{ row, block }] : [];
    })
    .sort((a, b) => a.block.start - b.block.start);
}

/** Characters of the row that lie before one end of the selection. */
function lengthBefore(row: Element, selection: Range, end: 'start' | 'end'): number {
  const before = selection.cloneRange();
  before.selectNodeContents(row);
  const node = end === 'start' ? selection.startContainer : selection.endContainer;
  const offset = end === 'start' ? selection.startOffset : selection.endOffset;
  // An end outside of the row: the whole row is in, or nothing of it is before.
  if (!row.contains(node)) return end === 'start' ? 0 : before.toString().length;
  before.setEnd(node, offset);
  return before.toString().length;
}

/**
 * The range of the text that a selection covers, without the white space at its ends.
 * @param text the text version that `blocks` were laid out from.
 * @returns UTF-16 offsets, half-open; null when no letter of the text is selected.
 */
export function rangeOfSelection(
  scroller: Element,
  blocks: readonly TextBlock[],
  text: string,
  selection: Range,
): TextRange | null {
  const touched = selectedBlocks(scroller, blocks, selection);
  const first = touched[0];
  const last = touched.at(-1);
  if (!first || !last) return null;
  return trimBlanks(
    text,
    Math.min(first.block.end, first.block.start + lengthBefore(first.row, selection, 'start')),
    Math.min(last.block.end, last.block.start + lengthBefore(last.row, selection, 'end')),
  );
}

/** @returns the range without the white space at its ends; null when no letter is left. */
export function trimBlanks(text: string, from: number, until: number): TextRange | null {
  let [start, end] = [from, until];
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (start < end && /\s/.test(text.charAt(end - 1))) end -= 1;
  return start < end ? [start, end] : null;
}

export interface SelectedRange {
  readonly range: TextRange | null;
  clear(): void;
}

/**
 * What is selected in the text, kept while the focus is elsewhere (in the palette, in a menu): only another selection
 * in this very text, or a click into it, takes it away.
 */
export function useSelectedRange(
  scroller: RefObject<Element | null>,
  blocks: readonly TextBlock[],
  text: string,
): SelectedRange {
  const [range, setRange] = useState<TextRange | null>(null);
  const follow = useEffectEvent(() => {
    const selection = document.getSelection();
    const element = scroller.current;
    if (!selection || selection.rangeCount === 0 || !isInText(element, selection.anchorNode)) return;
    const next =
      selection.isCollapsed || !element ? null : rangeOfSelection(element, blocks, text, selection.getRangeAt(0));
    setRange((now) => (now?.[0] === next?.[0] && now?.[1] === next?.[1] ? now : next));
  });
  useEffect(() => {
    const onChange = () => follow();
    document.addEventListener('selectionchange', onChange);
    return () => document.removeEventListener('selectionchange', onChange);
  }, []);
  const clear = useCallback(() => setRange(null), []);
  return { range, clear };
}

/** What floats over the text, or stands beside it, is in the scroller and yet no text. */
const isInText = (scroller: Element | null, node: Node | null): boolean => {
  const element = node instanceof Element ? node : node?.parentElement;
  return scroller?.contains(node) === true && !element?.closest('[data-beside-text]');
};
