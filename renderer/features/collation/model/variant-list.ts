/**
 * The variants of a collation: its places where the witnesses differ, in reading order. Invariant: of every witness a
 * variant knows a place, also where the witness has nothing there.
 */
import type { CollationBlock, CollationResult, Range, VariantClass } from '../../../../electron/contract/index.js';

export interface Variant {
  /** Unique in its result. */
  readonly id: string;
  /** Among the variants, from 0. */
  readonly index: number;
  /** Index of its block in the result. */
  readonly block: number;
  readonly class: VariantClass;
  /** Of each witness its range; null where it has nothing. */
  readonly cells: readonly (Range | null)[];
  /** Of each witness its range; where it has nothing, the point after what it has before. */
  readonly positions: readonly Range[];
  readonly readings: readonly number[];
  readonly withheld: CollationBlock['withheld'];
  readonly moves: readonly number[];
  readonly pinIds: CollationBlock['pinIds'];
}

export function variantList({ blocks, witnesses }: Pick<CollationResult, 'blocks' | 'witnesses'>): Variant[] {
  const variants: Variant[] = [];
  const reached = witnesses.map(() => 0);
  for (const [block, { class: kind, cells, readings, withheld, moves, pinIds }] of blocks.entries()) {
    if (kind !== null) {
      const positions = cells.map((cell, witness): Range => cell ?? [reached[witness] ?? 0, reached[witness] ?? 0]);
      const id = `v${block}`;
      const index = variants.length;
      variants.push({ id, index, block, class: kind, cells, positions, readings, withheld, moves, pinIds });
    }
    for (const [witness, cell] of cells.entries()) if (cell) reached[witness] = cell[1];
  }
  return variants;
}

/** Whether a witness withholds something at the variant; the exemption code as it is written, or null. */
export const withheldBy = (variant: Pick<Variant, 'withheld'>, witness: number) =>
  variant.withheld.find((other) => other.witness === witness) ?? null;

/** Index among `variants` of the first that ends after `offset` of a witness; their number when none does. */
export function firstVariantAfter(variants: readonly Variant[], witness: number, offset: number): number {
  let low = 0;
  let high = variants.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const [start, end] = variants[middle]?.positions[witness] ?? [0, 0];
    // A point counts until it is passed.
    if (Math.max(end, start + 1) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
