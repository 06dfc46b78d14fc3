/** The visible values of a facet. Pure. Invariant: a selected value is always visible, even when nothing has it any more. */
import type { FacetCount } from '../../../electron/contract/index.js';

export interface FacetValueFilter {
  readonly selected: readonly string[];
  /** How many values are shown at most, besides chosen ones. */
  readonly limit: number;
  /** Letters to look for in the labels, whatever their case and marks; empty: all. */
  readonly contains: string;
}

/** Chosen values that the answer does not count are there with a count of 0. @param nameOf what a person reads for a value. */
export function includeSelected(
  values: readonly FacetCount[],
  selected: readonly string[],
  nameOf: (value: string) => string,
): FacetCount[] {
  const missing = selected.filter((value) => !values.some((known) => known.value === value));
  return [...values, ...missing.map((value) => ({ value, label: nameOf(value), count: 0 }))];
}

/** In the order of the facet, so that nothing moves under the pointer. */
export function visibleValues(values: readonly FacetCount[], { selected, limit, contains }: FacetValueFilter) {
  const letters = folded(contains.trim());
  const matching = letters === '' ? values : values.filter(({ label }) => folded(label).includes(letters));
  const shown = matching.filter(({ value }, index) => index < limit || selected.includes(value));
  return { shown, more: matching.length - shown.length };
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a facet tells something: a value, or a choice that must stay in sight. */
export const isInformative = (values: readonly FacetCount[], selected: readonly string[]): boolean =>
  selected.length > 0 || values.some(({ value }) => value !== '');
