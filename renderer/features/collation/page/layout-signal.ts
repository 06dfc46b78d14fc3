/** Signals whatever draws beside the texts that the layout changed; each listener runs at most once a frame. */
import { useEffect, useEffectEvent, useState } from 'react';

export interface LayoutSignal {
  emit(): void;
  subscribe(listener: () => void): () => void;
}

export function useLayoutSignal(): LayoutSignal {
  const [signal] = useState<LayoutSignal>(() => {
    const listeners = new Set<() => void>();
    return {
      emit: () => {
        for (const listener of listeners) listener();
      },
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
  });
  return signal;
}

/** Runs `look` in the frame after each tick, and after each time that one of `reasons` is another. */
export function useOnLayout(signal: LayoutSignal, look: () => void, reasons: readonly unknown[]): void {
  const latest = useEffectEvent(look);
  useEffect(() => {
    let frame = 0;
    const later = () => {
      if (frame === 0)
        frame = requestAnimationFrame(() => {
          frame = 0;
          latest();
        });
    };
    later();
    const stop = signal.subscribe(later);
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [signal, ...reasons]);
}
