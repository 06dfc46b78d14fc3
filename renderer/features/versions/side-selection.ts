/** Which words of a comparison are selected, on which side. Each segment of the page carries its offset in its own text. */
import { useEffect, useState } from 'react';

export interface SideSelection {
  readonly side: 'from' | 'to';
  /** `[start, end)` in UTF-16 code units of the text of that side. */
  readonly start: number;
  readonly end: number;
}

function positionOf(node: Node, offset: number): { side: string; at: number } | null {
  const element = node instanceof Element ? node : node.parentElement;
  const segment = element?.closest<HTMLElement>('[data-start]');
  const side = segment?.closest<HTMLElement>('[data-side-of]')?.dataset.sideOf;
  if (!segment || side === undefined) return null;
  const before = document.createRange();
  before.selectNodeContents(segment);
  before.setEnd(node, offset);
  return { side, at: Number(segment.dataset.start) + before.toString().length };
}

/** @returns null unless the selection begins and ends on one side. */
export function sideSelection(room: Element, selection: Selection): SideSelection | null {
  if (selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!room.contains(range.commonAncestorContainer)) return null;
  const start = positionOf(range.startContainer, range.startOffset);
  const end = positionOf(range.endContainer, range.endOffset);
  if (!start || !end || start.side !== end.side || start.at >= end.at) return null;
  return { side: start.side === 'to' ? 'to' : 'from', start: start.at, end: end.at };
}

/** Follows the selection while the page is shown. */
export function useSideSelection(room: { readonly current: Element | null }): SideSelection | null {
  const [words, setWords] = useState<SideSelection | null>(null);
  useEffect(() => {
    const follow = () => {
      const selection = document.getSelection();
      if (!selection || !room.current) return;
      const next = sideSelection(room.current, selection);
      // A click on a button leaves what was selected as it is.
      if (next || (selection.isCollapsed && room.current.contains(selection.anchorNode))) setWords(next);
    };
    document.addEventListener('selectionchange', follow);
    return () => document.removeEventListener('selectionchange', follow);
  }, [room]);
  return words;
}
