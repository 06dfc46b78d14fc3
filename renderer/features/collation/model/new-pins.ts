/** Makes pins of what a person decides about the alignment: which ranges of which witnesses. */
import type { Pin } from '../../../../electron/contract/index.js';
import type { Variant } from './variant-list.js';

export type PinRange = Pin['stretches'][number];
export interface NewPin {
  readonly kind: Pin['kind'];
  readonly stretches: readonly PinRange[];
}

const pinRanges = (cells: Variant['cells']): PinRange[] =>
  cells.flatMap((cell, witness) => (cell && cell[1] > cell[0] ? [{ witness, start: cell[0], end: cell[1] }] : []));

/** Keeps the readings of a variant apart; null when fewer than two witnesses have one. */
export function splitPin({ cells }: Variant): NewPin | null {
  const stretches = pinRanges(cells);
  return stretches.length < 2 ? null : { kind: 'apart', stretches };
}

/** Makes one place of a variant and the next, with what stands between; null when fewer than two witnesses have both. */
export function joinPin(variant: Variant, next: Variant | undefined): NewPin | null {
  if (!next) return null;
  const stretches = variant.positions.flatMap(([start], witness): PinRange[] => {
    const end = next.positions[witness]?.[1] ?? start;
    return end > start ? [{ witness, start, end }] : [];
  });
  return stretches.length < 2 ? null : { kind: 'together', stretches };
}

/** What is selected in the witnesses, at most one range each; null when fewer than two have something selected. */
export function wordsPin(kind: Pin['kind'], selected: ReadonlyMap<number, readonly [number, number]>): NewPin | null {
  if (selected.size < 2) return null;
  const stretches = [...selected].map(([witness, [start, end]]) => ({ witness, start, end }));
  return { kind, stretches: stretches.sort((a, b) => a.witness - b.witness) };
}
