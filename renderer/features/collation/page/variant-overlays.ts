/** The variants as they are laid over the words of one witness. */
import { differsBetween } from '../model/variant-filter.js';
import { type Variant, withheldBy } from '../model/variant-list.js';
import type { VariantOverlay } from '../slots.js';
import css from './variant.module.css';

/**
 * @param variants in reading order, those that are shown.
 * @param beside the witnesses that are side by side.
 * @returns by start.
 */
export function variantOverlays(
  variants: readonly Variant[],
  witness: number,
  beside: readonly number[],
): VariantOverlay[] {
  return variants.flatMap((variant) => {
    const place = variant.positions[witness];
    if (!place) return [];
    return [
      {
        id: variant.id,
        start: place[0],
        end: place[1],
        className: overlayClass(variant, witness, beside),
        kind: variant.class,
      },
    ];
  });
}

/** The classes of the stylesheet for a variant in one witness. */
function overlayClass(variant: Variant, witness: number, beside: readonly number[]): string {
  const base = css.variant ?? '';
  // Those side by side say the same: only a witness that is not shown differs.
  if (!differsBetween(variant, beside)) return `${base} ${css.quiet}`;
  if (variant.class !== 'redaction') return base;
  if (withheldBy(variant, witness)) return `${base} ${css.withheld}`;
  return variant.cells[witness] ? `${base} ${css.answered}` : base;
}
