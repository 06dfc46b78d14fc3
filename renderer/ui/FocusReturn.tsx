/**
 * Gives the focus back at the moment what it stands in closes. React Aria waits for the next frame, and on a busy machine
 * the keys that are typed until then go nowhere.
 */
import { useEffect, useState } from 'react';

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

/** Drawn inside a dialog, a popover or a menu, only while that is open. */
export function FocusReturn() {
  // When this is first drawn, the focus has not moved in yet.
  const [before] = useState(() => {
    listenToKeys();
    return document.activeElement;
  });
  useEffect(
    () => () => {
      // Whoever took the focus meanwhile keeps it; where the element has gone, React Aria knows what stood around it.
      if (document.activeElement !== document.body || !(before instanceof HTMLElement) || !before.isConnected) return;
      // The key that closes a dialog has done its work: as a key of what is focused now, Enter would begin a line there.
      if (pressed && pressed.eventPhase !== Event.NONE) pressed.preventDefault();
      before.focus({ preventScroll: true });
    },
    [before],
  );
  return null;
}
