/**
 * What `page.arrange` is asked for by each thing that a person does. Pure. Invariant: an arrangement names every original
 * of every source that it touches exactly once, and touches no other.
 */
import type { ArrangedSource, GatheredSource, SourceId } from '../../../electron/contract/index.js';
import { type Cell, originalKey, originalsOf, sourcesOf } from './gathered-sources.js';
import { orderOriginals, type SourceOrder } from './page-order.js';

export type Arrangement = readonly ArrangedSource[];

/** Why nothing is arranged; `nothing`: it is so already. */
export type Refusal = 'nothing' | 'middle-of-file' | 'no-neighbour';
export type Proposal = { readonly arrangement: Arrangement } | { readonly refusal: Refusal };

type OriginalRef = ArrangedSource['originals'][number];

const NOTHING: Proposal = { refusal: 'nothing' };

const refOf = ({ source, original }: Pick<Cell, 'source' | 'original'>): OriginalRef => ({
  sourceId: source.id,
  position: original.position,
});
const refsOf = (source: GatheredSource): OriginalRef[] =>
  source.originals.map((original) => refOf({ source, original }));
const keyOf = ({ sourceId, position }: OriginalRef): string => `${sourceId}/${position}`;

/** The files without those, in order. */
const without = (refs: readonly OriginalRef[], gone: ReadonlySet<string>): OriginalRef[] =>
  refs.filter((ref) => !gone.has(keyOf(ref)));

/** A source keeps what is left; one that has given all away is not named, and goes to the bin. */
const remaining = (sources: readonly GatheredSource[], gone: ReadonlySet<string>): ArrangedSource[] =>
  sources
    .map((source) => ({ id: source.id, originals: without(refsOf(source), gone) }))
    .filter(({ originals }) => originals.length > 0);

/** All of the files in one source: the first one that gives everything it has, else a new one. */
export function combine(cells: readonly Cell[], title: string): Proposal {
  const chosen = originalsOf(cells);
  const sources = sourcesOf(chosen);
  if (chosen.length < 2 && sources[0]?.originals.length === 1) return NOTHING;
  const keys = new Set(chosen.map(originalKey));
  const heir = sources.find((source) => without(refsOf(source), keys).length === 0);
  if (heir && sources.length === 1) return NOTHING;
  return {
    arrangement: [{ id: heir?.id ?? null, title, originals: chosen.map(refOf) }, ...remaining(sources, keys)],
  };
}

/** Each of these pages begins a source, which goes on until the next one or the end of its source. */
export function part(cells: readonly Cell[]): Proposal {
  if (cells.some((cell) => cell.page.pageIndex > 0 && cell.filePages > 1)) return { refusal: 'middle-of-file' };
  const starts = new Set(originalsOf(cells).map(originalKey));
  const arrangement = sourcesOf(cells).flatMap((source): ArrangedSource[] => {
    const parts: OriginalRef[][] = [[]];
    for (const ref of refsOf(source)) {
      if (starts.has(keyOf(ref)) && parts.at(-1)?.length) parts.push([]);
      parts.at(-1)?.push(ref);
    }
    if (parts.length === 1) return [];
    return parts.map((originals, at) => ({ id: at === 0 ? source.id : null, originals }));
  });
  return arrangement.length > 0 ? { arrangement } : NOTHING;
}

/** The files leave their sources; those of one source make a new one together. */
export function takeOut(cells: readonly Cell[]): Proposal {
  const chosen = originalsOf(cells);
  const keys = new Set(chosen.map(originalKey));
  const arrangement = sourcesOf(chosen).flatMap((source): ArrangedSource[] => {
    const rest = without(refsOf(source), keys);
    const out = refsOf(source).filter((ref) => keys.has(keyOf(ref)));
    return rest.length === 0
      ? []
      : [
          { id: source.id, originals: rest },
          { id: null, originals: out },
        ];
  });
  return arrangement.length > 0 ? { arrangement } : NOTHING;
}

/** Where pages are put: before an original of a source, or at its end. */
export interface Destination {
  readonly source: GatheredSource;
  /** Position of an original of that source; null for the end. */
  readonly before: number | null;
}

/** The files go there in the order in which they stand; what they leave empty goes to the bin. */
export function moveTo(cells: readonly Cell[], { source, before }: Destination): Proposal {
  const chosen = originalsOf(cells);
  const keys = new Set(chosen.map(originalKey));
  // Before one that moves itself: before the next one that stays.
  const anchor = source.originals.find(
    ({ position }) => before !== null && position >= before && !keys.has(`${source.id}/${position}`),
  );
  const stay = without(refsOf(source), keys);
  const at = anchor ? stay.findIndex(({ position }) => position === anchor.position) : stay.length;
  const originals = stay.toSpliced(at, 0, ...chosen.map(refOf));
  if (originals.length === source.originals.length && sameOrder(originals, refsOf(source))) return NOTHING;
  const others = sourcesOf(chosen).filter(({ id }) => id !== source.id);
  return { arrangement: [{ id: source.id, originals }, ...remaining(others, keys)] };
}

const sameOrder = (a: readonly OriginalRef[], b: readonly OriginalRef[]): boolean =>
  a.every((ref, at) => b[at] !== undefined && keyOf(ref) === keyOf(b[at]));

/** Each chosen file goes one place on within its source; those at the edge stay, and those behind them. */
export function shift(cells: readonly Cell[], by: -1 | 1): Proposal {
  const keys = new Set(originalsOf(cells).map(originalKey));
  const arrangement = sourcesOf(cells).flatMap((source): ArrangedSource[] => {
    const refs = by === 1 ? refsOf(source).reverse() : refsOf(source);
    for (let at = 1; at < refs.length; at += 1) {
      const [before, ref] = [refs[at - 1], refs[at]];
      if (!before || !ref || !keys.has(keyOf(ref)) || keys.has(keyOf(before))) continue;
      refs[at - 1] = ref;
      refs[at] = before;
    }
    const originals = by === 1 ? refs.reverse() : refs;
    return sameOrder(originals, refsOf(source)) ? [] : [{ id: source.id, originals }];
  });
  return arrangement.length > 0 ? { arrangement } : NOTHING;
}

/** @returns the source before or after all of those, as they are shown. */
function neighbour(
  shown: readonly GatheredSource[],
  ids: ReadonlySet<SourceId>,
  side: 'before' | 'after',
): GatheredSource | undefined {
  const at = shown.flatMap(({ id }, index) => (ids.has(id) ? [index] : []));
  return side === 'before' ? shown[(at[0] ?? 0) - 1] : shown[(at.at(-1) ?? shown.length) + 1];
}

/** The files go to the end of the source before theirs, or to the beginning of the one after. */
export function moveToNeighbour(
  cells: readonly Cell[],
  shown: readonly GatheredSource[],
  side: 'before' | 'after',
): Proposal {
  const source = neighbour(shown, new Set(cells.map((cell) => cell.source.id)), side);
  if (!source) return { refusal: 'no-neighbour' };
  return moveTo(cells, { source, before: side === 'before' ? null : (source.originals[0]?.position ?? null) });
}

/** The sources of these pages go into the one before them, with everything they have. */
export function join(cells: readonly Cell[], shown: readonly GatheredSource[]): Proposal {
  const sources = sourcesOf(cells);
  const source = neighbour(shown, new Set(sources.map(({ id }) => id)), 'before');
  if (!source) return { refusal: 'no-neighbour' };
  return { arrangement: [{ id: source.id, originals: [source, ...sources].flatMap(refsOf) }] };
}

/** The pages of these sources come in order of time or name. */
export function sortPages(sources: readonly GatheredSource[], by: Exclude<SourceOrder, 'kept'>): Proposal {
  const arrangement = sources.flatMap((source): ArrangedSource[] => {
    const originals = orderOriginals(source, by).map((position) => ({ sourceId: source.id, position }));
    return sameOrder(originals, refsOf(source)) ? [] : [{ id: source.id, originals }];
  });
  return arrangement.length > 0 ? { arrangement } : NOTHING;
}
