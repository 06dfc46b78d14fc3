/**
 * Converts text offsets to DOM positions and back. Only rendered blocks have positions. Each rendered row
 * holds the stored text of its block letter for letter, so counting letters is enough.
 */
import { blockIndexAt, type TextBlock } from './layout-blocks.js';

export interface DomPosition {
  readonly node: Text;
  readonly offset: number;
}

/** Row n + 1 is block n; row 0 is the head of the document. */
const rowOfBlock = (scroller: Element, index: number): Element | null =>
  scroller.querySelector(`[data-index="${index + 1}"]`);

/** @returns where an offset is in the page; null when its block is not drawn. */
export function domPositionAt(scroller: Element, blocks: readonly TextBlock[], offset: number): DomPosition | null {
  const index = blockIndexOfCaret(blocks, offset);
  const block = blocks[index];
  const row = block && rowOfBlock(scroller, index);
  if (!block || !row) return null;
  let left = Math.min(Math.max(0, offset - block.start), block.end - block.start);
  const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
  let last: Text | null = null;
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    if (left <= node.length) return { node, offset: left };
    left -= node.length;
    last = node;
  }
  return last && { node: last, offset: last.length };
}

/** @returns the offset of the text at a place in the page; null outside of the text. */
export function offsetAtDomPosition(
  scroller: Element,
  blocks: readonly TextBlock[],
  node: Node | null,
  nodeOffset: number,
): number | null {
  const element = node instanceof Element ? node : (node?.parentElement ?? null);
  const row = element?.closest('[data-index]');
  if (!node || !row || !scroller.contains(row)) return null;
  const block = blocks[Number(row.getAttribute('data-index')) - 1];
  if (!block) return null;
  const before = document.createRange();
  before.selectNodeContents(row);
  before.setEnd(node, nodeOffset);
  return Math.min(block.end, block.start + before.toString().length);
}

/** The block that holds a caret: one at the end of a block is still in it. */
export function blockIndexOfCaret(blocks: readonly TextBlock[], offset: number): number {
  const index = blockIndexAt(blocks, offset);
  const before = blocks[index - 1];
  return before && before.end === offset && (blocks[index]?.start ?? 0) > offset ? index - 1 : index;
}
