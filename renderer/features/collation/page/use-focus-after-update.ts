/**
 * When a witness goes on with another version of its text, that text is drawn again: the current variant comes
 * into view again, and the focus, where it was lost, into the text it was in.
 */
import { type RefObject, useEffect, useRef } from 'react';
import type { Variant } from '../model/variant-list.js';
import type { CollationData } from './use-collation.js';
import type { LockedPane } from './use-scroll-lock.js';

export interface FocusAfterUpdateOptions {
  readonly collated: CollationData;
  readonly panes: readonly LockedPane[];
  readonly current: Variant | null;
  readonly room: RefObject<HTMLElement | null>;
  /** Of the texts, as `Lock` has it. */
  interactionCount(): number;
  goTo(variant: Variant): void;
}

export function useFocusAfterUpdate({
  collated,
  panes,
  current,
  room,
  interactionCount,
  goTo,
}: FocusAfterUpdateOptions): void {
  const latest = useRef({ panes, current, acts: interactionCount, goTo });
  const before = useRef(collated);
  /** The pane whose text had the focus last; -1 when it was elsewhere. */
  const focused = useRef(-1);
  /** How often the person had acted when the variant was chosen. */
  const chosenAt = useRef(0);
  useEffect(() => {
    latest.current = { panes, current, acts: interactionCount, goTo };
  });
  const id = current?.id ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs each time another variant is chosen
  useEffect(() => {
    // With another text the same variant may have another id: nobody chose it then.
    if (before.current === collated) chosenAt.current = interactionCount();
  }, [id]);
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
      // A person who moved since the variant was chosen stays there.
      if (latest.current.current && latest.current.acts() === chosenAt.current)
        latest.current.goTo(latest.current.current);
    });
    return () => cancelAnimationFrame(frame);
  }, [collated]);
}
