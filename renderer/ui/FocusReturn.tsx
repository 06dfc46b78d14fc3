/**
 * Gives the focus back at the moment what it stands in closes. React Aria waits for the next frame, and on a busy machine
 * the keys that are typed until then go nowhere.
 */
import { useEffect, useState } from 'react';

/** Drawn inside a dialog, a popover or a menu, only while that is open. */
export function FocusReturn() {
  // When this is first drawn, the focus has not moved in yet.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // Whoever took the focus meanwhile keeps it; where the element has gone, React Aria knows what stood around it.
      if (document.activeElement === document.body && before instanceof HTMLElement && before.isConnected) {
        before.focus({ preventScroll: true });
      }
    },
    [before],
  );
  return null;
}
