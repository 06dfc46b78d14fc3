/** The density of variants along a witness, in as many bins as the overview ruler has room for. */
import type { VariantClass } from '../../../../electron/contract/index.js';
import { classRank } from './variant-classes.js';
import type { Variant } from './variant-list.js';

export interface DensityBin {
  /** How many variants touch this part of the text. */
  readonly count: number;
  /** How much of this part differs, 0 to 1; never nothing where a variant is. */
  readonly share: number;
  /** Of the variants here, the class that matters most; null where there is none. */
  readonly class: VariantClass | null;
}

/** A word that is missing has no length, and yet is to be seen. */
const MIN_SHARE = 0.25;

/** @param length of the witness, in UTF-16 code units. @param parts how many. */
export function variantDensity(
  variants: readonly Variant[],
  witness: number,
  length: number,
  parts: number,
): DensityBin[] {
  const counts = new Array<number>(parts).fill(0);
  const covered = new Array<number>(parts).fill(0);
  const classes = new Array<VariantClass | null>(parts).fill(null);
  const size = length / Math.max(1, parts);
  for (const { positions, class: kind } of variants) {
    const [start, end] = positions[witness] ?? [0, 0];
    const first = binIndexAt(start, length, parts);
    const last = binIndexAt(Math.max(start, end - 1), length, parts);
    for (let part = first; part <= last; part += 1) {
      counts[part] = (counts[part] ?? 0) + 1;
      const inside = Math.min(end, (part + 1) * size) - Math.max(start, part * size);
      covered[part] = (covered[part] ?? 0) + Math.max(0, inside);
      const known = classes[part] ?? null;
      if (known === null || classRank(kind) < classRank(known)) classes[part] = kind;
    }
  }
  return counts.map((count, part) => ({
    count,
    share: count === 0 ? 0 : Math.max(MIN_SHARE, Math.min(1, (covered[part] ?? 0) / Math.max(1, size))),
    class: classes[part] ?? null,
  }));
}

/** @returns which part an offset lies in, from 0. */
export const binIndexAt = (offset: number, length: number, parts: number): number =>
  Math.max(0, Math.min(parts - 1, Math.floor((offset / Math.max(1, length)) * parts)));

/** The next part in a direction that has a variant; null when there is none. */
export function nextOccupiedBin(bins: readonly DensityBin[], from: number, direction: 1 | -1): number | null {
  for (let part = from + direction; part >= 0 && part < bins.length; part += direction) {
    if ((bins[part]?.count ?? 0) > 0) return part;
  }
  return null;
}
