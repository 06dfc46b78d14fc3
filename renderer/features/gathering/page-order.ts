/** In which order sources, and the pages of a source, stand. Pure. */
import type { GatheredSource, Page } from '../../../electron/contract/index.js';

/** `kept`: as the archive gave them. */
export type SourceOrder = 'kept' | 'time' | 'name';

/** IMG_9 comes before IMG_10, whatever the language of the machine. */
const names = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
export const compareNames = (a: string, b: string): number => names.compare(a, b);

/** Local times of a camera compare as they are written; a file without one comes after those that have one. */
const compareTimes = (a: string | null, b: string | null): number => {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : Number(a > b);
};

/** The whole path of a file: a folder keeps together what lay in it. */
const pathOf = ({ path, fileName }: { readonly path: string; readonly fileName: string }): string => path || fileName;

/** When the first of the pages was photographed; null when no camera said. */
export const earliest = (pages: readonly Page[]): string | null =>
  pages.map(({ takenAt }) => takenAt).sort(compareTimes)[0] ?? null;

const firstPath = (source: GatheredSource): string =>
  source.originals[0] ? pathOf(source.originals[0]) : source.title;

/** @returns the sources in order; their pages stay as they are. */
export function orderSources(sources: readonly GatheredSource[], by: SourceOrder): readonly GatheredSource[] {
  if (by === 'kept') return sources;
  if (by === 'name') return sources.toSorted((a, b) => compareNames(firstPath(a), firstPath(b)));
  const times = new Map(sources.map((source) => [source.id, earliest(source.pages)]));
  return sources.toSorted(
    (a, b) =>
      compareTimes(times.get(a.id) ?? null, times.get(b.id) ?? null) || compareNames(firstPath(a), firstPath(b)),
  );
}

/** @returns the positions of the source's originals in their new order. */
export function orderOriginals(source: GatheredSource, by: Exclude<SourceOrder, 'kept'>): readonly number[] {
  const pages = Map.groupBy(source.pages, ({ position }) => position);
  const timeOf = (position: number) => earliest(pages.get(position) ?? []);
  return source.originals
    .toSorted((a, b) => {
      const byName = compareNames(pathOf(a), pathOf(b));
      return by === 'name' ? byName : compareTimes(timeOf(a.position), timeOf(b.position)) || byName;
    })
    .map(({ position }) => position);
}
