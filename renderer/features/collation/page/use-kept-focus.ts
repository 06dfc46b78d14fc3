/**
 * When a witness goes on with another version of its text, that text is drawn anew: the variant that is looked at comes
 * before the eye again, and the focus, where it was lost, into the text it was in.
 */
import { type RefObject, useEffect, useRef } from 'react';
import type { Variant } from '../model/variants.js';
import type { Collated } from './use-collation.js';
import type { LockedPane } from './use-lock.js';

export interface KeptFocusOptions {
  readonly collated: Collated;
  readonly panes: readonly LockedPane[];
  readonly current: Variant | null;
  readonly room: RefObject<HTMLElement | null>;
  goTo(variant: Variant): void;
}

export function useKeptFocus({ collated, panes, current, room, goTo }: KeptFocusOptions): void {
  const latest = useRef({ panes, current, goTo });
  const before = useRef(collated);
  /** The pane whose text had the focus last; -1 when it was elsewhere. */
  const focused = useRef(-1);
  useEffect(() => {
    latest.current = { panes, current, goTo };
  });
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      const inside =
        target instanceof Element && room.current?.contains(target) ? target.closest<HTMLElement>('[data-pane]') : null;
      focused.current = inside ? Number(inside.dataset.pane) : -1;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, [room]);
  useEffect(() => {
    const [was, now] = [before.current.result.witnesses, collated.result.witnesses];
    before.current = collated;
    if (was.length !== now.length || was.every(({ versionId }, at) => versionId === now[at]?.versionId)) return;
    const pane = focused.current;
    // The new text is drawn first, and put where the one before was.
    const frame = requestAnimationFrame(() => {
      const isLost = document.activeElement === document.body || document.activeElement === null;
      if (isLost) latest.current.panes[Math.max(0, pane)]?.handle.current?.focus();
      if (latest.current.current) latest.current.goTo(latest.current.current);
    });
    return () => cancelAnimationFrame(frame);
  }, [collated]);
}
