/** How a source is opened from outside the frame (palette, reports). Null while no frame is shown. */
import { useEffect, useSyncExternalStore } from 'react';
import type { SourceId } from '../../electron/contract/index.js';

type Open = (id: SourceId) => void;

let current: Open | null = null;
const listeners = new Set<() => void>();

function set(next: Open | null): void {
  current = next;
  for (const listener of listeners) listener();
}

/** The frame says how; `open` must keep its identity. */
export function useProvideOpenSource(open: Open): void {
  useEffect(() => {
    set(open);
    return () => set(null);
  }, [open]);
}

export function useOpenSource(): Open | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
