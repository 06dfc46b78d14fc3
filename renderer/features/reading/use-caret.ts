/**
 * A text cursor in what cannot be written: by the keyboard alone, any passage can be selected. Invariant: anchor and
 * focus are offsets of the text; the selection of the page follows them, also when the marks under it are drawn again.
 */
import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useLayoutEffect, useState } from 'react';
import type { Range as TextRange } from '../../../electron/contract/index.js';
import { type CaretText, type CaretUnit, extendSelection, moveCaret, paragraphAt, sentenceAt } from './caret-moves.js';
import { blockIndexOfCaret, domPositionAt, offsetAtDomPosition } from './dom-position.js';

export interface CaretState {
  readonly anchor: number;
  /** The end that moves. */
  readonly focus: number;
}

export interface CaretBox {
  /** CSS pixels from the upper left corner of the text. */
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

export interface Caret {
  readonly state: CaretState | null;
  readonly box: CaretBox | null;
  start(at: TextRange | null): void;
  stop(): void;
  /** Where the selection ends, nothing selected any more. */
  collapse(): void;
  /** @returns whether the key was the cursor's. */
  onKey(event: KeyboardEvent): boolean;
}

export interface CaretContext extends CaretText {
  readonly scroller: RefObject<HTMLElement | null>;
  /** What the positions are counted from. */
  readonly sizer: RefObject<HTMLElement | null>;
  /** Changes whenever blocks are drawn again. */
  readonly drawn: unknown;
  /** Where the cursor starts without a selection: the first visible offset. */
  firstVisibleOffset(): number;
}

const PAGE_LINES = 14;
/** How near the edge of the window the cursor may come, in CSS pixels. */
const EDGE_PX = 56;
const SETTLE_FRAMES = 6;

export function useCaret(world: CaretContext): Caret {
  const { scroller, sizer, blocks, drawn } = world;
  const [state, setState] = useState<CaretState | null>(null);
  const [box, setBox] = useState<CaretBox | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: blocks that were drawn again have new nodes for the same offsets
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!state || !element) {
      setBox(null);
      return;
    }
    const anchor = domPositionAt(element, blocks, state.anchor);
    const focus = domPositionAt(element, blocks, state.focus);
    if (!anchor || !focus) return;
    if (element.contains(document.activeElement) && !same(readSelection(element), state)) {
      document.getSelection()?.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
    }
    const next = boxAt(focus.node, focus.offset, sizer.current);
    setBox((now) => (now?.left === next?.left && now?.top === next?.top && now?.height === next?.height ? now : next));
  }, [state, drawn, blocks]);

  const readSelection = (element: Element): CaretState | null => {
    const selection = document.getSelection();
    if (!selection || selection.rangeCount === 0) return null;
    const anchor = offsetAtDomPosition(element, blocks, selection.anchorNode, selection.anchorOffset);
    const focus = offsetAtDomPosition(element, blocks, selection.focusNode, selection.focusOffset);
    return anchor === null || focus === null ? null : { anchor, focus };
  };

  // A click or a drag takes the cursor along.
  const follow = useEffectEvent(() => {
    const element = scroller.current;
    if (!state || !element?.contains(document.activeElement)) return;
    const now = readSelection(element);
    if (now && !same(now, state)) setState(now);
  });
  const isOn = state !== null;
  useEffect(() => {
    const element = scroller.current;
    if (!isOn || !element) return;
    const onUp = () => follow();
    // A drag may end outside of the text.
    window.addEventListener('pointerup', onUp);
    return () => window.removeEventListener('pointerup', onUp);
  }, [isOn, scroller]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a move of the cursor scrolls
  useEffect(() => {
    if (!state) return;
    let frame = 0;
    let tries = 0;
    const settle = () => {
      const element = scroller.current;
      const place = element && domPositionAt(element, blocks, state.focus);
      const at = place && rectAt(place.node, place.offset);
      if (element && at) {
        const view = element.getBoundingClientRect();
        const above = view.top + EDGE_PX - at.top;
        const below = at.bottom - (view.bottom - EDGE_PX);
        if (above > 0) element.scrollTop -= above;
        else if (below > 0) element.scrollTop += below;
      }
      tries += 1;
      if (tries < SETTLE_FRAMES) frame = requestAnimationFrame(settle);
    };
    settle();
    return () => cancelAnimationFrame(frame);
  }, [state]);

  const moveTo = (focus: number, keep: 'anchor' | 'nothing') =>
    setState((now) => ({ anchor: keep === 'anchor' && now ? now.anchor : focus, focus }));

  /** By what is seen: only the page knows its lines. */
  const byLine = (at: CaretState, direction: 'forward' | 'backward', granularity: 'line' | 'lineboundary') => {
    const element = scroller.current;
    const selection = document.getSelection();
    const place = element && domPositionAt(element, blocks, at.focus);
    if (!element || !selection || !place) return at.focus;
    // A selection that already stands there keeps the column that it came from.
    if (!selection.isCollapsed || readSelection(element)?.focus !== at.focus) {
      selection.collapse(place.node, place.offset);
    }
    selection.modify('move', direction, granularity);
    const next = offsetAtDomPosition(element, blocks, selection.focusNode, selection.focusOffset);
    const isStuck = next === null || (direction === 'forward' ? next <= at.focus : next >= at.focus);
    if (!isStuck) return next;
    if (granularity === 'lineboundary') return at.focus;
    const index = blockIndexOfCaret(blocks, at.focus);
    const beyond = direction === 'forward' ? blocks[index + 1]?.start : blocks[index - 1]?.end;
    return beyond ?? (direction === 'forward' ? blocks[index]?.end : blocks[index]?.start) ?? at.focus;
  };

  const targetOf = (event: KeyboardEvent, at: CaretState): number | null => {
    const isBig = event.ctrlKey || event.metaKey || event.altKey;
    const step = (big: CaretUnit, small: CaretUnit, direction: 'forward' | 'backward') =>
      moveCaret(world, at.focus, isBig ? big : small, direction);
    switch (event.key) {
      case 'ArrowRight':
        return step('word', 'character', 'forward');
      case 'ArrowLeft':
        return step('word', 'character', 'backward');
      case 'ArrowDown':
        return isBig ? step('paragraph', 'paragraph', 'forward') : byLine(at, 'forward', 'line');
      case 'ArrowUp':
        return isBig ? step('paragraph', 'paragraph', 'backward') : byLine(at, 'backward', 'line');
      case 'Home':
        return isBig ? step('document', 'document', 'backward') : byLine(at, 'backward', 'lineboundary');
      case 'End':
        return isBig ? step('document', 'document', 'forward') : byLine(at, 'forward', 'lineboundary');
      case 'PageDown':
      case 'PageUp': {
        const direction = event.key === 'PageDown' ? 'forward' : 'backward';
        let focus = at.focus;
        for (let line = 0; line < PAGE_LINES; line += 1) focus = byLine({ anchor: focus, focus }, direction, 'line');
        return focus;
      }
      default:
        return null;
    }
  };

  return {
    state,
    box,
    start: (at) => {
      const from = at ?? [world.firstVisibleOffset(), world.firstVisibleOffset()];
      setState({ anchor: from[0], focus: from[1] });
    },
    stop: () => setState(null),
    collapse: () => setState((now) => now && { anchor: now.focus, focus: now.focus }),
    onKey: (event) => {
      if (!state) return false;
      const target = targetOf(event, state);
      if (target !== null) {
        moveTo(target, event.shiftKey ? 'anchor' : 'nothing');
        return true;
      }
      if (event.ctrlKey || event.metaKey || event.altKey) return false;
      const unit = event.key === 's' ? sentenceAt : event.key === 'p' ? paragraphAt : null;
      if (unit === null) return false;
      const range: TextRange = [Math.min(state.anchor, state.focus), Math.max(state.anchor, state.focus)];
      const [anchor, focus] = extendSelection(world, range, unit);
      setState({ anchor, focus });
      return true;
    },
  };
}

const same = (a: CaretState | null, b: CaretState): boolean => a?.anchor === b.anchor && a.focus === b.focus;

/** The box of a place between two letters; at the end of a line that is the line of the letter before. */
function rectAt(node: Text, offset: number): DOMRect | null {
  const range = document.createRange();
  range.setStart(node, offset);
  range.collapse(true);
  const rects = range.getClientRects();
  return rects[rects.length - 1] ?? node.parentElement?.getBoundingClientRect() ?? null;
}

function boxAt(node: Text, offset: number, sizer: HTMLElement | null): CaretBox | null {
  const at = rectAt(node, offset);
  const origin = sizer?.getBoundingClientRect();
  return at && origin ? { left: at.left - origin.left, top: at.top - origin.top, height: at.height } : null;
}
