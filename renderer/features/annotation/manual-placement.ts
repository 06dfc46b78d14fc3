/** The annotation to be placed by hand, if any: chosen on the review page, placed in the document. */
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
