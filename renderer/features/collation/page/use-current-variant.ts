/** The current variant. It keeps its place in the text when the collation is made again. */
import { useState } from 'react';
import { firstVariantAfter, type Variant } from '../model/variant-list.js';
import type { CollationData } from './use-collation.js';

export function useCurrentVariant(collated: CollationData) {
  const [at, setAt] = useState<{ readonly of: CollationData; readonly variant: Variant | null }>({
    of: collated,
    variant: null,
  });
  const moved = at.of === collated ? at : { of: collated, variant: sameVariantIn(collated, at.of, at.variant) };
  // Settled while rendering, so that no frame shows another variant.
  if (moved !== at) setAt(moved);
  return [moved.variant, (variant: Variant | null) => setAt({ of: collated, variant })] as const;
}

/** The variant of another result that holds the words of one before; null when they do not differ any more. */
function sameVariantIn({ variants, result }: CollationData, of: CollationData, before: Variant | null): Variant | null {
  if (!before) return null;
  const present = before.cells.flatMap((cell, witness) => (cell ? [witness] : []));
  // Offsets of a text that was corrected meanwhile are not what they were.
  const isSame = (at: number) => result.witnesses[at]?.versionId === of.result.witnesses[at]?.versionId;
  const witness = present.find(isSame) ?? present[0] ?? 0;
  const [start, end] = before.positions[witness] ?? [0, 0];
  const next = variants[firstVariantAfter(variants, witness, start)];
  const place = next?.positions[witness];
  return next && place && place[0] < end && place[1] > start ? next : null;
}
