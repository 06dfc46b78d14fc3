/** Moves the focus from a closed or hidden tab to the one that is shown. */
import { type FocusEvent, type RefObject, useEffect, useRef } from 'react';
import { focusTabPanel } from './focus-tab-panel.js';

/**
 * @param room holds what the tabs show.
 * @param activeId the active tab; null when there is none.
 * @returns what the room listens to.
 */
export function usePanelFocus(room: RefObject<HTMLElement | null>, activeId: string | null) {
  const isInside = useRef(false);
  useEffect(() => {
    if (!isInside.current || activeId === null) return;
    const focus = document.activeElement;
    // What is behind another tab keeps the focus until the next frame.
    const isLost = focus === document.body || (focus instanceof HTMLElement && !focus.checkVisibility());
    if (isLost) focusTabPanel(activeId);
    isInside.current = room.current?.contains(document.activeElement) ?? false;
  }, [activeId, room]);
  return {
    onFocusCapture: () => {
      isInside.current = true;
    },
    // An element that leaves the document with the focus says nothing.
    onBlurCapture: ({ relatedTarget, currentTarget }: FocusEvent) => {
      if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) isInside.current = false;
    },
  };
}
