/** Opens a source from outside the frame (palette, reports). Null while no frame is shown. */
import { useEffect, useSyncExternalStore } from 'react';
import type { SourceId } from '../../electron/contract/index.js';

type OpenSource = (id: SourceId) => void;

let current: OpenSource | null = null;
const listeners = new Set<() => void>();

function setOpener(next: OpenSource | null): void {
  current = next;
  for (const listener of listeners) listener();
}

/** The frame says how; `open` must keep its identity. */
export function useProvideSourceOpener(open: OpenSource): void {
  useEffect(() => {
    setOpener(open);
    return () => setOpener(null);
  }, [open]);
}

export function useSourceOpener(): OpenSource | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
