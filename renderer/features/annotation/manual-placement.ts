/** The annotation that a person is about to place by hand, if any: chosen in the tray, placed in the document. */
import { useSyncExternalStore } from 'react';
import type { Annotation } from '../../../electron/contract/index.js';

let current: Annotation | null = null;
const listeners = new Set<() => void>();

export function setManualPlacement(annotation: Annotation | null): void {
  current = annotation;
  for (const listener of listeners) listener();
}

export function useManualPlacement(): Annotation | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
