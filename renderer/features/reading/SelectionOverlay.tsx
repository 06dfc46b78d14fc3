/** A place for tools near what is selected: below its last line where there is room, else above its first. */
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import type { Range as TextRange } from '../../../electron/contract/index.js';
import { domPositionAt } from './dom-position.js';
import type { TextBlock } from './layout-blocks.js';
import css from './ReadingText.module.css';

export interface SelectionOverlayProps {
  readonly range: TextRange;
  readonly blocks: readonly TextBlock[];
  /** Changes whenever blocks are drawn again. */
  readonly drawn: unknown;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly sizer: RefObject<HTMLElement | null>;
  readonly host: RefObject<HTMLDivElement | null>;
  readonly children: ReactNode;
}

/** Height of the tools with their distance from the words, in CSS pixels. */
const TOOLS_PX = 50;
const GAP_PX = 8;

interface ToolsPosition {
  readonly left: number;
  readonly top: number;
}

export function SelectionOverlay({ range, blocks, drawn, scroller, sizer, host, children }: SelectionOverlayProps) {
  const [place, setPlace] = useState<ToolsPosition | null>(null);
  const [isDragging, setDragging] = useState(false);
  const [widthPx, setWidth] = useState(0);
  const [start, end] = range;

  // Pressing a tool must not take away what it is for.
  useEffect(() => {
    const tools = host.current;
    const onMouseDown = (event: MouseEvent) => event.preventDefault();
    tools?.addEventListener('mousedown', onMouseDown);
    return () => tools?.removeEventListener('mousedown', onMouseDown);
  }, [host]);

  // More tools may come while they are shown.
  useLayoutEffect(() => {
    const tools = host.current;
    if (!tools) return;
    const watch = new ResizeObserver(() => setWidth(tools.offsetWidth));
    watch.observe(tools);
    return () => watch.disconnect();
  }, [host]);

  // While the pointer draws the selection, tools would be in its way.
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onDown = (event: PointerEvent) => !host.current?.contains(event.target as Node) && setDragging(true);
    const onUp = () => setDragging(false);
    element.addEventListener('pointerdown', onDown);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', onUp);
    return () => {
      element.removeEventListener('pointerdown', onDown);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', onUp);
    };
  }, [scroller, host]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another selection is another place
  useLayoutEffect(() => {
    const [view, origin] = [scroller.current, sizer.current?.getBoundingClientRect()];
    const from = view && domPositionAt(view, blocks, start);
    const until = view && domPositionAt(view, blocks, end);
    if (!view || !origin || !from || !until) return;
    const words = document.createRange();
    words.setStart(from.node, from.offset);
    words.setEnd(until.node, until.offset);
    const rects = [...words.getClientRects()].filter(({ width }) => width > 0);
    const [first, last] = [rects[0], rects.at(-1)];
    if (!first || !last) return;
    const window = view.getBoundingClientRect();
    const below = last.bottom + GAP_PX;
    const above = first.top - TOOLS_PX;
    const top = below + TOOLS_PX <= window.bottom ? below : above >= window.top ? above : window.bottom - 2 * TOOLS_PX;
    const half = (host.current?.offsetWidth ?? widthPx) / 2;
    const middle = (last.left + last.right) / 2 - origin.left;
    const left = Math.max(half + GAP_PX, Math.min(origin.width - half - GAP_PX, middle));
    setPlace({ left, top: top - origin.top });
  }, [start, end, isDragging, drawn, widthPx]);

  return (
    <div
      ref={host}
      data-beside-text
      className={css.over}
      style={place && !isDragging ? place : { visibility: 'hidden' }}
    >
      {children}
    </div>
  );
}
