/** Tells those who draw beside the texts that something moved; at most once a frame for each of them. */
import { useEffect, useEffectEvent, useState } from 'react';

export interface Ticks {
  tell(): void;
  subscribe(listener: () => void): () => void;
}

export function useTicks(): Ticks {
  const [ticks] = useState<Ticks>(() => {
    const listeners = new Set<() => void>();
    return {
      tell: () => {
        for (const listener of listeners) listener();
      },
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
  });
  return ticks;
}

/** Runs `look` in the frame after each tick, and after each time that one of `reasons` is another. */
export function useOnTick(ticks: Ticks, look: () => void, reasons: readonly unknown[]): void {
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
    const stop = ticks.subscribe(later);
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [ticks, ...reasons]);
}
