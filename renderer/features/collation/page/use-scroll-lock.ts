/**
 * Scrolls the texts side by side together. One leads: the one last pointed at, typed in or scrolled; the others follow
 * at aligned offsets. Invariant: a follower never makes the leader scroll.
 */
import { type RefObject, useEffect, useRef } from 'react';
import { mapOffset, type WitnessOffsetMap } from '../model/offset-map.js';
import { readingLineAt, type ScrollMetrics, scrollTopFor } from '../model/reading-line.js';
import type { WitnessTextHandle } from '../slots.js';
import type { LayoutSignal } from './layout-signal.js';

export interface LockedPane {
  readonly witness: number;
  readonly handle: RefObject<WitnessTextHandle | null>;
}

export interface ScrollLock {
  /** Index of the pane that leads. */
  leader(): number;
  setLeader(pane: number): void;
  /** How often a person has scrolled, pointed or typed in the texts: a delayed scroll checks that it has not grown. */
  interactionCount(): number;
  /** Each text goes to a place of its own; they are locked again from there. */
  scrollApart(go: (pane: LockedPane, index: number) => void): void;
  /** Brings an offset of one text into view. */
  goTo(pane: number, offset: number): void;
  /** Other letters are drawn in a text. */
  onDrawn(pane: number): void;
}

export interface ScrollLockOptions {
  readonly room: RefObject<HTMLElement | null>;
  readonly panes: readonly LockedPane[];
  mapFor(from: number, to: number): WitnessOffsetMap;
  readonly layoutSignal: LayoutSignal;
}

/** How long texts may take to come to places of their own. */
const APART_MS = 800;
/** Heights are estimates until they are drawn, so a place is come to in steps. */
const STEPS = 6;

const viewOf = (element: HTMLElement): ScrollMetrics => ({
  totalPx: element.scrollHeight,
  heightPx: element.clientHeight,
});

export function useScrollLock(options: ScrollLockOptions): ScrollLock {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const leader = useRef(0);
  const isApart = useRef(false);
  const interactions = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const frame = useRef(0);
  /** How far each follower was from where the map has it when it was left there; it comes back as one scrolls on. */
  const drift = useRef(new Map<number, { readonly at: number; readonly by: number }>());

  const elementOf = (pane: number) => latest.current.panes[pane]?.handle.current?.scroller() ?? null;

  /** How far a follower has to be scrolled by the map; null while either is not drawn. */
  const alignedScrollTop = (pane: number): number | null => {
    const { panes, mapFor } = latest.current;
    const [setLeader, follower] = [panes[leader.current], panes[pane]];
    const [from, to] = [elementOf(leader.current), elementOf(pane)];
    if (!setLeader?.handle.current || !follower?.handle.current || !from || !to) return null;
    // Texts begin together and end together, whatever stands above their first words and below their last.
    if (from.scrollTop <= 0.5) return 0;
    if (from.scrollTop >= from.scrollHeight - from.clientHeight - 1) return to.scrollHeight - to.clientHeight;
    const offset = setLeader.handle.current.offsetAt(readingLineAt(viewOf(from), from.scrollTop));
    const aligned = mapOffset(mapFor(setLeader.witness, follower.witness), offset);
    return scrollTopFor(viewOf(to), follower.handle.current.topOf(aligned));
  };

  const sync = () => {
    const from = elementOf(leader.current);
    if (isApart.current || !from) return;
    for (const pane of latest.current.panes.keys()) {
      const to = elementOf(pane);
      const wanted = pane === leader.current ? null : alignedScrollTop(pane);
      if (wanted === null || !to) continue;
      const off = drift.current.get(pane);
      const left = off ? Math.max(0, 1 - Math.abs(from.scrollTop - off.at) / Math.max(1, from.clientHeight)) : 0;
      const scrollPx = wanted + (off ? off.by * left : 0);
      if (Math.abs(to.scrollTop - scrollPx) > 0.5) to.scrollTop = scrollPx;
    }
  };

  const lockTogether = () => {
    isApart.current = false;
    clearTimeout(timer.current);
    drift.current.clear();
    const from = elementOf(leader.current);
    for (const pane of latest.current.panes.keys()) {
      const wanted = pane === leader.current ? null : alignedScrollTop(pane);
      const to = elementOf(pane);
      if (wanted !== null && from && to) drift.current.set(pane, { at: from.scrollTop, by: to.scrollTop - wanted });
    }
  };

  const setLeader = (pane: number) => {
    if (pane === leader.current && !isApart.current) return;
    leader.current = pane;
    lockTogether();
  };

  const listen = useRef({ lead: setLeader, sync });
  useEffect(() => {
    listen.current = { lead: setLeader, sync };
  });
  const { room } = options;
  useEffect(() => {
    const element = room.current;
    if (!element) return;
    const paneAt = (target: EventTarget | null): number => {
      const pane = target instanceof Element ? target.closest<HTMLElement>('[data-pane]')?.dataset.pane : undefined;
      return pane === undefined ? -1 : Number(pane);
    };
    const onInput = ({ target }: Event) => {
      interactions.current += 1;
      const pane = paneAt(target);
      if (pane >= 0) listen.current.lead(pane);
    };
    const onScroll = ({ target }: Event) => {
      const pane = paneAt(target);
      if (pane === leader.current && target === latest.current.panes[pane]?.handle.current?.scroller()) {
        listen.current.sync();
      }
      latest.current.layoutSignal.emit();
    };
    const inputs = ['wheel', 'pointerdown', 'touchstart', 'keydown'] as const;
    for (const name of inputs) element.addEventListener(name, onInput, { capture: true, passive: true });
    element.addEventListener('scroll', onScroll, { capture: true, passive: true });
    return () => {
      for (const name of inputs) element.removeEventListener(name, onInput, { capture: true });
      element.removeEventListener('scroll', onScroll, { capture: true });
    };
  }, [room]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      cancelAnimationFrame(frame.current);
    },
    [],
  );

  return {
    leader: () => leader.current,
    setLeader,
    interactionCount: () => interactions.current,
    scrollApart: (go) => {
      isApart.current = true;
      for (const [index, pane] of latest.current.panes.entries()) go(pane, index);
      clearTimeout(timer.current);
      timer.current = setTimeout(lockTogether, APART_MS);
    },
    goTo: (pane, offset) => {
      setLeader(pane);
      drift.current.clear();
      let steps = 0;
      const began = interactions.current;
      const step = () => {
        // Where a person went meanwhile is where they want to be.
        if (interactions.current !== began) return;
        const [element, handle] = [elementOf(pane), latest.current.panes[pane]?.handle.current];
        if (!element || !handle) return;
        element.scrollTop = scrollTopFor(viewOf(element), handle.topOf(offset));
        steps += 1;
        if (steps < STEPS) requestAnimationFrame(step);
      };
      step();
    },
    onDrawn: (pane) => {
      latest.current.layoutSignal.emit();
      if (pane === leader.current || frame.current !== 0) return;
      frame.current = requestAnimationFrame(() => {
        frame.current = 0;
        listen.current.sync();
      });
    },
  };
}
