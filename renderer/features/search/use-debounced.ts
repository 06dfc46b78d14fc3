/** A debounced value, which can also be flushed at once. */
import { useCallback, useEffect, useRef, useState } from 'react';

/** @returns the settled value, and the way not to wait for it any longer. */
export function useDebounced<T>(value: T, restMs: number): readonly [settled: T, settle: () => void] {
  const [settled, setSettled] = useState(value);
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
    const timer = setTimeout(() => setSettled(value), restMs);
    return () => clearTimeout(timer);
  }, [value, restMs]);
  const settle = useCallback(() => setSettled(latest.current), []);
  return [settled, settle];
}
