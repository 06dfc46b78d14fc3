/** Filters variants by class, and steps through those shown. */
import type { VariantClass } from '../../../../electron/contract/index.js';
import { t } from '../../../../electron/wording/index.js';
import { CLASSES } from './variant-classes.js';
import { firstVariantAfter, type Variant } from './variant-list.js';

/** The classes that are shown. */
export type ClassFilter = ReadonlySet<VariantClass>;

export const ALL_CLASSES: ClassFilter = new Set(CLASSES.map(({ id }) => id));

export const PRESETS = [
  { id: 'all', title: t('All'), classes: ALL_CLASSES },
  { id: 'plain', title: t('Without accidentals'), classes: without('accidental', 'ocr') },
  { id: 'values', title: t('Numbers, dates, names'), classes: new Set<VariantClass>(['number', 'date', 'name']) },
  { id: 'redactions', title: t('Redactions'), classes: new Set<VariantClass>(['redaction']) },
] as const;
export type PresetId = (typeof PRESETS)[number]['id'];

function without(...ids: VariantClass[]): ClassFilter {
  return new Set(CLASSES.map(({ id }) => id).filter((id) => !ids.includes(id)));
}

/** @returns the preset that shows these very classes; null when none does. */
export const presetOf = (filter: ClassFilter): PresetId | null =>
  PRESETS.find(({ classes }) => classes.size === filter.size && [...classes].every((id) => filter.has(id)))?.id ?? null;

export function toggleClass(filter: ClassFilter, id: VariantClass): ClassFilter {
  const next = new Set(filter);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Variants of each class. */
export function countByClass(variants: readonly Variant[]): Partial<Record<VariantClass, number>> {
  const counts: Partial<Record<VariantClass, number>> = {};
  for (const { class: kind } of variants) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** Whether some of these witnesses differ there, and not only others from them. */
export const differsBetween = ({ readings }: Pick<Variant, 'readings'>, witnesses: readonly number[]): boolean =>
  witnesses.some((witness) => readings[witness] !== readings[witnesses[0] ?? 0]);

export const countIn = (counts: Partial<Readonly<Record<VariantClass, number>>>, filter: ClassFilter): number =>
  [...filter].reduce((sum, id) => sum + (counts[id] ?? 0), 0);

/** Where one is: at a variant, else at an offset of a witness. */
export interface VariantCursor {
  /** Id of the current variant; null for none. */
  readonly id: string | null;
  readonly witness: number;
  readonly offset: number;
}

/**
 * @param shown the variants that are shown, in reading order.
 * @param all every variant: the current one may be hidden by now.
 * @returns the next variant in a direction, around the ends; null when none is shown.
 */
export function adjacentVariant(
  shown: readonly Variant[],
  all: readonly Variant[],
  at: VariantCursor,
  direction: 1 | -1,
): { readonly variant: Variant; readonly isAround: boolean } | null {
  if (shown.length === 0) return null;
  const current = all.find(({ id }) => id === at.id);
  const place = current ? shown.findIndex(({ index }) => index >= current.index) : -1;
  const isOn = current !== undefined && shown[place]?.id === current.id;
  const after = current
    ? place < 0
      ? shown.length
      : place + (isOn && direction === 1 ? 1 : 0)
    : firstVariantAfter(shown, at.witness, at.offset);
  const wanted = direction === 1 ? after : after - 1;
  const isAround = wanted < 0 || wanted >= shown.length;
  const variant = shown.at(isAround ? (direction === 1 ? 0 : -1) : wanted);
  return variant ? { variant, isAround } : null;
}
