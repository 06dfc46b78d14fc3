/**
 * The sources that are gathered, as their files (originals) and the pages of these. Pure. Invariant: a file is what
 * moves; a page is what is looked at and turned.
 */
import type { GatheredSource, Page } from '../../../electron/contract/index.js';

export type GatheredOriginal = GatheredSource['originals'][number];

/** An original of a source, as an arrangement names it: `<source>/<position>`. */
export type OriginalKey = string;

/** A page as it stands in the grid. */
export interface Cell {
  /** The same after an arrangement: bytes and page, and which of several copies it is. */
  readonly key: string;
  readonly source: GatheredSource;
  readonly original: GatheredOriginal;
  readonly page: Page;
  /** Pages of the file; more than one move together. */
  readonly filePages: number;
}

export const originalKey = ({ source, original }: Pick<Cell, 'source' | 'original'>): OriginalKey =>
  `${source.id}/${original.position}`;

/** Sources with pages, in order; the others cannot be seen here. */
export const withPages = (sources: readonly GatheredSource[]): readonly GatheredSource[] =>
  sources.filter(({ pages }) => pages.length > 0);

/** @returns the pages of all sources one after another. */
export function cellsOf(sources: readonly GatheredSource[]): readonly Cell[] {
  const copies = new Map<string, number>();
  return sources.flatMap((source) => {
    const counts = new Map<number, number>();
    for (const { position } of source.pages) counts.set(position, (counts.get(position) ?? 0) + 1);
    const originals = new Map(source.originals.map((original) => [original.position, original]));
    return source.pages.flatMap((page): Cell[] => {
      const original = originals.get(page.position);
      if (!original) return [];
      const bytes = `${page.sha256}:${page.pageIndex}`;
      const copy = copies.get(bytes) ?? 0;
      copies.set(bytes, copy + 1);
      return [{ key: `${bytes}:${copy}`, source, original, page, filePages: counts.get(page.position) ?? 1 }];
    });
  });
}

/** @returns the files that the pages stand in, in the order of the pages, each once. */
export function originalsOf(cells: readonly Cell[]): readonly Cell[] {
  const seen = new Set<OriginalKey>();
  return cells.filter((cell) => {
    const key = originalKey(cell);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** @returns the sources that the pages belong to, in their order, each once. */
export const sourcesOf = (cells: readonly Cell[]): readonly GatheredSource[] => [
  ...new Map(cells.map(({ source }) => [source.id, source])).values(),
];
