/** The variant that is looked at. It keeps its place in the text when the collation is made again. */
import { useState } from 'react';
import { firstAfter, type Variant } from '../model/variants.js';
import type { Collated } from './use-collation.js';

export function useCurrent(collated: Collated) {
  const [at, setAt] = useState<{ readonly of: Collated; readonly variant: Variant | null }>({
    of: collated,
    variant: null,
  });
  const moved = at.of === collated ? at : { of: collated, variant: sameOf(collated, at.variant) };
  // Settled while rendering, so that no frame shows another variant.
  if (moved !== at) setAt(moved);
  return [moved.variant, (variant: Variant | null) => setAt({ of: collated, variant })] as const;
}

/** The variant of another result that holds the words of one before; null when they do not differ any more. */
function sameOf({ variants }: Collated, before: Variant | null): Variant | null {
  if (!before) return null;
  const witness = before.cells.findIndex((cell) => cell !== null);
  const [start, end] = before.places[witness] ?? [0, 0];
  const next = variants[firstAfter(variants, witness, start)];
  const place = next?.places[witness];
  return next && place && place[0] < end && place[1] > start ? next : null;
}
