/** Which witnesses are side by side: two or three, each once. */
import { useMemo, useRef, useState } from 'react';
import type { WitnessTextHandle } from '../slots.js';
import type { LockedPane } from './use-scroll-lock.js';

export interface VisiblePanes {
  readonly panes: readonly LockedPane[];
  /** Shows a witness in a pane; the one that had it gets the other's. */
  show(pane: number, witness: number): void;
  setCount(count: number): void;
}

/** @param total witnesses. @param base shown first to begin with. */
export function useVisiblePanes(total: number, base: number): VisiblePanes {
  const [chosen, setChosen] = useState<readonly number[]>(() => firstShown(total, base));
  const shown = chosen.every((witness) => witness < total) ? chosen : firstShown(total, base);
  const handles = [
    useRef<WitnessTextHandle | null>(null),
    useRef<WitnessTextHandle | null>(null),
    useRef<WitnessTextHandle | null>(null),
  ];
  const key = shown.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the handles are always the same
  const panes = useMemo(
    () => shown.flatMap((witness, index) => (handles[index] ? [{ witness, handle: handles[index] }] : [])),
    [key],
  );
  return {
    panes,
    show: (pane, witness) => {
      const other = shown.indexOf(witness);
      const next = shown.with(pane, witness);
      setChosen(other < 0 ? next : next.with(other, shown[pane] ?? witness));
    },
    setCount: (count) => {
      const rest = Array.from({ length: total }, (_, witness) => witness).filter((witness) => !shown.includes(witness));
      setChosen([...shown, ...rest].slice(0, Math.max(2, Math.min(3, count, total))));
    },
  };
}

const firstShown = (total: number, base: number): number[] =>
  [base, ...Array.from({ length: total }, (_, witness) => witness).filter((witness) => witness !== base)].slice(0, 2);
