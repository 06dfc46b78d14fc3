/**
 * Returns the focus at the moment what it stands in closes. React Aria waits for the next frame, and on a busy machine
 * the keys that are typed until then go nowhere.
 */
import { useCallback, useEffect, useState } from 'react';

/** The key that was pressed last; undefined while nobody listens. */
let pressed: KeyboardEvent | null | undefined;

function listenToKeys(): void {
  if (pressed !== undefined) return;
  pressed = null;
  const note = (event: KeyboardEvent) => {
    pressed = event;
  };
  window.addEventListener('keydown', note, { capture: true });
}

/** Where the focus was before each of those that are open, the newest last. */
const open: (readonly HTMLElement[])[] = [];

/**
 * Where the focus is, and where it goes when that is gone: the item of a menu goes with its menu, and a dialog that it
 * opened returns the focus to where it was before the menu.
 */
function focusedElement(): readonly HTMLElement[] {
  const { activeElement } = document;
  const own = activeElement instanceof HTMLElement && activeElement !== document.body ? [activeElement] : [];
  return [...own, ...(open.at(-1) ?? [])];
}

/**
 * Remembers where the focus was when the component was first drawn: it has not moved in yet.
 * @returns a function that returns the focus, unless it was within `around`; false when nothing took it.
 */
export function useRestoreFocus(): (around?: Element | null) => boolean {
  const [before] = useState(focusedElement);
  useEffect(() => {
    open.push(before);
    return () => void open.splice(open.lastIndexOf(before), 1);
  }, [before]);
  return useCallback(
    (around = null) =>
      !(before[0] && around?.contains(before[0])) &&
      before.some((element) => {
        if (element.isConnected) element.focus({ preventScroll: true });
        return document.activeElement === element;
      }),
    [before],
  );
}

/** Drawn inside a dialog, a popover, a menu or a page, only while that is open. */
export function FocusReturn() {
  const restoreFocus = useRestoreFocus();
  useEffect(() => {
    listenToKeys();
    return () => {
      // An element that took the focus meanwhile keeps it.
      if (document.activeElement !== document.body) return;
      // The key that closes a dialog has done its work: as a key of what is focused now, Enter would begin a line there.
      if (restoreFocus() && pressed && pressed.eventPhase !== Event.NONE) pressed.preventDefault();
    };
  }, [restoreFocus]);
  return null;
}
