/** The variants as they are laid over the words of one witness. */
import { type Variant, withheldBy } from '../model/variants.js';
import type { Overlay } from '../slots.js';
import css from './variant.module.css';

/** @param variants in reading order, those that are shown. @returns by start. */
export function overlaysFor(variants: readonly Variant[], witness: number): Overlay[] {
  return variants.flatMap((variant) => {
    const place = variant.places[witness];
    if (!place) return [];
    return [
      { id: variant.id, start: place[0], end: place[1], className: lookOf(variant, witness), kind: variant.class },
    ];
  });
}

/** The classes of the stylesheet for a variant in one witness. */
export function lookOf(variant: Variant, witness: number): string {
  const base = css.variant ?? '';
  if (variant.class !== 'redaction') return base;
  if (withheldBy(variant, witness)) return `${base} ${css.withheld}`;
  return variant.cells[witness] ? `${base} ${css.answered}` : base;
}
